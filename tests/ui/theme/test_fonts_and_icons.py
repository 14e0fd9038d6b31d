"""The bundled font and icons are whole and take the theme's colors."""

import gc
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo, QFontMetrics, QIcon, QRawFont

from launchpad.app.resources import resources_folder
from launchpad.scenes.tokens import DARK
from launchpad.ui.shell.actions import OFFERS
from launchpad.ui.shell.exports import KINDS
from launchpad.ui.shell.registry import SCREENS
from launchpad.ui.theme.fonts import family, font
from launchpad.ui.theme.icons import icon
from launchpad.ui.theme.manager import color, current_theme

ROOT = Path(__file__).parents[3]
ICONS = resources_folder() / "icons"


def test_the_bundled_font_is_used_in_every_weight(qapp):
    assert family() == "Launchpad Sans"
    widths = {QFontMetrics(font(40, weight)).horizontalAdvance("Readiness") for weight in (400, 500, 600, 700)}

    assert QFontInfo(font()).family() == "Launchpad Sans"
    assert len(widths) == 4


def test_only_tabular_digits_are_all_as_wide(qapp):
    def widths(tabular: bool) -> set[int]:
        return {QFontMetrics(font(30, tabular=tabular)).horizontalAdvance(digit) for digit in "0123456789"}

    assert len(widths(True)) == 1
    assert len(widths(False)) > 1


def test_what_the_shell_writes_is_in_the_font(qapp):
    bundled = QRawFont.fromFont(font())

    assert [sign for sign in "●▲■−–→·×“”’…" if not bundled.supportsCharacter(ord(sign))] == []


@pytest.mark.parametrize(
    "path", sorted(each for each in ICONS.glob("*.svg") if each.stem != "launchpad"), ids=lambda path: path.stem
)
def test_every_icon_is_drawn_and_recolored(qapp, path: Path):
    picture = icon(path.stem, "#ff0000").pixmap(48, 48).toImage()
    pixels = [picture.pixelColor(x, y) for x in range(48) for y in range(48)]

    assert any(pixel.alpha() > 200 and pixel.red() > 200 for pixel in pixels)
    assert "currentColor" in path.read_text()


def test_an_icon_that_is_not_there_is_an_error_where_it_is_asked_for(qapp):
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_every_icon_named_in_the_shell_is_there():
    names = {offer.icon for offer in OFFERS} | {kind.icon for kind in KINDS} | {entry.icon for entry in SCREENS}

    assert [name for name in names if name and not (ICONS / f"{name}.svg").exists()] == []


def test_no_icon_is_shipped_that_nothing_names():
    program = "".join(path.read_text() for path in (ROOT / "launchpad").rglob("*.py"))

    assert [path.stem for path in ICONS.glob("*.svg") if f'"{path.stem}"' not in program] == []


def test_an_icon_is_sharp_on_a_screen_with_two_pixels_to_one(qapp):
    picture = icon("flag").pixmap(QSize(16, 16), 2.0)

    assert (picture.width(), picture.devicePixelRatio()) == (32, 2.0)


def test_a_disabled_icon_is_pale(qapp):
    image = icon("circle", "#ff0000").pixmap(64, 64, QIcon.Mode.Disabled).toImage()
    found = {image.pixelColor(x, 32).name() for x in range(64) if image.pixelColor(x, 32).alpha() == 255}

    assert current_theme().disabled.lower() in found


def test_icons_come_and_go_by_the_thousand(qapp):
    kept = [QIcon(icon("flag", "ok")) for _ in range(2000)]
    del kept
    gc.collect()

    assert not icon("flag").pixmap(16, 16).isNull()


def test_colors_go_by_token_or_by_number(qapp):
    assert color("accent").name().upper() == current_theme().accent
    assert color("#123456").name() == "#123456"


def test_there_is_a_color_for_any_number_of_tracks():
    assert DARK.track(0) == DARK.track(7)
    assert re.fullmatch("#[0-9A-F]{6}", DARK.track(100))


def test_the_licenses_of_font_and_icons_are_shipped():
    assert "SIL Open Font License" in (resources_folder() / "fonts" / "OFL.txt").read_text()
    assert "ISC License" in (ICONS / "LICENSE").read_text()


IN_CIRCLES = """
import gc
from PySide6.QtGui import QGuiApplication
from launchpad.ui.theme.icons import icon

app = QGuiApplication([])
gc.disable()
for _ in range(100):
    circle = {"icon": icon("check")}
    circle["itself"] = circle
    del circle
    gc.collect()
"""


def test_an_icon_in_a_circle_of_garbage_does_not_take_the_program_with_it():
    done = subprocess.run([sys.executable, "-c", IN_CIRCLES], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
