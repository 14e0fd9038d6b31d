"""A launch plan at one moment: rows by kind and id, and the ways to find them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import TypeVar, cast

from launchpad.domain.edit import Change, Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.fields import Field, ids_named, reference_fields, references
from launchpad.domain.gate import Gate
from launchpad.domain.kinds import KINDS, NAMES
from launchpad.domain.launch import Calendar, Launch
from launchpad.domain.people import Person, Track
from launchpad.domain.row import Row
from launchpad.domain.task import Dependency, Task

R = TypeVar("R", bound=Row)
T = TypeVar("T")


class Document:
    """An immutable plan. `apply` returns the plan after an edit; rows that did not change are the same objects.

    Every id that a row names exists, keys are unique within their kind, and there is one launch and one calendar:
    a document that breaks this cannot be made. Other rules about the whole plan are findings of an engine.
    """

    __slots__ = ("_answers", "_tables")

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        """Build a plan from its rows; raise PlanError for a duplicate, a dangling reference or a missing launch."""
        found: dict[type[Row], list[Row]] = {kind: [] for kind in KINDS.values()}
        for row in rows:
            found[type(row)].append(row)
        self._tables = {kind: MappingProxyType({row.id: row for row in each}) for kind, each in found.items()}
        self._answers: dict[object, object] = {}
        for kind, each in found.items():
            if len(self._tables[kind]) < len(each):
                raise PlanError(f"Two rows of {NAMES[kind]} share an identity.")
            self._check_keys(kind)
        for kind in found:
            self._check_references_of(kind)
        self._check_singles()

    @classmethod
    def _of(cls, tables: dict[type[Row], MappingProxyType[str, Row]]) -> "Document":
        document = cls.__new__(cls)
        document._tables = tables
        document._answers = {}
        return document

    def apply(self, edit: Edit) -> "Document":
        """Return the document after `edit`, or raise PlanError and leave nothing half done."""
        touched: dict[type[Row], dict[str, Row]] = {}
        for change in edit.changes:
            kind, row_id = type(change.row), change.row.id
            table = touched.get(kind)
            if table is None:
                table = touched[kind] = self._tables[kind].copy()
            if table.get(row_id) != change.before:
                raise PlanError(f"{edit.label}: the plan has changed since.")
            if change.after is None:
                del table[row_id]
            else:
                table[row_id] = change.after
        after = Document._of({**self._tables, **{k: MappingProxyType(t) for k, t in touched.items()}})
        after._check(edit.changes)
        return after

    def _check(self, changes: Iterable[Change]) -> None:
        removed: set[str] = set()
        rekeyed: set[type[Row]] = set()
        for change in changes:
            row = self._tables[type(change.row)].get(change.row.id)
            if row is None:
                removed.add(change.row.id)
                continue
            self._check_references(row)
            if change.before is None or getattr(change.before, "key", None) != getattr(row, "key", None):
                rekeyed.add(type(row))
        for kind in rekeyed:
            self._check_keys(kind)
        if removed:
            self._check_nobody_names(removed)
        self._check_singles()

    def _check_references(self, row: Row) -> None:
        for field, named in references(row):
            if not any(named in self._tables[kind] for kind in field.refers_to):
                raise PlanError(f"{describe_row(row)} names a row in “{field.name}” that does not exist.")

    def _check_references_of(self, kind: type[Row]) -> None:
        if any(self._missing(kind, field) for field in reference_fields(kind)):
            for row in self._tables[kind].values():
                self._check_references(row)

    def _missing(self, kind: type[Row], field: Field) -> set[str]:
        """The ids that rows of a kind name in a field and that nobody has."""
        return ids_named(self._tables[kind].values(), field).difference(*(self._tables[k] for k in field.refers_to))

    def _check_nobody_names(self, removed: set[str]) -> None:
        for kind in self._tables:
            for field in reference_fields(kind):
                missing = self._missing(kind, field) & removed
                for row in self._tables[kind].values() if missing else ():
                    if not missing.isdisjoint(ids_named([row], field)):
                        raise PlanError(f"{describe_row(row)} still refers to what would be removed.")

    def _check_keys(self, kind: type[Row]) -> None:
        if "key" not in kind.__slots__:
            return
        keys = list(map(attrgetter("key"), self._tables[kind].values()))
        if len({*keys}) < len(keys):
            key = Counter(keys).most_common(1)[0][0]
            raise PlanError(f"The key “{key}” is used twice in {NAMES[kind]}.")

    def _check_singles(self) -> None:
        for kind in (Launch, Calendar):
            if len(self._tables[kind]) != 1:
                raise PlanError(f"A plan has exactly one {kind.__name__.lower()}.")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and self._tables == other._tables

    __hash__ = None  # type: ignore[assignment]

    def __iter__(self) -> Iterator[Row]:
        """All rows, kind by kind."""
        for table in self._tables.values():
            yield from table.values()

    def table(self, kind: type[R]) -> Mapping[str, R]:
        """Rows of one kind by id."""
        return cast("Mapping[str, R]", self._tables[kind])

    def rows(self, kind: type[R]) -> tuple[R, ...]:
        """Rows of one kind in their order (then by key or day, then id); kept while the document lives."""
        return self.once(("rows", kind), lambda: tuple(sorted(self.table(kind).values(), key=_place)))

    def once(self, question: object, answer: Callable[[], T]) -> T:
        """Return the answer to a hashable question about this document, computing it the first time only."""
        if question not in self._answers:
            self._answers[question] = answer()
        return cast(T, self._answers[question])

    def knows(self, question: object) -> bool:
        """Whether `once` has the answer to a question already."""
        return question in self._answers

    def forget(self) -> None:
        """Let go of the answers, if nobody will ask any more: they hold the document, which holds them."""
        self._answers.clear()

    def find(self, kind: type[R], row_id: str | None) -> R | None:
        """The row with that id, or None (also for None)."""
        return None if row_id is None else self.table(kind).get(row_id)

    def by_key(self, kind: type[R], key: str) -> R | None:
        """The row of a kind with that key, or None."""
        return self._keys(kind).get(key)

    def _keys(self, kind: type[R]) -> Mapping[str, R]:
        return self.once(("keys", kind), lambda: {row.key: row for row in self.table(kind).values()})  # type: ignore[attr-defined]

    @property
    def launch(self) -> Launch:
        """The launch this plan is for."""
        return next(iter(self.table(Launch).values()))

    @property
    def calendar(self) -> Calendar:
        """The plan's working week."""
        return next(iter(self.table(Calendar).values()))

    @property
    def tasks(self) -> tuple[Task, ...]:
        """All tasks, tracks in their order and tasks in theirs within the track."""
        return self.once("tasks", self._tasks_by_track)

    def _tasks_by_track(self) -> tuple[Task, ...]:
        place = {track.id: number for number, track in enumerate(self.tracks)}
        return tuple(
            sorted(self.table(Task).values(), key=lambda task: (place[task.track], task.order, task.key, task.id))
        )

    @property
    def tracks(self) -> tuple[Track, ...]:
        """All tracks in order."""
        return self.rows(Track)

    @property
    def gates(self) -> tuple[Gate, ...]:
        """All gates in order."""
        return self.rows(Gate)

    @property
    def people(self) -> tuple[Person, ...]:
        """All people in order."""
        return self.rows(Person)

    @property
    def dependencies(self) -> tuple[Dependency, ...]:
        """All dependencies."""
        return self.rows(Dependency)

    def task(self, key: str) -> Task:
        """The task with that key; raise PlanError if there is none."""
        task = self.by_key(Task, key)
        if task is None:
            raise PlanError(f"There is no task “{key[:80]}” in this plan{_nearest(key, self._keys(Task))}")
        return task

    def node(self, key: str) -> Task | Gate:
        """The task or gate with that key; raise PlanError if there is none."""
        found = self.by_key(Task, key) or self.by_key(Gate, key)
        if found is None:
            known = [*self._keys(Task), *self._keys(Gate)]
            raise PlanError(f"There is no task or gate “{key[:80]}” in this plan{_nearest(key, known)}")
        return found

    def person(self, name: str) -> Person:
        """The person with that id or, failing that, that name; raise PlanError if there is none or several."""
        found = self.by_key(Person, name)
        if found is not None:
            return found
        named = [person for person in self.people if person.name.casefold() == name.strip().casefold()]
        if len(named) == 1:
            return named[0]
        why = "There is nobody" if not named else "There are several people"
        raise PlanError(f"{why} called “{name[:80]}” in this plan.")


def _nearest(key: str, known: Iterable[str]) -> str:
    """The key that was probably meant, as the end of a sentence."""
    import difflib  # only for who mistypes a key

    near = difflib.get_close_matches(key[:80], list(known), n=1, cutoff=0.75)
    return f"; did you mean {near[0]}?" if near else "."


def describe_row(row: Row) -> str:
    """A row as an error names it: its kind and its key, title or name."""
    name = next((text for part in ("key", "title", "name") if (text := getattr(row, part, ""))), row.id)
    return f"{type(row).__name__} “{name}”"


def _place(row: Row) -> tuple[str, str, str]:
    key = getattr(row, "key", None) or getattr(row, "day", None) or ""
    return (getattr(row, "order", ""), str(key), row.id)
