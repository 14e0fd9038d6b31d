"""A launch is opened to be written if that can be, else to be read, saying why."""

import pytest

from launchpad.app.open_launch import open_launch, open_sample
from launchpad.app.session import Session
from launchpad.storage.errors import StorageError
from tests.builders import a_plan, a_task, link


def test_a_free_file_is_opened_to_be_written(tmp_path):
    Session.create(tmp_path / "a.launch", a_plan(a_task("brief")), "Create launch").close()

    opened = open_launch(tmp_path / "a.launch")

    assert (opened.session.file.is_read_only, opened.notice) == (False, "")
    opened.session.close()


def test_a_file_somebody_has_is_opened_to_be_read_and_says_who(tmp_path, monkeypatch):
    monkeypatch.setattr("launchpad.app.session.load_settings", lambda: type("S", (), {"name": "Mara"}))
    holder = Session.create(tmp_path / "a.launch", a_plan(a_task("brief")), "Create launch")

    opened = open_launch(tmp_path / "a.launch")

    assert opened.session.file.is_read_only
    assert "Mara" in opened.notice
    opened.session.close()
    holder.close()


def test_a_file_that_cannot_be_changed_is_opened_to_be_read_and_says_why(tmp_path, monkeypatch):
    Session.create(tmp_path / "a.launch", a_plan(a_task("brief")), "Create launch").close()
    (tmp_path / "in the way").write_text("a file, not a folder")
    monkeypatch.setattr("launchpad.storage.launch_file.state_folder", lambda: tmp_path / "in the way")

    opened = open_launch(tmp_path / "a.launch")

    assert opened.session.file.is_read_only
    assert opened.notice.startswith("“a.launch” cannot be changed: Launchpad could not note in “")
    assert opened.notice.endswith(" that you are editing it (not a directory). Here it can be read.")
    opened.session.close()


def test_a_file_whose_name_is_too_long_to_be_changed_is_opened_to_be_read(tmp_path):
    path = tmp_path / f"{'x' * 240}.launch"
    Session.create(path, a_plan(a_task("brief")), "Create launch").close()
    longer = path.rename(path.with_name(f"{'x' * 248}.launch"))

    opened = open_launch(longer)

    assert opened.notice.endswith("its name is too long. Give the file a shorter one. Here it can be read.")
    opened.session.close()


def test_a_plan_that_cannot_be_scheduled_is_opened_all_the_same(tmp_path):
    circle = a_plan(a_task("a"), a_task("b"), link("a", "b"), link("b", "a"))
    Session.create(tmp_path / "a.launch", circle, "Create launch").close()

    opened = open_launch(tmp_path / "a.launch")

    assert len(opened.session.document.tasks) == 2
    opened.session.close()


def test_no_file_is_an_error_in_a_sentence(tmp_path):
    with pytest.raises(StorageError, match=r"“a\.launch”"):
        open_launch(tmp_path / "a.launch")


def test_the_sample_is_made_once_and_keeps_what_was_done_to_it(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    first = open_sample()
    path = first.session.file.path
    first.session.close()
    again = open_sample()

    assert again.session.file.path == path
    assert again.session.document.launch.name == "Loomtrack 4"
    again.session.close()
