"""Who to ask for what before a review, each with a button that copies the mail."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from launchpad.domain.wording import counted
from launchpad.engines.review import Chase
from launchpad.ui.parts.avatar import Avatar
from launchpad.ui.parts.elided import ElidedLabel
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip


class ChaseRow(QWidget):
    """One person: their name, what they are asked for first, and the button."""

    copied = Signal(str)
    """Whose mail was copied."""

    def __init__(self, chase: Chase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chase = chase
        self.who = chase.person.name if chase.person else "Nobody yet"
        self.button = QPushButton("Copy")
        self.button.setAccessibleName(f"Copy the mail for {self.who}")
        self.button.setToolTip(plain_tip(f"Copy a mail to {self.who} that asks for it"))
        self.button.clicked.connect(self._on_clicked)
        note = ElidedLabel(px=12, tone="text2")
        more = f" and {len(chase.items) - 1} more" if len(chase.items) > 1 else ""
        note.setText(chase.items[0] + more)
        name = ElidedLabel(weight=500)
        name.setText(f"{self.who} · {counted(len(chase.items), 'thing')}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(note)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 3, 4, 3)
        line.setSpacing(10)
        line.addWidget(Avatar(chase.person.name if chase.person else "", 26))
        line.addLayout(words, 1)
        line.addWidget(self.button)
        self.setToolTip(plain_tip("\n".join(f"• {item}" for item in chase.items)))

    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._chase.text)
        self.copied.emit(self.who)


class ChaseList(QScrollArea):
    """Everybody who is asked for something."""

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Who to ask for what")
        self.rows: list[ChaseRow] = []
        self._chases: tuple[Chase, ...] = ()
        inside = QWidget()
        self._nothing = Label("Nobody needs to be asked for anything.", tone="text3", wrap=True)
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._nothing)
        self._layout.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def show_chases(self, chases: Sequence[Chase]) -> None:
        """Show other people."""
        if tuple(chases) == self._chases:
            return
        self._chases = tuple(chases)
        for row in self.rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for chase in chases:
            row = ChaseRow(chase, self.widget())
            row.copied.connect(self._on_copied)
            self._layout.insertWidget(self._layout.count() - 1, row)
            row.show()
            self.rows.append(row)
        self._nothing.setVisible(not chases)

    def _on_copied(self, who: str) -> None:
        self.told.emit(f"The mail for {who} is on the clipboard.")
