"""The typed filter of the checklist."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.app.task_facts import TaskFacts
from launchpad.app.task_filter import HELP, read_filter, unknown_name
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.engines.calendar import calendar_of
from launchpad.engines.schedule import schedule
from tests.strategies import TODAYS, plans
from tests.ui.checklist.plans import TODAY, a_checklist

PLAN = a_checklist()


def found(text, me=None):
    facts = TaskFacts(PLAN, TODAY, PLAN.person(me) if me else None)
    passes = read_filter(text, TODAY)
    return [task.key for task in PLAN.tasks if passes(task, facts)]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", ["brief", "page", "video", "deck", "train", "quiz"]),
        ("owner:otis", ["page", "train"]),
        ("owner:park", ["deck"]),
        ("owner:none", ["video", "quiz"]),
        ("OWNER:Otis must", ["page", "train"]),
        ("could", ["quiz"]),
        ("-must", ["quiz"]),
        ("done", ["brief"]),
        ("status:not_started sell", ["train", "quiz"]),
        ("status:open track:marketing", ["page", "video"]),
        ("track:sales gate:none", ["quiz"]),
        ("gate:G1", ["brief", "page"]),
        ("track=sales", ["deck", "train", "quiz"]),
        ("track=sale", []),
        ('"the page"', ["page"]),
        ("the page", ["page"]),
        ("due<today", ["brief", "video"]),
        ("due>T-12", ["page", "train", "quiz"]),
        ("due<=15oct open", ["video", "deck"]),
        ("overdue", ["video"]),
        ("days>3", ["page"]),
        ("evidence:none track:marketing", ["page", "video"]),
        ("-owner:otis -could open", ["video", "deck"]),
        ("owner:", ["brief", "page", "video", "deck", "train", "quiz"]),
        ("due<", ["brief", "page", "video", "deck", "train", "quiz"]),
    ],
)
def test_all_that_is_typed_has_to_hold(text, keys):
    assert found(text) == keys


def test_mine_are_those_of_the_one_who_looks():
    assert found("mine", me="otis") == found("owner:me", me="otis") == ["page", "train"]
    assert found("mine") == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("color:red", "no “color:” to filter by; try owner"),
        ("ownr:mara", "no “ownr:” to filter by; perhaps “owner:” is meant"),
        ("due<soon", "not a day"),
        ("status:odd", "not a status; try open, waiting"),
        ("slack<x", "not a number"),
    ],
)
def test_a_term_that_means_nothing_is_refused_in_a_sentence(text, says):
    with pytest.raises(PlanError, match=says):
        read_filter(text, TODAY)


@pytest.mark.parametrize("examples", [example for example, _ in HELP])
def test_every_example_of_the_help_is_understood(examples):
    for example in examples.split("   "):
        assert read_filter(example.replace("…", "2w"), TODAY)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused(text):
    with suppress(PlanError):
        assert set(found(text)) <= {task.key for task in PLAN.tasks}


def test_the_words_of_the_plan_are_all_terms():
    for status in TaskStatus:
        read_filter(f"status:{status.value}", TODAY)
    for each in Criticality:
        assert read_filter(each.value, TODAY)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("owner:zed must", "Nobody in this plan is called “zed”."),
        ("-approver:zed", "Nobody in this plan is called “zed”."),
        ("track:zed", "No track in this plan is called “zed”."),
        ("gate=zed", "No gate in this plan is called “zed”."),
        ("owner:none", ""),
        ("owner:me", ""),
        ("owner:ot", ""),
        ("zed", ""),
    ],
)
def test_a_name_that_nobody_has_is_told(text, says):
    assert unknown_name(read_filter(text, TODAY), PLAN) == says


FAR_FROM_LAUNCH = st.integers(-40, 40)
SAID = {
    "due<T{}": lambda task, dates, day, number: dates.due < day,
    "start>=T{}": lambda task, dates, day, number: dates.start >= day,
    "finish<=T{}": lambda task, dates, day, number: dates.forecast_finish <= day,
    "by>T{}": lambda task, dates, day, number: dates.start_by > day,
    "slack<{}": lambda task, dates, day, number: dates.slack < number,
    "late": lambda task, dates, day, number: task.is_open and dates.forecast_finish > dates.due,
    "critical": lambda task, dates, day, number: task.is_open and dates.critical,
}


@given(plans(), TODAYS, FAR_FROM_LAUNCH)
def test_a_filter_by_dates_goes_by_what_all_dates_of_a_task_say(plan, today, number):
    dates, day, facts = schedule(plan, today).tasks, calendar_of(plan).date_at(number), TaskFacts(plan, today)
    for text, says in SAID.items():
        passes = read_filter(text.format(f"{number:+}"), today)
        for task in plan.tasks:
            assert passes(task, facts) is says(task, dates[task.id], day, number), text
