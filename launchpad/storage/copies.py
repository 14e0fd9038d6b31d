"""Send a copy: a document for somebody else, without what was ever deleted from the plan."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.journal.entry import Entry
from launchpad.storage import sqlite
from launchpad.storage.birth import build
from launchpad.storage.launch_file import LaunchFile
from launchpad.storage.places import publish, require_free, workshop
from launchpad.storage.sentences import told


def send_a_copy(file: LaunchFile, target: Path, *, with_history: bool = False, who: str = "") -> None:
    """Write a copy of the open document at `target`, where there must be no file yet.

    The journal holds every deleted note, so the copy starts a new one, and is another plan, unless it is to go
    `with_history`.
    """
    target = target.absolute()
    require_free(target)
    with told(target, "could not be made"), workshop(target) as made:
        if with_history:
            _rebuild(file, made)
        else:
            build(made, file.document, _birth(file.document, who))
        publish(made, target)


def _rebuild(file: LaunchFile, made: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="launchpad-") as folder:
        copy = Path(folder) / "copy"
        file.copy_into(copy)
        sqlite.rebuild_into(copy, made)


def _birth(document: Document, who: str) -> Entry:
    changes = tuple(Change(None, row) for row in document)
    return Entry(1, datetime.now(UTC), who, "copy", Edit(f"Copy of {document.launch.name}", changes))
