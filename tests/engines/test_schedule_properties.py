"""The schedule of random plans against a second scheduler, and what holds for every plan."""

from datetime import date

from hypothesis import given

from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind
from launchpad.domain.task import Dependency, Task
from launchpad.engines.calendar import calendar_of
from launchpad.engines.schedule import schedule
from launchpad.engines.schedule.solver import Solution, solve
from tests.engines.brute_force import Answer, BruteForce
from tests.strategies import TODAYS, plans


@given(plans(), TODAYS)
def test_every_plan_is_scheduled_as_trying_day_by_day_does(plan: Document, today: date) -> None:
    assert engine_answers(plan, today) == BruteForce(plan, today).answers()


@given(plans(), TODAYS)
def test_work_is_shown_on_its_first_and_last_covered_day(plan: Document, today: date) -> None:
    answers, calendar = BruteForce(plan, today).answers(), calendar_of(plan)
    for task in plan.tasks:
        dates, (start, finish) = schedule(plan, today).tasks[task.id], answers[task.id].placed
        if finish > start and task.actual_start is None and task.actual_finish is None:
            assert (dates.start, dates.finish) == (calendar.date_at(start), calendar.date_at(finish - 1))
        assert dates.start <= dates.finish
        assert dates.forecast_start <= dates.forecast_finish
        assert dates.free_slack <= dates.slack


@given(plans(in_flight=False))
def test_a_plan_that_has_not_begun_is_forecast_as_planned(plan: Document) -> None:
    answer = schedule(plan, date(2025, 6, 2))
    for dates in answer.tasks.values():
        assert (dates.start, dates.finish) == (dates.forecast_start, dates.forecast_finish)


@given(plans(in_flight=False))
def test_every_driver_holds_its_task(plan: Document) -> None:
    tasks = schedule(plan, date(2025, 6, 2)).tasks
    for task in plan.tasks:
        driver = tasks[task.id].driver
        links = [link for link in plan.table(Dependency).values() if link.successor == task.id]
        assert (driver.source is None) or driver.source in {link.predecessor for link in links}
        assert driver.kind != "today"
        if driver.kind == "anchor":
            assert task.anchor is not None
            assert task.anchor.kind in (AnchorKind.SNET, AnchorKind.FNET, AnchorKind.MSO, AnchorKind.MFO)


@given(plans(), TODAYS)
def test_the_order_in_which_rows_were_stored_does_not_matter(plan: Document, today: date) -> None:
    backward = Document(reversed(list(plan)))

    assert schedule(backward, today) == schedule(plan, today)


def engine_answers(plan: Document, today: date) -> dict[str, Answer]:
    dates, solution = schedule(plan, today).tasks, solve(plan, today)
    return {
        task.id: Answer(
            (d.early_start, d.early_finish),
            (d.late_start, d.late_finish),
            d.slack,
            d.free_slack,
            d.critical,
            d.pre_launch,
            placed_at(task, solution),
            (d.forecast_early_start, d.forecast_early_finish),
        )
        for task in plan.tasks
        for d in [dates[task.id]]
    }


def placed_at(task: Task, solution: Solution) -> tuple[int, int]:
    at = 2 * solution.network.graph.numbers[task.id]
    return solution.placed[at], solution.placed[at + 1]


@given(plans(), TODAYS)
def test_what_is_answered_alone_is_what_all_dates_say(plan: Document, today: date) -> None:
    answer = schedule(plan, today)
    promised = answer.promises()
    for task in plan.tasks:
        dates = answer.tasks[task.id]

        assert answer.shown(task.id) == (dates.start, dates.finish)
        assert answer.promised(task.id) == promised(task.id) == (dates.start, dates.due)
        assert (answer.due(task.id), answer.start_by(task.id)) == (dates.due, dates.start_by)
        assert answer.forecast(task.id) == (dates.forecast_start, dates.forecast_finish)
        assert (answer.slack(task.id), answer.is_critical(task.id)) == (dates.slack, dates.critical)
        assert answer.forecast_spans()(task.id) == (dates.forecast_early_start, dates.forecast_early_finish)
    assert sorted(answer.open_slacks()) == sorted(answer.tasks[task.id].slack for task in plan.tasks if task.is_open)
