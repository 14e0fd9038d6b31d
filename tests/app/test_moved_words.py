"""What an edit moved, in words."""

from dataclasses import replace
from datetime import date

import pytest

from launchpad.app.moved_words import move_texts, moved_sentence, own_changes, why_moved
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import TaskStatus
from launchpad.domain.row import Row
from launchpad.engines.schedule.moved import Move, Moved, what_moved
from tests.builders import a_launch, a_person, a_plan, a_task, an_anchor, link

TODAY = date(2026, 9, 1)


def the_plan() -> Document:
    return a_plan(
        a_person("ada"),
        a_task("a", duration=5, owner="ada"),
        a_task("b", duration=3),
        link("a", "b"),
        launch=a_launch(start=-20),
    )


def edited(row: Row, **fields: object) -> Edit:
    return Edit("Change it", (Change(row, replace(row, **fields)),))  # type: ignore[arg-type]


def told(plan: Document, edit: Edit) -> tuple[Moved, dict[str, str]]:
    """What moved, and why by key."""
    after = plan.apply(edit)
    moved, facts = what_moved(plan, after, TODAY), TaskFacts(after, TODAY)
    return moved, {move.task[5:]: why_moved(move, own_changes(edit), edit, facts) for move in moved.moves}


def of(moved: Moved, key: str) -> Move:
    return next(move for move in moved.moves if move.task == f"task:{key}")


def test_longer_work_says_what_was_changed_and_what_it_holds():
    plan = the_plan()
    moved, why = told(plan, edited(plan.task("a"), duration=7))

    assert why == {"a": "changed here: duration", "b": "held by Do a until 21 Oct"}
    assert moved_sentence(moved).startswith("2 tasks moved, by up to 2 working days.")
    assert move_texts(of(moved, "a"), TODAY) == ("13 Oct – 19 Oct", "13 Oct – 21 Oct", "2 days later")
    assert move_texts(of(moved, "b"), TODAY)[2] == "2 days later"


def test_a_task_that_was_put_somewhere_says_where():
    plan = the_plan()
    moved, why = told(plan, edited(plan.task("b"), anchor=an_anchor("SNET:T-10")))

    assert why == {"b": "put there: start no earlier than T−10 (27\N{NO-BREAK SPACE}Oct)"}
    assert move_texts(of(moved, "b"), TODAY)[2] == "5 days later"


def test_days_off_are_named():
    plan = the_plan()
    away = a_person("ada", (date(2026, 10, 14), date(2026, 10, 15)), order=plan.people[0].order)
    _, why = told(plan, Edit("Away", (Change(plan.people[0], away),)))

    assert why["a"] == "other days off fall inside it"
    assert why["b"] == "held by Do a until 21 Oct"


def test_a_link_says_what_it_holds():
    plan = the_plan()
    _, why = told(plan, edited(plan.dependencies[0], lag=3))

    assert why == {"b": "held by Do a until 19 Oct"}


def test_work_that_is_longer_and_ends_on_the_same_day_starts_sooner():
    plan = the_plan()
    fields = {"duration": 5, "anchor": an_anchor("MFO:T-13")}
    later = plan.apply(edited(plan.task("b"), duration=3, anchor=an_anchor("MFO:T-13")))
    moved, _ = told(later, edited(later.task("b"), **fields))

    assert move_texts(of(moved, "b"), TODAY)[2] == "starts 2 days sooner"


def test_a_day_that_is_not_worked_is_no_working_day_later():
    plan = a_plan(
        a_task("a", status=TaskStatus.DONE, actual_start=date(2026, 10, 24), actual_finish=date(2026, 10, 24))
    )
    moved, _ = told(plan, edited(plan.task("a"), actual_start=date(2026, 10, 25), actual_finish=date(2026, 10, 25)))

    assert move_texts(of(moved, "a"), TODAY) == ("24 Oct", "25 Oct", "no working day")
    assert moved_sentence(moved) == "1 task moved."


def test_nothing_moved_is_one_short_sentence():
    plan = the_plan()
    moved, why = told(plan, edited(plan.task("a"), note="Soon"))

    assert (moved_sentence(moved), why) == ("Nothing moved.", {})


def test_a_forecast_that_moved_alone_says_so():
    plan = the_plan()
    moved, _ = told(plan, edited(plan.task("b"), expected_finish=date(2026, 11, 2)))

    assert move_texts(of(moved, "b"), TODAY) == ("forecast 22 Oct", "forecast 2 Nov", "7 days later")


@pytest.mark.parametrize(("day", "words"), [(date(2026, 11, 12), "2 days later"), (date(2026, 11, 9), "1 day sooner")])
def test_launch_day_says_how_far_it_moved(day, words):
    plan = the_plan()
    moved, _ = told(plan, edited(plan.launch, launch_date=day))

    assert f"Launch day is {words}." in moved_sentence(moved)
