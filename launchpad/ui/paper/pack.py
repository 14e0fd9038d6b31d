"""A pack as PDF: laid out without Qt, painted here."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from launchpad.domain.document import Document
from launchpad.interchange.export import Request, pack_for
from launchpad.interchange.pack.pages import pages_of
from launchpad.scenes.paper import Paper
from launchpad.ui.paper.files import write_pdf
from launchpad.ui.paper.usual import usual_paper


def write_pack(document: Document, target: Path, request: Request, paper: Paper = Paper.A4) -> None:
    """Write the pack for an audience; raise PlanError for a wrong request, ExportError when the world refuses."""
    pack = pack_for(document, request)
    write_pdf(target, pages_of(pack, paper), pack.title)


def writing(document: Document, target: Path, request: Request) -> Callable[[], None]:
    """The same on the paper that is usual here, to be done later and on any thread."""
    return partial(write_pack, document, target, request, usual_paper())
