"""Three-way merge of rows."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import TaskStatus
from launchpad.domain.ids import TaskId
from launchpad.domain.task import Task
from launchpad.journal.merge import merge_rows, take_theirs
from tests.builders import a_plan, a_task

FIELDS: dict[str, list[Any]] = {
    "title": ["Alpha", "Beta", "Gamma"],
    "progress": [None, 10, 60],
    "status": [TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS, TaskStatus.DONE],
    "note": ["", "x", "y"],
}


def changed(plan: Document, **fields: Any) -> Document:
    task = plan.tasks[0]
    return plan.apply(Edit("x", (Change(task, replace(task, **fields)),)))


def merged(base: Document, mine: Document, theirs: Document, **options: Any) -> tuple[Document, int]:
    merge = merge_rows(base, mine, theirs, **options)
    return mine.apply(Edit("Merge", merge.changes)), len(merge.conflicts)


def test_changes_of_different_fields_are_both_kept():
    base = a_plan(a_task("a"))

    plan, conflicts = merged(base, changed(base, note="ours"), changed(base, progress=60))

    assert (plan.task("a").note, plan.task("a").progress, conflicts) == ("ours", 60, 0)


def test_a_field_changed_differently_is_a_conflict_and_mine_stands():
    base = a_plan(a_task("a"))

    plan, conflicts = merged(base, changed(base, note="ours"), changed(base, note="theirs"))

    assert (plan.task("a").note, conflicts) == ("ours", 1)


def test_theirs_wins_a_conflict_when_told_so():
    base = a_plan(a_task("a"))

    plan, _ = merged(base, changed(base, note="ours"), changed(base, note="theirs"), theirs_wins=take_theirs)

    assert plan.task("a").note == "theirs"


def test_a_row_removed_there_and_changed_here_is_a_conflict_of_the_whole_row():
    base = a_plan(a_task("a"), a_task("b"))
    theirs = base.apply(Edit("Remove", (Change(base.task("a"), None),)))

    merge = merge_rows(base, changed(base, note="ours"), theirs)

    assert [(conflict.field, conflict.theirs) for conflict in merge.conflicts] == [("", None)]
    assert merge.changes == ()


def test_a_row_born_or_removed_there_only_is_taken():
    base = a_plan(a_task("a"), a_task("b"))
    new = replace(base.task("b"), id=TaskId("task:c"), key="c")
    theirs = base.apply(Edit("x", (Change(base.task("a"), None), Change(None, new))))

    plan, conflicts = merged(base, base, theirs)

    assert (plan, conflicts) == (theirs, 0)


@given(st.data())
def test_every_field_follows_the_merge_table(data):
    base = a_plan(a_task("a", **{name: data.draw(st.sampled_from(words)) for name, words in FIELDS.items()}))
    sides = [changed(base, **{n: data.draw(st.sampled_from(words)) for n, words in FIELDS.items()}) for _ in "mt"]
    mine, theirs = sides

    plan, conflicts = merged(base, mine, theirs)

    expected = 0
    for name in FIELDS:
        was, ours, other = (getattr(p.task("a"), name) for p in (base, mine, theirs))
        clash = was != ours and was != other and ours != other
        expected += clash
        assert getattr(plan.task("a"), name) == (other if ours == was else ours), name
    assert conflicts == expected


@given(st.data())
def test_merging_what_nobody_else_touched_changes_nothing(data):
    base = a_plan(a_task("a"))
    mine = changed(base, **{n: data.draw(st.sampled_from(words)) for n, words in FIELDS.items()})

    assert merge_rows(base, mine, base).changes == ()
    assert merge_rows(base, mine, mine).changes == ()
    assert merged(base, base, mine) == (mine, 0)


def test_kinds_that_did_not_change_are_not_looked_at():
    base = a_plan(a_task("a"))

    assert all(isinstance(change.row, Task) for change in merge_rows(base, base, changed(base, note="x")).changes)
