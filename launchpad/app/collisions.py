"""Where launches get into each other's way: dates close together, people booked by several, events near a date."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from launchpad.app.launch_card import Busy, Event, LaunchCard
from launchpad.domain.wording import counted, listed

NEAR = 10
"""Working days within which two dates get into each other's way."""
CLOSE = 5
"""Working days within which an event near launch day is worth more than a look."""
SAME_SPELL = timedelta(days=4)
"""Days booked too much belong together across a weekend."""


class CollisionKind(StrEnum):
    """What collides."""

    DATES = "dates"
    EVENT = "event"
    PEOPLE = "people"


class Collision(NamedTuple):
    """One sentence and the launches it is about; `is_severe` ones come first."""

    kind: CollisionKind
    text: str
    paths: tuple[Path, ...]
    is_severe: bool = False


def collisions(cards: Iterable[LaunchCard]) -> tuple[Collision, ...]:
    """All collisions of the launches in flight, the severe ones first."""
    flying = [card for card in cards if card.is_in_flight]
    found = [*_events(flying), *_dates(flying), *_people(flying)]
    return tuple(sorted(found, key=lambda each: not each.is_severe))


def _dates(cards: Sequence[LaunchCard]) -> Iterator[Collision]:
    for one, other in combinations(sorted(cards, key=lambda card: card.launch_date), 2):
        apart = weekdays_between(one.launch_date, other.launch_date)
        if apart <= NEAR:
            when = "on the same day" if apart == 0 else f"{counted(apart, 'working day')} apart"
            text = f"{one.name} and {other.name} launch {when}{_shared(one, other)}"
            yield Collision(CollisionKind.DATES, text, (one.path, other.path), apart == 0)


def _shared(one: LaunchCard, other: LaunchCard) -> str:
    names = {busy.name.casefold(): busy.name for busy in one.busy}
    shared = [busy.name for busy in other.busy if busy.name.casefold() in names]
    if not shared:
        return ""
    more = len(shared) - 2
    shown = shared if more <= 0 else [*shared[:2], f"{more} more"]
    return f" and share {listed(shown)}"


def _events(cards: Sequence[LaunchCard]) -> Iterator[Collision]:
    known = {(event.name, event.first, event.last): event for card in cards for event in card.events}
    for card in cards:
        settled = {event[:3] for event in card.events if event.is_settled}
        for event in known.values():
            if event[:3] not in settled:
                yield from _event(card, event)


def _event(card: LaunchCard, event: Event) -> Iterator[Collision]:
    if event.first <= card.launch_date <= event.last:
        yield Collision(CollisionKind.EVENT, f"{card.name} launches during “{event.name}”", (card.path,), True)
        return
    after = event.last < card.launch_date
    first, last = (event.last, card.launch_date) if after else (card.launch_date, event.first)
    apart = weekdays_between(first, last)
    if apart <= NEAR:
        text = f"{card.name} launches {counted(apart, 'working day')} {'after' if after else 'before'} “{event.name}”"
        yield Collision(CollisionKind.EVENT, text, (card.path,), apart <= CLOSE)


def _people(cards: Sequence[LaunchCard]) -> Iterator[Collision]:
    by_name: dict[str, list[tuple[LaunchCard, Busy]]] = {}
    for card in cards:
        for busy in card.busy:
            by_name.setdefault(busy.name.casefold(), []).append((card, busy))
    for places in by_name.values():
        if len(places) > 1:
            yield from _overload(places)


def _overload(places: Sequence[tuple[LaunchCard, Busy]]) -> Iterator[Collision]:
    """The worst spell in which somebody is booked too much by more than one launch."""
    capacity = max(busy.capacity for _, busy in places)
    total: Counter[date] = Counter()
    launches: Counter[date] = Counter()
    for _, busy in places:
        total.update(busy.days)
        launches.update(day for day, tasks in busy.days.items() if tasks)
    over = sorted(day for day in total if total[day] > capacity and launches[day] > 1)
    if not over:
        return
    spell = max(_spells(over), key=lambda days: (max(total[day] for day in days), -days[0].toordinal()))
    involved = [card for card, busy in places if any(day in busy.days for day in spell)]
    peak = max(total[day] for day in spell)
    load = f"booked {peak / capacity:.0%}".replace("%", " %") if capacity else f"booked for {peak} tasks at once"
    across = listed([card.name for card in involved])
    text = f"{places[0][1].name} is {load} {_span(spell[0], spell[-1])} across {across}"
    yield Collision(CollisionKind.PEOPLE, text, tuple(card.path for card in involved))


def _spells(days: Sequence[date]) -> list[list[date]]:
    spells: list[list[date]] = []
    for day in days:
        if spells and day - spells[-1][-1] <= SAME_SPELL:
            spells[-1].append(day)
        else:
            spells.append([day])
    return spells


def weekdays_between(first: date, last: date) -> int:
    """Days from Monday to Friday from `first` up to but not including `last`; 0 unless it is later.

    Launches have calendars of their own; between them only the common week counts.
    """
    days = (last - first).days
    return sum(1 for away in range(days) if (first + timedelta(days=away)).isoweekday() <= 5)


def _span(first: date, last: date) -> str:
    if first == last:
        return f"on {first.day} {first:%b}"
    return f"from {first.day} {first:%b} to {last.day} {last:%b}"
