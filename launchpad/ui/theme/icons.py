"""Icons that take the theme's colors, also when the theme changes under them."""

import os
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from launchpad.app.resources import resources_folder
from launchpad.ui.theme.manager import current_theme

DEFAULT = "text2"


@cache
def icon(name: str, color: str | None = None) -> QIcon:
    """The icon of a name in resources/icons; `color` is a token of the theme (``accent``) or ``#rrggbb``.

    Each is made once and stays: an engine written in Python that Python finds in a circle of garbage is freed before
    its icon, which frees it again and takes the program with it.
    """
    if name not in _names():  # told here, not at the first paint
        raise FileNotFoundError(f"There is no icon “{name}”.")
    return QIcon(_ThemedIcon(name, color or DEFAULT))


class _ThemedIcon(QIconEngine):
    """Draws an SVG in a color looked up when it is painted."""

    def __init__(self, name: str, color: str) -> None:
        super().__init__()
        self._name = name
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon as large as fits into `rect`."""
        side = min(rect.width(), rect.height())
        square = QRect(0, 0, side, side)
        square.moveCenter(rect.center())
        _renderer(self._name, _hex(self._color, mode)).render(painter, QRectF(square))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a picture of a size in device pixels."""
        return self.scaledPixmap(size, mode, state, 1)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """The icon as a picture for a screen with `scale` device pixels to one of `size`."""
        picture = QPixmap(size * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        return picture

    def clone(self) -> QIconEngine:
        """Another engine that draws the same."""
        return _ThemedIcon(self._name, self._color)


def _hex(color: str, mode: QIcon.Mode) -> str:
    theme = current_theme()
    if mode is QIcon.Mode.Disabled:
        return theme.disabled
    return color if color.startswith("#") else str(getattr(theme, color))


@cache
def _names() -> frozenset[str]:
    return frozenset(name.removesuffix(".svg") for name in os.listdir(_folder()) if name.endswith(".svg"))


@cache
def _drawing(name: str) -> bytes:
    return (_folder() / f"{name}.svg").read_bytes()


def _folder() -> Path:
    return resources_folder() / "icons"


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace(b"currentColor", color.encode())))
