"""Bars moved together stop where what stays behind lets them, and not because of each other."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from launchpad.app.bar_shift import Shift, try_shift
from launchpad.app.commands.bars import movable, start_bars
from launchpad.app.plan_follower import PlanFollower
from launchpad.app.rehearsal import Rehearsal
from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind
from launchpad.domain.errors import PlanError
from launchpad.engines.calendar import calendar_of
from launchpad.engines.schedule import schedule
from tests.builders import a_launch, a_person, a_plan, a_task, link
from tests.strategies import plans

TODAY = date(2026, 10, 12)


def shifted(plan: Document, keys: str, days: int) -> Shift:
    dates, calendar = schedule(plan, TODAY), calendar_of(plan)
    tasks = [plan.task(key) for key in keys.split()]
    starts: dict[str, int] = {task.id: calendar.offset_at_or_after(dates.tasks[task.id].start) for task in tasks}
    return try_shift(Rehearsal(PlanFollower().copy(plan, TODAY)), starts, days, TODAY)


def a_chain() -> Document:
    #  a 3 (T−20) ─── b 2 (T−15) ─── c 1 (T−12)
    return a_plan(
        a_task("a", duration=3, anchor="SNET:T-20"),
        a_task("b", duration=2, anchor="SNET:T-15"),
        a_task("c", anchor="SNET:T-12"),
        link("a", "b"),
        link("b", "c"),
    )


def test_a_bar_stops_where_its_link_lets_it_and_knows_what_holds_it() -> None:
    shift = shifted(a_chain(), "b", -5)

    assert (shift.days, shift.starts) == (-2, {"task:b": -17})
    assert shift.hold is not None
    assert (shift.hold.task, shift.hold.driver.source) == ("task:b", "task:a")


def test_links_among_the_bars_that_move_do_not_stop_them() -> None:
    shift = shifted(a_chain(), "b c", -2)
    whole = shifted(a_chain(), "a b c", -9)

    assert (shift.days, shift.hold) == (-2, None)
    assert (whole.days, whole.hold) == (-9, None)


def test_several_bars_are_stopped_by_what_stays_behind_like_one() -> None:
    shift = shifted(a_chain(), "b c", -5)

    assert (shift.days, shift.starts) == (-2, {"task:b": -17, "task:c": -14})
    assert shift.hold is not None
    assert shift.hold.driver.source == "task:a"


def test_what_stands_between_them_moves_along_as_far_as_it_may() -> None:
    loose = a_plan(
        a_task("a", duration=3, anchor="SNET:T-20"),
        a_task("between", duration=2),
        a_task("c", anchor="SNET:T-15"),
        link("a", "between"),
        link("between", "c"),
        launch=a_launch(start=-60),
    )
    tight = loose.apply(start_bars(loose, {"task:between": -17}, TODAY))

    assert shifted(loose, "a c", -4).days == -4
    assert shifted(tight, "a c", -4).days == 0


def test_a_plan_with_a_first_day_begins_on_it() -> None:
    plan = a_plan(a_task("a", anchor="SNET:T-9"), launch=a_launch(start=-12))
    shift = shifted(plan, "a", -5)

    assert shift.days == -3
    assert shift.hold is not None
    assert shift.hold.driver.kind == "start"
    assert shifted(a_plan(a_task("a", anchor="SNET:T-9")), "a", -50).days == -50


def test_one_bar_steps_over_days_off_of_its_owner() -> None:
    mara = a_person("mara", (date(2026, 10, 29), date(2026, 10, 30)))  # T−8 and T−7
    plan = a_plan(mara, a_task("a", anchor="SNET:T-10", owner="mara"))

    assert shifted(plan, "a", 2).starts == {"task:a": -6}


@given(st.data(), st.integers(-9, 9))
def test_wherever_bars_may_go_they_stand_when_it_is_done(data: st.DataObject, days: int) -> None:
    plan = data.draw(plans())
    tasks = [task for task in plan.tasks if not movable(task) and not task.is_passed_over]
    chosen = data.draw(st.lists(st.sampled_from(tasks), max_size=3, unique=True)) if tasks else []
    try:
        shift = shifted(plan, " ".join(task.key for task in chosen), days)
    except PlanError:
        return

    assert abs(shift.days) <= abs(days) or len(chosen) == 1
    after = schedule(plan.apply(start_bars(plan, shift.starts, TODAY)), TODAY)
    for task in chosen:
        pinned = task.anchor is not None and task.anchor.kind in (AnchorKind.MSO, AnchorKind.MFO)
        if shift.days < 0 and not pinned:
            driver = after.tasks[task.id].driver
            late = after.tasks[task.id].early_start > shift.starts[task.id]
            assert not (late and driver.kind == "link"), "nothing is written that a link would not let be"
