"""One piece of evidence: a link to open, to be called something else, or to be taken away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from launchpad.domain.values import Evidence
from launchpad.interchange.web_link import host_of, is_link
from launchpad.ui.parts.elided_button import ElidedButton
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.parts.sign_button import sign_button
from launchpad.ui.theme.icons import icon


class NameField(QLineEdit):
    """Tells of Escape, which a line of text keeps to itself."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class EvidenceRow(QFrame):
    """F2 or the pencil opens the name; Enter keeps what was typed, Escape does not."""

    open_asked = Signal()
    remove_asked = Signal()
    renamed = Signal(str)

    def __init__(self, proof: Evidence, *, can_change: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proof, self._can_change = proof, can_change
        self.link = _link(proof)
        self.link.clicked.connect(self.open_asked)
        self.name = NameField()
        self.name.setAccessibleName(f"Name of {proof.label}")
        self.name.editingFinished.connect(self._on_named)
        self.name.escaped.connect(self._close_name)
        self.name.hide()
        self.rename = sign_button("pencil", f"Rename {proof.label}", "Rename (F2)")
        self.rename.clicked.connect(self.open_name)
        self.remove = sign_button("x", f"Remove {proof.label}", "Remove")
        self.remove.clicked.connect(self.remove_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.link, 1)
        layout.addWidget(self.name, 1)
        for button in (self.rename, self.remove):
            layout.addWidget(button)
            button.setVisible(can_change)  # outside of the row it would be a window, and take the keyboard

    def open_name(self) -> None:
        """Let the name be typed."""
        self.name.setText(self._proof.label)
        self.name.show()
        self.link.hide()
        self.name.setFocus()
        self.name.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2."""
        if event.key() == Qt.Key.Key_F2 and self._can_change:
            self.open_name()
        else:
            super().keyPressEvent(event)

    def _on_named(self) -> None:
        typed = self.name.text().strip()
        is_new = not self.name.isHidden() and typed != self._proof.label
        self._close_name()
        if is_new:
            self.renamed.emit(typed)

    def _close_name(self) -> None:
        self.name.setText(self._proof.label)  # what leaving the field tells once more is nothing new
        self.link.show()
        self.link.setFocus()
        self.name.hide()


def _link(proof: Evidence) -> ElidedButton:
    link = ElidedButton(proof.label)
    link.setIcon(icon("link" if is_link(proof.ref) else "file", "accent"))
    link.setProperty("kind", "link")
    host = host_of(proof.ref)
    link.setToolTip(plain_tip(f"{proof.ref}\nLeads to {host}" if host else proof.ref))
    link.setAccessibleName(f"Open {proof.label}" + (f" at {host}" if host else ""))
    return link
