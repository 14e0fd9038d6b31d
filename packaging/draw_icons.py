"""Draw the icon files that Windows and macOS want from resources/icons/launchpad.svg, when the program is built there.

    python packaging/draw_icons.py build/icons

Both formats may hold PNG pictures, so all that is written here is the list of them.
"""

import struct
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).parents[1] / "resources" / "icons" / "launchpad.svg"
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MACOS = {"icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024, "ic11": 32, "ic12": 64}
"""Apple's name of a picture and its side in pixels."""


def draw(folder: Path) -> dict[str, str]:
    """Write both files into `folder` and return the path of each by `sys.platform`."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {"win32": folder / "launchpad.ico", "darwin": folder / "launchpad.icns"}
    made["win32"].write_bytes(windows_icon([(side, picture(side)) for side in WINDOWS]))
    made["darwin"].write_bytes(macos_icon([(name, picture(side)) for name, side in MACOS.items()]))
    return {platform: str(path) for platform, path in made.items()}


def picture(side: int) -> bytes:
    """The icon as a PNG of `side` pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    with QPainter(image) as painter:
        QSvgRenderer(str(SOURCE)).render(painter, QRectF(0, 0, side, side))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload, unused-ignore]
    return bytes(data.data())


def windows_icon(pictures: Sequence[tuple[int, bytes]]) -> bytes:
    """An .ico of PNG pictures by side; 256 is written as 0."""
    place = 6 + 16 * len(pictures)
    entries = b""
    for side, png in pictures:
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(png), place)
        place += len(png)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(png for _, png in pictures)


def macos_icon(pictures: Sequence[tuple[str, bytes]]) -> bytes:
    """An .icns of PNG pictures by Apple's names."""
    blocks = b"".join(name.encode("ascii") + struct.pack(">I", 8 + len(png)) + png for name, png in pictures)
    return b"icns" + struct.pack(">I", 8 + len(blocks)) + blocks


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
