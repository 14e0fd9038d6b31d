"""The list of keyboard shortcuts, made of the actions themselves."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from launchpad.ui.deed import Deed, native
from launchpad.ui.parts.dialog_foot import DialogFoot
from launchpad.ui.shell.actions import keys_of, plain
from launchpad.ui.shell.registry import ScreenEntry
from launchpad.ui.theme.fonts import font


class ShortcutsDialog(QDialog):
    """Menu by menu, every action that has a key; then the keys of the screens that are not shown."""

    def __init__(
        self,
        actions: Iterable[tuple[str, QAction]],
        elsewhere: Iterable[tuple[ScreenEntry, Deed]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keyboard shortcuts")
        self.list = QTreeWidget()
        self.list.setAccessibleName("Keyboard shortcuts")
        self.list.setHeaderLabels(["Action", "Keys"])
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(14)
        self._groups: dict[str, QTreeWidgetItem] = {}
        for menu, action in actions:
            self._add(menu, plain(action.iconText()), keys_of(action))
        for entry, deed in elsewhere:
            self._add(entry.title, plain(deed.text), native(deed.keys))
        self._open_all()
        foot = DialogFoot(self, back="Close")
        foot.back.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addLayout(foot)
        self.resize(460, 560)
        self.list.setFocus()

    def _add(self, group: str, words: str, keys: str) -> None:
        if not keys:
            return
        if group not in self._groups:
            head = self._groups[group] = QTreeWidgetItem(self.list, [group])
            head.setFirstColumnSpanned(True)
            head.setFont(0, font(weight=600))
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        QTreeWidgetItem(self._groups[group], [words, keys])

    def _open_all(self) -> None:
        self.list.ensurePolished()  # rows expanded before keep the height they had without the style sheet
        self.list.expandAll()
        self.list.setColumnWidth(0, 300)
        self.list.setCurrentIndex(self.list.model().index(0, 0))  # so that the keyboard's place is seen
