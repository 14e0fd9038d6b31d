"""The timeline as a file: which kinds there are, and how each is written."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from launchpad.interchange.atomic import watch, write_bytes
from launchpad.interchange.svg import page_svg
from launchpad.scenes.gantt.paper import PrintOptions, lay_out, part_page, whole_page
from launchpad.scenes.gantt.picture import Picture
from launchpad.scenes.paper import Page
from launchpad.scenes.shapes import Box
from launchpad.ui.paper.files import write_pdf, write_png

PDF, SVG, PNG = ".pdf", ".svg", ".png"


@dataclass(frozen=True, slots=True)
class TimelinePrint:
    """What is to be written: a picture, the pages of a PDF, and the part of it, None for the whole."""

    picture: Picture
    options: PrintOptions
    part: Box | None = None

    def page(self) -> Page:
        """The timeline as one picture."""
        if self.part is None:
            return whole_page(self.picture, self.options)
        return part_page(self.picture, self.options, self.part)


def write_printed(target: Path, wanted: TimelinePrint) -> None:
    """Write the timeline as the kind of file that the name ends in."""
    _WRITERS[target.suffix.lower()](target, wanted)


def writing(target: Path, wanted: TimelinePrint) -> Callable[[], None]:
    """The same, to be done later and on any thread."""
    return partial(write_printed, target, wanted)


def _write_pdf(target: Path, wanted: TimelinePrint) -> None:
    name = wanted.picture.plan.document.launch.name
    write_pdf(target, lay_out(wanted.picture, wanted.options).pages(), f"{name}: timeline")


def _write_svg(target: Path, wanted: TimelinePrint) -> None:
    write_bytes(target, page_svg(wanted.page(), watch=watch.get()).encode("utf-8"))


def _write_png(target: Path, wanted: TimelinePrint) -> None:
    write_png(target, wanted.page())


_WRITERS = {PDF: _write_pdf, SVG: _write_svg, PNG: _write_png}
