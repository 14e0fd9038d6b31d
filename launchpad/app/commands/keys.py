"""Keys and places for rows added at the end of a register."""

import re
from collections.abc import Iterable

from launchpad.domain.document import Document
from launchpad.domain.order import between
from launchpad.domain.row import Row


def next_key(prefix: str, keys: Iterable[str], digits: int = 2) -> str:
    """The key after the highest one with this prefix, its number in at least so many digits: R-10 after R-09."""
    numbers = [int(match[1]) for key in keys if (match := re.fullmatch(rf"{re.escape(prefix)}(\d{{1,9}})", key))]
    return f"{prefix}{max(numbers, default=0) + 1:0{digits}d}"


def last_place(document: Document, kind: type[Row]) -> str:
    """An order after that of every row of a kind."""
    orders = [order for row in document.table(kind).values() if (order := getattr(row, "order", ""))]
    return between(max(orders, default=None), None)
