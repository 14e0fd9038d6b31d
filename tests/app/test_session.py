"""One open launch: what it confirms is on disk, and undo survives a restart."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from launchpad.app.session import BETWEEN_VERSIONS, Session, keep_version_apart
from launchpad.app.settings import backups_folder
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.errors import PlanError
from launchpad.journal.entry import FileRead
from launchpad.storage.backup import versions
from launchpad.storage.check import replay_problems
from launchpad.storage.errors import Busy, StorageError
from tests.builders import a_plan, a_task


def rename(plan: Document, title: str) -> Edit:
    return Edit(f"Rename to {title}", (Change(plan.task("a"), replace(plan.task("a"), title=title)),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "loom.launch"
    Session.create(target, a_plan(a_task("a", title="One")), "New launch Loom").close()
    return target


def titles(path: Path) -> list[str]:
    with Session.open(path, read_only=True) as session:
        return [task.title for task in session.document.tasks]


def test_an_edit_is_on_disk_when_it_is_confirmed(path):
    with Session.open(path) as session:
        applied = session.run(rename, "Two")

        assert applied.number == 2
        assert titles(path) == ["Two"]


def test_an_edit_that_changes_nothing_is_not_recorded(path):
    with Session.open(path) as session:
        applied = session.run(lambda plan: Edit("Nothing", ()))

        assert (applied.number, bool(applied.edit), session.last_number) == (1, False, 1)


def test_a_refused_edit_leaves_plan_and_journal_as_they_are(path):
    with Session.open(path) as session, pytest.raises(PlanError):
        session.run(rename, "")

    assert titles(path) == ["One"]


def test_undo_and_redo_work_across_restarts(path):
    for title in ("Two", "Three"):
        with Session.open(path) as session:
            session.run(rename, title)
    with Session.open(path) as session:
        session.undo()
    with Session.open(path) as session:
        session.undo()
    assert titles(path) == ["One"]

    with Session.open(path) as session:
        assert session.redo().edit.label == "Rename to Two"
    with Session.open(path) as session:
        session.redo()

    assert titles(path) == ["Three"]


def test_redo_is_lost_at_the_next_ordinary_edit(path):
    with Session.open(path) as session:
        session.run(rename, "Two")
        session.undo()
        session.run(rename, "Three")

        with pytest.raises(PlanError, match="nothing to redo"):
            session.redo()


def test_the_making_of_the_file_cannot_be_undone(path):
    with Session.open(path) as session, pytest.raises(PlanError, match="nothing to undo"):
        session.undo()


def test_the_journal_leads_to_the_plan_whatever_was_done(path):
    with Session.open(path) as session:
        session.run(rename, "Two")
        session.undo()
        session.redo()
        session.undo()

        entries = list(session.file.entries())
        assert replay_problems(session.document, entries) == ()
        assert [entry.source for entry in entries] == ["app", "app", "undo", "redo", "undo"]
        assert [entry.undoes for entry in entries] == [None, None, 2, 3, 4]


def test_the_second_writer_is_told_who_has_the_file(path):
    with Session.open(path), pytest.raises(Busy, match="being edited by"):
        Session.open(path)


def test_a_file_is_never_made_over_another(path):
    with pytest.raises(StorageError, match="exists already"):
        Session.create(path, a_plan(a_task("b")), "New launch")

    assert titles(path) == ["One"]


def test_a_version_is_kept_when_the_file_is_opened_to_be_changed(path):
    with Session.open(path) as session:
        plan = session.file.facts.plan

    assert [version.number for version in versions(backups_folder(), plan)] == [1]


def test_what_a_window_changed_is_kept_when_it_is_closed_and_a_script_does_not_fill_the_disk(path):
    with Session.open(path, source="cli") as session:
        plan = session.file.facts.plan
        session.run(rename, "Two")
    with Session.open(path, source="cli") as session:
        session.run(rename, "Three")
    assert [version.number for version in versions(backups_folder(), plan)] == [1]

    with Session.open(path) as session:
        session.run(rename, "Four")

    assert [version.number for version in versions(backups_folder(), plan)] == [4, 1]


def test_work_goes_on_when_no_version_can_be_kept(path, monkeypatch, tmp_path):
    (tmp_path / "in the way").write_text("a file, not a folder")
    monkeypatch.setattr("launchpad.app.session.backups_folder", lambda: tmp_path / "in the way")

    with Session.open(path) as session:
        assert session.backup_problem
        session.run(rename, "Two")

    assert titles(path) == ["Two"]


def test_a_clock_set_back_keeps_no_version_from_being_kept(path, monkeypatch):
    with Session.open(path) as session:
        plan = session.file.facts.plan
        session.run(rename, "Two")
        earlier = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=3)
        monkeypatch.setattr("launchpad.app.session._now", lambda: earlier)

        session.bring_home(rename(session.document, "Theirs"), "back.xlsx", FileRead("export", "digest"))
        assert {version.number for version in versions(backups_folder(), plan)} == {1, 2}
        assert keep_version_apart(path, plan, backups_folder(), if_older_than=BETWEEN_VERSIONS) == ""
        assert {version.number for version in versions(backups_folder(), plan)} == {1, 2, 3}


def test_a_version_is_kept_before_a_workbook_is_merged(path):
    with Session.open(path) as session:
        session.run(rename, "Two")
        session.bring_home(rename(session.document, "Theirs"), "back.xlsx", FileRead("export", "digest"))
        kept = versions(backups_folder(), session.file.facts.plan)

        assert [version.number for version in kept] == [2, 1]
