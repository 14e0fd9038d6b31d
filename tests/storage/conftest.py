"""Folders and files for tests of storage."""

from collections.abc import Callable
from pathlib import Path

import pytest

from launchpad.domain.document import Document
from launchpad.storage import migrations, schemas
from launchpad.storage.launch_file import LaunchFile
from tests.builders import a_plan, a_task, link
from tests.storage.edits import birth_of
from tests.storage.next_version import NEXT, add_mood, objects_with_mood


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The folder for locks."""
    return tmp_path / "state"


@pytest.fixture
def plan() -> Document:
    return a_plan(a_task("brief", duration=2, owner="mara"), a_task("draft", duration=5), link("brief", "draft"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the document of a test lies."""
    folder = tmp_path / "plans"
    folder.mkdir()
    return folder / "loom.launch"


@pytest.fixture
def made(path: Path, plan: Document, state: Path) -> Path:
    """A document of two tasks, closed."""
    LaunchFile.create(path, plan, birth_of(plan), state=state).close()
    return path


@pytest.fixture
def opened(made: Path, state: Path) -> Callable[..., LaunchFile]:
    """Open the document of the test; `opened(read_only=True)`."""
    return lambda **how: LaunchFile.open(made, state=state, **how)


@pytest.fixture
def older(made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document of version 1 in a Launchpad that writes version 2, in which tasks have a mood."""
    monkeypatch.setitem(migrations.STEPS, NEXT, add_mood)
    monkeypatch.setitem(schemas.ALLOWED, NEXT, objects_with_mood())
    return made
