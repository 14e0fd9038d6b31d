"""Text in the theme's font and colors. It is shown as it is, never read as HTML."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from launchpad.domain.visible import visible
from launchpad.ui.theme.fonts import BODY, font


class Label(QLabel):
    """A line, or with `wrap` a paragraph, of plain text. `tone` is the token of a text color."""

    def __init__(
        self,
        text: str = "",
        *,
        tone: str = "text",
        px: int = BODY,
        weight: int = 400,
        tabular: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(px, weight, tabular))
        self.setWordWrap(wrap)
        self.setProperty("tone", tone)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Say something else, so that all of it can be seen."""
        super().setText(visible(text))

    def set_tone(self, tone: str) -> None:
        """Change the color."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().polish(self)


def title_label(text: str, parent: QWidget | None = None) -> Label:
    """The title of a card or section."""
    return Label(text, weight=600, parent=parent)
