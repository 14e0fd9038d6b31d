"""The heads of a table's columns, as an item model answers for them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

Role = Qt.ItemDataRole


def title_data(titles: Sequence[str], section: int, orientation: Qt.Orientation, role: int) -> Any:
    """What a model's `headerData` answers for columns with these titles, written from the left."""
    if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(titles):
        return None
    if role == Role.TextAlignmentRole:
        return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return titles[section] if role == Role.DisplayRole else None
