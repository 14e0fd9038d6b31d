"""A small button that is only a sign."""

from PySide6.QtWidgets import QToolButton

from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.theme.icons import icon


def sign_button(sign: str, name: str, tip: str, tone: str = "text3") -> QToolButton:
    """A button with an icon of `tone`; `name` is what a screen reader says, `tip` what the pointer finds."""
    button = QToolButton()
    button.setIcon(icon(sign, tone))
    button.setAccessibleName(name)
    button.setToolTip(plain_tip(tip))
    return button
