"""The last page: when we meet again, what was parked, and what the record still needs."""

from launchpad.app.commands.reviews.verdict import what_is_missing
from launchpad.app.day_text import day_text
from launchpad.engines.review import next_reviews
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.fact_list import Fact
from launchpad.ui.review_room.page import Page, Section
from launchpad.ui.review_room.pages.words import due_text, name_of

COMING = 3
"""Reviews ahead that are listed."""
ANOTHER = "another"
"""The key of the row that asks for a day."""


def next_page(answers: RoomAnswers) -> Page:
    """When we meet again."""
    review = answers.review
    day = review.next_review
    parked = tuple(Fact(title=text, key=f"parked:{place}") for place, text in enumerate(review.parking_lot))
    return Page(
        key="next",
        title=f"Next review {day_text(day, answers.today)}" if day else "When do we meet again?",
        sections=(
            missing_section(answers),
            _coming(answers),
            _actions(answers),
            Section("Parked" if parked else "", parked),
        ),
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
    another = Fact(title="Another day", sign=("calendar-days", "accent"), key=f"day:{ANOTHER}")
    return Section("Coming up", (*facts, another))


def _actions(answers: RoomAnswers) -> Section:
    facts = tuple(
        Fact(
            title=row.text,
            note=f"{name_of(answers.document, row.owner)} · {due_text(row.due, answers.today)}",
            key=f"action:{row.id}",
            pill=("a task", "ok") if row.task is not None else ("", "neutral"),
        )
        for row in answers.actions
    )
    return Section(f"Actions · {len(facts)}" if facts else "", facts)
