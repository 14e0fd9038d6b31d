"""Earlier states of a plan as files of their own, to be looked at."""

import re
import tempfile
from datetime import date
from pathlib import Path
from shutil import rmtree
from weakref import finalize

from launchpad.app.open_launch import OpenedLaunch, warm
from launchpad.app.session import Session
from launchpad.app.settings import backups_folder
from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.journal.history import plan_at
from launchpad.storage.backup import Version, versions


def past_plan(session: Session, number: int) -> Document:
    """The plan as it stood right after edit `number`; raise PlanError if there is no such edit."""
    if not 1 <= number <= session.last_number:
        raise PlanError(f"There is no edit {number} in this file's history.")
    return plan_at(session.document, tuple(session.file.entries(number)), number)


def past_file(session: Session, number: int) -> Path:
    """Write the plan as it stood after edit `number` into a file among temporary ones, and return its path.

    It is to be opened for reading only: what is changed there does not come back into the plan.
    """
    document = past_plan(session, number)
    stem = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", session.file.path.stem)[:60].strip()
    path = Path(tempfile.mkdtemp(prefix="launchpad-")) / f"{stem} as of edit {number}.launch"
    Session.create(path, document, f"The plan as it was after edit {number}").close()
    return path


def open_past(path: Path, number: int, today: date | None = None) -> OpenedLaunch:
    """Open the plan of the file at `path` as it stood after edit `number`; run it off the window's thread."""
    with Session.open(path, read_only=True) as session:
        made = past_file(session, number)
    opened = _opened(made, f"This is the plan as it was after edit {number:,}. It can only be looked at.", today)
    finalize(opened.session, rmtree, made.parent, ignore_errors=True)  # it was made to be looked at once
    return opened


def open_version(path: Path, today: date | None = None) -> OpenedLaunch:
    """Open a kept version; run it off the window's thread."""
    return _opened(path, "This is a version kept of the plan. It can only be looked at.", today)


def _opened(path: Path, notice: str, today: date | None) -> OpenedLaunch:
    session = Session.open(path, read_only=True)
    warm(session, today)
    return OpenedLaunch(session, notice, is_past=True)


def kept_versions(session: Session) -> list[Version]:
    """The backups there are of a plan, the latest first; raise StorageError when they cannot be listed."""
    return versions(backups_folder(), session.file.facts.plan)
