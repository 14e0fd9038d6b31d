"""The page of what was promised last time: conditions and actions still open."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeVar

from launchpad.domain.enums import ConditionStatus, Presence
from launchpad.domain.gate import Action, Condition
from launchpad.domain.people import Person
from launchpad.engines.review import OpenPromise
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.fact_list import Fact
from launchpad.ui.review_room.page import Page, Section
from launchpad.ui.review_room.pages.words import due_text

P = TypeVar("P", Condition, Action)


def promises_page(answers: RoomAnswers) -> Page:
    """Conditions first, overdue ones on top as the answers have them."""
    found = answers.preparation
    return Page(
        key="promises",
        title="Conditions and actions from last time",
        lead=answers.preparation.quorum.text if answers.preparation.gate else "",
        sections=(
            _section(answers, "Conditions", found.conditions),
            _section(answers, "Actions", found.actions),
            _settled(answers),
            _present(answers),
        ),
    )


def _settled(answers: RoomAnswers) -> Section:
    """What this meeting has done about them."""
    began = answers.frozen
    if began is None:
        return Section("")
    found = [
        *_settled_of(began.table(Condition), answers.document.rows(Condition)),
        *_settled_of(began.table(Action), answers.document.rows(Action)),
    ]
    return Section(f"Settled in this room · {len(found)}" if found else "", tuple(found))


def _settled_of(began: Mapping[str, P], now: tuple[P, ...]) -> Iterator[Fact]:
    for row in now:
        was = began.get(row.id)
        if was is not None and was.status != row.status:
            yield Fact(title=row.text, sign=("pencil", "accent"), right=f"{was.status.label} → {row.status.label}")


def wanted_people(answers: RoomAnswers) -> tuple[Person, ...]:
    """Those who are needed to decide: the decider, and whoever signs for a track or answers for a core one."""
    found = answers.preparation
    decides = found.gate is not None
    voters = [each.voter for each in found.voters if each.is_required or (decides and each.track.core)]
    wanted = [answers.document.find(Person, answers.review.decider), *voters]
    return tuple(dict.fromkeys(person for person in wanted if person is not None))


def _present(answers: RoomAnswers) -> Section:
    """Who is here, of those who are needed to decide."""
    said = {each.person: each.attended for each in answers.review.attendees}
    people = wanted_people(answers)
    facts = [
        Fact(title=person.name, note=person.role, key=f"person:{person.id}", pill=_presence(said.get(person.id)))
        for person in people
    ]
    left = sum(person.id not in said for person in people)
    if left > 1:
        facts.insert(0, Fact(title=f"Mark all {left} as here", key="everybody:", sign=("users", "accent")))
    return Section("Who is here" if facts else "", tuple(facts))


def _presence(attended: str | None) -> tuple[str, str]:
    if attended is None:
        return "not asked", "neutral"
    return ("absent", "warn") if attended == Presence.ABSENT else (attended, "ok")


def _section(answers: RoomAnswers, title: str, promises: tuple[OpenPromise, ...]) -> Section:
    facts = tuple(promise_fact(promise, answers.today) for promise in promises)
    return Section(f"{title} · {len(facts)}", facts, "None is open.")


def promise_fact(promise: OpenPromise, today: date) -> Fact:
    """A promise as a row."""
    row = promise.row
    kind = "condition" if isinstance(row, Condition) else "action"
    extended = isinstance(row, Condition) and row.status is ConditionStatus.EXTENDED
    pill = ("! Overdue", "bad") if promise.is_overdue else ("Extended", "warn") if extended else ("Open", "neutral")
    fallback = f"else {row.fallback}" if isinstance(row, Condition) and row.fallback else ""
    owner = promise.owner.name if promise.owner else "nobody"
    note = " · ".join(part for part in (owner, due_text(row.due, today), fallback) if part)
    return Fact(title=row.text, note=note, key=f"{kind}:{row.id}", pill=pill)
