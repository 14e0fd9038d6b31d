"""Three-way merge of a row."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from launchpad.domain.enums import TaskStatus
from launchpad.journal.merge import WHOLE_ROW, merge_row
from tests.builders import a_task

FIELDS: dict[str, list[Any]] = {
    "title": ["Alpha", "Beta", "Gamma"],
    "progress": [None, 10, 60],
    "status": [TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS, TaskStatus.DONE],
    "note": ["", "x", "y"],
}
BASE = a_task("a")
some_task = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in FIELDS.items()}).map(
    lambda values: replace(BASE, **values)
)


def test_changes_of_different_fields_are_both_kept():
    merged = merge_row(BASE, replace(BASE, note="ours"), replace(BASE, progress=60))

    assert merged == (replace(BASE, note="ours", progress=60), ())


def test_a_field_changed_differently_is_a_conflict_and_mine_stands():
    merged = merge_row(BASE, replace(BASE, note="ours"), replace(BASE, note="theirs", progress=60))

    assert merged == (replace(BASE, note="ours", progress=60), ("note",))


def test_a_row_removed_on_one_side_and_changed_on_the_other_is_a_conflict_of_the_whole_row():
    ours = replace(BASE, note="ours")

    assert merge_row(BASE, ours, None) == (ours, (WHOLE_ROW,))
    assert merge_row(BASE, None, ours) == (None, (WHOLE_ROW,))


def test_a_row_born_differently_on_both_sides_is_a_conflict_of_the_whole_row():
    assert merge_row(None, BASE, replace(BASE, note="theirs")) == (BASE, (WHOLE_ROW,))


def test_a_row_born_or_removed_on_one_side_only_is_taken_from_there():
    assert merge_row(None, None, BASE) == (BASE, ())
    assert merge_row(None, BASE, None) == (BASE, ())
    assert merge_row(BASE, BASE, None) == (None, ())
    assert merge_row(BASE, None, BASE) == (None, ())


@given(some_task, some_task, some_task)
def test_every_field_follows_the_merge_table(base, mine, theirs):
    merged, conflicts = merge_row(base, mine, theirs)

    for name in FIELDS:
        was, ours, other = (getattr(row, name) for row in (base, mine, theirs))
        assert getattr(merged, name) == (other if ours == was else ours), name
        assert (name in conflicts) is (was != ours and was != other and ours != other), name


@given(some_task, some_task)
def test_merging_what_nobody_else_touched_changes_nothing(base, mine):
    assert merge_row(base, mine, base) == (mine, ())
    assert merge_row(base, mine, mine) == (mine, ())
    assert merge_row(base, base, mine) == (mine, ())
