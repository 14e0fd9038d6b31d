"""Files that lost or changed what they say about themselves, and files of other plans and other days."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from launchpad.app.commands.people import hand_over, remove_person
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.errors import PlanError
from launchpad.interchange.homecoming.proposals import Kind
from tests.builders import a_launch, a_plan, a_task
from tests.interchange.homecoming.plans import a_small_plan, change
from tests.interchange.homecoming.returning import Desk, editing, fill, found, kinds

NewDesk = Callable[[Document], Desk]


def test_a_second_version_of_a_file_is_compared_with_the_first(desk: NewDesk):
    home = desk(a_small_plan())
    one, other = home.send("a.xlsx"), home.send("b.xlsx")
    first = fill(one, home.folder / "a1.xlsx", {"cards": {"progress": 0.2, "owner": "Ben", "note": "One"}})
    home.merge(first)
    home.merge(fill(other, home.folder / "b1.xlsx", {"demo": {"progress": 0.5}}))
    change(home, "cards", owner=None)
    second = fill(first, home.folder / "a2.xlsx", {"cards": {"progress": 0.6, "note": "One, two"}})
    read = home.read(second)

    assert kinds(read) == {
        ("cards", "progress"): "take",
        ("cards", "note"): "take",
        ("cards", "owner"): "keep",
        ("demo", "progress"): "keep",
    }
    assert any("a1.xlsx" in notice for notice in read.notices)

    home.merge(second)
    assert (home.task("cards").progress, home.task("demo").progress) == (60, 50)
    assert home.task("cards").note.split("\n") == ["12 Oct 2026, a1.xlsx: One", "12 Oct 2026, a2.xlsx: two"]


def test_one_export_filled_in_by_two_people_takes_both(desk: NewDesk):
    home = desk(a_small_plan())
    sent = home.send("out.xlsx")
    home.merge(fill(sent, home.folder / "a.xlsx", {"cards": {"progress": 0.2, "owner": "Ben"}}))
    home.merge(fill(sent, home.folder / "b.xlsx", {"demo": {"progress": 0.5}}))

    assert (home.task("cards").progress, home.task("demo").progress) == (20, 50)
    assert home.task("cards").owner == home.plan.person("ben").id


def test_a_refused_value_is_not_asked_about_twice(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.7}})
    change(home, "cards", progress=20)
    applied = home.merge(sent)

    assert home.session.file.entry(applied.number).permanent
    assert kinds(home.read(sent)) == {("cards", "progress"): "keep"}


def test_without_the_hidden_sheet_every_difference_is_a_conflict(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.7}})
    with editing(sent) as book:
        del book["_launchpad"]
    change(home, "kb", progress=20)
    read = home.read(sent)

    assert kinds(read) == {("cards", "progress"): "conflict", ("kb", "progress"): "conflict"}
    assert "no longer says what it held" in read.notices[0]


def test_a_hidden_sheet_that_was_changed_is_not_believed(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.7}})
    with editing(sent) as book:
        next(
            cell for row in book["_launchpad"].iter_rows() for cell in row if cell.value == "not_started"
        ).value = "done"
    change(home, "kb", progress=20)
    read = home.read(sent)

    assert kinds(read) == {("cards", "progress"): "take", ("kb", "progress"): "keep"}
    assert any("compared with the plan as it was then" in notice for notice in read.notices)


def test_a_file_of_another_plan_is_refused(desk: NewDesk):
    home, elsewhere = desk(a_small_plan()), desk(a_small_plan())
    sent = home.send("out.xlsx")

    with pytest.raises(PlanError, match="belongs to another plan"):
        elsewhere.read(sent)

    with editing(sent) as book:
        del book["_launchpad"]
    stranger = desk(a_plan(a_task("other"), launch=a_launch(name="Loom")))
    with pytest.raises(PlanError, match="its tasks are not those"):
        stranger.read(sent)
    renamed = desk(
        a_plan(*[row for row in a_small_plan() if row.id not in ("launch", "calendar")], launch=a_launch(name="X"))
    )
    with pytest.raises(PlanError, match="its name"):
        renamed.read(sent)


def test_a_file_of_a_newer_version_is_refused(desk: NewDesk):
    home = desk(a_small_plan())
    sent = home.send("out.xlsx")
    with editing(sent) as book:
        book["_launchpad"]["B5"] = "99"

    with pytest.raises(PlanError, match="newer Launchpad"):
        home.read(sent)


def test_people_renamed_since_the_export_are_still_themselves(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"owner": "Ben"}})
    ben = home.plan.person("ben")
    home.session.run(lambda plan: Edit("Rename", (Change(ben, replace(ben, name="Benedict")),)))

    assert kinds(home.read(sent)) == {("cards", "owner"): "take"}


def test_somebody_who_left_since_the_export_is_no_stranger_where_nobody_typed(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.7}})
    home.session.run(hand_over, "person:ben", "person:ada")
    home.session.run(remove_person, "person:ben")
    read = home.read(sent)

    assert kinds(read) == {("cards", "progress"): "take"}
    assert read.comparison.unreadable == ()


def test_a_task_removed_since_the_export_is_not_born_again(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"progress": 0.7}})
    home.session.run(lambda plan: Edit("Remove", (Change(plan.task("cards"), None),)))
    read = home.read(sent)

    assert read.proposals == ()
    assert any("“cards” was removed" in notice for notice in read.notices)


def test_dates_of_old_macs_are_the_same_days(desk: NewDesk):
    home = desk(a_small_plan())
    sent = fill(home.send("out.xlsx"), home.folder / "back.xlsx", {"cards": {"expected_finish": date(2026, 11, 5)}})
    with editing(sent) as book:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        for page in book:
            if page.title not in ("Plan", "_launchpad"):
                book.remove(page)
        book.epoch = CALENDAR_MAC_1904

    assert found(home.read(sent), Kind.TAKE)[("cards", "expected_finish")].theirs == date(2026, 11, 5)
