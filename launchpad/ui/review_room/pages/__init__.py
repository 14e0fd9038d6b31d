"""The pages of the agenda: answers about the review in, words and rows out; no widgets."""

from collections.abc import Callable

from launchpad.engines.review import part_title
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.page import Page
from launchpad.ui.review_room.pages.criteria import criteria_page
from launchpad.ui.review_room.pages.decision import decision_page
from launchpad.ui.review_room.pages.next_date import next_page
from launchpad.ui.review_room.pages.promises import promises_page
from launchpad.ui.review_room.pages.risks import risks_page
from launchpad.ui.review_room.pages.since import changes_page
from launchpad.ui.review_room.pages.tracks import TRACK, track_page

PAGES: dict[str, Callable[[RoomAnswers], Page]] = {
    "promises": promises_page,
    "changes": changes_page,
    "criteria": criteria_page,
    "risks": risks_page,
    "decision": decision_page,
    "next": next_page,
}


def page_of(answers: RoomAnswers, part: str) -> Page:
    """The page of a part of the agenda."""
    if part.startswith(TRACK):
        return track_page(answers, part.removeprefix(TRACK))
    if part in PAGES:
        return PAGES[part](answers)
    return Page(key=part, title=part_title(answers.document, part))
