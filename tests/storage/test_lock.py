"""One writer at a time, and who that is."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from launchpad.storage.check import problems
from launchpad.storage.errors import Busy, StorageError
from launchpad.storage.launch_file import LaunchFile, read_document
from tests.storage.edits import retitle

Opener = Callable[..., LaunchFile]

HOLD = """
import sys
from pathlib import Path
from launchpad.storage.launch_file import LaunchFile
file = LaunchFile.open(Path(sys.argv[1]), who="Jonas", state=Path(sys.argv[2]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(made: Path, state: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that is editing the document."""
    command = [sys.executable, "-c", HOLD, str(made), str(state)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_the_second_writer_is_told_who_has_the_file(opened: Opener, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(Busy) as caught:
        opened()

    assert (caught.value.who, caught.value.pid) == ("Jonas", holder.pid)
    assert str(caught.value) == (
        f"“loom.launch” is being edited by Jonas (process {holder.pid}); it can be opened for reading meanwhile."
    )


def test_a_file_that_is_edited_can_be_read(opened: Opener, holder: subprocess.Popen[str]) -> None:
    with opened(read_only=True) as file:
        assert file.document.task("brief").title == "Do brief"


def test_a_killed_writer_leaves_no_lock(opened: Opener, holder: subprocess.Popen[str], state: Path) -> None:
    assert len(list((state / "locks").iterdir())) == 1
    holder.kill()
    holder.wait()

    with opened() as file:
        retitle(file, "Free again")


def test_two_windows_of_one_process_are_two_writers(opened: Opener) -> None:
    with opened(who="Mara"):
        with pytest.raises(Busy, match=rf"edited by Mara \(process {os.getpid()}\)"):
            opened()
        with opened(read_only=True) as reader:
            assert reader.is_read_only
    with opened() as file:
        retitle(file, "Free again")


def test_readers_of_the_same_process_take_no_lock_away(opened: Opener, made: Path) -> None:
    with opened() as file:
        for number in range(3):
            assert read_document(made).task("brief") == file.document.task("brief")
            assert problems(made) == ()
            retitle(file, f"Title {number}")


def test_a_file_under_two_names_is_one_file(opened: Opener, made: Path, state: Path) -> None:
    (made.parent / "link.launch").symlink_to(made)
    os.link(made, made.parent / "twin.launch")
    with opened():
        for name in ("link.launch", "twin.launch"):
            with pytest.raises(Busy):
                LaunchFile.open(made.parent / name, state=state)


def test_closing_removes_the_lock_file(opened: Opener, state: Path) -> None:
    opened().close()

    assert list((state / "locks").iterdir()) == []


def test_a_lock_file_of_nonsense_is_no_obstacle(opened: Opener, state: Path) -> None:
    with opened(who="Mara"):
        (lock,) = (state / "locks").iterdir()
        lock.write_bytes(b"\xff\x00 nonsense")
        with pytest.raises(Busy, match="edited by Somebody; it can"):
            opened()


def test_a_state_folder_that_cannot_be_written_is_said(made: Path, tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file in the way")
    with pytest.raises(StorageError, match="so the plan cannot be locked for editing"):
        LaunchFile.open(made, state=tmp_path / "blocked")

    assert read_document(made, state=tmp_path / "blocked").task("brief")


def test_the_lock_lies_in_the_state_folder_of_the_user(made: Path) -> None:
    with LaunchFile.open(made):
        places = Path(os.environ["XDG_STATE_HOME"]).rglob("locks/*") if sys.platform == "linux" else iter(())
        assert sum(1 for _ in places) == (1 if sys.platform == "linux" else 0)
