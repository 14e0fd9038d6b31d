"""Everything the palette can find in a window."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from launchpad.ui.deed import native
from launchpad.ui.shell.actions import keys_of, plain
from launchpad.ui.shell.palette_list import Found

if TYPE_CHECKING:
    from launchpad.domain.document import Document
    from launchpad.ui.deed import Deed
    from launchpad.ui.shell.registry import ScreenEntry


def found_actions(actions: Iterable[tuple[str, QAction]]) -> list[Found]:
    """The actions that can be done now, but for the palette itself."""
    return [
        Found(plain(action.text()), menu, sign_of(action), action.trigger, keys_of(action))
        for menu, action in actions
        if action.isEnabled() and action.objectName() != "palette"
    ]


def found_deeds(elsewhere: "Iterable[tuple[ScreenEntry, Deed]]", do: Callable[[str, str], object]) -> list[Found]:
    """What other screens can do; choosing one calls `do` with the screen's name and the method's, or with none."""
    return [
        Found(plain(deed.text), entry.title, entry.icon, _deed(entry, deed, do), native(deed.keys))
        for entry, deed in elsewhere
    ]


def _deed(entry: "ScreenEntry", deed: "Deed", do: Callable[[str, str], object]) -> Callable[[], object]:
    return partial(do, entry.name, "" if deed.chosen else deed.method)


def found_tasks(document: "Document", go: Callable[[str], object]) -> list[Found]:
    """The tasks of a plan, in its order; choosing one calls `go` with its id."""
    tracks = {track.id: track.name for track in document.tracks}
    return [
        Found(task.title, f"{task.key} · {tracks[task.track]}", "square-check", partial(go, task.id))
        for task in document.tasks
    ]


def sign_of(action: QAction) -> str:
    """The name of an action's icon."""
    name = action.property("sign")
    return name if isinstance(name, str) and name else "corner-down-left"
