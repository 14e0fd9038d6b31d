"""A part of the inspector under a small heading."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from launchpad.ui.parts.label import Label


class Section(QWidget):
    """Put widgets into `body`; what belongs beside the heading goes into `head`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(title, tone="text2", weight=500)
        self.head = QHBoxLayout()
        self.head.setSpacing(6)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self.head)
        layout.addLayout(self.body)

    def empty(self) -> None:
        """Take out all that is in the body."""
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
