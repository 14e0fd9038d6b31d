"""A file is there whole or as it was."""

import errno
import os
from contextvars import copy_context
from pathlib import Path

import pytest

from launchpad.domain.watching import Progress, Stopped
from launchpad.interchange import atomic
from launchpad.interchange.atomic import write_bytes, written_aside
from launchpad.interchange.errors import ExportError


def test_a_new_file_holds_what_was_written(tmp_path: Path) -> None:
    write_bytes(tmp_path / "plan.csv", b"whole")

    assert (tmp_path / "plan.csv").read_bytes() == b"whole"


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    write_bytes(tmp_path / "plan.csv", b"whole")
    write_bytes(tmp_path / "plan.csv", b"newer")

    assert [path.name for path in tmp_path.iterdir()] == ["plan.csv"]


def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    target = tmp_path / "plan.xlsx"
    target.write_bytes(b"last week")

    def write_half() -> None:
        with written_aside(target) as aside:
            aside.write_bytes(b"half")
            raise RuntimeError("a bug in the middle")

    with pytest.raises(RuntimeError):
        write_half()

    assert target.read_bytes() == b"last week"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.xlsx"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "open in another program"),
        (errno.EIO, "input/output error"),
    ],
)
def test_what_the_system_refuses_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    target = tmp_path / "plan.xlsx"
    target.write_bytes(b"last week")

    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(ExportError, match=words) as caught:
        write_bytes(target, b"new")

    assert str(caught.value).startswith("“plan.xlsx” could not be written: ")
    assert target.read_bytes() == b"last week"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.xlsx"]


def test_a_folder_that_is_not_there_is_named_as_the_reason(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="the folder does not exist"):
        write_bytes(tmp_path / "gone" / "plan.csv", b"")


def test_a_folder_of_that_name_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").mkdir()

    with pytest.raises(ExportError, match="a folder has that name"):
        write_bytes(tmp_path / "plan.csv", b"")


@pytest.mark.parametrize("mark", ["~$plan.xlsx", ".~lock.plan.xlsx#"])
def test_a_file_that_is_open_elsewhere_is_not_replaced(tmp_path: Path, mark: str) -> None:
    target = tmp_path / "plan.xlsx"
    target.write_bytes(b"being edited")
    (tmp_path / mark).touch()

    with pytest.raises(ExportError, match="is open in another program"):
        write_bytes(target, b"new")

    assert target.read_bytes() == b"being edited"


def test_the_file_is_on_disk_before_it_takes_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    watch(monkeypatch, "fsync", done)
    watch(monkeypatch, "replace", done)

    write_bytes(tmp_path / "plan.csv", b"whole")

    assert done == ["fsync", "replace", "fsync"]


def watch(monkeypatch: pytest.MonkeyPatch, name: str, done: list[str]) -> None:
    """Note every call of a function of `os`, and make it."""
    really = getattr(os, name)

    def noted(*arguments: object) -> None:
        done.append(name)
        really(*arguments)

    monkeypatch.setattr(os, name, noted)


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "plan.csv"
    target.write_bytes(b"")
    target.chmod(0o640)

    write_bytes(target, b"new")

    assert target.stat().st_mode & 0o777 == 0o640


def test_what_a_killed_writer_left_is_swept_away_a_day_later(tmp_path: Path) -> None:
    target = tmp_path / "plan [1].csv"
    old, young, other = (
        tmp_path / name
        for name in (".plan [1].csv.0123abcd.part", ".plan [1].csv.0123abce.part", ".b.csv.0123abcd.part")
    )
    for left in (old, young, other):
        left.write_bytes(b"half")
    os.utime(old, (0, 0))
    os.utime(other, (0, 0))
    write_bytes(target, b"whole")

    assert {path.name for path in tmp_path.iterdir()} == {target.name, young.name, other.name}


def test_a_long_name_of_wide_letters_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("💥" * 60 + ".csv")
    write_bytes(target, b"whole")

    assert target.read_bytes() == b"whole"


def test_a_file_that_nobody_wants_any_more_does_not_take_its_place(tmp_path: Path) -> None:
    target = tmp_path / "plan.csv"
    target.write_text("old")

    def write() -> None:
        progress = Progress()
        progress.is_stopped = True
        atomic.watch.set(progress)
        write_bytes(target, b"new")

    with pytest.raises(Stopped):
        copy_context().run(write)

    assert target.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["plan.csv"]
    write_bytes(target, b"newer")
    assert target.read_text() == "newer"
