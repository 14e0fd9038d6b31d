"""Undo and the plan as it was."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.errors import PlanError
from launchpad.journal.entry import Entry
from launchpad.journal.history import last_number_before, plan_at
from launchpad.journal.undo import UndoStacks, undo_stacks
from tests.builders import a_plan, a_task

NOON = datetime(2026, 10, 12, 12, tzinfo=UTC)


def an_entry(number: int, edit: Edit = Edit("x", ()), source: str = "cli", **fields: object) -> Entry:
    return Entry(number, NOON + timedelta(days=number), "Mara", source, edit, **fields)  # type: ignore[arg-type]


def birth(plan: Document) -> Entry:
    return an_entry(1, Edit("New launch", tuple(Change(None, row) for row in plan)), permanent=True)


def retitled(plan: Document, title: str) -> Edit:
    task = plan.tasks[0]
    return Edit(f"Rename to {title}", (Change(task, replace(task, title=title)),))


def a_story(*titles: str) -> tuple[list[Document], list[Entry]]:
    plans = [a_plan(a_task("a"))]
    entries = [birth(plans[0])]
    for title in titles:
        edit = retitled(plans[-1], title)
        entries.append(an_entry(len(entries) + 1, edit))
        plans.append(plans[-1].apply(edit))
    return plans, entries


def test_the_plan_at_any_edit_can_be_had_from_the_plan_now():
    plans, entries = a_story("One", "Two", "Three")

    for number, plan in enumerate(plans, 1):
        assert plan_at(plans[-1], entries, number) == plan


@pytest.mark.parametrize("number", [0, -1, 9])
def test_an_edit_that_never_was_is_refused(number):
    plans, entries = a_story("One", "Two")

    with pytest.raises(PlanError, match=f"no edit {number} "):
        plan_at(plans[-1], entries, number)


def test_the_last_edit_before_a_day_is_found_and_the_making_of_the_file_otherwise():
    _, entries = a_story("One", "Two")  # 13, 14 and 15 October

    assert last_number_before(entries, date(2026, 10, 15)) == 2
    assert last_number_before(entries, date(2026, 10, 30)) == 3
    assert last_number_before(entries, date(2020, 1, 1)) == 1


def test_undo_and_redo_walk_the_same_road_back_and_forth():
    stacks = undo_stacks([an_entry(1, permanent=True), an_entry(2), an_entry(3)])
    undone = stacks.after(an_entry(4, source="undo", undoes=3))
    redone = undone.after(an_entry(5, source="redo", undoes=4))

    assert stacks == UndoStacks((2, 3), ())
    assert undone == UndoStacks((2,), (4,))
    assert redone == UndoStacks((2, 5), ())


def test_what_is_left_to_redo_stays_when_one_edit_is_redone():
    two_undone = [an_entry(1), an_entry(2), an_entry(3, source="undo", undoes=2), an_entry(4, source="undo", undoes=1)]

    assert undo_stacks([*two_undone, an_entry(5, source="redo", undoes=4)]) == UndoStacks((5,), (3,))


def test_an_ordinary_edit_forgets_what_could_be_redone():
    entries = [an_entry(1), an_entry(2, source="undo", undoes=1), an_entry(3)]

    assert undo_stacks(entries) == UndoStacks((3,), ())


def test_undo_steps_over_what_is_permanent():
    entries = [an_entry(1), an_entry(2, permanent=True)]

    assert undo_stacks(entries).undo == (1,)


def test_what_was_stepped_over_stays_to_be_undone():
    stacks = undo_stacks([an_entry(1), an_entry(2), an_entry(3, permanent=True), an_entry(4, source="undo", undoes=1)])

    assert stacks == UndoStacks((2,), (4,))
    assert stacks.after(an_entry(5, source="redo", undoes=4)) == UndoStacks((2, 5), ())


@given(st.lists(st.tuples(st.sampled_from(["edit", "seal", "undo", "redo"]), st.integers(0, 9)), max_size=40))
def test_stacks_kept_step_by_step_equal_those_read_from_the_journal(steps):
    entries: list[Entry] = []
    stacks = UndoStacks()
    for step, stepped_over in steps:
        pile = {"undo": stacks.undo, "redo": stacks.redo}.get(step, (0,))
        if not pile:
            continue
        source = step if step in ("undo", "redo") else "cli"
        entries.append(
            an_entry(
                len(entries) + 1, source=source, undoes=pile[-1 - stepped_over % len(pile)], permanent=step == "seal"
            )
        )
        stacks = stacks.after(entries[-1])

    assert stacks == undo_stacks(entries)
