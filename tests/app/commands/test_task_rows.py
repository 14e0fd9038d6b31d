"""Adding, ordering and removing whole tasks."""

import sys
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.app.commands.task_order import keys_between, move_tasks
from launchpad.app.commands.task_rows import NewTask, add_tasks, fresh_key, held_up_by, remove_tasks
from launchpad.app.commands.tasks import remove_task
from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind
from launchpad.domain.errors import PlanError
from launchpad.domain.task import Task
from launchpad.domain.values import Anchor
from tests.builders import a_criterion, a_launch, a_plan, a_task, a_track, link

TODAY = date(2026, 10, 12)


def keys(plan, track="track"):
    return [task.key for task in plan.tasks if task.track == f"track:{track}"]


def test_tasks_are_added_before_another_in_the_order_given():
    plan = a_plan(a_task("a"), a_task("b"))

    after = plan.apply(add_tasks(plan, [NewTask("One"), NewTask("Two")], "track:track", "task:b", TODAY))

    assert [task.title for task in after.tasks] == ["Do a", "One", "Two", "Do b"]


def test_nothing_new_lies_in_the_past():
    plan = a_plan(a_task("a", anchor="SNET:T-40"))

    after = plan.apply(add_tasks(plan, [NewTask("One")], None, None, TODAY))

    assert after.tasks[-1].anchor == Anchor(AnchorKind.SNET, -21)


def test_in_a_plan_that_begins_today_nothing_new_needs_a_day():
    plan = a_plan(a_task("a"), launch=a_launch(start=-21))  # 12 October

    after = plan.apply(add_tasks(plan, [NewTask("One")], None, None, TODAY))

    assert after.tasks[-1].anchor is None


@pytest.mark.parametrize("order", ["", "m"])
def test_where_tasks_share_a_place_a_new_one_comes_last(order):
    plan = Document(
        replace(row, order=order) if isinstance(row, Task) else row for row in a_plan(a_task("a"), a_task("b"))
    )

    after = plan.apply(add_tasks(plan, [NewTask("One"), NewTask("Two")], None, "task:b", TODAY))

    assert [task.title for task in after.tasks] == ["Do a", "Do b", "One", "Two"]


def test_a_plan_without_a_track_takes_no_task():
    with pytest.raises(PlanError, match="needs a track"):
        add_tasks(a_plan(), [NewTask("One")], None, None, TODAY)


@pytest.mark.parametrize(
    ("known", "title", "key"),
    [
        (["SE-01", "SE-07"], "Anything", "SE-02"),
        (["mkt.page", "mkt.video"], "Print some flyers", "mkt.print-some"),
        ([], "Print flyers", "tra.print-flyers"),
        (["mkt.print-flyers"], "Print flyers", "mkt.print-flyers-2"),
        ([], "プレス", "tra.task"),
    ],
)
def test_a_key_follows_the_manner_of_its_track(known, title, key):
    plan = a_plan(a_track(), *(a_task(each) for each in known))

    assert fresh_key(plan, "track:track", title, set(known)) == key


@given(st.lists(st.integers(0, 5), min_size=1, max_size=4, unique=True), st.integers(0, 6))
def test_moving_puts_tasks_where_they_were_dropped_and_leaves_the_rest_in_order(moved, place):
    names = list("abcdef")
    plan = a_plan(*(a_task(name) for name in names))
    ids = [f"task:{names[number]}" for number in moved]
    before = None if place == 6 else f"task:{names[place]}"

    edit = move_tasks(plan, ids, "track:track", before, TODAY)
    after = plan.apply(edit)

    rest = [name for name in names if f"task:{name}" not in ids]
    at = next((rest.index(name) for name in names[place:] if name in rest), len(rest))
    assert keys(after) == rest[:at] + [names[number] for number in moved] + rest[at:]
    assert after.apply(edit.inverse()) == plan
    assert {change.row.id for change in edit.changes} <= set(ids)


def test_moving_into_a_track_without_room_spreads_its_keys_anew():
    plan = a_plan(a_task("a", order="V"), a_task("b", order="V"), a_task("c", track="other"), a_track("other"))

    after = plan.apply(move_tasks(plan, ["task:c"], "track:track", "task:b", TODAY))

    assert keys(after) == ["a", "c", "b"]


@given(st.integers(1, 300))
def test_keys_between_two_stay_short_and_in_order(count):
    made = keys_between("V", "W", count)

    assert made == sorted(set(made))
    assert all("V" < key < "W" for key in made)
    assert max(map(len, made)) <= 5


def test_removing_several_tasks_is_one_edit_that_comes_back_whole():
    plan = a_plan(
        a_task("a", gate="G1"),
        a_task("b", gate="G1"),
        a_task("c"),
        link("a", "b"),
        link("b", "c"),
        a_criterion("G1", "1", "a", "b", "c"),
    )

    edit = remove_tasks(plan, ["task:a", "task:b"])
    after = plan.apply(edit)

    assert keys(after) == ["c"]
    assert after.apply(edit.inverse()) == plan


@given(
    st.sets(st.sampled_from("abcdef"), min_size=1), st.sets(st.tuples(st.sampled_from("abc"), st.sampled_from("def")))
)
def test_removing_tasks_at_once_leaves_what_removing_them_one_by_one_leaves(gone, links):
    plan = a_plan(
        *(a_task(key, gate="G1") for key in "abcdef"),
        *(link(before, after) for before, after in sorted(links)),
        a_criterion("G1", "1", "a", "d", "f"),
    )
    one_by_one = plan
    for key in sorted(gone):
        one_by_one = one_by_one.apply(remove_task(one_by_one, one_by_one.task(key)))

    edit = remove_tasks(plan, [f"task:{key}" for key in sorted(gone)])

    assert plan.apply(edit) == one_by_one
    assert plan.apply(edit).apply(edit.inverse()) == plan


def test_removing_four_times_as_many_tasks_is_four_times_the_work_not_sixteen():
    def work(count):
        names = [f"t{number}" for number in range(count)]
        plan = a_plan(*map(a_task, names), *(link(a, b) for a, b in pairwise(names)))
        return calls_of(lambda: remove_tasks(plan, [task.id for task in plan.tasks]))

    assert work(200) < 6 * work(50)


def calls_of(work):
    """How many functions of Python are called, which is the same on every machine."""
    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def test_what_waits_for_a_task_does_not_count_what_goes_with_it():
    plan = a_plan(a_task("a"), a_task("b"), a_task("c"), link("a", "b"), link("b", "c"))

    assert [row.id for row in held_up_by(plan, ["task:a", "task:b"])] == ["task:c"]
    assert held_up_by(plan, ["task:c"]) == ()
