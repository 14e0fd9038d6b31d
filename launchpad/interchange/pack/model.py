"""What a pack says, before anybody decides how it looks: sections of texts, tables and charts."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from launchpad.scenes.paper import Page
from launchpad.scenes.shapes import Align


@dataclass(frozen=True, slots=True)
class Cell:
    """A text; `tone` is a color's token that never speaks alone, `link` an address that was checked, or empty."""

    text: str
    tone: str = ""
    strong: bool = False
    link: str = ""


Text = str | Cell


def cell(text: Text) -> Cell:
    """A cell that says a text."""
    return text if isinstance(text, Cell) else Cell(text)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `share` is its part of the width beside those of the others."""

    title: str
    share: float = 1
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; `empty` is said when there are none."""

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Text]]
    empty: str = "None."


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers and words to be read first, each with its label."""

    figures: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences."""

    text: Text


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture; its summary says the same in words."""

    page: Page


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. `half` shares a line with the half before or after it."""

    title: str
    blocks: Sequence["Block"]
    note: str = ""
    half: bool = False


Block = Table | Figures | Paragraph | Chart


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything a reader gets. `small` has to fit on one page. `secret` says who may read it, `origin` where from."""

    title: str
    subtitle: str
    sections: Sequence[Section]
    secret: str = ""
    origin: str = ""
    small: bool = False
    sentences: Sequence[Text] = field(default=())
