"""The list of keyboard shortcuts, made of the actions themselves."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from launchpad.ui.shell.actions import keys_of, plain
from launchpad.ui.theme.fonts import font


class ShortcutsDialog(QDialog):
    """Menu by menu, every action that has a key."""

    def __init__(self, actions: Iterable[tuple[str, QAction]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keyboard shortcuts")
        self.list = QTreeWidget()
        self.list.setAccessibleName("Keyboard shortcuts")
        self.list.setHeaderLabels(["Action", "Keys"])
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(14)
        self._fill(actions)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        self.resize(460, 560)

    def _fill(self, actions: Iterable[tuple[str, QAction]]) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for menu, action in actions:
            keys = keys_of(action)
            if not keys:
                continue
            if menu not in groups:
                groups[menu] = QTreeWidgetItem(self.list, [menu])
                groups[menu].setFont(0, font(weight=600))
                groups[menu].setFlags(Qt.ItemFlag.ItemIsEnabled)
            QTreeWidgetItem(groups[menu], [plain(action.iconText()), keys])
        self.list.ensurePolished()  # rows expanded before keep the height they had without the style sheet
        self.list.expandAll()
        self.list.setColumnWidth(0, 300)
        self.list.setCurrentIndex(self.list.model().index(0, 0))  # so that the keyboard's place is seen
