"""What proves a task: links and files that can be opened, added and removed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from launchpad.domain.values import Evidence
from launchpad.ui.inspector.evidence_row import EvidenceRow
from launchpad.ui.inspector.section import Section
from launchpad.ui.parts.dropped import take_copy
from launchpad.ui.parts.sign_button import sign_button


class EvidenceSection(Section):
    """Takes links typed or pasted, files chosen or dropped."""

    add_asked = Signal(object)
    """A list of links and paths."""
    remove_asked = Signal(object)
    rename_asked = Signal(object, str)
    open_asked = Signal(str)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__("Evidence", parent)
        self._folder = folder
        self.setAcceptDrops(True)
        self._can_change = True
        self.field = QLineEdit()
        self.field.setProperty("kind", "flat")
        self.field.setAccessibleName("Add evidence: a link")
        self.field.setPlaceholderText("Paste a link, or drop a file here")
        self.field.returnPressed.connect(self._on_return)
        self.choose = sign_button("paperclip", "Add a file as evidence", "Add a file…", "text2")
        self.choose.clicked.connect(self._on_choose)
        self._foot = QFrame()
        line = QHBoxLayout(self._foot)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.field, 1)
        line.addWidget(self.choose)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._foot)

    def show_evidence(self, evidence: Sequence[Evidence], *, can_change: bool) -> None:
        """Show what there is."""
        self._can_change = can_change
        self._foot.setVisible(can_change)
        self.empty()
        for proof in evidence:
            self.body.addWidget(self._row(proof))

    def _row(self, proof: Evidence) -> QWidget:
        row = EvidenceRow(proof, can_change=self._can_change)
        row.open_asked.connect(partial(self.open_asked.emit, proof.ref))
        row.remove_asked.connect(partial(self.remove_asked.emit, proof))
        row.renamed.connect(partial(self.rename_asked.emit, proof))
        return row

    def _on_return(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.add_asked.emit([text])

    def _on_choose(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, "Add evidence", str(self._folder))
        if paths:
            self.add_asked.emit([self._near(path) for path in paths])

    def _near(self, path: str) -> str:
        """A file beside the plan is named from there, so that both can move together."""
        try:
            return Path(path).relative_to(self._folder).as_posix()
        except ValueError:
            return path

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and links may be dropped."""
        if self._can_change and event.mimeData().hasUrls():
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        urls = event.mimeData().urls()
        refs = [self._near(url.toLocalFile()) if url.isLocalFile() else url.toString() for url in urls]
        take_copy(event)
        self.add_asked.emit(refs)
