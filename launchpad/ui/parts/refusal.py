"""Why something was not done, said where it was asked for."""

from PySide6.QtWidgets import QWidget

from launchpad.ui.parts.announce import announce
from launchpad.ui.parts.label import Label


class Refusal(Label):
    """Hidden until there is something to say, which is then read aloud too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="bad", wrap=True, parent=parent)
        self.hide()

    def say(self, why: str) -> None:
        """Say it; nothing to say hides it."""
        self.setText(why)
        self.setVisible(bool(why))
        announce(self, why, is_urgent=True)
