"""What can be done about a launch that could not be opened: its latest version, or what can be read of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QWidget

from launchpad.app.errands import send_off
from launchpad.ui.shell.messages import tell

if TYPE_CHECKING:
    from launchpad.storage.salvage.repair import Repaired

FILTER = "Launches (*.launch)"

OpenFiles = Callable[[list[Path]], None]
OpenPast = Callable[[Any, str], None]


def ways_back(
    window: QWidget, path: Path | None, error: Exception, open_files: OpenFiles, open_past: OpenPast
) -> dict[str, Callable[[], object]]:
    """What a dialog offers about the file at `path`, by the words of its buttons."""
    from launchpad.app.past_plan import open_version
    from launchpad.app.versions import versions_from
    from launchpad.storage.errors import Damaged, StorageError

    offers: dict[str, Callable[[], object]] = {}
    if path is None or not isinstance(error, StorageError):
        return offers
    kept = versions_from(path)
    if kept:
        opening = partial(open_version, kept[0].path)
        offers["Open the latest version"] = partial(open_past, opening, "the version")
    if isinstance(error, Damaged):
        offers["Save what can be read…"] = partial(_ask_repair, window, path, open_files)
    return offers


def _ask_repair(window: QWidget, path: Path, open_files: OpenFiles) -> None:
    from launchpad.app.rescue import repair_as

    proposed = path.with_name(f"{path.stem} – repaired.launch")
    chosen, _ = QFileDialog.getSaveFileName(window, "Save what can be read", str(proposed), FILTER)
    if chosen:
        target = Path(chosen)
        done = partial(_on_repaired, window, target, open_files)
        send_off(window, partial(repair_as, path, target), done, partial(_on_not_repaired, window))


def _on_repaired(window: QWidget, target: Path, open_files: OpenFiles, repaired: "Repaired") -> None:
    open_files([target])
    notes = " ".join(repaired.notes) or "Nothing seems to be missing."
    told = f"{repaired.rows:,} rows and {repaired.edits:,} edits were saved. {notes} The damaged file was not touched."
    tell(window, f"This is what could be read: {target.name}", told, sign="info")


def _on_not_repaired(window: QWidget, error: Exception) -> None:
    from launchpad.storage.errors import StorageError

    if not isinstance(error, StorageError):
        raise error
    tell(window, "Nothing could be saved.", str(error))
