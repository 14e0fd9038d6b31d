"""Networks with dates from elsewhere: worked by hand, by other schedulers, and stored by Microsoft Project.

A network becomes a plan that starts with it, launches on the working day after its finish, and has all its tasks due
at a gate on that day; then both count late dates from the network's finish. A network scheduled from its finish also
says when its first task starts, so its early dates can be compared too.
"""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind
from launchpad.domain.ids import DependencyId
from launchpad.domain.task import Task
from launchpad.domain.values import Anchor
from launchpad.engines.calendar import WorkingCalendar
from launchpad.engines.schedule import schedule
from tests.builders import a_calendar, a_gate, a_holiday, a_launch, a_plan, a_task, link
from tests.strategies import task_id

NETS = sorted((Path(__file__).parents[1] / "cases" / "nets").glob("*/*.json"))
LONG_AGO = date(2000, 1, 3)


@pytest.mark.parametrize("path", NETS, ids=lambda path: path.stem)
def test_a_network_has_the_dates_it_is_known_to_have(path: Path) -> None:
    net = json.loads(path.read_text(encoding="utf-8"))
    plan, zero = plan_of(net)
    dates = schedule(plan, LONG_AGO).tasks

    for name, known in net["expected"].items():
        task = dates[task_id(name)]
        found = {
            "es": task.early_start + zero,
            "ef": task.early_finish + zero,
            "ls": task.late_start + zero,
            "lf": task.late_finish + zero,
            "ts": task.slack,
            "critical": task.critical,
        }
        assert {name: {key: known[key] for key in found}} == {name: found}
        if known.get("ff") is not None:
            assert task.free_slack == min(known["ff"], known["ts"]), name  # ours is never more than total slack


def test_there_are_networks_of_every_kind() -> None:
    assert {path.parent.name: 0 for path in NETS}.keys() == {"golden", "hand", "msproject"}
    assert len(NETS) == 31


def plan_of(net: dict[str, Any]) -> tuple[Document, int]:
    """The plan of a network, and the offset of its launch day in the network's own count."""
    holidays = [date.fromisoformat(day) for day in net["calendar"]["holidays"]]
    week = tuple(sorted(net["calendar"]["working_weekdays"]))
    extra = tuple(date.fromisoformat(day) for day in net["calendar"].get("extra_working_days", ()))
    launch_day, start, zero = _frame(net, WorkingCalendar(_a_workday(week, holidays), week, holidays, extra))
    links = [
        replace(link(one["from"], one["to"], one["type"], int(one["lag_days"])), id=DependencyId(f"link:{number}"))
        for number, one in enumerate(net["links"])
    ]
    plan = a_plan(
        a_gate("end", 0),
        *[_task(one) for one in net["tasks"]],
        *links,
        *[a_holiday(day) for day in holidays],
        launch=a_launch(launch_date=launch_day, start=start),
        calendar=a_calendar(workdays=week, extra_workdays=extra),
    )
    return plan, zero


def _frame(net: dict[str, Any], calendar: WorkingCalendar) -> tuple[date, date | int, int]:
    """Launch day, the plan's start, and the offset of launch day in the network's own count."""
    known = net["expected"].values()
    if net.get("schedule_from") == "finish":
        end = calendar.offset_at_or_before(date.fromisoformat(net["finish"])) + 1
        return calendar.date_at(end), min(int(one["es"]) for one in known), 0
    start = date.fromisoformat(net["start"])
    finish = max(int(one["ef"]) for one in known)
    return calendar.date_at(calendar.offset_at_or_after(start) + finish), start, finish


def _a_workday(week: tuple[int, ...], holidays: list[date]) -> date:
    days = (date.fromordinal(number) for number in range(date(2026, 1, 1).toordinal(), date(2026, 3, 1).toordinal()))
    return next(day for day in days if day.isoweekday() in week and day not in holidays)


def _task(one: dict[str, Any]) -> Task:
    asked, deadline = one.get("constraint"), one.get("deadline")
    anchor = Anchor(AnchorKind(asked["type"]), date.fromisoformat(asked["date"])) if asked else None
    due = date.fromisoformat(deadline) if deadline else None
    return a_task(one["id"], duration=int(one["duration_days"]), gate="end", anchor=anchor, deadline=due)
