"""What each person carries on each day."""

from collections import Counter
from datetime import date

from hypothesis import given

from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.engines.calendar import calendar_of
from launchpad.engines.load import load
from launchpad.engines.schedule import schedule
from tests.builders import a_launch, a_person, a_plan, a_task
from tests.strategies import TODAYS, plans, task_id

TODAY = date(2026, 10, 13)  # T−20
START = a_launch(start=-20)


def test_load_counts_the_open_tasks_of_a_person_on_each_day_they_work() -> None:
    plan = a_plan(
        a_person("ada", (date(2026, 10, 15), date(2026, 10, 15)), capacity=1),
        a_task("a", duration=3, owner="ada"),
        a_task("b", duration=1, owner="ada"),
        a_task("m", duration=0, owner="ada"),
        a_task("done", duration=3, owner="ada", status=TaskStatus.DONE),
        a_task("hers", duration=3, owner="bea"),
        launch=START,
    )
    ada = next(busy for busy in load(plan, schedule(plan, TODAY)) if busy.person.key == "ada")

    assert ada.days == {date(2026, 10, 13): 2, date(2026, 10, 14): 1, date(2026, 10, 16): 1}
    assert ada.tasks[TODAY] == (task_id("a"), task_id("b"))
    assert (ada.overloaded, ada.peak) == ((TODAY,), 2)


def test_begun_work_weighs_from_today_on() -> None:
    begun = a_task("a", duration=9, owner="ada", status=TaskStatus.IN_PROGRESS, progress=80)
    plan = a_plan(begun, launch=a_launch(start=-30))

    assert list(load(plan, schedule(plan, TODAY))[0].days) == [date(2026, 10, 13), date(2026, 10, 14)]


def test_other_open_launches_count_for_the_same_person() -> None:
    plan = a_plan(a_person("ada", capacity=1), a_task("a", owner="ada"), launch=START)
    other = a_plan(a_task("x", owner="ada", duration=2), a_task("y", owner="bea"), launch=START)

    (ada,) = load(plan, schedule(plan, TODAY), [(other, schedule(other, TODAY))])

    assert ada.days == {date(2026, 10, 13): 2, date(2026, 10, 14): 1}
    assert ada.tasks == {TODAY: (task_id("a"),)}
    assert ada.overloaded == (TODAY,)


@given(plans(), TODAYS)
def test_the_load_is_that_of_counting_day_by_day(plan: Document, today: date) -> None:
    calendar, dates = calendar_of(plan), schedule(plan, today)
    now = calendar.offset_at_or_after(today)
    for each in load(plan, dates):
        days: Counter[date] = Counter()
        for task in plan.tasks:
            if task.owner == each.person.id and task.is_open and not task.is_milestone:
                at = dates.tasks[task.id]
                for offset in range(max(now, at.forecast_early_start), at.forecast_early_finish):
                    day = calendar.date_at(offset)
                    days[day] += not any(day in away for away in each.person.days_off)

        assert each.days == +days
        assert {day: len(tasks) for day, tasks in each.tasks.items()} == each.days
