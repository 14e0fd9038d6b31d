"""Proof that a built program can show its windows: font, icons, pictures in SVG, and every screen on the sample."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImageReader

from launchpad.app.resources import resources_folder
from launchpad.ui.shell.registry import SCREENS
from launchpad.ui.theme.fonts import family
from launchpad.ui.theme.icons import icon
from launchpad.ui.theme.manager import ThemeChoice
from launchpad.ui.tour.tour import photograph, steady_application

FONT = "Launchpad Sans"


def window_checks(folder: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    """Checks of what is seen; pictures are put in `folder`."""
    yield "font", _font
    yield "icons", _icons
    yield "style", _style
    yield "screens", partial(_screens, folder)


def _font() -> str:
    with steady_application():
        if family() != FONT:
            raise ValueError(f"the font is {family()}, not {FONT}")
    return FONT


def _icons() -> str:
    with steady_application():
        names = [path.stem for path in (resources_folder() / "icons").glob("*.svg")]
        unseen = [name for name in names if not _is_drawn(name)]
    if unseen or not names:
        raise ValueError(f"icons that cannot be drawn: {unseen or 'all'}")
    return f"{len(names)} drawn"


def _is_drawn(name: str) -> bool:
    image = icon(name).pixmap(QSize(24, 24)).toImage()
    return any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def _style() -> str:
    """The style sheet names SVG files, which Qt reads by a plugin."""
    if b"svg" not in [bytes(kind.data()) for kind in QImageReader.supportedImageFormats()]:
        raise ValueError("Qt cannot read SVG pictures")
    return "SVG is read"


def _screens(folder: Path) -> str:
    made = photograph(folder, [ThemeChoice.LIGHT])
    return f"{len(made)} pictures of {', '.join(entry.name for entry in SCREENS)}"
