"""What is taken of a workbook becomes one edit: cells into their tasks, rows as new tasks, nothing that nobody said."""

from datetime import date
from typing import Any

import pytest

from launchpad.app.commands.homecoming import Delivery, take_over
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.ids import AccountId, PersonId, TrackId
from launchpad.domain.row import LONGEST_TEXT
from launchpad.domain.sales import Account
from launchpad.domain.task import Dependency, Task
from launchpad.domain.values import Evidence
from launchpad.interchange.homecoming.new_rows import NewRow
from launchpad.interchange.homecoming.proposals import Blocking, Kind, Proposal
from tests.builders import a_person, a_plan, a_task, a_track, link

TODAY = date(2026, 10, 12)
EARLIER = date(2026, 10, 1)


def a_cell(key: str, field: str, theirs: Any, **about: Any) -> Proposal:
    """A cell of a task, called by its key, that is taken."""
    return Proposal(kind=Kind.TAKE, row=f"task:{key}", key=key, title=key, field=field, theirs=theirs, **about)


def a_row(title: str, key: str = "", **values: Any) -> Proposal:
    """A row that somebody added to the track of the others."""
    new = NewRow(title=title, key=key, track=TrackId("track:track"), values=values)
    return Proposal(kind=Kind.NEW, row=None, key=key, title=title, field="title", theirs=title, new=new)


def taken(plan: Document, *proposals: Proposal, who: str = "Ben") -> Edit:
    return take_over(plan, proposals, Delivery("back.xlsx", who, TODAY))


def task_after(plan: Document, *proposals: Proposal, key: str = "kit") -> Task:
    return plan.apply(taken(plan, *proposals)).task(key)


def test_nothing_taken_changes_nothing():
    assert taken(a_plan(a_task("kit"))) == Edit("Merge back.xlsx", ())


def test_cells_go_into_their_task_and_say_when():
    plan = a_plan(a_person("ada"), a_task("kit", status=TaskStatus.IN_PROGRESS, actual_start=EARLIER), a_task("page"))
    said = a_cell("kit", "progress", 60), a_cell("kit", "owner", PersonId("person:ada"))
    task = task_after(plan, *said, a_cell("kit", "expected_finish", date(2026, 10, 30)))

    assert (task.progress, task.owner, task.expected_finish) == (60, "person:ada", date(2026, 10, 30))
    assert (task.updated, task.status, task.actual_start) == (TODAY, TaskStatus.IN_PROGRESS, EARLIER)
    assert {change.row.id for change in taken(plan, *said).changes} == {"task:kit"}


def test_a_status_brings_no_day_of_work_and_leaves_behind_what_it_ends():
    plan = a_plan(a_task("kit", status=TaskStatus.BLOCKED, blocked_since=EARLIER, blocked_reason="No card"))
    task = task_after(plan, a_cell("kit", "status", TaskStatus.DONE))

    assert (task.status, task.actual_start, task.actual_finish) == (TaskStatus.DONE, None, None)
    assert (task.blocked_since, task.blocked_reason) == (None, "")


def test_work_that_did_not_begin_after_all_has_no_first_day():
    plan = a_plan(a_task("kit", status=TaskStatus.IN_PROGRESS, actual_start=EARLIER, progress=30))
    task = task_after(plan, a_cell("kit", "status", TaskStatus.NOT_STARTED))

    assert (task.actual_start, task.progress) == (None, 30)


@pytest.mark.parametrize(
    ("status", "field", "other"),
    [
        (TaskStatus.BLOCKED, "blocked_reason", "na_reason"),
        (TaskStatus.NOT_APPLICABLE, "na_reason", "blocked_reason"),
        (TaskStatus.IN_PROGRESS, "note", "na_reason"),
    ],
)
def test_what_is_noted_is_also_the_reason_where_one_is_asked_for(status: TaskStatus, field: str, other: str):
    plan = a_plan(a_task("kit", note="Was here"))
    said = a_cell("kit", "status", status), a_cell("kit", "note", "Was here. No budget", base="Was here")
    task = task_after(plan, *said)

    assert task.note == "Was here\n12 Oct 2026, Ben: No budget"
    assert "No budget" in getattr(task, field)
    assert getattr(task, other) == ""


def test_a_reason_that_is_there_stays():
    fields = {"blocked_reason": "No card", "na_reason": "Out of scope"}
    plan = a_plan(a_task("kit", status=TaskStatus.IN_PROGRESS, **fields))

    for status, (field, reason) in zip((TaskStatus.BLOCKED, TaskStatus.NOT_APPLICABLE), fields.items(), strict=True):
        said = a_cell("kit", "status", status), a_cell("kit", "note", "Something else")
        assert getattr(task_after(plan, *said), field) == reason


def test_who_was_asked_why_it_is_blocked_is_believed():
    plan = a_plan(a_person("ada"), a_task("kit"))
    why = Blocking("No card", PersonId("person:ada"), date(2026, 10, 20))
    task = task_after(plan, a_cell("kit", "status", TaskStatus.BLOCKED, blocking=why))

    assert (task.blocked_reason, task.unblocked_by, task.unblock_by, task.blocked_since) == (
        *("No card", "person:ada", date(2026, 10, 20)),
        TODAY,
    )


def test_a_note_names_the_file_where_nobody_is_known_and_is_never_too_long():
    plan = a_plan(a_task("kit", note="x" * LONGEST_TEXT))
    said = a_cell("kit", "note", "More")

    assert task_after(plan, said).note == "x" * LONGEST_TEXT
    edit = taken(a_plan(a_task("kit")), said, who="")
    assert [change.after.note for change in edit.changes if isinstance(change.after, Task)] == [
        "12 Oct 2026, back.xlsx: More"
    ]


def test_proofs_are_added_and_taken_away_one_by_one():
    old, gone = Evidence("brief.pdf", "brief.pdf"), Evidence("draft.pdf", "draft.pdf")
    plan = a_plan(a_task("kit", evidence=(old, gone)))
    task = task_after(plan, a_cell("kit", "evidence", "brief.pdf; deck.pdf", base="brief.pdf; draft.pdf"))

    assert task.evidence == (old, Evidence("deck.pdf", "deck.pdf", TODAY))


def test_a_row_becomes_a_task_with_all_that_was_filled_in():
    plan = a_plan(a_person("ada"), a_track(), a_task("kit"))
    row = a_row(
        "Call them", "sal.call", owner=PersonId("person:ada"), status=TaskStatus.IN_PROGRESS, progress=20,
        expected_finish=date(2026, 10, 30), evidence="list.xlsx", note="Soon",
    )  # fmt: skip
    task = task_after(plan, row, key="sal.call")

    assert (task.title, task.owner, task.status, task.progress) == (
        *("Call them", "person:ada"),
        *(TaskStatus.IN_PROGRESS, 20),
    )
    assert (task.expected_finish, task.evidence) == (
        date(2026, 10, 30),
        (Evidence("list.xlsx", "list.xlsx", TODAY),),
    )
    assert (task.note, task.updated) == ("12 Oct 2026, Ben: Soon", TODAY)


def test_a_row_with_nothing_but_a_name_is_work_not_begun():
    (born,) = taken(a_plan(a_track(), a_task("kit")), a_row("Call them")).changes

    assert isinstance(born.after, Task)
    assert (born.after.status, born.after.criticality) == (TaskStatus.NOT_STARTED, Criticality.SHOULD)
    assert (born.after.note, born.after.evidence, born.after.owner) == ("", (), None)


def test_a_key_somebody_wrote_is_theirs_whatever_the_order_of_rows():
    plan = a_plan(a_track(), a_task("kit"))
    made_up = next(row.after for row in taken(plan, a_row("Call")).changes)
    assert isinstance(made_up, Task)
    edit = taken(plan, a_row("Call"), a_row("Write", made_up.key))

    keys = {change.after.title: change.after.key for change in edit.changes if isinstance(change.after, Task)}
    assert keys["Write"] == made_up.key != keys["Call"]


def test_the_forms_beside_the_checklist_are_in_the_same_edit():
    account = Account(id=AccountId("radio"), name="Radio North", stage="demo")
    plan = a_plan(a_task("kit"), account)
    stage = Proposal(
        kind=Kind.TAKE, row="radio", key="", title="Radio North", field="stage", theirs="won", table="accounts"
    )
    edit = taken(plan, a_cell("kit", "progress", 10), stage)

    assert {change.row.id for change in edit.changes} == {"task:kit", "radio"}
    assert [row.stage for row in plan.apply(edit).rows(Account)] == ["won"]


def test_a_row_that_is_not_in_the_file_goes_only_if_that_is_taken():
    plan = a_plan(a_task("kit"), a_task("page"), link("kit", "page"))
    gone = Proposal(kind=Kind.NOT_IN_FILE, row="task:kit", key="kit", title="kit", field="")

    after = plan.apply(taken(plan, a_cell("page", "progress", 10), gone))
    assert [task.key for task in after.tasks] == ["page"]
    assert after.rows(Dependency) == ()
    assert len(plan.apply(taken(plan, a_cell("page", "progress", 10))).tasks) == 2
