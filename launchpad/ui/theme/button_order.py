"""The order of a dialog's buttons on this platform."""

import sys
from os import environ

OWN_WAY = {"kde", "lxqt"}
"""Desktops of Linux that put what a dialog does before Cancel, as Windows does."""


def is_back_first() -> bool:
    """Whether Cancel stands before what the dialog does."""
    desktops = environ.get("XDG_CURRENT_DESKTOP", "").casefold().split(":")
    return not (sys.platform == "win32" or OWN_WAY & set(desktops))


def button_order() -> str:
    """A rule of the style sheet for Qt's own dialogs, which on an unknown desktop of Linux look as on Windows."""
    return "QDialogButtonBox { button-layout: 3; }\n" if sys.platform.startswith("linux") and is_back_first() else ""
