"""A plan and its dates as plain text."""

from launchpad.cli.output import columns
from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.domain.gate import Gate
from launchpad.domain.people import Person
from launchpad.domain.task import Task
from launchpad.domain.values import format_when
from launchpad.engines.schedule import Driver, Schedule


def plan_text(plan: Document) -> str:
    """The plan as a checklist by track."""
    launch = plan.launch
    lines = [f"{launch.name} · tier {launch.tier} · launches {launch.launch_date:%a} {launch.launch_date.isoformat()}"]
    for track in plan.tracks:
        tasks = [task for task in plan.tasks if task.track == track.id]
        done = sum(task.status == TaskStatus.DONE for task in tasks)
        lines += ["", f"{track.name}: {done} of {len(tasks)} done"]
        if tasks:
            lines.append(columns([_task_line(plan, task) for task in tasks]))
    return "\n".join(lines)


def _task_line(plan: Document, task: Task) -> tuple[str, ...]:
    owner = plan.find(Person, task.owner)
    gate = plan.find(Gate, task.gate)
    return (
        f"  {task.status.sign}",
        task.key,
        task.title,
        owner.name if owner else "no owner",
        task.criticality.label,
        gate.key if gate else "",
        "milestone" if task.is_milestone else f"{task.duration} d",
        f"{task.anchor.kind.value} {format_when(task.anchor.at)}" if task.anchor and task.anchor.at is not None else "",
    )


def schedule_text(plan: Document, schedule: Schedule) -> str:
    """Every task's dates, its slack and what sets its start."""
    head = [
        f"Launch day {schedule.launch_date.isoformat()}, heading for {schedule.forecast_launch.isoformat()}"
        f" as of {schedule.today.isoformat()}. The plan ends on {schedule.finish.isoformat()}.",
        "",
    ]
    rows: list[tuple[object, ...]] = [("Task", "", "Start", "Finish", "Start by", "Slack", "Forecast", "Set by")]
    for task in sorted(plan.tasks, key=lambda task: (schedule.tasks[task.id].early_start, task.key)):
        dates = schedule.tasks[task.id]
        late = "" if dates.slack >= 0 else " too late"
        rows.append(
            (
                task.key,
                "critical" if dates.critical else "",
                dates.start,
                dates.finish,
                dates.start_by,
                f"{abs(dates.slack)} d{late}",
                dates.forecast_finish,
                "what happened" if task.actual_start or task.actual_finish else driver_text(plan, dates.driver),
            )
        )
    return "\n".join(head) + columns(rows, "<<<<<>")


def driver_text(plan: Document, driver: Driver) -> str:
    """What sets an early start, in words."""
    source = plan.find(Task, driver.source) or plan.find(Gate, driver.source)
    words = {
        "link": f"after {source.key}" if source else "a link",
        "anchor": "its anchor",
        "calendar": "the calendar",
        "today": "today",
        "start": "the plan's start",
    }
    return words[driver.kind]
