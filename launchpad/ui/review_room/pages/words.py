"""Words, signs and tones that the pages of the room share."""

from datetime import date

from launchpad.app.day_text import day_text
from launchpad.domain.document import Document
from launchpad.domain.enums import Answer, CriterionStatus, Outcome, TaskStatus
from launchpad.domain.people import Person

OUTCOME_TONES = {
    Outcome.GO: "ok",
    Outcome.CONDITIONAL: "warn",
    Outcome.NO_GO: "bad",
    Outcome.HOLD: "info",
    Outcome.BACK: "accent",
}
OUTCOME_SIGNS = {
    Outcome.GO: "●",
    Outcome.CONDITIONAL: "▲",
    Outcome.NO_GO: "■",
    Outcome.HOLD: "○",
    Outcome.BACK: "←",
}
"""Signs that the bundled font has."""

ANSWERS = {
    Answer.APPROVE: ("Go", "ok"),
    Answer.REFUSE: ("No-go", "bad"),
    Answer.ABSTAIN: ("abstains", "neutral"),
    Answer.VOID: ("ask again", "warn"),
    Answer.MISSING: ("open", "neutral"),
}
"""What a sign-off's pill says, and its tone."""
HIDDEN = ("answered", "info")
"""The pill of an answer that is not shown yet."""

CRITERIA = {
    CriterionStatus.MET: ("Met", "ok"),
    CriterionStatus.NOT_MET: ("Not met", "bad"),
    CriterionStatus.WAIVED: ("Waived", "warn"),
    CriterionStatus.NOT_APPLICABLE: ("Not applicable", "neutral"),
    CriterionStatus.OPEN: ("Open", "warn"),
}
TASKS = {
    TaskStatus.NOT_STARTED: "neutral",
    TaskStatus.IN_PROGRESS: "info",
    TaskStatus.IN_REVIEW: "accent",
    TaskStatus.BLOCKED: "bad",
    TaskStatus.DONE: "ok",
}
CHANGES = {
    "+": ("plus", "info"),
    "✓": ("check", "ok"),
    "→": ("arrow-right", "warn"),
    "▲": ("triangle-alert", "warn"),
    "–": ("minus", "text3"),
}
"""The icon and tone of a change's sign."""


def outcome_of(text: str) -> Outcome | None:
    """The outcome a review keeps as text; None where there is none yet."""
    return Outcome(text) if text in set(Outcome) else None


def outcome_pill(outcome: Outcome | None) -> tuple[str, str]:
    """What a pill says of an outcome, and its tone."""
    if outcome is None:
        return "not decided", "neutral"
    return f"{OUTCOME_SIGNS[outcome]} {outcome.label}", OUTCOME_TONES[outcome]


def answer_pill(answer: Answer, *, is_hidden: bool) -> tuple[str, str]:
    """What a pill says of a sign-off, and its tone; a hidden one says only that it is there."""
    if is_hidden and answer not in (Answer.MISSING, Answer.VOID):
        return HIDDEN
    return ANSWERS[answer]


def name_of(document: Document, person: str | None) -> str:
    """A person's name; “nobody” without one."""
    found = document.find(Person, person)
    return found.name if found else "nobody"


def due_text(due: date | None, today: date) -> str:
    """Until when: due 16 Oct."""
    if due is None:
        return "no date"
    return f"{'was due' if due < today else 'due'} {day_text(due, today)}"
