"""The backups there are of the plan."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from launchpad.storage.backup import Version
from launchpad.ui.history.journal_table import local_time
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.label import Label


class VersionsCard(Card):
    """A line for each kept version; one can be opened to look at it."""

    version_asked = Signal(object)
    """The path of a version to be opened for reading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Versions kept", parent=parent)
        self.open_button = QPushButton("Open")
        self.open_button.setAccessibleName("Open the version chosen")
        self.open_button.clicked.connect(self._on_open)
        self.head.addWidget(self.open_button)
        self._none = Label(
            "Launchpad keeps versions of the plan outside its folder while you work; there is none yet.",
            tone="text2",
            wrap=True,
        )
        self.list = QListWidget()
        self.list.setAccessibleName("Versions kept")
        self.list.itemActivated.connect(self._on_open)
        self.list.currentRowChanged.connect(self._on_chosen)
        self.body.addWidget(self._none)
        self.body.addWidget(self.list, 1)

    def show_versions(self, found: Sequence[Version], problem: str = "") -> None:
        """Show versions, the latest first, or why they cannot be listed."""
        self.list.clear()
        for version in found:
            item = QListWidgetItem(f"{local_time(version.made)}, after edit {version.number:,}")
            item.setData(Qt.ItemDataRole.UserRole, version.path)
            self.list.addItem(item)
        if problem:
            self._none.setText(problem)
        self._none.setVisible(not found)
        self.list.setVisible(bool(found))
        self._on_chosen(self.list.currentRow())

    def _on_chosen(self, row: int) -> None:
        self.open_button.setEnabled(row >= 0)

    def _on_open(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.version_asked.emit(item.data(Qt.ItemDataRole.UserRole))
