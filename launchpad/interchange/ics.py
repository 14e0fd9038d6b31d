"""Gates, milestones, due dates and launch day as a calendar that mail programs read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from launchpad.interchange.plain_text import clean


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A whole-day event. `identity` stays the same from export to export, so that a calendar updates its entry."""

    identity: str
    day: date
    title: str
    details: str = ""
    category: str = ""


def calendar_bytes(name: str, entries: Iterable[CalendarEntry], *, written_at: datetime, revision: int) -> bytes:
    """Return an iCalendar file; `written_at` is UTC; `revision` grows with the plan, so that a newer export wins."""
    calendar = Calendar()
    calendar.add("prodid", "-//Launchpad//Launch plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean(name))
    for event in _events(entries, written_at, revision):
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _events(entries: Iterable[CalendarEntry], written_at: datetime, revision: int) -> Iterator[Event]:
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.identity}@launchpad")
        event.add("dtstamp", written_at.replace(tzinfo=UTC))
        event.add("sequence", revision)
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", clean(entry.title))
        if entry.details:
            event.add("description", clean(entry.details))
        event.add("categories", [entry.category])
        event.add("transp", "TRANSPARENT")
        yield event
