"""The bundled font, Launchpad Sans."""

from functools import cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from launchpad.app.resources import resources_folder

BODY = 13
"""Pixels of ordinary text."""


def font(px: int = BODY, weight: int = 400, tabular: bool = False) -> QFont:
    """A size in pixels and weight (100 to 900) of the bundled font; `tabular` gives every digit the same width.

    Use `tabular` for columns of numbers only: it also spreads hyphens.
    """
    made = QFont(family())
    made.setPixelSize(px)
    made.setWeight(QFont.Weight(weight))
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


@cache
def family() -> str:
    """Load the font and return its name; the system's own when it cannot be loaded."""
    # from bytes: from a path Linux registers a variable font's Regular weight only
    data = (resources_folder() / "fonts" / "LaunchpadSans.ttf").read_bytes()
    number = QFontDatabase.addApplicationFontFromData(QByteArray(data))
    names = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return names[0] if names else QFont().family()
