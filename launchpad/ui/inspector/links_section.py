"""The links of a task in one direction, each with its type and lag."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from launchpad.app.task_words import link_words
from launchpad.domain.document import Document
from launchpad.domain.task import Dependency
from launchpad.ui.inspector.link_dialog import LinkDialog
from launchpad.ui.inspector.section import Section
from launchpad.ui.inspector.task_picker import TaskPicker
from launchpad.ui.parts.elided_button import ElidedButton
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.parts.sign_button import sign_button


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """A link as one of its ends sees it: what is at the other, and what that means now."""

    link: Dependency
    other: str
    name: str
    detail: str = ""
    tone: str = "text3"


class LinksSection(Section):
    """Shows links; adding, changing and removing them is told."""

    link_asked = Signal(str)
    """Link with the task or gate of this id."""
    change_asked = Signal(object)
    """The Dependency as it should be."""
    remove_asked = Signal(object)
    go_asked = Signal(str)

    def __init__(self, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.picker = TaskPicker(f"{title}: add a task", hint)
        self.picker.setProperty("kind", "flat")
        self.picker.picked.connect(self.link_asked)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.picker)

    def show_links(self, document: Document, task_id: str, ends: Sequence[LinkEnd], *, can_change: bool) -> None:
        """Show links of a task."""
        self.empty()
        for end in ends:
            self.body.addWidget(self._row(end, can_change))
        self.picker.offer(document, task_id)
        self.picker.setVisible(can_change)

    def _row(self, end: LinkEnd, can_change: bool) -> QWidget:
        row = QFrame()
        row.setObjectName("link_row")
        go = ElidedButton(end.name)
        go.setProperty("kind", "row")
        go.setToolTip(plain_tip(f"Go to {end.name}"))
        go.clicked.connect(partial(self._go, end.other))
        type_button = QPushButton(link_words(end.link))
        type_button.setProperty("kind", "row_detail")
        type_button.setAccessibleName(f"Change the link with {end.name}: {link_words(end.link)}")
        type_button.setEnabled(can_change)
        type_button.clicked.connect(partial(self._change, end))
        remove = sign_button("unlink", f"Remove the link with {end.name}", "Remove this link")
        if not can_change:
            remove.hide()
        remove.clicked.connect(partial(self._remove, end.link))
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(type_button)
        if end.detail:
            line.addWidget(Label(f"· {end.detail}", tone=end.tone, px=12))
        line.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(go)
        words.addLayout(line)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 1, 0, 1)
        layout.addLayout(words, 1)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _go(self, other: str, checked: bool = False) -> None:
        self.go_asked.emit(other)

    def _change(self, end: LinkEnd, checked: bool = False) -> None:
        dialog = LinkDialog(end.link, end.name, self)
        dialog.changed.connect(self.change_asked)
        dialog.open()

    def _remove(self, link: Dependency, checked: bool = False) -> None:
        self.remove_asked.emit(link)
