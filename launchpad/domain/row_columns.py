"""Many rows of a kind at once, from the values of each field one below the other.

Making rows one by one costs a call of Python for every field of every row. A plan of 10,000 tasks is half a million
of those; a column at a time it is none.
"""

from collections import deque
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any, TypeVar

from launchpad.domain.fields import fields_of
from launchpad.domain.row import Row

R = TypeVar("R", bound=Row)


def rows_from_columns(kind: type[R], columns: Sequence[Sequence[Any]]) -> list[R]:
    """Return the rows whose fields, in the order they are declared, have these values; all columns are equally long.

    The rows are as if each was made by itself: raise PlanError when one of them cannot be so.
    """
    rows = list(map(object.__new__, repeat(kind, len(columns[0]))))
    for field, values in zip(fields_of(kind), columns, strict=True):
        _run(getattr(kind, field.name).__set__, rows, values)  # past what keeps a row from being changed later
    judge = getattr(kind, "__post_init__", None)
    if judge is not None:
        _run(judge, rows)
    return rows


def _run(act: Callable[..., object], *columns: Sequence[Any]) -> None:
    deque(map(act, *columns), maxlen=0)
