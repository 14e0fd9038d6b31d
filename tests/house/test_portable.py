"""Launchpad runs on Linux, macOS and Windows: what one of them alone has is used in one room."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from launchpad.storage.sqlite import uri_of

ROOT = Path(__file__).parents[2]

ONE_SYSTEM = {"fcntl", "grp", "msvcrt", "posix", "pwd", "resource", "syslog", "termios", "winreg", "_winapi"}
"""Modules that only some systems have."""
ROOM = "launchpad/storage/system_lock.py"
"""Where they may be imported."""
ASKED_ON_LINUX = "launchpad/cli/display.py"
"""Asks for sockets of Linux, and only on Linux."""


def imported(text: str) -> Iterator[str]:
    """The names of the modules that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


def texts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "launchpad").rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def test_modules_of_one_system_are_imported_in_their_one_room() -> None:
    found = {path for path, text in texts() if ONE_SYSTEM & {*imported(text)}}

    assert found == {ROOM}


def test_days_are_written_as_every_system_writes_them() -> None:
    """`%-d` is the C library's of Linux and macOS; Windows raises ValueError."""
    found = [
        (path, node.value)
        for path, text in texts()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if any(f"%{flag}{letter}" in node.value for flag in "-#" for letter in "dmHIMSyj")
    ]

    assert found == []


@pytest.mark.slow
def test_nothing_is_called_that_windows_lacks(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--platform", "win32", "--cache-dir", str(tmp_path), "launchpad"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)
    lacking = [line for line in done.stdout.splitlines() if "Module has no attribute" in line]

    assert [line for line in lacking if line.startswith(ASKED_ON_LINUX)]  # so that it is known to look
    assert [line for line in lacking if not line.startswith(ASKED_ON_LINUX)] == []


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/home/mara/100 %?.launch"), "file:///home/mara/100%20%25%3F.launch?mode=rw"),
        (PureWindowsPath(r"C:\Users\Mara\Früh.launch"), "file:///C:/Users/Mara/Fr%C3%BCh.launch?mode=rw"),
        (PureWindowsPath(r"\\server\share\a b.launch"), "file:////server/share/a%20b.launch?mode=rw"),
    ],
)
def test_sqlite_is_told_every_kind_of_path(path: PurePosixPath | PureWindowsPath, uri: str) -> None:
    assert uri_of(path, "rw") == uri
