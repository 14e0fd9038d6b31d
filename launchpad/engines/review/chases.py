"""What to chase before a review, person by person, as text for a mail."""

from collections.abc import Iterator
from dataclasses import dataclass

from launchpad.domain.document import Document
from launchpad.domain.enums import Answer
from launchpad.domain.people import Person, Track
from launchpad.domain.task import Task
from launchpad.domain.wording import short_day
from launchpad.engines.readiness import Readiness
from launchpad.engines.readiness.board import board_of
from launchpad.engines.readiness.must_stops import in_words, must_stops
from launchpad.engines.review.promises import OpenPromise
from launchpad.engines.review.voters import Voter


@dataclass(frozen=True, slots=True)
class Missing:
    """What a review lacks: owners of must-haves, proof of tasks, answers of voters, and what was promised earlier."""

    ownerless: tuple[Task, ...]
    unproven: tuple[Task, ...]
    voters: tuple[Voter, ...]
    promises: tuple[OpenPromise, ...]


@dataclass(frozen=True, slots=True)
class Chase:
    """What one person is asked for (None: nobody in particular), and the mail that asks."""

    person: Person | None
    items: tuple[str, ...]
    text: str


def chases_of(document: Document, answer: Readiness, review: str, missing: Missing) -> tuple[Chase, ...]:
    """One chase a person, in the order of people, what nobody is asked for last."""
    asked: dict[str | None, list[str]] = {}
    for person, item in _asked(document, answer, missing):
        items = asked.setdefault(person, [])
        if item not in items:
            items.append(item)
    people = [*(person for person in document.people if person.id in asked), *([None] if None in asked else [])]
    return tuple(_chase(person, asked[person.id if person else None], review) for person in people)


def _chase(person: Person | None, items: list[str], review: str) -> Chase:
    hello = f"Hello {person.name},\n\nbefore" if person is not None else "Before"
    lines = "\n".join(f"- {item}" for item in items)
    return Chase(person, tuple(items), f"{hello} the review “{review}” please:\n\n{lines}\n\nThank you.\n")


def _asked(document: Document, answer: Readiness, missing: Missing) -> Iterator[tuple[str | None, str]]:
    for promise in missing.promises:
        yield promise.row.owner, f"Keep what was promised: {promise.row.text.rstrip('.')}{_due(promise)}."
    for task in missing.ownerless:
        yield document.table(Track)[task.track].lead, f"Name an owner for “{task.title}” ({task.key})."
    board = board_of(document, answer.today)
    told = {task.id for task in missing.ownerless}
    for kind, item in must_stops(board, answer.scope.musts):
        if item.task.id not in told:
            stop = in_words(board, (kind, item))
            yield stop.owner, f"{stop.text} {stop.next_step}"
    for task in missing.unproven:
        if not answer.items[task.id].is_open_must:
            yield task.owner, f"Show the proof of “{task.title}” ({task.key})."
    for voter in missing.voters:
        if voter.is_required and voter.answer in (Answer.MISSING, Answer.VOID):
            yield voter.voter.id if voter.voter else None, f"Answer for {voter.track.name}: approve, refuse or abstain."


def _due(promise: OpenPromise) -> str:
    if promise.row.due is None:
        return ""
    return f" ({'was due' if promise.is_overdue else 'due'} {short_day(promise.row.due)})"
