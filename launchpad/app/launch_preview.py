"""What a new launch would be, worked out while it is being chosen: when work starts, whether it fits, what it holds."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from launchpad.app.new_launch import built_in_templates, new_plan
from launchpad.app.resources import templates_folder
from launchpad.domain.document import Document
from launchpad.domain.fields import reference_fields
from launchpad.domain.ids import PersonId
from launchpad.domain.launch import Holiday
from launchpad.domain.people import Person
from launchpad.domain.row import Row, require_text
from launchpad.domain.wording import counted, listed
from launchpad.engines.calendar import calendar_of
from launchpad.engines.schedule import schedule
from launchpad.templates.library import find_template
from launchpad.templates.template import Question, Template

MOST_HOLIDAYS_NAMED = 4
WEEK = 5
"""Working days of a usual week."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A template to choose: `id` is what `new_plan` takes; `lead_days` are working days before launch day.

    `tracks` and `roles` are keys and names.
    """

    id: str
    name: str
    summary: str
    task_count: int
    tracks: tuple[tuple[str, str], ...]
    lead_days: int
    day_zero: str
    use_when: tuple[str, ...]
    avoid_when: tuple[str, ...]
    questions: tuple[Question, ...]
    roles: tuple[tuple[str, str], ...]

    @property
    def size(self) -> str:
        """How big it is, in one line."""
        tasks, tracks = counted(self.task_count, "task"), counted(len(self.tracks), "track")
        return f"{tasks} · {tracks} · {_weeks(self.lead_days)}"


def _weeks(days: int) -> str:
    return counted(-(-days // WEEK), "week")


@cache
def offers() -> tuple[Offer, ...]:
    """The templates that come with Launchpad."""
    return tuple(offer_of(each.id) for each in built_in_templates())


def offer_of(template: str) -> Offer:
    """The offer of a template's id or YAML file; raise PlanError naming what is wrong with it."""
    found = find_template(templates_folder(), template)
    return _offer(found, template if Path(template).suffix else found.id)


def _offer(template: Template, choice: str) -> Offer:
    return Offer(
        choice,
        template.name,
        template.summary,
        len(template.tasks),
        tuple((track.key, track.name) for track in template.tracks),
        max(0, -template.window[0]),
        template.day_zero.label,
        template.use_when,
        template.avoid_when,
        template.questions,
        template.roles,
    )


@dataclass(frozen=True, slots=True)
class Wish:
    """What was chosen so far; `people` are names by role, an empty one keeps the role's title.

    `left_out` are the keys of tracks that the launch does without.
    """

    template: str
    name: str
    launch_date: date
    holiday_region: str = ""
    answers: Mapping[str, bool] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The plan a wish would make. Days are working days.

    `head_start` counts from today to the first day of work, negative when that is past. `days_late` is how far
    after launch day the last must-have would be done if work began today; 0 when it fits.
    """

    document: Document
    start: date
    finish: date
    launch_date: date
    lead_days: int
    head_start: int
    days_late: int
    forecast_launch: date
    holidays: tuple[Holiday, ...]
    task_count: int
    left_out: int
    tracks: Mapping[str, int]  # tasks by the key of their track
    gates: tuple[tuple[str, date], ...]

    @property
    def fits(self) -> bool:
        """Whether every must-have can be done by launch day."""
        return self.days_late == 0

    @property
    def lines(self) -> tuple[str, ...]:
        """What the plan is, in sentences; whether it fits is `verdict`."""
        return tuple(filter(None, (self._work_line(), self._tasks_line(), self._holidays_line())))

    def _work_line(self) -> str:
        return f"Starts {long_day(self.start)}, {_weeks(self.lead_days)} before launch."

    def _tasks_line(self) -> str:
        left_out = f"; your choices leave out {self.left_out}" if self.left_out else ""
        return f"{counted(self.task_count, 'task')}, {counted(len(self.gates), 'gate')}{left_out}."

    def _holidays_line(self) -> str:
        names = list(dict.fromkeys(_short_name(holiday) for holiday in self.holidays))
        if not names:
            return "No holidays fall inside it."
        shown = names[:MOST_HOLIDAYS_NAMED]
        if len(names) > len(shown):
            shown.append(f"{len(names) - len(shown)} more")
        return f"{listed(shown)} {'falls' if len(names) == 1 else 'fall'} inside it."

    @property
    def verdict(self) -> tuple[str, str]:
        """Whether it fits, as a tone (ok, warn, bad) and a sentence."""
        if not self.fits:
            return "bad", (
                f"Does not fit: if work begins today, the last must-have is done on {long_day(self.forecast_launch)},"
                f" {counted(self.days_late, 'working day')} late."
            )
        if self.head_start < 0:
            ago = counted(-self.head_start, "working day")
            return "warn", f"Tight: work should have started {ago} ago. Begun today, it still fits."
        if self.head_start == 0:
            return "ok", "Fits: work starts today."
        return "ok", f"Fits: {counted(self.head_start, 'working day')} until work starts."


def _short_name(holiday: Holiday) -> str:
    """A holiday's first name: some days are several at once."""
    return holiday.name.partition(";")[0] or long_day(holiday.day)


def long_day(day: date) -> str:
    """A day with its weekday and year."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def plan_of(wish: Wish) -> Document:
    """Make the plan of a wish; raise PlanError naming what is wrong."""
    require_text(wish.name, "The launch's name")
    name, left_out = wish.name.strip(), wish.left_out
    document = new_plan(wish.template, name, wish.launch_date, wish.holiday_region, wish.answers, left_out)
    return with_people(document, wish.people)


def preview_of(wish: Wish, today: date) -> Preview:
    """Work out what a wish would make; raise PlanError naming what is wrong."""
    document = plan_of(replace(wish, name=wish.name.strip() or "New launch"))
    dates, calendar = schedule(document, today), calendar_of(document)
    work = [task for task in document.tasks if not task.is_passed_over]
    per_track = Counter(task.track for task in work)
    inside = (day for day in document.rows(Holiday) if dates.start <= day.day <= dates.finish)
    return Preview(
        document=document,
        start=dates.start,
        finish=dates.finish,
        launch_date=document.launch.launch_date,
        lead_days=max(0, calendar.workdays_between(dates.start, document.launch.launch_date)),
        head_start=calendar.workdays_between(today, dates.start),
        days_late=max(0, calendar.workdays_between(document.launch.launch_date, dates.forecast_launch)),
        forecast_launch=dates.forecast_launch,
        holidays=tuple(day for day in inside if day.day.isoweekday() in document.calendar.workdays),
        task_count=len(work),
        left_out=offer_of(wish.template).task_count - len(work),
        tracks={track.key: per_track[track.id] for track in document.tracks},
        gates=tuple((gate.name, dates.gates[gate.id].day) for gate in document.gates),
    )


def with_people(document: Document, names: Mapping[str, str]) -> Document:
    """Name the people of a new plan by role; roles given to one name become one person."""
    by_name: dict[str, Person] = {}
    heirs: dict[str, str] = {}
    people: dict[str, Person] = {}
    for person in document.people:
        name = names.get(person.key, "").strip() or person.name
        first = by_name.setdefault(name.casefold(), replace(person, name=name))
        heirs[person.id] = first.id
        role = first.role if first.id == person.id else f"{people[first.id].role}, {person.role}"
        people[first.id] = replace(first, role=role)
    others = (_handed_on(row, heirs) for row in document if not isinstance(row, Person))
    return Document((*people.values(), *others))


def _handed_on(row: Row, heirs: Mapping[str, str]) -> Row:
    """The row with everybody it names replaced by their heir."""
    fields = [field.name for field in reference_fields(type(row)) if Person in field.refers_to]
    changed: dict[str, Any] = {}
    for name in fields:
        value = getattr(row, name)
        if isinstance(value, str) and heirs.get(value, value) != value:
            changed[name] = PersonId(heirs[value])
    return replace(row, **changed) if changed else row
