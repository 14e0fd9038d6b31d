"""The last page: when we meet again, what was parked, and what the record still needs."""

from launchpad.app.commands.reviews.verdict import what_is_missing
from launchpad.app.day_text import day_text
from launchpad.engines.review import next_reviews
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.fact_list import Fact
from launchpad.ui.review_room.page import Page, Section

COMING = 3
"""Reviews ahead that are listed."""


def next_page(answers: RoomAnswers) -> Page:
    """When we meet again."""
    review = answers.review
    day = review.next_review
    parked = tuple(Fact(title=text, key=f"parked:{place}") for place, text in enumerate(review.parking_lot))
    return Page(
        key="next",
        title=f"Next review {day_text(day, answers.today)}" if day else "When do we meet again?",
        sections=(missing_section(answers), _coming(answers), Section("Parked" if parked else "", parked)),
    )


def missing_section(answers: RoomAnswers) -> Section:
    """What the record still needs before it can be sealed."""
    missing = what_is_missing(answers.document, answers.review.id, answers.today)
    facts = tuple(Fact(title=text, sign=("circle-dashed", "warn"), is_long=True) for text in missing)
    return Section(
        f"The record still needs · {len(facts)}" if facts else "The record",
        facts,
        "Nothing is missing: Ctrl+Enter seals it.",
    )


def _coming(answers: RoomAnswers) -> Section:
    ahead = [due for due in next_reviews(answers.document, answers.today) if due.day > answers.today]
    facts = tuple(
        Fact(
            title=f"{due.gate.key} {due.gate.name}" if due.gate else "Status review",
            right=day_text(due.day, answers.today),
            key=f"day:{due.day.isoformat()}",
        )
        for due in ahead[:COMING]
    )
    return Section("Coming up" if facts else "", facts)
