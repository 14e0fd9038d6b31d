"""The foot of a dialog: what there is to say, and its buttons in the order that the platform has them in.

Qt's own box of buttons knows that order, but Tab passes a button by in one that has a default.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from launchpad.ui.theme.button_order import is_back_first

EDGE = 24, 12, 24, 12
"""Margins, in pixels, of a foot that goes from edge to edge of its dialog."""


class DialogFoot(QHBoxLayout):
    """`go` does what the dialog is for and Return presses it; `back` leaves, as Escape does; `said` and
    what `others` offer stand at the left.

    Without an action there is nothing to do but to leave. What is dangerous is not what Return presses.
    """

    def __init__(
        self,
        dialog: QWidget,
        action: str = "",
        *,
        back: str = "Cancel",
        said: QWidget | None = None,
        others: Sequence[str] = (),
        is_danger: bool = False,
    ) -> None:
        super().__init__()
        self.setSpacing(8)
        texts = list(filter(None, (back, action) if is_back_first() else (action, back)))
        # made in the dialog, as none outside can be its default, and in the order in which Tab leads through them
        self._buttons = {text: QPushButton(text, dialog) for text in (*others, *texts)}
        self.back, self.go = self._buttons[back], self._buttons[action or back]
        if action:
            self.go.setProperty("kind", "danger" if is_danger else "primary")
        (self.back if is_danger else self.go).setDefault(True)
        if said is not None:
            keeping = said.sizePolicy()
            keeping.setRetainSizeWhenHidden(True)  # else the buttons would grow into its place
            said.setSizePolicy(keeping)
            self.addWidget(said, 1)
        for text in others:
            self.addWidget(self._buttons[text])
        if said is None:
            self.addStretch(1)
        for text in texts:
            self.addWidget(self._buttons[text])

    def button(self, text: str) -> QPushButton:
        """The button that was made with a text."""
        return self._buttons[text]
