"""A frozen plan beside the plan of now: by how much each task and each track has slipped."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.ids import TaskId, TrackId
from launchpad.domain.task import Baseline, Task
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.schedule import Schedule, schedule


@dataclass(frozen=True, slots=True)
class Slip:
    """One task: its last day then, as planned now and as forecast, and the working days between; later is positive.

    `baseline` is None for a task that was not in the plan then; it has no slip.
    """

    task: TaskId
    baseline: date | None
    now: date
    forecast: date
    days: int | None
    forecast_days: int | None


@dataclass(frozen=True, slots=True)
class TrackSlip:
    """A track's tasks, and its last day then and now. `later` and `sooner` count tasks as planned, `new` newer ones."""

    track: TrackId
    slips: tuple[Slip, ...]
    baseline: date | None
    now: date | None
    forecast: date | None
    days: int | None
    forecast_days: int | None
    later: int
    sooner: int
    new: int


def slips(document: Document, baseline: Baseline, today: date) -> tuple[TrackSlip, ...]:
    """Compare a baseline with now, track by track; work that is passed over takes no days and is left out."""
    dates, calendar = schedule(document, today), calendar_of(document)
    then = {each.task: each.finish for each in baseline.dates}
    by_track: dict[TrackId, list[Slip]] = {}
    for task in document.tasks:
        if not task.is_passed_over:
            by_track.setdefault(task.track, []).append(_slip(task, then.get(task.id), dates, calendar))
    tracks = (track.id for track in document.tracks if track.id in by_track)
    return tuple(_track_slip(track, tuple(by_track[track]), calendar) for track in tracks)


def _slip(task: Task, then: date | None, dates: Schedule, calendar: WorkingCalendar) -> Slip:
    at = dates.tasks[task.id]
    return Slip(
        task.id,
        then,
        at.finish,
        at.forecast_finish,
        _between(then, at.finish, calendar),
        _between(then, at.forecast_finish, calendar),
    )


def _track_slip(track: TrackId, rows: tuple[Slip, ...], calendar: WorkingCalendar) -> TrackSlip:
    """The last days of a track are compared over the tasks it had then: what came since is no slip."""
    old = [row for row in rows if row.baseline is not None]
    then = max((row.baseline for row in old if row.baseline is not None), default=None)
    now = max((row.now for row in old), default=None)
    forecast = max((row.forecast for row in old), default=None)
    return TrackSlip(
        track,
        rows,
        then,
        now,
        forecast,
        _between(then, now, calendar),
        _between(then, forecast, calendar),
        later=sum(row.days is not None and row.days > 0 for row in rows),
        sooner=sum(row.days is not None and row.days < 0 for row in rows),
        new=len(rows) - len(old),
    )


def _between(then: date | None, now: date | None, calendar: WorkingCalendar) -> int | None:
    return None if then is None or now is None else calendar.workdays_between(then, now)
