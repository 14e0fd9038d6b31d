"""What a value written in YAML means, once the field that asks for it is known.

Only `true` and `false` are booleans, numbers are decimal, dates are ISO, and everything else is text: `NO`, `1.10` and
`12:30:45` stay as written. Each reader raises ValueError when the text is something else.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TypeVar

from launchpad.domain.enums import Word
from launchpad.domain.errors import PlanError
from launchpad.domain.row import LONGEST_TEXT
from launchpad.domain.values import LONGEST, When, checked_when, parse_date, parse_when
from launchpad.templates.yaml_tree import Scalar

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"([-+]?[0-9]{1,15})(\.0{0,15})?")
_NUMBER = re.compile(r"[-+]?([0-9]{1,15}(\.[0-9]{0,15})?|\.[0-9]{1,15})([eE][-+]?[0-9]{1,2})?")
_LAG = re.compile(r"([-+]?[0-9]{1,6})(?:\.0{0,15})?\s*(ed?)?")
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
LARGEST_NUMBER = 1e15
LONGEST_KEY = 100
"""Characters in a key: it is said aloud and stands in narrow columns."""

TEXT = f"text of at most {LONGEST_TEXT:,} characters"
KEY = f"one line of at most {LONGEST_KEY} characters"
DATE = "a date such as 2026-11-10"

W = TypeVar("W", bound=Word)


def is_null(scalar: Scalar) -> bool:
    """Whether the value says that nothing is set."""
    return scalar.plain and scalar.text in _NULLS


def as_text(text: str) -> str:
    """Read a text that fits a spreadsheet cell and holds no control codes and no half of a surrogate pair."""
    if len(text) > LONGEST_TEXT or _CONTROL.search(text):
        raise ValueError
    return text


def is_key(text: str) -> bool:
    """Whether the text is one short line without blanks around it."""
    return 0 < len(text) <= LONGEST_KEY and text.isprintable() and text == text.strip()


def as_key(text: str) -> str:
    """Read a key."""
    if not is_key(text):
        raise ValueError
    return text


@cache
def vocabulary(words: type[W]) -> tuple[Callable[[str], W], str]:
    """Return the reader of a closed vocabulary, in any case, and what it accepts in words."""
    by_text = {word.value.casefold(): word for word in words}

    def read(text: str) -> W:
        if text.casefold() not in by_text:
            raise ValueError
        return by_text[text.casefold()]

    return read, f"one of {', '.join(word.value for word in words)}"


def as_boolean(text: str) -> bool:
    """Read true or false."""
    if text not in _BOOLEANS:
        raise ValueError
    return _BOOLEANS[text]


def as_integer(text: str) -> int:
    """Read a whole decimal number, also one written as 5.0."""
    match = _INTEGER.fullmatch(text)
    if not match:
        raise ValueError
    return int(match[1])


def as_offset(text: str) -> int:
    """Read a number of working days from launch day, at most 20,000 in size."""
    number = as_integer(text)
    if abs(number) > LONGEST:
        raise ValueError
    return number


def as_number(text: str) -> float:
    """Read a decimal number up to 10 to the 15th in size; whole ones stay whole."""
    if match := _INTEGER.fullmatch(text):
        return int(match[1])
    if not _NUMBER.fullmatch(text) or abs(float(text)) > LARGEST_NUMBER:
        raise ValueError
    return float(text)


def as_day(text: str) -> date:
    """Read an ISO date between 1900 and 2199."""
    try:
        return parse_date(text)
    except PlanError:
        raise ValueError from None


def as_when(text: str) -> When:
    """Read an ISO date, an offset such as T-21, or a bare number of working days from launch day."""
    try:
        match = _INTEGER.fullmatch(text)
        return checked_when(int(match[1])) if match else parse_when(text)
    except PlanError:
        raise ValueError from None


def as_lag(text: str) -> tuple[int, bool]:
    """Read a lag: `2` in working days, or `2e` elapsed, in calendar days. Return the days and whether they elapse."""
    match = _LAG.fullmatch(text)
    if not match:
        raise ValueError
    return int(match[1]), match[2] is not None
