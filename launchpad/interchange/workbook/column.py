"""What a column of a task sheet is.

A formula names the cells of its own row by column key in braces ({status}); ranges and rules have workbook names.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from launchpad.domain.task import Task
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Cell
from launchpad.interchange.workbook.material import Material

Reader = Callable[[Task, Material], Cell]
DAY = {"num_format": look.DAY, "align": "left"}
QUIET = {"font_color": look.TEXT_2}
CENTERED = {"align": "center"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a task sheet. `read` gives a cell's value, for a formula the value it has today.

    `live` says for which tasks the cell calculates; elsewhere it holds the value. Folded columns start hidden.
    """

    key: str
    header: str
    width: float
    read: Reader
    form: dict[str, Any] = field(default_factory=dict)
    formula: str = ""
    live: Callable[[Task, Material], bool] = lambda task, material: True
    by_row: bool = False  # the formula adds a millionth of its row number, to keep ties apart
    editable: bool = False
    folded: bool = False
    note: str = ""
