"""One writer at a time, and who that is: on this system, and by the lock that Windows gets."""

import errno
import os
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from launchpad.storage import system_lock
from launchpad.storage.check import problems
from launchpad.storage.errors import Busy, ReadOnly
from launchpad.storage.identity import identity_in, identity_of
from launchpad.storage.launch_file import LaunchFile, read_document
from launchpad.storage.lock import WriterLock
from launchpad.storage.system_lock import ByteLock, SystemLock
from tests.storage import windows
from tests.storage.edits import retitle

Opener = Callable[..., LaunchFile]

HOLD = """
import sys
from pathlib import Path
from launchpad.storage import system_lock
from launchpad.storage.launch_file import LaunchFile
if sys.argv[3] == "windows":
    from tests.storage import windows
    system_lock.THIS = system_lock.ByteLock(windows)
file = LaunchFile.open(Path(sys.argv[1]), who="Jonas", state=Path(sys.argv[2]))
print("held", flush=True)
sys.stdin.read()
"""
ROOT = Path(__file__).parents[2]
NEEDS_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can play Windows")


@pytest.fixture(autouse=True, params=["here", pytest.param("windows", marks=NEEDS_LINUX)])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Which system's lock is in use."""
    if request.param == "windows":
        monkeypatch.setattr(system_lock, "THIS", ByteLock(windows))
        monkeypatch.setattr(ByteLock, "PATIENCE", 0.1)
        monkeypatch.setattr(os, "unlink", windows.unlinker(os.unlink))
    return str(request.param)


@pytest.fixture
def holder(made: Path, state: Path, system: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that is editing the document."""
    command = [sys.executable, "-c", HOLD, str(made), str(state), system]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_the_second_writer_is_told_who_has_the_file(opened: Opener, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(Busy) as caught:
        opened()

    assert (caught.value.who, caught.value.pid) == ("Jonas", holder.pid)
    assert str(caught.value) == (
        f"“loom.launch” is being edited by Jonas (process {holder.pid}). Close it there to edit it here; it can be "
        "opened for reading meanwhile."
    )


def test_a_file_that_is_edited_can_be_read(opened: Opener, holder: subprocess.Popen[str]) -> None:
    with opened(read_only=True) as file:
        assert file.document.task("brief").title == "Do brief"


def test_who_edits_what_is_nobody_else_s_business(opened: Opener, state: Path) -> None:
    with opened():
        places = [state / "locks", *(state / "locks").iterdir()]

        assert len(places) == 2
        assert [stat.filemode(place.stat().st_mode)[1:] for place in places] == ["rwx------", "rw-------"]


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
        with pytest.raises(Busy, match=r"edited by Somebody\. Close it there"):
            opened()


def test_a_state_folder_that_cannot_be_written_is_said_and_the_plan_can_be_read(made: Path, tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file in the way")
    with pytest.raises(ReadOnly) as caught:
        LaunchFile.open(made, state=tmp_path / "blocked")

    assert str(caught.value) == (
        f"“loom.launch” cannot be changed: Launchpad could not note in “{tmp_path}/blocked/locks” that you are editing "
        "it (not a directory). It can be opened for reading."
    )
    assert read_document(made, state=tmp_path / "blocked").task("brief")


class Unable:
    """A disk that cannot do what is asked."""

    def __init__(self, code: int) -> None:
        self._code = code

    def take(self, place: Path) -> int:
        raise OSError(self._code, os.strerror(self._code))

    def release(self, descriptor: int, place: Path) -> None:
        raise AssertionError("nothing was taken")


@pytest.mark.parametrize(
    ("code", "reason"), [(errno.ENOLCK, "its disk knows no locks"), (errno.ENOSPC, "the disk is full")]
)
def test_a_state_folder_that_knows_no_locks_leaves_the_plan_to_be_read(
    made: Path, monkeypatch: pytest.MonkeyPatch, code: int, reason: str
) -> None:
    monkeypatch.setattr(system_lock, "THIS", Unable(code))
    with pytest.raises(ReadOnly, match=rf"\({reason}\)\. It can be opened for reading\."):
        LaunchFile.open(made)

    assert read_document(made).task("brief")


def test_a_disk_that_takes_no_note_of_the_holder_leaves_no_lock(
    made: Path, opened: Opener, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as on_a_full_disk:
        on_a_full_disk.setattr(os, "write", full)
        with pytest.raises(ReadOnly, match="the disk is full"):
            WriterLock.take(made, identity_of(made), "Mara", state)

    assert list((state / "locks").iterdir()) == []
    with opened() as file:
        retitle(file, "Free again")


def test_of_many_who_want_it_at_once_one_has_it(made: Path, state: Path) -> None:
    holders, most, guard = [0], [0], threading.Lock()

    def wants() -> None:
        for _ in range(40):
            try:
                lock = WriterLock.take(made, identity_of(made), "", state)
            except Busy:
                continue
            with guard:
                holders[0] += 1
                most[0] = max(most[0], holders[0])
            time.sleep(0.001)
            with guard:
                holders[0] -= 1
            lock.release()

    people = [threading.Thread(target=wants) for _ in range(6)]
    for each in people:
        each.start()
    for each in people:
        each.join()

    assert most == [1]
    lock = WriterLock.take(made, identity_of(made), "", state)
    lock.release()


def test_a_file_without_a_number_is_who_it_is_by_its_name(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.touch()
    status = os.stat(one)
    numbered = os.stat_result((status.st_mode, 77, 5, 1, 0, 0, 0, 0, 0, 0))
    unnumbered = os.stat_result((status.st_mode, 0, 5, 1, 0, 0, 0, 0, 0, 0))

    assert identity_in(numbered, one) == identity_in(numbered, other) == (5, 77)
    assert identity_in(unnumbered, one) == identity_in(unnumbered, one)
    assert identity_in(unnumbered, one) != identity_in(unnumbered, other)


def test_the_lock_lies_in_the_state_folder_of_the_user(made: Path) -> None:
    with LaunchFile.open(made):
        places = Path(os.environ["XDG_STATE_HOME"]).rglob("locks/*") if sys.platform == "linux" else iter(())
        assert sum(1 for _ in places) == (1 if sys.platform == "linux" else 0)


# --- Windows alone -------------------------------------------------------------------------------------------------


class Slow:
    """A Windows that lets go of what a dead process had after the third question, or refuses for another reason."""

    LK_NBLCK = windows.LK_NBLCK

    def __init__(self, code: int) -> None:
        self.code = code
        self.asked = 0

    def locking(self, fd: int, mode: int, nbytes: int, /) -> None:
        self.asked += 1
        if self.asked < 4:
            raise OSError(self.code, os.strerror(self.code))


def test_windows_is_given_a_moment_to_let_go_of_what_a_dead_process_had(tmp_path: Path) -> None:
    slow = Slow(errno.EACCES)
    lock = ByteLock(slow)
    lock.PATIENCE = 60
    lock.release(lock.take(tmp_path / "lock"), tmp_path / "lock")

    assert slow.asked == 4


def test_what_windows_refuses_for_another_reason_is_not_waited_for(tmp_path: Path) -> None:
    slow = Slow(errno.EINVAL)
    lock: SystemLock = ByteLock(slow)
    with pytest.raises(OSError, match="Invalid argument"):
        lock.take(tmp_path / "lock")

    assert slow.asked == 1


@NEEDS_LINUX
def test_the_note_of_who_holds_it_is_not_within_what_windows_keeps_from_others(tmp_path: Path) -> None:
    lock = ByteLock(windows)
    descriptor = lock.take(tmp_path / "lock")
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, b"x" * 500)
    with open(tmp_path / "lock", "rb+") as other:
        windows.locking(other.fileno(), windows.LK_NBLCK, 2**30)  # all before the byte that is held
        with pytest.raises(PermissionError):
            windows.locking(other.fileno(), windows.LK_NBLCK, 2**30 + 1)
    lock.release(descriptor, tmp_path / "lock")
