"""Where a new launch is kept: a path that follows the name until somebody says otherwise."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from launchpad.ui.new_launch.file_names import free_path
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip

SUFFIX = ".launch"


class PlaceField(QWidget):
    """A line with a button beside it, and what is wrong with it below."""

    def __init__(self, folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._is_own = False
        self.line = QLineEdit()
        self.line.setAccessibleName("Where to keep the file")
        self.line.textEdited.connect(self._on_edited)
        self.choose = QPushButton("Choose…")
        self.choose.setAccessibleName("Choose where to keep the file")
        self.choose.clicked.connect(self._on_choose)
        self.problem = Label("", tone="bad", px=12, wrap=True)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.problem)

    @property
    def path(self) -> Path:
        """What the line says."""
        return Path(self.line.text().strip()).expanduser()

    def suggest(self, name: str) -> None:
        """Follow a launch's name, unless somebody typed or chose another place."""
        if self._is_own:
            return
        folder = self.path.parent if self.line.text() else self._folder or documents_folder()
        self._show(str(free_path(folder, name)))

    def trouble(self) -> str:
        """What is wrong with the place, as a sentence; empty for nothing."""
        if self.path.suffix != SUFFIX:
            return "The name of a launch file ends in .launch."
        return f"“{self.path.name}” exists already. Choose another name." if self.path.exists() else ""

    def say(self, sentence: str) -> None:
        """Say what is wrong, where it is wrong."""
        self.problem.setText(sentence)
        self.problem.show()
        self.line.setFocus()

    def _show(self, path: str) -> None:
        self.line.setText(path)
        self.line.setToolTip(plain_tip(path))
        self.problem.hide()

    def _on_edited(self) -> None:
        self._is_own = True
        self.problem.hide()

    def _on_choose(self) -> None:
        options = QFileDialog.Option.DontConfirmOverwrite
        kind = f"Launches (*{SUFFIX})"
        chosen, _ = QFileDialog.getSaveFileName(self, "Keep the launch in", self.line.text(), kind, options=options)
        if chosen:
            self._show(chosen if chosen.endswith(SUFFIX) else f"{chosen}{SUFFIX}")
            self._is_own = True


def documents_folder() -> Path:
    """Where people keep their files."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
