"""The foot of a dialog: what there is to say, Cancel, and the button that does it."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


class DialogFoot(QHBoxLayout):
    """Holds `cancel` and `go`, which Return presses; `said` stands at the left."""

    def __init__(self, text: str, said: QWidget | None = None) -> None:
        super().__init__()
        self.setContentsMargins(24, 12, 24, 12)
        self.setSpacing(8)
        self.cancel = QPushButton("Cancel")
        self.cancel.setAutoDefault(False)
        self.go = QPushButton(text)
        self.go.setDefault(True)
        self.go.setProperty("kind", "primary")
        if said is None:
            self.addStretch(1)
        else:
            self.addWidget(said, 1)
        self.addWidget(self.cancel)
        self.addWidget(self.go)
