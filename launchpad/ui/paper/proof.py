"""What would come of an export of the timeline: its pages, and what there is to say of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from launchpad.domain.wording import counted
from launchpad.scenes.gantt.paper import Layout, lay_out
from launchpad.scenes.paper import Page
from launchpad.ui.paper.timeline import PDF, TimelinePrint


@dataclass(frozen=True, slots=True)
class Proof:
    """The pages, a sentence about them, and whether their texts can be read."""

    pages: Sequence[Page]
    sentence: str
    is_readable: bool = True


def proof_of(wanted: TimelinePrint, suffix: str) -> Proof:
    """What would be written as a kind of file; on any thread. A page that holds the whole plan is made at once."""
    if suffix != PDF:
        page = wanted.page()
        return Proof((page,), f"{page.width:,.0f} × {page.height:,.0f} pixels")
    layout = lay_out(wanted.picture, wanted.options)
    pages = layout.pages()
    return Proof(tuple(pages) if len(pages) == 1 else pages, _sentence(layout), layout.is_readable)


def _sentence(layout: Layout) -> str:
    words = f"{counted(len(layout), 'page')} of {layout.options.paper.value}, names in {layout.text_points:.1f} pt."
    return words if layout.is_readable else words + " Nobody can read that: choose larger paper or more pages."
