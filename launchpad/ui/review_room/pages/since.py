"""The page of what has changed since the last review, track by track."""

from launchpad.app.day_text import day_text
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.page import Page, Section
from launchpad.ui.review_room.pages.tracks import change_fact, live_section


def changes_page(answers: RoomAnswers) -> Page:
    """All changes, and those of the room first."""
    since = answers.since
    when = f"Since {day_text(since.day, answers.today)}" if since.day else "What has changed"
    sections = [live_section(list(answers.live))]
    for each in since.tracks:
        name = each.track.name if each.track else "The launch as a whole"
        facts = tuple(change_fact(line) for line in each.lines)
        sections.append(Section(f"{name} · {len(facts)}", facts))
    quiet = not any(section.facts for section in sections)
    return Page(
        key="changes",
        title=when,
        lead=since.notice or ("Nothing has changed since the last review." if quiet else ""),
        sections=tuple(section for section in sections if section.facts),
    )
