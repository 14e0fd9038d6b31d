"""Makes a plan from the outline of another program's file."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from launchpad.domain import ids
from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind, Criticality, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.launch import Calendar, Holiday, Launch
from launchpad.domain.order import spread
from launchpad.domain.people import Person, Track
from launchpad.domain.row import LONGEST_TEXT, Row
from launchpad.domain.task import Baseline, Dependency, Task
from launchpad.domain.values import LONGEST, Anchor, BaselineDates, checked_date
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.interchange.foreign.circles import without_circles
from launchpad.interchange.foreign.headings import Headings, owners_note, under
from launchpad.interchange.foreign.names import LONGEST_NAME, free_key, short, slug, unique
from launchpad.interchange.foreign.outline import Item, Outline

NEXT_WORKDAY = 366
"""Days within which there is a working day."""


def plan_from_outline(outline: Outline, *, name: str, launch_date: date | None = None) -> Document:
    """The plan of an outline.

    Without `launch_date` launch day is where the file's last task ends: the day of a milestone, the working day after
    any other. A table's own starts become launch-relative anchors, for it has nothing else to hold its dates; what a
    scheduling program says about constraints is taken as it is. Raise PlanError when no day can be found.
    """
    day = checked_date(launch_date or _last_day(outline))
    return Document(_Rows(outline, name, day).rows())


def _last_day(outline: Outline) -> date:
    ends = [(end, item.duration != 0) for item in outline.items if (end := item.finish or item.start) is not None]
    if not ends:
        raise PlanError("The file names no days, so launch day is not known: give it with --date 2026-11-10.")
    last, is_work = max(ends)
    return _worked(last + timedelta(days=is_work), outline)


def _worked(day: date, outline: Outline) -> date:
    days = (day + timedelta(days=step) for step in range(NEXT_WORKDAY))
    return next((each for each in days if each.isoweekday() in outline.workdays and each not in outline.holidays), day)


class _Rows:
    """The rows of a plan while it is made."""

    def __init__(self, outline: Outline, name: str, day: date) -> None:
        self._outline, self._headings = outline, Headings(outline)
        self._items = [item for item in outline.items if not item.is_heading]
        self._base = (
            Launch(id=ids.LaunchId(ids.new_id()), name=short(name), launch_date=day, start=outline.start),
            Calendar(id=ids.CalendarId(ids.new_id()), workdays=outline.workdays),
            *(
                Holiday(id=ids.HolidayId(ids.new_id()), day=off, name=called)
                for off, called in outline.holidays.items()
            ),
        )
        self._calendar = calendar_of(Document(self._base))
        self._people = _people(outline)
        self._tracks = _tracks(dict.fromkeys(self._headings.track_of(item) for item in self._items))

    def rows(self) -> Iterator[Row]:
        """Every row."""
        yield from self._base
        yield from self._people.values()
        yield from self._tracks.values()
        tasks = {item.uid: task for item, task in zip(self._items, self._tasks(), strict=True)}
        yield from tasks.values()
        links = self._headings.links(self._outline)
        for link in without_circles(links, lambda uid: tasks[uid].key, self._outline.notices):
            yield Dependency(
                id=ids.DependencyId(ids.new_id()),
                predecessor=tasks[link.predecessor].id,
                successor=tasks[link.successor].id,
                type=link.type,
                lag=link.lag,
                elapsed=link.elapsed,
            )
        yield from self._baselines(tasks)

    def _tasks(self) -> Iterator[Task]:
        taken: dict[str, int] = {}
        for item, order in zip(self._items, spread(len(self._items)), strict=True):
            yield self._task(item, order, free_key(item, taken))

    def _task(self, item: Item, order: str, key: str) -> Task:
        path = self._headings.path_of(item)
        if len(item.title) > LONGEST_NAME or len(item.note) > LONGEST_TEXT:
            self._outline.notices.count(
                "A name or note was longer than a plan keeps and was cut.",
                "names or notes were longer than a plan keeps and were cut.",
            )
        note = "\n".join(text for text in (item.note, under(path), owners_note(item)) if text)
        owner = self._people.get(item.owners[0]) if item.owners else None
        baseline = item.baseline or (None, None)
        duration = self._duration(item)
        status = _status(item)
        is_begun = status in (TaskStatus.IN_PROGRESS, TaskStatus.DONE)
        is_done = status is TaskStatus.DONE
        return Task(
            id=ids.TaskId(ids.new_id()),
            key=key,
            title=short(item.title) or "(no name)",
            track=self._tracks[self._headings.track_of(item)].id,
            owner=owner.id if owner else None,
            criticality=item.criticality or Criticality.SHOULD,
            duration=duration,
            anchor=item.anchor or self._wish(item),
            deadline=item.deadline,
            status=status,
            progress=item.progress or None,
            actual_start=(item.actual_start or item.start) if is_begun else None,
            actual_finish=(item.actual_finish or item.finish or item.start) if is_done else None,
            baseline_start=baseline[0],
            baseline_finish=baseline[1],
            na_reason="Inactive in the file it came from" if status is TaskStatus.NOT_APPLICABLE else "",
            note=note[:LONGEST_TEXT],
            order=order,
        )

    def _duration(self, item: Item) -> int:
        if item.duration is not None:
            return min(item.duration, LONGEST)
        if item.start is not None and item.finish is not None and item.finish >= item.start:
            return min(LONGEST, max(1, _covered(self._calendar, item.start, item.finish)))
        return 1

    def _wish(self, item: Item) -> Anchor | None:
        """Where a table wants a task: its start, or else its finish, as working days from launch day."""
        if not self._outline.has_own_dates or (item.start is None and item.finish is None):
            return None
        start = item.start
        if start is None:
            assert item.finish is not None, "one of the two is there"
            offset = self._calendar.offset_at_or_before(item.finish) + 1 - max(self._duration(item), 1)
        else:
            offset = self._calendar.offset_at_or_after(start)
        return Anchor(AnchorKind.SNET, max(-LONGEST, min(LONGEST, offset)))

    def _baselines(self, tasks: Mapping[str, Task]) -> Iterator[Baseline]:
        dates = tuple(
            BaselineDates(task.id, task.baseline_start, task.baseline_finish)
            for task in tasks.values()
            if task.baseline_start is not None and task.baseline_finish is not None
        )
        launch = self._base[0]
        assert isinstance(launch, Launch), "the first row"
        if dates:
            yield Baseline(
                id=ids.BaselineId(ids.new_id()),
                name="Baseline of the imported file",
                taken_on=min(each.start for each in dates),
                launch_date=launch.launch_date,
                dates=dates,
                active=True,
            )


def _covered(calendar: WorkingCalendar, first: date, last: date) -> int:
    return calendar.offset_at_or_before(last) - calendar.offset_at_or_after(first) + 1


def _status(item: Item) -> TaskStatus:
    if item.status is not None:
        return item.status
    if item.actual_finish is not None or item.progress == 100:
        return TaskStatus.DONE
    return TaskStatus.IN_PROGRESS if item.progress or item.actual_start else TaskStatus.NOT_STARTED


def _people(outline: Outline) -> dict[str, Person]:
    names = dict.fromkeys([*outline.people, *(name for item in outline.items for name in item.owners)])
    taken: dict[str, int] = {}
    people = {}
    for name, order in zip(names, spread(len(names)), strict=True):
        key = unique(slug(name.split()[0] if name.split() else "") or "person", taken)
        people[name] = Person(
            id=ids.PersonId(ids.new_id()),
            key=key,
            name=short(name),
            email=outline.people.get(name, "")[:LONGEST_NAME],
            order=order,
        )
    return people


def _tracks(names: Iterable[str]) -> dict[str, Track]:
    listed = list(names)
    taken: dict[str, int] = {}
    weight = round(100 / len(listed), 2) if listed else 1
    return {
        name: Track(
            id=ids.TrackId(ids.new_id()),
            key=unique(slug(name) or "track", taken),
            name=short(name),
            weight=weight,
            order=order,
        )
        for name, order in zip(listed, spread(len(listed)), strict=True)
    }
