"""Writes pages as PDF and as PNG, whole or not at all, on any thread; no display is needed."""

import os
from collections.abc import Sequence
from math import sqrt
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter

from launchpad.domain.errors import PlanError
from launchpad.domain.watching import Watch, part, parts, unwatched
from launchpad.interchange import atomic
from launchpad.interchange.atomic import write_bytes
from launchpad.interchange.plain_text import shown
from launchpad.scenes.paper import Page
from launchpad.scenes.tokens import LIGHT
from launchpad.ui.paper.painter import kept, paint_page

DOTS = 1200
"""Dots to an inch in which letters of a PDF are placed."""
POINTS = 72
MOST_PIXELS = 60_000_000
"""Pixels of a picture: 240 MB while it is painted."""
LONGEST_SIDE = 32_000
PAINTED = 0.6
"""How much of a picture is done when it is painted; then it is packed as PNG."""
SHARP = 2.0
"""Pixels of a picture to one of the scene, where there is room for them."""


def write_pdf(target: Path, pages: Sequence[Page], title: str) -> None:
    """Write pages, whose lengths are points, as one PDF."""
    write_bytes(target, pdf_bytes(pages, title))


def pdf_bytes(pages: Sequence[Page], title: str) -> bytes:
    """Pages as a PDF whose texts can be searched and copied."""
    paint_without_display()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(shown(title))
    writer.setCreator("Launchpad")
    writer.setResolution(DOTS)
    painter = QPainter()
    try:
        for page, watch in zip(pages, parts(atomic.watch.get(), [1] * len(pages)), strict=True):
            writer.setPageLayout(_layout(page))
            if painter.isActive():
                writer.newPage()
            else:
                painter.begin(writer)
            with kept(painter):
                painter.scale(DOTS / POINTS, DOTS / POINTS)
                paint_page(painter, page, watch)
    finally:
        painter.end()
        buffer.close()
    return bytes(content.data())


def _layout(page: Page) -> QPageLayout:
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    size = QPageSize(QSizeF(page.width, page.height), QPageSize.Unit.Point, "", exact)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())


def write_png(target: Path, page: Page) -> None:
    """Write a page, whose lengths are pixels, as a picture; raise PlanError for one no program could show."""
    scale = min(SHARP, sqrt(MOST_PIXELS / (page.width * page.height)), LONGEST_SIDE / max(page.width, page.height))
    if scale < 1:
        raise PlanError(
            f"A picture of {page.width:,.0f} by {page.height:,.0f} pixels is too large: choose a smaller zoom, SVG or"
            " PDF. Nothing was written."
        )
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture_of(page, scale, part(atomic.watch.get(), 0, PAINTED)))
    write_bytes(target, bytes(content.data()))


def picture_of(page: Page, scale: float, watch: Watch = unwatched) -> QImage:
    """A page as a picture, `scale` pixels to each of its units; `watch` is told how much of it is painted."""
    paint_without_display()
    picture = QImage(max(1, round(page.width * scale)), max(1, round(page.height * scale)), QImage.Format.Format_RGB32)
    picture.fill(QColor(LIGHT.surface))
    with QPainter(picture) as painter:
        painter.scale(scale, scale)
        paint_page(painter, page, watch)
    watch(1)
    return picture


def paint_without_display() -> None:
    """See that there is an application, for fonts need one; where none is running, one without a display will do."""
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _kept.append(QGuiApplication(["launchpad"]))


_kept: list[QGuiApplication] = []
"""The application that was made here lives as long as the process."""
