"""Ways out when the world is against a plan: copies of it as a session has it, whatever became of its file."""

import os
from datetime import UTC, datetime
from pathlib import Path

from launchpad.app.session import Session
from launchpad.app.settings import backups_folder, load_settings
from launchpad.domain.errors import PlanError
from launchpad.journal.history import plan_at
from launchpad.storage.backup import back_up
from launchpad.storage.copies import send_a_copy
from launchpad.storage.errors import StorageError
from launchpad.storage.launch_file import LaunchFile
from launchpad.storage.salvage.repair import Repaired, repair


def save_copy(session: Session, target: Path, *, with_history: bool = True) -> None:
    """Write the plan as the session has it to a new file; raise StorageError if it cannot be.

    The history comes along if the session's file still holds it, and it is wanted: it holds every deleted note.
    """
    file = session.file
    send_a_copy(file, target, with_history=with_history and file.is_as_left(anywhere=True), who=session.who)


def keep_mine(session: Session, now: datetime) -> Path | None:
    """Keep the plan as the session has it if its file no longer leads to it; return the new file, or None.

    Where another content took its place, ours is kept beside it; where the file is gone, among the versions.
    Raise StorageError if that cannot be.
    """
    file = session.file
    if file.is_read_only or file.is_as_left() or _is_held_by(file.path, file):
        return None
    if not file.path.exists():
        return back_up(file, backups_folder()).path
    stem = file.path.stem[:50]  # with what is added the name must not become too long
    target = _free(file.path.with_name(f"{stem} (yours, {now:%Y-%m-%d %H.%M}){file.path.suffix}"))
    save_copy(session, target)
    return target


def repair_as(path: Path, target: Path) -> Repaired:
    """Save what can be read of a damaged file as a new one; raise StorageError if nothing can."""
    return repair(path, target, datetime.now(UTC).replace(microsecond=0), load_settings().name)


def _is_held_by(path: Path, mine: LaunchFile) -> bool:
    """Whether the plan at `path` is ours, with more edits after it."""
    try:
        with LaunchFile.open(path, read_only=True) as now:
            number = mine.last_number
            if now.facts.journal != mine.facts.journal or now.last_number < number:
                return False
            return plan_at(now.document, tuple(now.entries(number)), number) == mine.document
    except (StorageError, PlanError):
        return False


def _free(path: Path) -> Path:
    number, free = 2, path
    while os.path.lexists(free):
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return free
