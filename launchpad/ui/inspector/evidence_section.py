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
    QToolButton,
    QWidget,
)

from launchpad.app.links import host_of, is_link
from launchpad.domain.values import Evidence
from launchpad.ui.inspector.section import Section
from launchpad.ui.parts.elided_button import ElidedButton
from launchpad.ui.theme.icons import icon


class EvidenceSection(Section):
    """Takes links typed or pasted, files chosen or dropped."""

    add_asked = Signal(object)
    """A list of links and paths."""
    remove_asked = Signal(object)
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
        self.choose = QToolButton()
        self.choose.setIcon(icon("paperclip"))
        self.choose.setAccessibleName("Add a file as evidence")
        self.choose.setToolTip("Add a file…")
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
        row = QFrame()
        link = ElidedButton(proof.label)
        link.setIcon(icon("link" if is_link(proof.ref) else "file", "accent"))
        link.setProperty("kind", "link")
        host = host_of(proof.ref)
        link.setToolTip(f"{proof.ref}\nLeads to {host}" if host else proof.ref)
        link.setAccessibleName(f"Open {proof.label}" + (f" at {host}" if host else ""))
        link.clicked.connect(partial(self._open, proof.ref))
        remove = QToolButton()
        remove.setIcon(icon("x", "text3"))
        remove.setAccessibleName(f"Remove {proof.label}")
        remove.setToolTip("Remove")
        remove.setVisible(self._can_change)
        remove.clicked.connect(partial(self._remove, proof))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(link, 1)
        layout.addWidget(remove)
        return row

    def _open(self, ref: str, checked: bool = False) -> None:
        self.open_asked.emit(ref)

    def _remove(self, proof: Evidence, checked: bool = False) -> None:
        self.remove_asked.emit(proof)

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
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        urls = event.mimeData().urls()
        refs = [self._near(url.toLocalFile()) if url.isLocalFile() else url.toString() for url in urls]
        event.acceptProposedAction()
        self.add_asked.emit(refs)
