"""How likely the launch date is."""

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.task import Task
from launchpad.engines.confidence import confidence
from launchpad.engines.confidence.durations import likely_durations
from launchpad.engines.confidence.simulation import simulate
from launchpad.engines.schedule import schedule
from launchpad.engines.schedule.solver import solve
from tests.builders import a_launch, a_person, a_plan, a_task, link
from tests.strategies import TODAYS, plans, task_id

TODAY = date(2026, 10, 13)
START = a_launch(start=-20)


def a_chain(days: int) -> Document:
    return a_plan(
        a_task("a", duration=days),
        a_task("b", duration=4),
        a_task("aside", duration=1),
        link("a", "b"),
        launch=START,
    )


def test_the_same_seed_gives_the_same_answer() -> None:
    first = confidence(a_chain(14), TODAY, samples=2500, seed=7)

    assert confidence(a_chain(14), TODAY, samples=2500, seed=7) == first
    assert confidence(a_chain(14), TODAY, samples=2500, seed=8).on_time != first.on_time


def test_the_launchs_own_seed_is_used_unless_one_is_given() -> None:
    plan = a_plan(a_task("a", duration=18), launch=a_launch(start=-20, seed=5))

    assert confidence(plan, TODAY) == confidence(plan, TODAY, seed=5)


def test_a_tight_chain_is_rarely_in_time_and_a_short_one_always() -> None:
    tight, short = confidence(a_chain(16), TODAY), confidence(a_chain(5), TODAY)

    assert 0.1 < tight.on_time < 0.5
    assert date(2026, 11, 10) < tight.p50 <= tight.p80
    assert (short.on_time, short.p80 < date(2026, 11, 10)) == (1.0, True)


def test_the_tasks_that_drive_the_launch_are_named_with_their_share() -> None:
    plan = a_plan(a_task("long", duration=15), a_task("rival", duration=14), a_task("short", duration=3), launch=START)
    drivers = {driver.task: driver.share for driver in confidence(plan, TODAY).drivers}

    assert drivers.keys() == {task_id("long"), task_id("rival")}
    assert drivers[task_id("long")] > drivers[task_id("rival")] > 0.1


def test_finished_and_unimportant_work_adds_no_doubt() -> None:
    plan = a_plan(
        a_task("done", duration=30, status=TaskStatus.DONE, actual_finish=date(2026, 10, 12)),
        a_task("could", duration=60, criticality=Criticality.COULD),
        launch=START,
    )

    assert confidence(plan, TODAY).on_time == 1.0
    assert confidence(plan, TODAY).drivers == ()


def test_begun_work_is_drawn_from_today_on() -> None:
    begun = a_task("a", duration=40, status=TaskStatus.IN_PROGRESS, actual_start=date(2026, 8, 3), progress=25,
                   optimistic=40, pessimistic=40)  # fmt: skip
    plan = a_plan(begun, launch=START)

    assert confidence(plan, TODAY).p50 == schedule(plan, TODAY).forecast_launch == date(2026, 11, 24)


def test_zero_is_a_seed_like_any_other() -> None:
    assert confidence(a_chain(14), TODAY, samples=100, seed=0) == confidence(a_chain(14), TODAY, samples=100, seed=0)


def test_without_a_must_the_date_stands() -> None:
    answer = confidence(a_plan(a_task("a", criticality=Criticality.COULD)), TODAY)

    assert (answer.p50, answer.p80, answer.on_time) == (date(2026, 11, 10), date(2026, 11, 10), 1.0)


def test_a_tasks_own_spread_is_used() -> None:
    sure = a_plan(a_task("a", duration=20, optimistic=20, pessimistic=20), launch=START)
    wide = a_plan(a_task("a", duration=20, optimistic=10, pessimistic=60), launch=START)

    assert confidence(sure, TODAY).p80 == schedule(sure, TODAY).forecast_launch == date(2026, 11, 10)
    assert confidence(wide, TODAY).p80 > date(2026, 11, 16)


def test_durations_are_whole_days_around_the_likely_one_with_the_mean_of_a_beta_pert() -> None:
    days = likely_durations(a_task("a", duration=100), 100)

    assert 80 <= days.min() < days.max() <= 150
    assert days.mean() == pytest.approx((80 + 4 * 100 + 150) / 6, abs=0.2)
    assert likely_durations(a_task("m", duration=0), 0).max() == 0
    assert likely_durations(a_task("b"), 1).min() == 1


def test_what_is_left_shrinks_with_progress() -> None:
    task = a_task("a", duration=10, optimistic=5, pessimistic=30)

    assert likely_durations(task, 5).max() <= 15


def test_a_milestone_comes_when_it_is_expected():
    milestone = a_task("m", duration=0, optimistic=0, pessimistic=0)

    assert set(likely_durations(milestone, 4)) == {4}


@given(plans(), TODAYS)
def test_certain_durations_give_the_forecast(plan: Document, today: date) -> None:
    tasks = [replace(task, optimistic=task.duration, pessimistic=task.duration) for task in plan.tasks]
    certain = Document([*tasks, *(row for row in plan if not isinstance(row, Task))])
    solution = solve(certain, today)

    assert {int(offset) for offset in simulate(solution, 3, 1).launches} == {
        max([solution.forecast[2 * n + 1] for n in solution.launch_musts()], default=0)
    }


def test_days_off_count_in_every_sample() -> None:
    ada = a_person("ada", (date(2026, 10, 15), date(2026, 10, 28)))
    plan = a_plan(ada, a_task("a", duration=10, owner="ada"), launch=START)
    free = a_plan(a_task("a", duration=10), launch=START)

    assert (confidence(plan, TODAY).p50 - confidence(free, TODAY).p50).days == 14


@pytest.mark.parametrize(("samples", "seed"), [(0, 1), (1_000_000, 1), (10, -1)])
def test_impossible_requests_are_refused(samples: int, seed: int) -> None:
    with pytest.raises(PlanError):
        confidence(a_chain(3), TODAY, samples=samples, seed=seed)


def test_numpy_is_loaded_for_confidence_only() -> None:
    code = "import sys, launchpad.engines.confidence, launchpad.engines.findings; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
