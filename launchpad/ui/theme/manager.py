"""Which theme is on, and how it gets onto the application."""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from launchpad.scenes.tokens import DARK, LIGHT, Theme
from launchpad.ui.theme.button_order import button_order
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.scrolled import KeptScrolling
from launchpad.ui.theme.style_sheet import style_sheet

ARGUMENTS = ["launchpad", "-style", "Fusion"]
"""What Qt is started with. Setting the style later would make PySide load everything a style can be asked."""


class ThemeChoice(StrEnum):
    """What the person asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ThemeManager(QObject):
    """The theme of the application: follows the system until light or dark is chosen."""

    changing = Signal()
    """Colors are about to be different."""
    dressed = Signal()
    """Every widget has its new style."""
    changed = Signal()
    """Colors are different now. Widgets are repainted anyway; listen only to redo what was kept."""

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme = LIGHT
        self.choice = ThemeChoice.SYSTEM
        self._app: QApplication | None = None

    def apply(self, app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        """Dress the application; call it before the first widget is made."""
        if self._app is not app:
            self._app = app
            app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
            app.setFont(font())
        self.choose(choice)

    def choose(self, choice: ThemeChoice) -> None:
        """Switch to light or dark, or follow the system, at once."""
        self.choice = choice
        if self._app is None:
            return
        hints = self._app.styleHints()
        if choice is ThemeChoice.SYSTEM:
            hints.unsetColorScheme()
        else:  # lets the system draw title bars and menus to match, where it can
            hints.setColorScheme(Qt.ColorScheme.Dark if choice is ThemeChoice.DARK else Qt.ColorScheme.Light)
        self._dress()

    def _on_system_changed(self) -> None:
        if self.choice is ThemeChoice.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        assert self._app is not None
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        theme = {ThemeChoice.LIGHT: LIGHT, ThemeChoice.DARK: DARK}.get(self.choice, DARK if dark else LIGHT)
        if theme is self.theme and self._app.styleSheet():
            return
        self.theme = theme
        self.changing.emit()
        with KeptScrolling(self._app):
            self._app.setStyleSheet("")  # or Qt would dress every widget as often as it has widgets around it
            self._app.setPalette(_palette(theme))
            self._app.setStyleSheet(style_sheet(theme) + button_order())
        self.dressed.emit()
        self.changed.emit()


@cache
def theme_manager() -> ThemeManager:
    """The manager of this application's theme."""
    return ThemeManager()


def current_theme() -> Theme:
    """The theme that is on."""
    return theme_manager().theme


def theme_signals() -> ThemeManager:
    """Where `changed` is told."""
    return theme_manager()


def color(token: str) -> QColor:
    """The color of a token of the theme that is on (``accent``), or of ``#rrggbb``."""
    return QColor(token if token.startswith("#") else getattr(current_theme(), token))


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    colors = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.window,
        role.Text: theme.text,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.bad,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.PlaceholderText: theme.text3,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.Mid: theme.line,
        role.Accent: theme.accent,
    }
    palette = QPalette()
    for each, value in colors.items():
        palette.setColor(each, QColor(value))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.disabled))
    return palette
