"""All keys of the room, as large as the room."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from launchpad.ui.parts.dialog_foot import DialogFoot
from launchpad.ui.review_room.fact_list import Fact, FactList
from launchpad.ui.review_room.keys import KEYS, RoomKey
from launchpad.ui.review_room.sizes import Sizes
from launchpad.ui.review_room.texts import RoomFont

WIDE = 880
"""Pixels in the smallest window: two columns."""


class KeysDialog(QDialog):
    """The keys in their groups, two groups in each column."""

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("All keys of the room")
        self.lists: list[FactList] = []
        columns = [QVBoxLayout(), QVBoxLayout()]
        across = QHBoxLayout()
        across.setSpacing(sizes.length(24))
        for column in columns:
            column.setSpacing(sizes.length(14))
            across.addLayout(column, 1)
        for place, (group, keys) in enumerate(groupby(KEYS, key=lambda each: each.group)):
            shown = FactList(sizes, self)
            facts = [Fact(title=each.words, right=_shown(each)) for each in keys]
            columns[place // 2].addWidget(shown)
            shown.show_facts(group, facts)
            self.lists.append(shown)
        for column in columns:
            column.addStretch(1)
        foot = DialogFoot(self, back="Close")
        foot.back.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.addLayout(across)
        layout.addLayout(foot)
        RoomFont(foot.back, sizes)
        self.setMinimumWidth(sizes.length(WIDE))


def _shown(key: RoomKey) -> str:
    """The keys as people write them; the second Enter of a keyboard goes without saying."""
    format_ = QKeySequence.SequenceFormat.NativeText
    return " or ".join(QKeySequence(keys).toString(format_) for keys in key.keys if not keys.endswith("Enter"))
