"""A strip above the screen that says what is out of the ordinary, and offers a way on."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from launchpad.ui.parts.announce import announce
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.sign import Sign
from launchpad.ui.theme.icons import icon


class Notice(QFrame):
    """One sentence, a button or none, and a cross to put it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._pressed: Callable[[], object] | None = None
        self._text = Label(wrap=True)
        self._button = QPushButton("Go on")
        self._button.clicked.connect(self._on_pressed)
        cross = QToolButton()
        cross.setIcon(icon("x"))
        cross.setAccessibleName("Put the notice away")
        cross.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 7, 14, 7)
        layout.setSpacing(10)
        layout.addWidget(Sign("info", "warn"))
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        layout.addWidget(cross)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    @property
    def button(self) -> QPushButton:
        """The way on."""
        return self._button

    def say(self, sentence: str, offer: str = "", pressed: Callable[[], object] | None = None) -> None:
        """Show a sentence, with a button called `offer`."""
        self._text.setText(sentence)
        self._pressed = pressed
        self._button.setText(offer)
        self._button.setVisible(bool(offer))
        self.show()
        announce(self, sentence)

    def _on_pressed(self) -> None:
        if self._pressed is not None:
            self._pressed()
