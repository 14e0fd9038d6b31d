"""A plan in which every text is a mark that occurs nowhere else, and which of them a reader may find."""

import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import Any

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import ReviewStatus
from launchpad.domain.gate import Review
from launchpad.domain.ids import AddendumId, CommentId, PersonId, RetroNoteId
from launchpad.domain.record import RoomChange
from launchpad.domain.review import Addendum, RetroNote
from launchpad.domain.row import Row
from launchpad.domain.task import Comment
from launchpad.domain.values import Dissent, Evidence

SPELLED = frozenset({"id", "order", "key", "verdict", "recommended", "started", "ended", "signed_at", "at", "when"})
"""Fields of text whose form is fixed."""
KEPT = frozenset({"launch_time", "timezone", "template", "lifts", "holiday_region", "currency", "part", "part_since"})


@dataclasses.dataclass
class Marks:
    """Gives out marks like ``zqtasktitle0042x`` and remembers what each stands for."""

    given: dict[str, tuple[str, str, str]] = dataclasses.field(default_factory=dict)

    def of(self, kind: str, field: str, row: str) -> str:
        mark = f"zq{kind}{field.replace('_', '')}{len(self.given):04d}x".lower()
        self.given[mark] = (kind, field, row)
        return mark

    def where(self, text: str) -> dict[str, tuple[str, str, str]]:
        """The marks that a file holds."""
        return {mark: about for mark, about in self.given.items() if mark in text.lower()}


def marked(plan: Document, marks: Marks) -> Document:
    """The plan with a mark in every field of text of every row, and notes of every private kind added."""
    rows = [row for kind in _kinds(plan) for row in plan.table(kind).values()]
    changes = [Change(row, _marked(row, marks)) for row in rows]
    after = plan.apply(Edit("Mark", tuple(each for each in changes if each.before != each.after)))
    return after.apply(Edit("Add", tuple(Change(None, row) for row in _private(after, marks))))


def _kinds(plan: Document) -> Iterator[type[Row]]:
    yield from plan._tables  # every kind there is


def _marked(row: Row, marks: Marks) -> Row:
    kind = type(row).__name__
    new: dict[str, Any] = {}
    for field in dataclasses.fields(row):
        value = getattr(row, field.name)
        if field.type is str and isinstance(value, str) and field.name not in SPELLED | KEPT:
            new[field.name] = marks.of(kind, field.name, row.id)
    if "link" in new:
        new["link"] = f"https://example.org/{new['link']}"
    if hasattr(row, "evidence"):
        new["evidence"] = (Evidence(marks.of(kind, "evidence", row.id), marks.of(kind, "evidence_ref", row.id)),)
    if isinstance(row, Review):
        new |= _record(row, marks)
    return dataclasses.replace(row, **new)


def _record(row: Review, marks: Marks) -> dict[str, Any]:
    person = row.decider or PersonId("nobody")
    return {
        "status": ReviewStatus.RECORDED,
        "dissent": (Dissent(person, marks.of("Review", "dissent", row.id)),),
        "parking_lot": (marks.of("Review", "parking_lot", row.id),),
        "room_changes": (RoomChange(marks.of("Review", "room_changes", row.id), "", "status", "a", "b"),),
        "signoffs": tuple(dataclasses.replace(each, comment=marks.of("Review", "signoffs", row.id))
                          for each in row.signoffs),
    }  # fmt: skip


def _private(plan: Document, marks: Marks) -> Iterator[Row]:
    day = date(2026, 10, 1)
    yield Comment(id=CommentId("a comment"), day=day, text=marks.of("Comment", "text", "added"))
    yield RetroNote(id=RetroNoteId("a note"), day=day, text=marks.of("RetroNote", "text", "added"))
    for review in plan.rows(Review)[:1]:
        text = marks.of("Addendum", "text", "added")
        yield Addendum(id=AddendumId("an addendum"), review=review.id, day=day, text=text)
