"""The timeline as a file: PDF, SVG or PNG."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from launchpad.app.timeline_picture import timeline_picture
from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.interchange.atomic import write_bytes
from launchpad.interchange.svg import page_svg
from launchpad.scenes.gantt.axis import SCALES
from launchpad.scenes.gantt.paper import PrintOptions, whole_page
from launchpad.scenes.gantt.plan import Look
from launchpad.scenes.paper import Paper

KINDS = (".pdf", ".svg", ".png")
NATURAL = "week"
"""The zoom of a picture that does not have to fill pages."""


@dataclass(frozen=True, slots=True)
class TimelineWish:
    """What was asked for: the pages of a PDF, and what is drawn beside the bars."""

    options: PrintOptions
    look: Look


def write_timeline(document: Document, target: Path, today: date, wish: TimelineWish) -> None:
    """Write the timeline to a file of the kind its name ends in; raise PlanError when the plan has no dates."""
    picture = timeline_picture(document, today, wish.look, wish.options.scale or NATURAL)
    if target.suffix.lower() == ".svg":  # nothing has to be painted, so Qt is not needed
        write_bytes(target, page_svg(whole_page(picture, wish.options)).encode("utf-8"))
        return
    from launchpad.ui.paper.timeline import TimelinePrint, write_printed

    write_printed(target, TimelinePrint(picture, wish.options))


def checked_paper(name: str) -> Paper:
    """The paper of a name; raise PlanError for one there is none of."""
    found = next((paper for paper in Paper if paper.value.casefold() == name.casefold()), None)
    if found is None:
        raise PlanError(f"“{name[:40]}” is no size of paper; choose {', '.join(Paper)}.")
    return found


def checked_zoom(name: str) -> str:
    """The zoom of a name, empty for none; raise PlanError for one there is none of."""
    if name and name not in SCALES:
        raise PlanError(f"“{name[:40]}” is no zoom; choose {', '.join(SCALES)}.")
    return name
