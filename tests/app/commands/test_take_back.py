"""One old edit is taken back while what came after it stays."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from launchpad.app.commands.take_back import take_back
from launchpad.app.commands.tasks import add_task, change_task, remove_task
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.enums import TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.journal.entry import Entry
from tests.builders import a_plan, a_task, a_track, link

DAY = date(2026, 10, 12)


def entry(edit: Edit, **fields: object) -> Entry:
    return replace(Entry(7, datetime(2026, 10, 12, tzinfo=UTC), "Mara", "app", edit), **fields)  # type: ignore[arg-type]


def changed(plan: Document, key: str, day: int = 12, **fields: object) -> tuple[Document, Entry]:
    edit = change_task(plan, plan.task(key), fields, date(2026, 10, day))
    return plan.apply(edit), entry(edit)


def test_another_field_that_changed_since_stays():
    plan = a_plan(a_task("a"))
    one, first = changed(plan, "a", title="New title")
    two, _ = changed(one, "a", 13, duration=5)

    after = two.apply(take_back(two, first))

    assert (after.task("a").title, after.task("a").duration) == ("Do a", 5)
    assert after.task("a").updated == date(2026, 10, 13)


def test_a_field_that_changed_again_since_refuses_and_says_which():
    plan = a_plan(a_task("a"))
    one, first = changed(plan, "a", status=TaskStatus.IN_PROGRESS, note="begun")
    two, _ = changed(one, "a", status=TaskStatus.DONE)

    with pytest.raises(PlanError, match=r"^Status of Do a \(a\) was changed again since"):
        take_back(two, first)


def test_a_row_that_is_gone_since_refuses():
    plan = a_plan(a_task("a"), a_task("b"))
    one, first = changed(plan, "a", duration=4)
    two = one.apply(remove_task(one, one.task("a")))

    with pytest.raises(PlanError, match="was removed since"):
        take_back(two, first)


def test_a_removed_task_comes_back_with_its_links():
    plan = a_plan(a_task("a"), a_task("b"), link("a", "b"))
    edit = remove_task(plan, plan.task("a"))
    one = plan.apply(edit)
    two, _ = changed(one, "b", duration=9)

    after = two.apply(take_back(two, entry(edit)))

    assert [task.key for task in after.tasks] == ["a", "b"]
    assert len(after.dependencies) == 1


def test_an_added_task_that_was_edited_since_is_not_thrown_away():
    track = a_track()
    plan = a_plan(a_task("a"), track)
    edit = add_task(plan, "new", "New", track.id, {}, DAY)
    one = plan.apply(edit)

    assert one.apply(take_back(one, entry(edit))) == plan
    two, _ = changed(one, "new", duration=3)
    with pytest.raises(PlanError, match="was changed since"):
        take_back(two, entry(edit))


def test_an_edit_that_was_taken_back_already_says_so():
    plan = a_plan(a_task("a"))
    _, first = changed(plan, "a", duration=4)
    with pytest.raises(PlanError, match="nothing left"):
        take_back(plan, first)


def test_what_is_on_the_record_stays():
    plan = a_plan(a_task("a"))
    one, first = changed(plan, "a", duration=4)
    with pytest.raises(PlanError, match="record"):
        take_back(one, replace(first, permanent=True))
