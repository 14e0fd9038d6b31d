"""A session as the window sees it: what it tells is on disk, and nothing is told that is not."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from launchpad.app.errands import wait_for_errands
from launchpad.app.open_launch import open_launch
from launchpad.app.plan_session import PlanSession
from launchpad.app.session import Session
from launchpad.app.settings import backups_folder
from launchpad.app.today import local_today
from launchpad.journal.entry import FileRead
from launchpad.storage.backup import versions
from launchpad.storage.launch_file import read_document
from tests.app.plan_sessions import TODAY, Heard, longer, refuse, rename
from tests.builders import a_plan, a_task


def test_what_is_told_is_on_disk_already(plan, path):
    on_disk = []
    plan.changed.connect(lambda edit: on_disk.append(read_document(path).launch.name))

    assert plan.run(rename, "Loom 4")
    assert on_disk == ["Loom 4"]
    assert plan.document.launch.name == "Loom 4"


def test_a_refusal_is_one_sentence_and_changes_nothing(plan):
    heard, before = Heard(plan), plan.document

    assert not plan.run(refuse)
    assert heard.all == ["That cannot be."]
    assert plan.document is before


def test_an_edit_that_changes_nothing_is_done_and_not_told(plan):
    heard = Heard(plan)

    assert plan.run(rename, plan.document.launch.name)
    assert heard.all == []
    assert plan.undo_label is None


def test_a_file_that_was_replaced_is_told_and_nothing_is_called_saved(plan, path):
    heard = Heard(plan)
    path.unlink()
    Session.create(path, a_plan(a_task("other")), "Create launch").close()

    assert not plan.run(rename, "Loom 4")
    assert "was not changed" in str(heard.all[0])
    assert plan.document.launch.name == "Loom"


def test_undo_and_redo_say_what_they_take_back_also_after_a_restart(plan, path):
    plan.run(rename, "Loom 4")
    label = plan.undo_label
    plan.close()
    again = PlanSession(Session.open(path))

    assert label is not None
    assert again.undo_label == label
    assert again.undo()
    assert (again.document.launch.name, again.undo_label, again.redo_label) == ("Loom", None, label)
    assert again.redo()
    assert again.document.launch.name == "Loom 4"
    again.close()


def test_nothing_to_undo_is_a_refusal(plan):
    heard = Heard(plan)

    assert not plan.undo()
    assert heard.all == ["There is nothing to undo."]


def test_a_value_held_down_is_one_edit(plan, path):
    for days in (3, 4, 5):
        plan.hold("duration", longer, days)

    assert plan.document.task("brief").duration == 2
    assert plan.flush()
    assert plan.document.task("brief").duration == 5
    assert plan.session.last_number == 2


def test_what_is_held_is_written_after_a_second(plan, qtbot):
    with qtbot.waitSignal(plan.changed, timeout=3000):
        plan.hold("duration", longer, 7)

    assert plan.document.task("brief").duration == 7


def test_another_edit_comes_after_what_is_held(plan):
    plan.hold("duration", longer, 6)
    plan.run(rename, "Loom 4")

    assert [entry.number for entry in plan.session.file.entries()] == [1, 2, 3]
    assert plan.document.task("brief").duration == 6


def test_holding_something_else_writes_what_was_held(plan):
    plan.hold("duration", longer, 6)
    plan.hold("name", rename, "Loom 4")

    assert plan.document.task("brief").duration == 6
    assert plan.document.launch.name == "Loom"


def test_undo_takes_back_what_was_just_held(plan):
    plan.hold("duration", longer, 6)

    assert plan.undo()
    assert plan.document.task("brief").duration == 2


def test_closing_writes_what_is_held(plan, path):
    plan.hold("duration", longer, 9)
    plan.close()

    assert read_document(path).task("brief").duration == 9


def test_today_is_the_files_own_until_the_real_one_is_asked_for(plan):
    heard = Heard(plan)

    assert plan.today == TODAY
    plan.use_real_today(True)
    assert plan.today == local_today()
    plan.use_real_today(False)
    assert plan.today == TODAY
    assert heard.all == [None, None]


def test_a_day_given_from_outside_wins(path, qapp):
    plan = PlanSession(Session.open(path), today=date(2026, 9, 1))

    assert plan.today == date(2026, 9, 1)
    plan.close()


def test_a_new_day_is_told_once(plan, monkeypatch):
    plan.use_real_today(True)
    heard = Heard(plan)
    plan.look_at_the_day()
    monkeypatch.setattr("launchpad.app.plan_session.local_today", lambda: date(2031, 1, 1))
    plan.look_at_the_day()
    plan.look_at_the_day()

    assert heard.all == [None]


def test_who_slept_over_midnight_is_told_of_the_day_without_touching_anything(path, qtbot, monkeypatch):
    monkeypatch.setattr("launchpad.app.plan_session.MINUTE", 10)
    plan = PlanSession(Session.open(path))
    plan.use_real_today(True)
    heard = Heard(plan)
    monkeypatch.setattr("launchpad.app.plan_session.local_today", lambda: date(2031, 1, 1))

    qtbot.waitUntil(lambda: bool(heard.all))
    assert heard.all == [None]
    assert plan.today == date(2031, 1, 1)
    plan.close()
    monkeypatch.setattr("launchpad.app.plan_session.local_today", lambda: date(2031, 1, 2))
    qtbot.wait(40)
    assert heard.all == [None]


def test_answers_are_about_the_plan_as_it_is_now(plan):
    before = plan.schedule.tasks[plan.document.task("brief").id].start
    plan.run(longer, 10)

    assert plan.schedule.tasks[plan.document.task("brief").id].start < before
    assert plan.readiness.document is plan.document


def test_a_plan_opened_for_reading_offers_no_undo_and_takes_no_edit(plan, path: Path):
    plan.run(rename, "Loom 4")
    reader = PlanSession(Session.open(path, read_only=True))
    heard = Heard(reader)

    assert reader.is_read_only
    assert reader.undo_label is None
    assert not reader.run(rename, "Loom 5")
    assert "reading only" in str(heard.all[0])
    reader.close()
    QCoreApplication.processEvents()


def versions_of(plan: PlanSession) -> list[int]:
    wait_for_errands()
    QCoreApplication.processEvents()
    return [version.number for version in versions(backups_folder(), plan.session.file.facts.plan)]


def test_a_version_is_kept_once_an_opened_plan_has_settled_and_when_it_is_closed(path, qapp):
    plan = PlanSession(open_launch(path).session)
    assert versions_of(plan) == []

    plan.settle()
    assert versions_of(plan) == [1]

    plan.run(rename, "Two")
    plan.close()
    assert versions_of(plan) == [2, 1]


def test_a_version_that_cannot_be_kept_is_told_and_work_goes_on(plan, path, tmp_path, monkeypatch):
    (tmp_path / "in the way").write_text("a file, not a folder")
    monkeypatch.setattr("launchpad.app.plan_session.backups_folder", lambda: tmp_path / "in the way")
    heard = Heard(plan)

    plan.keep_version()
    wait_for_errands()
    QCoreApplication.processEvents()

    assert heard.all == [
        "No version of the plan could be kept; the plan itself is saved. “in the way” could not be listed: "
        "not a directory."
    ]
    assert plan.run(rename, "Two")


def test_a_merge_before_which_no_version_could_be_kept_says_so(plan, tmp_path, monkeypatch):
    (tmp_path / "in the way").write_text("a file, not a folder")
    monkeypatch.setattr("launchpad.app.session.backups_folder", lambda: tmp_path / "in the way")
    heard = Heard(plan)
    theirs = rename(plan.document, "Theirs")

    assert plan.carry_out(lambda session: session.bring_home(theirs, "back.xlsx", FileRead("export", "digest")))
    assert heard.all[0] == theirs
    assert str(heard.all[1]).startswith("No version of the plan could be kept; the plan itself is saved.")
    assert len(heard.all) == 2
