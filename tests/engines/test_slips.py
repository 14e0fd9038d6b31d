"""A baseline beside now: each task's slip, and each track's."""

from dataclasses import replace
from datetime import date

from hypothesis import given

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import TaskStatus
from launchpad.domain.ids import BaselineId
from launchpad.domain.task import Baseline
from launchpad.domain.values import BaselineDates
from launchpad.engines.schedule import schedule
from launchpad.engines.schedule.slips import Slip, TrackSlip, slips
from tests.builders import a_launch, a_plan, a_task, a_track, link
from tests.strategies import TODAYS, plans

TODAY = date(2026, 9, 1)


def the_plan() -> Document:
    plan = a_plan(
        a_track("one"),
        a_track("two"),
        a_task("a", track="one", duration=3),
        a_task("b", track="one", duration=2),
        a_task("c", track="two", duration=4),
        link("a", "b"),
        launch=a_launch(start=-20),
    )
    return frozen(plan, TODAY)


def frozen(plan: Document, day: date) -> Document:
    """The plan with itself as it stands on a day as its baseline."""
    dates = schedule(plan, day).tasks
    days = tuple(BaselineDates(task.id, dates[task.id].start, dates[task.id].finish) for task in plan.tasks)
    row = Baseline(id=BaselineId("b"), name="Lock", taken_on=day, launch_date=plan.launch.launch_date, dates=days)
    return plan.apply(Edit("Freeze", (Change(None, row),)))


def changed(plan: Document, key: str, **fields: object) -> Document:
    task = plan.task(key)
    return plan.apply(Edit("Change", (Change(task, replace(task, **fields)),)))  # type: ignore[arg-type]


def compared(plan: Document, today: date = TODAY) -> dict[str, TrackSlip]:
    return {slip.track: slip for slip in slips(plan, plan.table(Baseline)[BaselineId("b")], today)}


def row(plan: Document, key: str) -> Slip:
    task = plan.task(key)
    return next(each for each in compared(plan)[task.track].slips if each.task == task.id)


def test_a_plan_that_stayed_has_not_slipped():
    plan = the_plan()

    assert [(each.days, each.forecast_days, each.later) for each in compared(plan).values()] == [(0, 0, 0)] * 2


def test_longer_work_slips_and_takes_its_track_and_what_follows_along():
    plan = changed(the_plan(), "a", duration=7)

    assert (row(plan, "a").days, row(plan, "b").days, row(plan, "c").days) == (4, 4, 0)
    one = compared(plan)["track:one"]
    assert (one.days, one.later, one.sooner, one.new) == (4, 2, 0, 0)


def test_work_that_is_sooner_is_a_negative_slip():
    assert row(changed(the_plan(), "c", duration=1), "c").days == -3


def test_the_forecast_slips_where_the_plan_stays():
    plan = the_plan()
    today = date(2026, 10, 26)
    late = next(each for each in compared(plan, today)["track:two"].slips)

    assert (late.days, late.forecast_days) == (0, 9)


def test_what_came_since_is_new_and_no_slip_of_its_track():
    plan = the_plan()
    new = replace(a_task("new", duration=30), track=plan.task("c").track, order="zz")
    plan = plan.apply(Edit("Add", (Change(None, new),)))
    two = compared(plan)["track:two"]

    assert (row(plan, "new").baseline, row(plan, "new").days) == (None, None)
    assert (two.new, two.days) == (1, 0)


def test_what_is_passed_over_is_left_out():
    plan = changed(the_plan(), "c", status=TaskStatus.NOT_APPLICABLE)

    assert list(compared(plan)) == ["track:one"]


@given(plan=plans(), today=TODAYS)
def test_a_baseline_set_today_has_not_slipped_as_planned(plan, today):
    now = frozen(plan, today)

    for track in slips(now, now.table(Baseline)[BaselineId("b")], today):
        assert track.days == 0
        assert all(each.days == 0 for each in track.slips)
