"""The launches opened lately and those pinned, remembered between runs. Free of Qt; several windows may share it."""

import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import platformdirs

from launchpad.app.settings import APP, replace_text

MOST = 30
"""Files remembered; pinned ones are never forgotten."""


class RecentFile(NamedTuple):
    """A launch file and when it was last opened. It may be gone by now."""

    path: Path
    opened: datetime
    pinned: bool = False


class RecentFiles:
    """The list in a small file of the user's; what cannot be read counts as an empty list."""

    def __init__(self, place: Path | None = None) -> None:
        """Keep the list at `place` (None: the user's state folder)."""
        self._place = place or platformdirs.user_state_path(APP, appauthor=False) / "recent.json"

    def files(self) -> tuple[RecentFile, ...]:
        """Pinned files first, then by the time they were opened, newest first."""
        return tuple(sorted(self._read().values(), key=lambda file: (not file.pinned, -file.opened.timestamp())))

    def opened(self, path: Path) -> None:
        """Remember that a file was opened now."""
        files = self._read()
        key = _key(path)
        known = files.get(key, RecentFile(key, _now()))
        files[key] = known._replace(opened=_now())
        self._write(files)

    def pin(self, path: Path, pinned: bool) -> None:
        """Keep a file on top, or no longer."""
        files = self._read()
        if _key(path) in files:
            files[_key(path)] = files[_key(path)]._replace(pinned=pinned)
            self._write(files)

    def forget(self, path: Path) -> None:
        """Take a file off the list; the file itself stays."""
        files = self._read()
        if files.pop(_key(path), None):
            self._write(files)

    def _read(self) -> dict[Path, RecentFile]:
        try:
            listed = json.loads(self._place.read_text(encoding="utf-8"))
            files = [_file(each) for each in listed]
        except (OSError, ValueError, KeyError, TypeError):
            return {}
        return {file.path: file for file in files}

    def _write(self, files: dict[Path, RecentFile]) -> None:
        newest = sorted(files.values(), key=lambda file: (file.pinned, file.opened), reverse=True)[:MOST]
        kept = newest + [file for file in files.values() if file.pinned and file not in newest]
        listed = [{"path": str(f.path), "opened": f.opened.isoformat(), "pinned": f.pinned} for f in kept]
        with suppress(OSError):  # a list that cannot be kept must not keep anybody from a launch
            replace_text(self._place, json.dumps(listed, indent=1))


def _file(values: dict[str, Any]) -> RecentFile:
    opened = datetime.fromisoformat(values["opened"])
    return RecentFile(Path(values["path"]), opened.astimezone(UTC), values["pinned"] is True)


def _key(path: Path) -> Path:
    return Path(os.path.abspath(path))


def _now() -> datetime:
    return datetime.now(UTC)
