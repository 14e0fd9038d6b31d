"""How the pointer looks over what can be done there."""

from PySide6.QtCore import Qt

from launchpad.app.commands.bars import movable, resizable
from launchpad.scenes.gantt.bars import Part
from launchpad.scenes.gantt.picture import Hit
from launchpad.ui.timeline.hands import Hands

Shape = Qt.CursorShape


def cursor_for(hit: Hit, *, is_divider: bool, hands: Hands) -> Shape:
    """The pointer over a part of a bar, a link, or the edge of the tree."""
    if is_divider:
        return Shape.SplitHCursor
    if hit.launch:
        return Shape.ArrowCursor if hands.is_read_only else Shape.SizeHorCursor
    if hit.link is not None:
        return Shape.PointingHandCursor if hit.end is None else Shape.CrossCursor
    if hit.task is None or hands.is_read_only:
        return Shape.ArrowCursor
    match hit.part:
        case Part.BODY:
            return Shape.ArrowCursor if movable(hit.task) else Shape.OpenHandCursor
        case Part.END:
            return Shape.ArrowCursor if resizable(hit.task) else Shape.SizeHorCursor
        case Part.PROGRESS:
            return Shape.SplitHCursor
    return Shape.CrossCursor
