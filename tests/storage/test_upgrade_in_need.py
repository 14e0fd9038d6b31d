"""An upgrade where the world is against it: the older document stays as it was, or is kept beside the new one."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from launchpad.domain.document import Document
from launchpad.storage import migrations, schemas, upgrade
from launchpad.storage.check import problems
from launchpad.storage.errors import ReadOnly, StorageError
from launchpad.storage.launch_file import LaunchFile, read_document
from launchpad.storage.places import publish_over
from tests.storage.edits import birth_of, retitle
from tests.storage.hardships import as_nobody, no_room
from tests.storage.next_version import NEXT, content_of, version_of

Opener = Callable[..., LaunchFile]
KEPT = "loom (version 1).launch"


# --- the disk ------------------------------------------------------------------------------------------------------


def test_an_upgrade_that_finds_no_room_leaves_the_older_document_as_it_was(older: Path, opened: Opener) -> None:
    before, refused = older.read_bytes(), []
    for room in range(0, 2 * len(before), 4096):
        try:
            with no_room(room):
                opened().close()
            break
        except StorageError as error:
            refused.append(str(error))
        assert older.read_bytes() == before
        assert [each.name for each in older.parent.iterdir()] == [older.name]

    assert len(refused) > 10
    assert all(sentence.startswith("“loom.launch” ") for sentence in refused)
    assert version_of(older) == NEXT
    assert {each.name for each in older.parent.iterdir()} == {older.name, KEPT}
    assert problems(older) == ()


FULL_DISK = """
import sys
from pathlib import Path
from launchpad.storage import migrations, schemas
from launchpad.storage.errors import StorageError
from launchpad.storage.launch_file import LaunchFile
from tests.storage.next_version import NEXT, add_mood, objects_with_mood
migrations.STEPS[NEXT] = add_mood
schemas.ALLOWED[NEXT] = objects_with_mood()
folder = Path(sys.argv[1])
before = (folder / "loom.launch").read_bytes()
filler = open(folder / "filler", "wb", buffering=0)
try:
    while True:
        filler.write(bytes(4096))
except OSError:
    size = filler.tell()
said = set()
for room in range(0, size, 8192):
    filler.truncate(size - room)
    try:
        LaunchFile.open(folder / "loom.launch", state=Path(sys.argv[2])).close()
        break
    except StorageError as error:
        said.add(str(error))
        assert (folder / "loom.launch").read_bytes() == before
        assert sorted(each.name for each in folder.iterdir()) == ["filler", "loom.launch"], [*folder.iterdir()]
print(*sorted(said), sep="\\n")
print(room > 8192 * 4, sorted(each.name for each in folder.iterdir()))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a disk of one's own is Linux's")
def test_an_upgrade_on_a_disk_that_is_really_full_is_refused_until_there_is_room(
    made: Path, tmp_path: Path, state: Path
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    script = (
        'mount -t tmpfs -o size=4m tmpfs "$1" && cp "$2" "$1" && "$4" -c "$5" "$1" "$3" && cp "$1/loom.launch" "$2"'
    )
    command = ["unshare", "-rm", "sh", "-ec", script, "sh", *map(str, (disk, made, state)), sys.executable, FULL_DISK]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    if "unshare failed" in done.stderr:
        pytest.skip("this system gives nobody a disk of their own; the test above stands for it")

    assert done.stdout.splitlines() == [
        "“loom.launch” could not be upgraded and is as it was: the disk is full. Free some space and try again.",
        f"True ['filler', '{KEPT}', 'loom.launch']",
    ], done.stderr
    assert version_of(made) == NEXT


# --- permissions and other programs --------------------------------------------------------------------------------


@pytest.mark.usefixtures("older")
def test_an_older_document_in_a_read_only_folder_is_read_and_not_upgraded(
    plan: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    with as_nobody() as home:
        folder, state = home / "shared", home / "state"
        folder.mkdir()
        path = folder / "loom.launch"
        with monkeypatch.context() as before_the_next_version:
            before_the_next_version.delitem(schemas.ALLOWED, NEXT)
            before_the_next_version.delitem(migrations.STEPS, NEXT)
            LaunchFile.create(path, plan, birth_of(plan), state=state).close()
        before = path.read_bytes()
        folder.chmod(0o555)
        try:
            with pytest.raises(ReadOnly, match="its folder is read-only"):
                LaunchFile.open(path, state=state)
            assert read_document(path, state=state) == plan
            assert path.read_bytes() == before
        finally:
            folder.chmod(0o755)

        LaunchFile.open(path, state=state).close()
        assert version_of(path) == NEXT


def test_the_older_document_is_kept_before_the_new_one_takes_its_place(
    older: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, seen = content_of(older), []

    def watched(made: Path, path: Path) -> None:
        seen.append((content_of(path.with_name(KEPT)), version_of(made), problems(made)))
        publish_over(made, path)

    monkeypatch.setattr(upgrade, "publish_over", watched)
    opened().close()

    assert seen == [(before, NEXT, ())]


def test_a_file_that_windows_does_not_let_go_of_is_upgraded_later(
    older: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(made: Path, path: Path) -> None:
        error = PermissionError(13, "The process cannot access the file")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    before = older.read_bytes()
    with monkeypatch.context() as on_windows:
        on_windows.setattr(upgrade, "publish_over", refuse)
        for _ in range(2):
            with pytest.raises(StorageError) as caught:
                opened()
            assert str(caught.value) == (
                "“loom.launch” could not be upgraded and is as it was: another program has it open; close it there and "
                "try again."
            )
            assert older.read_bytes() == before
            assert [each.name for each in older.parent.iterdir()] == [older.name]

    with opened() as file:
        retitle(file, "In the new version")
