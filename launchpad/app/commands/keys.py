"""Keys and places for rows added at the end of a register."""

from collections.abc import Iterable

from launchpad.domain.document import Document
from launchpad.domain.order import between
from launchpad.domain.row import Row


def next_key(prefix: str, keys: Iterable[str]) -> str:
    """The key after the highest one with this prefix: R-10 after R-09."""
    numbers = [int(key.removeprefix(prefix)) for key in keys if key.removeprefix(prefix).isdecimal()]
    return f"{prefix}{max(numbers, default=0) + 1:02d}"


def last_place(document: Document, kind: type[Row]) -> str:
    """An order after that of every row of a kind."""
    orders = [order for row in document.table(kind).values() if (order := getattr(row, "order", ""))]
    return between(max(orders, default=None), None)
