"""Freezing the plan's dates under a name, and choosing which of the frozen plans is the promise.

A baseline is a row with the dates of all tasks on the day it was taken. At most one is active: its dates stand also
on the tasks (`baseline_start`, `baseline_finish`), and lateness and the expected curve are measured by those. Setting
a baseline changes no promise unless there was none or it is asked for; then the edit's label says by how many tasks
the promise gave way, so that a plan cannot turn green unseen.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from launchpad.app.commands.rows import existing
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import BaselineId, TaskId, new_id
from launchpad.domain.task import Baseline, Task
from launchpad.domain.values import BaselineDates
from launchpad.domain.wording import counted, short_day
from launchpad.engines.schedule import schedule

Promise = tuple[date | None, date | None]
"""The first and last day of a task by the promise; None where it promises none."""

NO_PROMISE: Promise = (None, None)


def set_baseline(document: Document, name: str, day: date, *, promise: bool | None = None) -> Edit:
    """Freeze the plan's dates as they stand on `day` under a name, which is made unique.

    `promise`: whether lateness is measured by it from now on; None: only when nothing is promised yet.
    """
    called = free_name(document, name)
    baseline = Baseline(
        id=BaselineId(new_id()),
        name=called,
        taken_on=day,
        launch_date=document.launch.launch_date,
        dates=tuple(_dates_now(document, day)),
    )
    if promise is None:
        promise = not has_promise(document)
    if not promise:
        return Edit(f"Set baseline “{called}”", (Change(None, baseline),))
    label = f"Set baseline “{called}” as the promise{_giving_way(document, baseline)}"
    return Edit(label, _promised(document, baseline, day))


def choose_promise(document: Document, baseline_id: str | None, day: date) -> Edit:
    """Measure lateness by another baseline from `day` on; None: by the plan itself, which moves with its work.

    Promised dates that no baseline holds are kept as one that says until which day they were the promise.
    """
    if baseline_id is None:
        label = "Promise no dates: lateness is measured by the plan itself"
        return Edit(label, _promised(document, None, day))
    baseline = existing(document, Baseline, baseline_id)
    label = f"Make baseline “{baseline.name}” the promise{_giving_way(document, baseline)}"
    return Edit(label, _promised(document, baseline, day))


def rename_baseline(document: Document, baseline_id: str, name: str) -> Edit:
    """Call a baseline something else; two of one name are refused."""
    baseline = existing(document, Baseline, baseline_id)
    after = replace(baseline, name=name.strip())
    others = (each.name.casefold() for each in document.table(Baseline).values() if each.id != baseline_id)
    if after.name.casefold() in others:
        raise PlanError(f"There is a baseline “{after.name}” already; choose another name.")
    changes = (Change(baseline, after),) if after != baseline else ()
    return Edit(f"Rename baseline “{baseline.name}” to “{after.name}”", changes)


def remove_baseline(document: Document, baseline_id: str) -> Edit:
    """Forget a baseline; the one that is the promise is refused, since lateness is measured by it."""
    baseline = existing(document, Baseline, baseline_id)
    if baseline.active:
        raise PlanError(f"“{baseline.name}” is the promise that lateness is measured by; choose another promise first.")
    return Edit(f"Remove baseline “{baseline.name}”", (Change(baseline, None),))


def baselines_of(document: Document) -> tuple[Baseline, ...]:
    """All baselines, the newest first."""
    rows = document.table(Baseline).values()
    return tuple(sorted(rows, key=lambda row: (-row.taken_on.toordinal(), row.name.casefold(), row.id)))


def promised_baseline(document: Document) -> Baseline | None:
    """The baseline that is the promise; None when none is, or the promise stands on the tasks without a name."""
    return next((row for row in baselines_of(document) if row.active), None)


def has_promise(document: Document) -> bool:
    """Whether any task has a promised date."""
    return any(_promise_on(task) != NO_PROMISE for task in document.table(Task).values())


def free_name(document: Document, wanted: str) -> str:
    """The name, with a number behind it when a baseline is called so already."""
    name = wanted.strip()
    taken = {row.name.casefold() for row in document.table(Baseline).values()}
    candidates = [name, *(f"{name} ({number})" for number in range(2, len(taken) + 3))]
    return next(each for each in candidates if each.casefold() not in taken)


def _dates_now(document: Document, day: date) -> Iterator[BaselineDates]:
    """What the plan says of each task; one that is passed over takes no time and keeps what was promised of it."""
    dates = schedule(document, day).tasks
    for task in document.tasks:
        if not task.is_passed_over:
            yield BaselineDates(task.id, dates[task.id].start, dates[task.id].finish)
        elif task.baseline_start is not None and task.baseline_finish is not None:
            yield BaselineDates(task.id, task.baseline_start, task.baseline_finish)


# --- the promise ---------------------------------------------------------------------------------------------------


def _promised(document: Document, baseline: Baseline | None, day: date) -> tuple[Change, ...]:
    """Make a baseline, new or known, the active one and write its dates on the tasks."""
    return (*_rows_after(document, baseline, day), *_tasks_after(document, baseline))


def _rows_after(document: Document, baseline: Baseline | None, day: date) -> Iterator[Change]:
    old = promised_baseline(document)
    kept = _unkept_promise(document, old, day)
    if kept is not None:
        yield Change(None, kept)
    if old is not None and (baseline is None or old.id != baseline.id):
        yield Change(old, replace(old, active=False))
    if baseline is not None and not baseline.active:
        yield Change(document.find(Baseline, baseline.id), replace(baseline, active=True))


def _tasks_after(document: Document, baseline: Baseline | None) -> Iterator[Change]:
    promised = _promises(baseline)
    for task in document.tasks:
        start, finish = promised.get(task.id, NO_PROMISE)
        if (start, finish) != _promise_on(task):
            yield Change(task, replace(task, baseline_start=start, baseline_finish=finish))


def _unkept_promise(document: Document, old: Baseline | None, day: date) -> Baseline | None:
    """The promise on the tasks as a row of its own, where the active baseline is not just that: nothing gets lost."""
    known = _promises(old)
    if all(_promise_on(task) in (NO_PROMISE, known.get(task.id)) for task in document.tasks):
        return None
    return Baseline(
        id=BaselineId(new_id()),
        name=free_name(document, f"Promise until {short_day(day)}"),
        taken_on=day,
        launch_date=document.launch.launch_date,
        dates=tuple(
            BaselineDates(task.id, task.baseline_start, task.baseline_finish)
            for task in document.tasks
            if task.baseline_start is not None and task.baseline_finish is not None
        ),
    )


def _promises(baseline: Baseline | None) -> Mapping[TaskId, Promise]:
    return {} if baseline is None else baseline.days


def _promise_on(task: Task) -> Promise:
    return task.baseline_start, task.baseline_finish


def _giving_way(document: Document, baseline: Baseline) -> str:
    """What the promise before was, and how many open tasks may now finish later, sooner, or whenever."""
    if not has_promise(document):
        return ""
    promised = _promises(baseline)
    old = promised_baseline(document)
    before = f"“{old.name}”" if old is not None else "the earlier dates"
    later = sooner = free = 0
    for task in document.tasks:
        finish = promised.get(task.id, NO_PROMISE)[1]
        if task.is_open and task.baseline_finish is not None:
            later += finish is not None and finish > task.baseline_finish
            sooner += finish is not None and finish < task.baseline_finish
            free += finish is None
    parts = [
        f"{counted(count, 'task')} {words}"
        for count, words in ((later, "may finish later"), (sooner, "must finish sooner"), (free, "without a promise"))
        if count
    ]
    return f" instead of {before}: {', '.join(parts) or 'the same finish for all open tasks'}"
