"""What a window looked like, remembered between runs in the user's configuration folder."""

from PySide6.QtCore import QByteArray, QPoint, QSettings
from PySide6.QtWidgets import QMainWindow

from launchpad.app.settings import settings_file
from launchpad.ui.theme.manager import ThemeChoice

SIZE = (1440, 900)
SMALLEST = (960, 600)
STEP = 32
"""Pixels between a window and the one opened from it."""
FRAME = 40
"""Pixels of a screen's height that the title bar around a window takes."""


def _settings() -> QSettings:
    place = settings_file().with_name("window.ini")
    return QSettings(str(place), QSettings.Format.IniFormat)


def restore(window: QMainWindow) -> None:
    """Give a window the place and size it had, or a sensible size on this screen."""
    window.setMinimumSize(*SMALLEST)
    kept = _settings().value("geometry")
    if not (isinstance(kept, QByteArray) and window.restoreGeometry(kept)):
        room = window.screen().availableGeometry()
        window.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height() - FRAME))


def place_beside(window: QMainWindow, other: QMainWindow) -> None:
    """Put a window a little lower and further right than another, as far as the screen has room for all of it."""
    room, frame = other.screen().availableGeometry(), other.frameGeometry().size() - other.size()
    inside = room.size() - frame
    window.resize(window.size().boundedTo(inside))
    last = room.bottomRight() - QPoint(window.width() + frame.width() - 1, window.height() + frame.height() - 1)
    window.move(min(other.x() + STEP, last.x()), min(other.y() + STEP, last.y()))


def remember(window: QMainWindow, screen: str) -> None:
    """Keep a window's place and size and the screen it showed."""
    settings = _settings()
    settings.setValue("geometry", window.saveGeometry())
    if screen:
        settings.setValue("screen", screen)


def remember_look(part: str, look: str) -> None:
    """Keep how a part of the window was arranged, in the part's own words."""
    _settings().setValue(f"look/{part}", look)


def kept_look(part: str) -> str:
    """How a part of the window was arranged last; empty the first time."""
    return str(_settings().value(f"look/{part}", ""))


def last_screen() -> str:
    """The screen shown last; empty the first time."""
    return str(_settings().value("screen", ""))


def theme_choice() -> ThemeChoice:
    """The theme chosen last."""
    kept = str(_settings().value("theme", ThemeChoice.SYSTEM.value))
    return ThemeChoice(kept) if kept in set(ThemeChoice) else ThemeChoice.SYSTEM


def remember_theme(choice: ThemeChoice) -> None:
    """Keep the theme that was chosen."""
    _settings().setValue("theme", choice.value)
