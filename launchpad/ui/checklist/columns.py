"""The columns of the checklist: how each is read, sorted and edited."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from launchpad.app.commands.task_anchor import STARTS
from launchpad.app.day_text import day_text, offset_text, typed_day
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.people import Person
from launchpad.domain.task import Task

Read = Callable[[Task, TaskFacts], str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `editor` is the kind of editor, empty when it can only be read; `typed` is the text edited first.

    `field` is the field a spreadsheet gets from it, empty for none. `rank` says which columns step aside first where
    there is no room: the highest; 0 never does. `width` is in pixels.
    """

    name: str
    title: str
    width: int
    read: Read
    sort: Callable[[Task, TaskFacts], Any]
    editor: str = ""
    typed: Read | None = None
    field: str = ""
    rank: int = 0
    is_shown: bool = True
    is_number: bool = False
    tip: str = ""

    def edit_text(self, task: Task, facts: TaskFacts) -> str:
        """What its editor begins with."""
        return (self.typed or self.read)(task, facts)


def _day(day: date | None, facts: TaskFacts) -> str:
    return "" if day is None else day_text(day, facts.today)


def _owner(task: Task, facts: TaskFacts) -> str:
    owner = facts.owner(task)
    return "" if owner is None else owner.name


def _owner_key(task: Task, facts: TaskFacts) -> str:
    owner = facts.owner(task)  # the name alone does not tell two people of one name apart
    return "" if owner is None else owner.key


def _approver(task: Task, facts: TaskFacts) -> str:
    person = facts.document.find(Person, task.approver)
    return "" if person is None else person.name


def _approver_key(task: Task, facts: TaskFacts) -> str:
    person = facts.document.find(Person, task.approver)
    return "" if person is None else person.key


def _gate(task: Task, facts: TaskFacts) -> str:
    gate = facts.gate(task)
    return "" if gate is None else gate.name


def _gate_key(task: Task, facts: TaskFacts) -> str:
    gate = facts.gate(task)
    return "" if gate is None else gate.key


def _start_typed(task: Task, facts: TaskFacts) -> str:
    if task.actual_start is not None:
        return typed_day(task.actual_start, facts.today)
    is_about_start = task.anchor is not None and task.anchor.kind in STARTS
    return typed_day(task.anchor.at if task.anchor and is_about_start else None, facts.today)


def _start_by(task: Task, facts: TaskFacts) -> date | None:
    return facts.start_by(task) if task.is_open else None


def _slack(task: Task, facts: TaskFacts) -> int | None:
    return facts.slack(task) if task.is_open else None


def _offset(task: Task, facts: TaskFacts) -> int | None:
    due = facts.due(task)
    return None if due is None else facts.calendar.offset_at_or_before(due)


def _offset_text(task: Task, facts: TaskFacts) -> str:
    offset = _offset(task, facts)
    return "" if offset is None else offset_text(offset)


def _deadline(task: Task, facts: TaskFacts) -> str:
    return typed_day(task.deadline, facts.today)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}".replace("-", "−")


_CRITICALITY = {each: number for number, each in enumerate(Criticality)}
_STATUS = {each: number for number, each in enumerate(TaskStatus)}


def _lower(read: Read) -> Callable[[Task, TaskFacts], str | None]:
    return lambda task, facts: read(task, facts).casefold() or None


COLUMNS: tuple[Column, ...] = (
    Column(
        "title",
        "Task",
        260,
        lambda task, facts: task.title,
        lambda task, facts: task.title.casefold(),
        editor="text",
        field="title",
    ),
    Column("key", "Key", 110, lambda t, f: t.key, lambda t, f: t.key.casefold(), "text", None, "key", 9, False),
    Column(
        "track",
        "Track",
        130,
        lambda t, f: f.track(t).name,
        _lower(lambda t, f: f.track(t).name),
        "track",
        lambda t, f: f.track(t).key,
        "track",
        8,
        False,
    ),
    Column("owner", "Owner", 116, _owner, _lower(_owner), "person", _owner_key, "owner", 0),
    Column(
        "status",
        "Status",
        126,
        lambda t, f: t.status.label,
        lambda t, f: _STATUS[t.status],
        "status",
        lambda t, f: t.status.value,
        "status",
        0,
    ),
    Column(
        "progress",
        "Progress",
        84,
        lambda t, f: "" if t.progress is None else f"{t.progress}%",
        lambda t, f: t.progress,
        "percent",
        lambda t, f: str(t.progress or 0),
        "progress",
        5,
        False,
    ),
    Column(
        "start",
        "Start",
        68,
        lambda t, f: _day(f.start(t), f),
        lambda t, f: f.start(t),
        "day",
        _start_typed,
        "start",
        3,
        is_number=True,
        tip="When it starts. Edit it as T-21, which moves along with the launch, or as a date.",
    ),
    Column(
        "due",
        "Due",
        68,
        lambda t, f: _day(f.due(t), f),
        lambda t, f: f.due(t),
        "day",
        _deadline,
        "due",
        0,
        is_number=True,
        tip="Its deadline, or when the plan ends it. Red: past due.",
    ),
    Column(
        "offset",
        "T±",
        56,
        _offset_text,
        _offset,
        "day",
        _deadline,
        "",
        2,
        is_number=True,
        tip="Due, in working days from launch day.",
    ),
    Column(
        "days",
        "Days",
        60,
        lambda t, f: str(t.duration),
        lambda t, f: t.duration,
        "days",
        None,
        "duration",
        6,
        False,
        is_number=True,
        tip="Working days it takes; 0 is a milestone.",
    ),
    Column(
        "slack",
        "Slack",
        60,
        lambda t, f: _number(_slack(t, f)),
        _slack,
        rank=6,
        is_shown=False,
        is_number=True,
        tip="Working days it can slip before it moves the gate or the launch.",
    ),
    Column(
        "start_by",
        "Start by",
        78,
        lambda t, f: _day(_start_by(t, f), f),
        _start_by,
        rank=7,
        is_shown=False,
        is_number=True,
    ),
    Column(
        "finish",
        "Forecast",
        78,
        lambda t, f: _day(f.forecast_finish(t), f),
        lambda t, f: f.forecast_finish(t),
        rank=7,
        is_shown=False,
        is_number=True,
        tip="When it will be finished, going by today and the progress made.",
    ),
    Column(
        "expected_finish",
        "Expected",
        82,
        lambda t, f: _day(t.expected_finish, f),
        lambda t, f: t.expected_finish,
        "day",
        lambda t, f: typed_day(t.expected_finish, f.today),
        "expected_finish",
        7,
        False,
        is_number=True,
        tip="When its owner expects to finish it.",
    ),
    Column(
        "criticality",
        "Priority",
        68,
        lambda t, f: t.criticality.label,
        lambda t, f: _CRITICALITY[t.criticality],
        "criticality",
        lambda t, f: t.criticality.value,
        "criticality",
        1,
    ),
    Column(
        "weight",
        "Weight",
        66,
        lambda t, f: _number(t.weight),
        lambda t, f: t.weight,
        "text",
        None,
        "weight",
        8,
        False,
        is_number=True,
        tip="Replaces what its priority counts, 1 to 10.",
    ),
    Column("gate", "Gate", 112, _gate, _lower(_gate), "gate", _gate_key, "gate", 4),
    Column("approver", "Approver", 110, _approver, _lower(_approver), "person", _approver_key, "approver", 8, False),
    Column(
        "evidence",
        "Proof",
        60,
        lambda t, f: str(len(t.evidence) or ""),
        lambda t, f: len(t.evidence),
        rank=8,
        is_shown=False,
        is_number=True,
        tip="Pieces of evidence.",
    ),
    Column(
        "updated",
        "Updated",
        78,
        lambda t, f: _day(t.updated, f),
        lambda t, f: t.updated,
        rank=9,
        is_shown=False,
        is_number=True,
    ),
    Column("note", "Note", 180, lambda t, f: t.note, _lower(lambda t, f: t.note), "text", None, "note", 9, False),
)

NUMBERS = {column.name: number for number, column in enumerate(COLUMNS)}
"""A column's name → its place."""
