"""The typed filter of the checklist: ``owner:mara due<2w must status:blocked gate:G3 press kit``.

Words that are no term are looked for in a task's title, key, notes and names. All terms have to hold; a term after a
minus must not. What cannot be read is a PlanError, one sentence.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from launchpad.app.day_text import read_day
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.people import Person, Track
from launchpad.domain.task import Task
from launchpad.engines.calendar import calendar_of

Test = Callable[[Task, TaskFacts], bool]

_TOKEN = re.compile(r'(-?)(?:([A-Za-z_]+)(:|<=|>=|<|>|=))?("[^"]*"?|\S*)')
_NOBODY = frozenset({"none", "nobody", "no", "-"})

HELP = (
    ("press kit", "both words, in title, key, notes, owner, track or gate"),
    ('"press kit"', "these words together"),
    ("owner:mara", "by id or name; owner:none is nobody, owner:me is you"),
    ("track:sales   gate:G3", "by key or part of the name; track=sales by all of it; gate:none is no gate"),
    ("status:blocked", "also: open, done, waived, review, started, waiting"),
    ("must   should   could", "by priority"),
    ("overdue   blocked   late   critical", "late: the forecast misses the due day"),
    ("due<2w   due>T-10   due:today", "days: 5 Jan, 1/5, fri, tomorrow, T-21, 3d, 2w"),
    ("start<…   finish<…   updated<-2w", "other dates, the same way"),
    ("slack<3   progress>50   days>5", "by number, in working days or percent"),
    ("evidence:none   private", "without proof; with a private note"),
    ("-must   -owner:mara", "a minus turns a term around"),
)
"""Examples and what they mean, for the window's help."""


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """A filter that has been read; an empty one matches every task. `named` are its terms that name somebody."""

    text: str
    tests: tuple[Test, ...]
    named: tuple["NamedTerm", ...] = ()

    def __call__(self, task: Task, facts: TaskFacts) -> bool:
        """Whether a task passes."""
        return all(test(task, facts) for test in self.tests)

    def __bool__(self) -> bool:
        """Whether the filter asks for anything."""
        return bool(self.tests)


@dataclass(frozen=True, slots=True)
class NamedTerm:
    """A term that names a person, track or gate, by part of the name or by all of it."""

    field: str
    value: str
    is_whole: bool

    def is_of(self, key: str, name: str) -> bool:
        """Whether somebody or something with this key and name is meant."""
        wanted, name = self.value.casefold().removeprefix("@"), name.casefold()
        return key.casefold() == wanted or (name == wanted if self.is_whole else wanted in name)


EVERYTHING = TaskFilter("", ())


def read_filter(text: str, today: date) -> TaskFilter:
    """Read a filter; raise PlanError for a term that means nothing. A term still without a value is left out."""
    tests: list[Test] = []
    named: list[NamedTerm] = []
    for minus, field, relation, value in _terms(text):
        test = _test(field, relation, value, today)
        tests.append(_not(test) if minus else test)
        if field in _NAMED and value.strip('"').casefold() not in (*_NOBODY, "me"):
            named.append(NamedTerm(field, value.strip('"'), relation == "="))
    return TaskFilter(text, tuple(tests), tuple(named))


def unknown_name(wanted: TaskFilter, document: Document) -> str:
    """A sentence about the first name in a filter that nobody and nothing in the plan has; empty without one."""
    kinds: dict[str, tuple[Person | Track | Gate, ...]] = {"track": document.tracks, "gate": document.gates}
    for term in wanted.named:
        if not any(term.is_of(row.key, row.name) for row in kinds.get(term.field, document.people)):
            what = f"No {term.field}" if term.field in kinds else "Nobody"
            return f"{what} in this plan is called “{term.value[:40]}”."
    return ""


def track_term(key: str) -> str:
    """The filter that shows one track, whatever signs its key has and whatever other tracks are called."""
    return f'track="{key}"' if re.search(r"\s", key) else f"track={key}"


def _terms(text: str) -> Iterator[tuple[str, str, str, str]]:
    for match in _TOKEN.finditer(text):
        minus, field, relation, value = match[1], (match[2] or "").casefold(), match[3] or "", match[4]
        if value.strip('"'):
            yield minus, field, relation, value


def _test(field: str, relation: str, value: str, today: date) -> Test:
    if not field:
        word = value.casefold()
        return _FLAGS[word] if word in _FLAGS else _text_test(value.strip('"'))
    if field in _NAMED:
        return _name_test(NamedTerm(field, value.strip('"'), relation == "="))
    if field in _DAYS:
        return _day_test(field, relation, value.strip('"'), today)
    if field in _NUMBERS:
        return _number_test(field, relation, value)
    if field == "status":
        return _status_test(value)
    if field in ("priority", "criticality"):
        return _flag(value, ("must", "should", "could"))
    if field in ("evidence", "note"):
        return _has_test(field, value)
    raise PlanError(f"There is no “{field[:40]}:” to filter by; {_meant(field)}.")


def _meant(field: str) -> str:
    from difflib import get_close_matches  # only for mistakes

    known = (*sorted({*_NAMED, *_DAYS, *_NUMBERS}), "status", "priority", "evidence", "note")
    close = get_close_matches(field, known, 1)
    return f"perhaps “{close[0]}:” is meant" if close else "try owner, track, gate, status, due, start or slack"


def _not(test: Test) -> Test:
    return lambda task, facts: not test(task, facts)


def _flag(value: str, words: tuple[str, ...]) -> Test:
    if value.casefold() not in words:
        raise PlanError(f"“{value[:40]}” is not one of {', '.join(words)}.")
    return _FLAGS[value.casefold()]


# --- words ---------------------------------------------------------------------------------------------------------


def _text_test(text: str) -> Test:
    wanted = text.casefold()

    def test(task: Task, facts: TaskFacts) -> bool:
        if wanted in task.title.casefold() or wanted in task.key.casefold():
            return True
        owner, gate = facts.owner(task), facts.gate(task)
        others = (
            owner.name if owner else "",
            facts.track(task).name,
            gate.name if gate else "",
            task.note,
            task.private_note,
            task.deliverable,
            task.acceptance,
        )
        return any(wanted in other.casefold() for other in others)

    return test


def _names(field: str, task: Task, facts: TaskFacts) -> tuple[str, str] | None:
    if field in ("owner", "approver"):
        person = facts.document.find(Person, getattr(task, field))
        return None if person is None else (person.key, person.name)
    if field == "track":
        track = facts.track(task)
        return track.key, track.name
    gate = facts.gate(task)
    return None if gate is None else (gate.key, gate.name)


def _name_test(term: NamedTerm) -> Test:
    wanted = term.value.casefold().removeprefix("@")
    if wanted in _NOBODY:
        return lambda task, facts: _names(term.field, task, facts) is None
    if wanted == "me":
        return _is_mine

    def test(task: Task, facts: TaskFacts) -> bool:
        names = _names(term.field, task, facts)
        return names is not None and term.is_of(*names)

    return test


def _is_mine(task: Task, facts: TaskFacts) -> bool:
    return facts.me is not None and task.owner == facts.me.id


def _has_test(field: str, value: str) -> Test:
    if value.casefold() in _NOBODY:
        return lambda task, facts: not getattr(task, field)
    return _text_in(field, value)


def _text_in(field: str, value: str) -> Test:
    wanted = value.strip('"').casefold()
    if wanted in ("any", "yes"):
        return lambda task, facts: bool(getattr(task, field))
    if field == "note":
        return lambda task, facts: wanted in task.note.casefold()
    return lambda task, facts: any(wanted in f"{proof.label} {proof.ref}".casefold() for proof in task.evidence)


# --- statuses ------------------------------------------------------------------------------------------------------

_STATUS_WORDS: dict[str, tuple[TaskStatus, ...]] = {
    "started": (TaskStatus.IN_PROGRESS, TaskStatus.IN_REVIEW),
    "progress": (TaskStatus.IN_PROGRESS,),
    "review": (TaskStatus.IN_REVIEW,),
    "waiting": (TaskStatus.NOT_STARTED,),
    "na": (TaskStatus.NOT_APPLICABLE,),
    "n/a": (TaskStatus.NOT_APPLICABLE,),
}


def _status_test(value: str) -> Test:
    word = re.sub(r"[\s-]+", "_", value.strip('"').casefold())
    if word in ("open", "closed"):
        is_open = word == "open"
        return lambda task, facts: task.is_open is is_open
    statuses = _STATUS_WORDS.get(word) or tuple(status for status in TaskStatus if status.value.startswith(word))
    if not statuses:
        raise PlanError(f"“{value[:40]}” is not a status; try open, waiting, started, review, blocked, done or waived.")
    return lambda task, facts: task.status in statuses


# --- days and numbers ----------------------------------------------------------------------------------------------


_DAYS: dict[str, Callable[[Task, TaskFacts], date | None]] = {
    "due": lambda task, facts: facts.due(task),
    "start": lambda task, facts: facts.start(task),
    "finish": lambda task, facts: facts.forecast_finish(task),
    "by": lambda task, facts: facts.start_by(task),
    "updated": lambda task, facts: task.updated,
}


def _day_test(field: str, relation: str, value: str, today: date) -> Test:
    when, day_of = read_day(value, today), _DAYS[field]

    def test(task: Task, facts: TaskFacts) -> bool:
        found = day_of(task, facts)
        wanted = when if isinstance(when, date) else calendar_of(facts.document).date_at(when)
        return found is not None and _compared(found.toordinal(), relation, wanted.toordinal())

    return test


_NUMBERS: dict[str, Callable[[Task, TaskFacts], float | None]] = {
    "slack": lambda task, facts: facts.slack(task),
    "progress": lambda task, facts: task.progress or 0,
    "days": lambda task, facts: task.duration,
    "weight": lambda task, facts: task.weight,
}


def _number_test(field: str, relation: str, value: str) -> Test:
    match = re.fullmatch(r"([+-]?\d{1,6})(?:%|d)?", value.replace("−", "-"))
    if match is None:
        raise PlanError(f"“{value[:40]}” is not a number; write {field}<3.")
    wanted, number_of = int(match[1]), _NUMBERS[field]

    def test(task: Task, facts: TaskFacts) -> bool:
        found = number_of(task, facts)
        return found is not None and _compared(found, relation, wanted)

    return test


def _compared(found: float, relation: str, wanted: float) -> bool:
    match relation:
        case "<":
            return found < wanted
        case ">":
            return found > wanted
        case "<=":
            return found <= wanted
        case ">=":
            return found >= wanted
    return found == wanted


# --- words that are terms by themselves ----------------------------------------------------------------------------


def _is_late_by_forecast(task: Task, facts: TaskFacts) -> bool:
    if not task.is_open:
        return False
    finish, due = facts.forecast_finish(task), facts.due(task)
    return finish is not None and due is not None and finish > due


def _is(criticality: Criticality) -> Test:
    return lambda task, facts: task.criticality is criticality


_FLAGS: dict[str, Test] = {
    "must": _is(Criticality.MUST),
    "should": _is(Criticality.SHOULD),
    "could": _is(Criticality.COULD),
    "open": lambda task, facts: task.is_open,
    "done": lambda task, facts: task.status is TaskStatus.DONE,
    "blocked": lambda task, facts: task.status is TaskStatus.BLOCKED,
    "overdue": lambda task, facts: facts.is_late(task),
    "late": _is_late_by_forecast,
    "critical": lambda task, facts: facts.is_critical(task),
    "mine": _is_mine,
    "milestone": lambda task, facts: task.is_milestone,
    "private": lambda task, facts: bool(task.private_note),
}
_NAMED = frozenset({"owner", "approver", "track", "gate"})
