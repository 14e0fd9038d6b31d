"""A recorded review as it is read afterwards: what was decided, why, by whom, and whether its seal holds."""

from collections.abc import Iterator
from datetime import date

from launchpad.app.day_text import day_text
from launchpad.domain.document import Document
from launchpad.domain.enums import Answer
from launchpad.domain.gate import Action, Condition, Criterion, Gate, Review
from launchpad.domain.people import Person, Track
from launchpad.domain.register import Risk
from launchpad.domain.review import Addendum
from launchpad.domain.values import Snapshot
from launchpad.journal.seal_check import SealState
from launchpad.ui.review_room.fact_list import Fact
from launchpad.ui.review_room.page import BigScore, BigVerdict, Page, Section
from launchpad.ui.review_room.pages.words import ANSWERS, CRITERIA, OUTCOME_TONES, due_text, outcome_of

SEALS = {"sealed": ("lock", "ok"), "broken": ("triangle-alert", "bad"), "unsealed": ("info", "text2")}
"""The icon and tone of a seal's state."""


def record_page(document: Document, review: Review, today: date, seals: tuple[SealState, ...]) -> Page:
    """The record as a page."""
    names = _Names(document, review)
    sections = (
        _seal(review, seals),
        _addenda(document, review, today, seals),
        _signoffs(review, names),
        _criteria(review, names),
        *_agreed(document, review, today),
        Section("Dissent", tuple(Fact(title=f"“{each.text}”", note=names.of(each.person)) for each in review.dissent)),
        _risks(review, names),
        _room(review),
        Section("Parked", tuple(Fact(title=text) for text in review.parking_lot)),
        _people(review, names),
    )
    return Page(
        key=f"record:{review.id}",
        title=review.title,
        lead=" · ".join(_about(document, review, today, names)),
        score=_score(review),
        verdicts=tuple(_verdicts(document, review, today)),
        sections=tuple(section for section in sections if section.facts or section.otherwise),
    )


class _Names:
    """What people, tracks and criteria were called when the record was made, else what they are called now."""

    def __init__(self, document: Document, review: Review) -> None:
        self._kept = {each.id: each.name for each in review.names}
        self._document = document

    def of(self, row_id: str | None) -> str:
        """The name of a row; “nobody” without one."""
        if row_id is None:
            return "nobody"
        if row_id in self._kept:
            return self._kept[row_id]
        for kind, part in ((Person, "name"), (Track, "name"), (Criterion, "text"), (Risk, "title")):
            row = self._document.table(kind).get(row_id)
            if row is not None:
                return str(getattr(row, part))
        return row_id

    def track(self, key: str) -> str:
        """The name of a track by its key or id."""
        track = self._document.by_key(Track, key)
        return self._kept.get(track.id, track.name) if track else self.of(key)


def _about(document: Document, review: Review, today: date, names: _Names) -> Iterator[str]:
    gate = document.find(Gate, review.gate)
    yield review.key
    yield f"{gate.key} {gate.name}" if gate else f"{review.kind.label} review"
    day = review.day
    if day is not None:
        yield day_text(day, today)
    if review.decider is not None:
        yield f"decided by {names.of(review.decider)}"
    if review.mode:
        yield review.mode


def _score(review: Review) -> BigScore | None:
    found = review.closing or review.snapshot
    score = gate_score(found)
    if found is None or score is None:
        return None
    if found.gate_readiness is not None and found.readiness is not None:
        beside = [f"the launch {found.readiness:.1f}"]
    else:
        beside = [] if found.work is None else [f"work {found.work:.1f}"]
    beside += [] if found.expected is None else [f"{found.expected:.1f} expected"]
    return BigScore(f"{score:.1f}", "text", tuple(beside))


def gate_score(snapshot: Snapshot | None) -> float | None:
    """The score a review looked at: the gate's, else the launch's."""
    if snapshot is None:
        return None
    return snapshot.readiness if snapshot.gate_readiness is None else snapshot.gate_readiness


def _verdicts(document: Document, review: Review, today: date) -> Iterator[BigVerdict]:
    recommended, decided = outcome_of(review.recommended), outcome_of(review.verdict)
    if recommended is not None:
        yield BigVerdict("The model said", recommended.label, OUTCOME_TONES[recommended])
    if decided is not None:
        said = decided.label
        back = document.find(Gate, review.back_to)
        said += f" until {day_text(review.hold_until, today)}" if review.hold_until else ""
        said += f": {back.key}" if back else ""
        yield BigVerdict("People decided", said, OUTCOME_TONES[decided], review.rationale)


def _seal(review: Review, seals: tuple[SealState, ...]) -> Section:
    state = next((each for each in seals if each.row.id == review.id), None)
    if state is None:
        return Section("")
    detail = f"edit {review.seal.edit:,} · {review.seal.digest[:16]}" if review.seal else ""
    tip = review.seal.digest if review.seal else ""
    return Section("The record", (Fact(title=state.text, note=detail, sign=SEALS[state.state], tip=tip, is_long=True),))


def _addenda(document: Document, review: Review, today: date, seals: tuple[SealState, ...]) -> Section:
    rows = [row for row in document.rows(Addendum) if row.review == review.id]
    broken = {each.row.id for each in seals if each.state == "broken"}
    names = _Names(document, review)
    facts = tuple(
        Fact(
            title=row.text,
            note=f"{names.of(row.by)} · {day_text(row.day, today)}",
            sign=("plus", "info"),
            pill=("Broken seal", "bad") if row.id in broken else ("", "neutral"),
        )
        for row in rows
    )
    return Section(f"Added later · {len(facts)}", facts)


def _signoffs(review: Review, names: _Names) -> Section:
    facts = tuple(
        Fact(
            title=names.track(each.track),
            note=names.of(each.person) + (f": “{each.comment}”" if each.comment else ""),
            right=each.at[-5:] if each.at else "",
            pill=("missing", "warn") if each.answer is Answer.MISSING else ANSWERS[each.answer],
        )
        for each in review.signoffs
    )
    return Section(f"Sign-offs · {len(facts)}", facts)


def _criteria(review: Review, names: _Names) -> Section:
    facts = tuple(
        Fact(title=names.of(each.criterion), note=each.note, pill=CRITERIA[each.result]) for each in review.criteria
    )
    return Section(f"Criteria · {len(facts)}", facts)


def _agreed(document: Document, review: Review, today: date) -> Iterator[Section]:
    """What was agreed, with how each stands today."""
    conditions = {row.key: row for row in document.rows(Condition) if row.review == review.id}
    actions = {row.key: row for row in document.rows(Action) if row.review == review.id}
    rows: tuple[tuple[str, dict[str, Condition] | dict[str, Action]], ...]
    rows = (("Conditions", conditions), ("Actions", actions))
    for title, found in rows:
        facts = tuple(_promise(document, row, today) for row in found.values())
        yield Section(f"{title} · {len(facts)}", facts)


def _promise(document: Document, row: Condition | Action, today: date) -> Fact:
    owner = document.find(Person, row.owner)
    parts = [owner.name if owner else "nobody", due_text(row.due, today)]
    if isinstance(row, Condition) and row.fallback:
        parts.append(f"else {row.fallback}")
    tones = {"open": "neutral", "overdue": "bad", "extended": "warn", "failed": "bad"}
    return Fact(title=row.text, note=" · ".join(parts), pill=(row.status.label, tones.get(row.status.value, "ok")))


def _risks(review: Review, names: _Names) -> Section:
    return Section(
        "Said about risks", tuple(Fact(title=names.of(each.risk), note=each.text) for each in review.risk_notes)
    )


def _room(review: Review) -> Section:
    facts = tuple(
        Fact(title=each.name, note=each.field, sign=("pencil", "accent"), right=f"{each.before} → {each.after}")
        for each in review.room_changes
    )
    return Section(f"Changed in the room · {len(facts)}", facts)


def _people(review: Review, names: _Names) -> Section:
    facts = tuple(
        Fact(
            title=names.of(each.person),
            note=f"for {names.of(each.stands_in_for)}" if each.stands_in_for else "",
            right=each.attended,
        )
        for each in review.attendees
    )
    title = f"Who was there · {len(facts)}" + (f" · {review.quorum_note}" if review.quorum_note else "")
    return Section(title, facts)
