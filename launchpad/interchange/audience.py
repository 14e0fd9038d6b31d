"""Who a file is for, and what of the plan they may see (the rest is absent from the file, not hidden in it)."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from launchpad.domain.document import Document
from launchpad.domain.ids import PersonId, TrackId
from launchpad.domain.people import Person
from launchpad.domain.row import Row
from launchpad.domain.task import Dependency, Task
from launchpad.interchange.plain_text import clean

R = TypeVar("R", bound=Row)


class Audience(StrEnum):
    """Who a file is made for."""

    FULL = "full"
    SALES = "sales"
    SUPPORT = "support"
    EXECUTIVE = "executive"


HOME_TRACKS = {Audience.SALES: ("sales",), Audience.SUPPORT: ("support",)}
"""Keys of the tracks whose tasks an audience fills in."""

NAMED_TRACKS = {
    Audience.SALES: frozenset({"sales", "marketing"}),
    Audience.SUPPORT: frozenset({"support", "success", "engineering"}),
}
"""Keys of the tracks whose people an audience reads by name; everybody else appears as their role."""


@dataclass(frozen=True, slots=True)
class View:
    """What one audience sees of one plan: people by label, the tasks it fills in, and those it waits for."""

    audience: Audience
    people: Mapping[PersonId, str]  # label of everybody, a name or a role
    named: tuple[Person, ...]  # those shown by name, in the plan's order
    own: tuple[Task, ...]  # tasks with editable cells
    awaited: tuple[Task, ...]  # tasks of others that an own task follows directly

    def person(self, person_id: PersonId | None) -> str:
        """The label of a person, empty for nobody."""
        return "" if person_id is None else self.people[person_id]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is held back (but private notes)."""
        return self.audience is Audience.FULL


def view_of(document: Document, audience: Audience) -> View:
    """Work out what `audience` sees of the plan."""
    named = _named(document, audience)
    own = _own_tasks(document, audience)
    return View(
        audience=audience,
        people=_labels(document, frozenset(person.id for person in named)),
        named=named,
        own=own,
        awaited=_awaited(document, own) if len(own) < len(document.tasks) else (),
    )


def unique_labels(
    rows: Iterable[R], name: Callable[[R], str], key: Callable[[R], str], reserved: Iterable[str] = ()
) -> dict[str, str]:
    """Return id → clean name; the key is added where names are alike, since cells compare without case.

    `reserved` are labels that nobody gets.
    """
    rows = tuple(rows)
    names = {row.id: clean(name(row)).strip() or clean(key(row)) for row in rows}
    counts = Counter(label.casefold() for label in names.values())
    taken = {label.casefold() for label in reserved}
    labels: dict[str, str] = {}
    for row in rows:
        label = names[row.id]
        if counts[label.casefold()] > 1:
            label = f"{label} ({clean(key(row))})"
        labels[row.id] = _free(label, taken)
        taken.add(labels[row.id].casefold())
    return labels


def _free(label: str, taken: set[str]) -> str:
    candidate, number = label, 2
    while candidate.casefold() in taken:
        candidate, number = f"{label} {number}", number + 1
    return candidate


def _named(document: Document, audience: Audience) -> tuple[Person, ...]:
    if audience is Audience.FULL or audience is Audience.EXECUTIVE:
        return document.people
    homes = home_tracks(document)
    wanted = {track.id for track in document.tracks if track.key in NAMED_TRACKS[audience]}
    return tuple(person for person in document.people if homes.get(person.id) in wanted)


def home_tracks(document: Document) -> dict[PersonId, TrackId]:
    """Return the track each person belongs to: the one they lead, else the one they own most tasks of."""
    owned: dict[PersonId, Counter[TrackId]] = {}
    for task in document.tasks:
        if task.owner is not None:
            owned.setdefault(task.owner, Counter())[task.track] += 1
    homes = {person: counts.most_common(1)[0][0] for person, counts in owned.items()}
    for track in reversed(document.tracks):
        if track.lead is not None:
            homes[track.lead] = track.id
    return homes


def _labels(document: Document, named: frozenset[PersonId]) -> Mapping[PersonId, str]:
    def name(person: Person) -> str:
        return person.name if person.id in named else person.role or "Somebody else"

    numbers = {person.id: str(number) for number, person in enumerate(document.people, 1)}

    def key(person: Person) -> str:
        return person.key if person.id in named else numbers[person.id]

    return {PersonId(person): label for person, label in unique_labels(document.people, name, key).items()}


def _own_tasks(document: Document, audience: Audience) -> tuple[Task, ...]:
    if audience is Audience.FULL:
        return document.tasks
    keys = HOME_TRACKS.get(audience, ())
    tracks = {track.id for track in document.tracks if track.key in keys}
    return tuple(task for task in document.tasks if task.track in tracks)


def _awaited(document: Document, own: tuple[Task, ...]) -> tuple[Task, ...]:
    mine = {task.id for task in own}
    before = {link.predecessor for link in document.rows(Dependency) if link.successor in mine}
    return tuple(task for task in document.tasks if task.id in before and task.id not in mine)
