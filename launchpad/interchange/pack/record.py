"""The record of a review as it was sealed: what was found and decided, by whom, and the proof that nothing changed."""

from launchpad.domain.enums import CriterionStatus, Outcome, Presence
from launchpad.domain.gate import Action, Condition, Criterion, Gate, Review
from launchpad.domain.ids import PersonId
from launchpad.domain.people import Person, Track
from launchpad.domain.record import Agreed
from launchpad.domain.register import Risk
from launchpad.domain.review import Addendum
from launchpad.domain.values import Snapshot
from launchpad.engines.readiness.reasons import Verdict
from launchpad.interchange.pack.model import Cell, Column, Figures, Paragraph, Section, Table, Text
from launchpad.interchange.pack.words import VERDICT_TONES, day, joined, score
from launchpad.interchange.workbook.material import Material
from launchpad.journal.seal_check import seal_states

UNSEALED = "This record was made before records were sealed, or by another program."


class Record:
    """A recorded review with the names its rows had when it was sealed."""

    def __init__(self, review: Review, material: Material) -> None:
        self.review = review
        self.material = material
        self._names = {each.id: each.name for each in review.names}

    def name(self, row_id: str | None) -> str:
        """What a row was called; empty for none."""
        if row_id is None:
            return ""
        return self._names.get(row_id) or self._called_today(row_id)

    def _called_today(self, row_id: str) -> str:
        document = self.material.document
        if row_id in document.table(Person):
            return self.material.view.person(PersonId(row_id))
        track, gate = document.find(Track, row_id), document.find(Gate, row_id)
        criterion, risk = document.find(Criterion, row_id), document.find(Risk, row_id)
        found = [track and track.name, gate and f"{gate.key} {gate.name}", criterion and criterion.text]
        return next((name for name in (*found, risk and risk.title) if name), "")

    @property
    def agreed(self) -> tuple[Agreed, ...]:
        """Conditions and actions as agreed; of an unsealed record, its rows as they are."""
        if self.review.agreed:
            return self.review.agreed
        document = self.material.document
        rows: list[Condition | Action] = [*document.rows(Condition), *document.rows(Action)]
        return tuple(self._agreed(row) for row in rows if row.review == self.review.id)

    def _agreed(self, row: Condition | Action) -> Agreed:
        kind, fallback = ("condition", row.fallback) if isinstance(row, Condition) else ("action", "")
        return Agreed(kind, row.key, row.text, self.name(row.owner), row.due, fallback)


def record_sections(review: Review, material: Material, *, whole: bool) -> list[Section]:
    """The record; all of it, or what an executive needs: the outcome, its conditions, and the seal."""
    record = Record(review, material)
    outcome = [_outcome(record), *_promised(record)]
    if not whole:
        return [*outcome, _seal(record)]
    return [
        *outcome,
        _meeting(record),
        _signoffs(record),
        _criteria(record),
        *_scores(record),
        *_said(record),
        *_room(record),
        _seal(record),
        *_addenda(record),
    ]


def _outcome(record: Record) -> Section:
    review, closing = record.review, record.review.closing or record.review.snapshot
    figures = [("Decided", _verdict(review.verdict)), ("The model said", _verdict(review.recommended))]
    if closing is not None:
        figures.append(("Readiness then", Cell(score(closing.readiness), strong=True)))
        figures.append(("Work expected then", Cell(score(closing.expected), strong=True)))
    rows: list[list[Text]] = [[Cell(name, strong=True), text] for name, text in _decision(record) if text]
    title = f"The record: {review.key}  {review.title}"
    return Section(title, [Figures(tuple(figures)), Table((Column("", 1), Column("", 4)), rows, "")])


def _verdict(text: str) -> Cell:
    if text not in set(Outcome):
        return Cell(text or "nothing", strong=True)
    tone = VERDICT_TONES[Verdict(text)] if text in set(Verdict) else "bad"
    return Cell(Outcome(text).label, tone, strong=True)


def _decision(record: Record) -> list[tuple[str, str]]:
    review, today = record.review, record.material.today
    return [
        ("Why", review.rationale),
        ("Decided by", joined([record.name(review.decider), day(review.planned, today)])),
        ("Hold until", day(review.hold_until, today)),
        ("Back to", record.name(review.back_to)),
        ("Next review", day(review.next_review, today)),
    ]


def _promised(record: Record) -> list[Section]:
    columns = (Column("", 3.4), Column("Owner", 1.2), Column("Due", 0.9), Column("Otherwise", 2.2))
    sections = []
    for kind, title in (("condition", "Conditions"), ("action", "Actions")):
        rows: list[list[Text]] = [
            [Cell(each.text, strong=True), each.owner, day(each.due, record.material.today), each.fallback]
            for each in record.agreed
            if each.kind == kind
        ]
        if rows:
            sections.append(Section(title, [Table(columns, rows)]))
    return sections


def _meeting(record: Record) -> Section:
    review = record.review
    present = [each for each in review.attendees if each.attended != Presence.ABSENT]
    absent = [record.name(each.person) for each in review.attendees if each.attended == Presence.ABSENT]
    until = f"until {_moment(review.ended)[-5:]}" if review.ended else ""
    quorum = "" if review.quorum_met is None else "met" if review.quorum_met else "not met"
    facts = [
        ("When", joined([_moment(review.started), until, review.mode])),
        ("Led by", joined([record.name(review.facilitator), f"written down by {record.name(review.scribe)}"])),
        ("There", ", ".join(_attendee(record, each.person, each.stands_in_for) for each in present)),
        ("Not there", ", ".join(absent)),
        ("Quorum", joined([quorum, review.quorum_note])),
        ("Confirmed", joined([record.name(review.signed_by), _moment(review.signed_at)])),
    ]
    rows: list[list[Text]] = [[Cell(name, strong=True), text] for name, text in facts if text]
    return Section("The meeting", [Table((Column("", 1), Column("", 5)), rows)])


def _attendee(record: Record, person: PersonId, stands_in_for: PersonId | None) -> str:
    return record.name(person) + (f" (for {record.name(stands_in_for)})" if stands_in_for else "")


def _moment(text: str) -> str:
    return text[:16].replace("T", " ")


def _signoffs(record: Record) -> Section:
    tracks = {track.key: track.name for track in record.material.document.tracks}
    rows: list[list[Text]] = [
        [
            Cell(record.name(each.track) or tracks.get(each.track, each.track), strong=True),
            record.name(each.person),
            each.answer.label,
            each.comment,
            _moment(each.at),
        ]
        for each in record.review.signoffs
    ]
    columns = (Column("Track", 1.5), Column("Who", 1.2), Column("Answer", 1), Column("Comment", 3), Column("When", 1.2))
    return Section("Sign-offs", [Table(columns, rows, "Nobody signed off.")])


def _criteria(record: Record) -> Section:
    red_first = sorted(record.review.criteria, key=lambda each: each.result is CriterionStatus.MET)
    rows: list[list[Text]] = [
        [
            Cell(record.name(each.criterion), strong=True),
            Cell(each.result.label, "ok" if each.result is CriterionStatus.MET else "bad"),
            each.note,
        ]
        for each in red_first
    ]
    columns = (Column("Criterion", 3), Column("Found", 1), Column("Note", 3))
    return Section("Criteria", [Table(columns, rows, "None were looked at.")])


def _scores(record: Record) -> list[Section]:
    closing = record.review.closing or record.review.snapshot
    if closing is None:
        return []
    tracks = {track.key: track.name for track in record.material.document.tracks}
    rows: list[list[Text]] = [[tracks.get(each.track, each.track), score(each.score)] for each in closing.tracks]
    table = Table((Column("Track", 3), Column("Score", 1)), rows, "")
    return [Section("Scores as they stood", [table, *_reasons(closing)])]


def _reasons(closing: Snapshot) -> list[Table]:
    lists = (("What stopped a Go", closing.stops), ("What a Go was conditional on", closing.conditions))
    return [Table((Column(title, 1),), [[text] for text in texts]) for title, texts in lists if texts]


def _said(record: Record) -> list[Section]:
    review = record.review
    said: list[tuple[str, list[list[Text]]]] = [
        ("Dissent, in their own words", [[record.name(each.person), each.text] for each in review.dissent]),
        ("Said about risks", [[record.name(each.risk), each.text] for each in review.risk_notes]),
        ("Parked", [["", text] for text in review.parking_lot]),
    ]
    columns = (Column("", 1), Column("", 4))
    return [Section(title, [Table(columns, rows)]) for title, rows in said if rows]


def _room(record: Record) -> list[Section]:
    rows: list[list[Text]] = [
        [Cell(each.name, strong=True), each.field or "", each.before, each.after] for each in record.review.room_changes
    ]
    columns = (Column("What", 2.4), Column("Field", 1), Column("Before", 1.6), Column("After", 1.6))
    return [Section("Changed in the room", [Table(columns, rows)])] if rows else []


def _seal(record: Record) -> Section:
    seal = record.review.seal
    if seal is None:
        return Section("Seal", [Paragraph(UNSEALED)])
    state = next((each for each in seal_states(record.material.document) if each.row == record.review), None)
    facts = [
        ("State", "" if state is None else state.text),
        ("SHA-256", seal.digest),
        ("Follows", seal.previous or "nothing: it is the first record"),
        ("Sealed", joined([seal.moment.replace("T", " "), seal.who, f"edit {seal.edit}"])),
    ]
    rows: list[list[Text]] = [[Cell(name, strong=True), text] for name, text in facts if text]
    return Section("Seal", [Table((Column("", 1), Column("", 5)), rows)])


def _addenda(record: Record) -> list[Section]:
    found = [row for row in record.material.document.rows(Addendum) if row.review == record.review.id]
    rows: list[list[Text]] = [
        [
            day(row.day, record.material.today),
            record.name(row.by),
            Cell(row.text, strong=True),
            row.seal.digest[:16] if row.seal else "not sealed",
        ]
        for row in sorted(found, key=lambda row: row.day)
    ]
    columns = (Column("Day", 0.8), Column("By", 1.2), Column("Addendum", 4), Column("Seal begins", 1.4))
    return [Section("Addenda", [Table(columns, rows)])] if rows else []
