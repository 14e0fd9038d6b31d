"""What a person meant by a cell of a form: a choice, a whole number, an amount, a day, a text."""

import re
from collections.abc import Mapping
from datetime import date
from math import isfinite

from launchpad.domain.enums import CertificationResult, Readiness, RequestKind, Word
from launchpad.interchange.homecoming.cells import (
    Cell,
    Unreadable,
    is_nothing,
    known,
    plain,
    read_date,
    read_text,
    tidy,
)
from launchpad.interchange.homecoming.values import Reader, Value
from launchpad.interchange.workbook.forms import Content, FormColumn

_MEANT: Mapping[type[Word], Mapping[str, Word]] = {
    Readiness: {
        **dict.fromkeys(("ready", "y", "ja", "oui", "sí", "si", "x", "✓", "true"), Readiness.YES),
        **dict.fromkeys(("partially", "partial", "almost", "nearly", "teilweise", "teils"), Readiness.PARTLY),
        **dict.fromkeys(("not ready", "n", "nein", "non", "not yet", "false"), Readiness.NO),
    },
    CertificationResult: {
        **dict.fromkeys(("pass", "ok", "certified", "yes", "bestanden", "✓", "done"), CertificationResult.PASSED),
        **dict.fromkeys(("fail", "not passed", "no", "nicht bestanden", "repeat"), CertificationResult.FAILED),
    },
    RequestKind: {
        **dict.fromkeys(("o", "concern", "einwand"), RequestKind.OBJECTION),
        **dict.fromkeys(("r", "wish", "feature request", "wunsch", "question"), RequestKind.REQUEST),
    },
}
_SIGNS = "$€£¥₹₽₩₪"
_MONEY = rf"(?:[^\W\d_]{{1,3}}[{_SIGNS}.]?|[{_SIGNS}])?"
"""How a currency is written: a sign, a code, or both. A dot ends a code; by itself it begins a fraction."""
_AMOUNT = re.compile(
    rf"{_MONEY}\s*([+\-−]?[\d.,'\s]*\d)\s*([km](?![^\W\d_]))?(?:[.,][\-–—])?\s*{_MONEY}", re.IGNORECASE
)
_SCALES = {"": 1, "k": 1_000, "m": 1_000_000}
MOST = 1e15


def read_form_cell(cell: Cell, column: FormColumn, reader: Reader) -> Value:
    """The value in a cell; raise Unreadable for what the column cannot hold."""
    match column.content:
        case Content.WORD if column.words is not None:
            return _word(cell, column.words)
        case Content.WHOLE:
            return _whole(cell, column.most)
        case Content.AMOUNT:
            return _amount(cell)
        case Content.DAY:
            return read_date(cell, reader.epoch, reader.near, reader.order)
    return read_text(cell) or None


def read_spelled(text: str, column: FormColumn) -> Value:
    """The value that a text of the hidden sheet stands for; raise ValueError for none."""
    if not text:
        return None
    match column.content:
        case Content.WORD if column.words is not None:
            return column.words(text)
        case Content.WHOLE:
            return int(text)
        case Content.AMOUNT:
            return float(text)
        case Content.DAY:
            return date.fromisoformat(text)
    return text


def _word(cell: Cell, words: type[Word]) -> Word | None:
    value = known(cell)
    text = plain(value).casefold().rstrip(".!")
    if is_nothing(text):
        return None
    said = {word.label.casefold(): word for word in words} | {word.value: word for word in words} | {**_MEANT[words]}
    if text not in said:
        raise Unreadable(f"it is none of {', '.join(word.label.lower() for word in words)}")
    return said[text]


def _whole(cell: Cell, most: int) -> int | None:
    value = known(cell)
    if isinstance(value, str):
        text = tidy(value)
        if is_nothing(text):
            return None
        match = re.fullmatch(rf"(\d+)(?:[.,]0+)?(?:\s*(?:/|of|von)\s*{most})?", text)
        value = int(match[1]) if match is not None and len(match[1]) < 6 else value
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value) or not 1 <= value <= most:
        raise Unreadable(f"it is not a whole number from 1 to {most}")
    return int(value)


def _amount(cell: Cell) -> float | None:
    value = known(cell)
    if isinstance(value, str):
        text = tidy(value)
        if is_nothing(text):
            return None
        value = _typed_amount(text)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value) or abs(value) > MOST:
        raise Unreadable("it is not an amount")
    return float(value)


def _typed_amount(text: str) -> float:
    """An amount as people type it: 12,500 · 12.500 € · 12 500.50 · 12k."""
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise Unreadable("it is not an amount")
    digits = re.sub(r"[\s']", "", match[1]).replace("−", "-")
    whole, mark, rest = _split(digits)
    number = re.sub(r"[.,]", "", whole) + ("." + rest if mark else "")
    try:
        return float(number) * _SCALES[(match[2] or "").lower()]
    except ValueError:
        raise Unreadable("it is not an amount") from None


def _split(digits: str) -> tuple[str, str, str]:
    """What stands before and after the decimal mark, the mark empty when there is none."""
    place = max(digits.rfind("."), digits.rfind(","))
    rest = digits[place + 1 :]
    is_grouped = place < 0 or (len(rest) == 3 and digits[:place].strip("+-") not in ("", "0"))
    if is_grouped:
        return digits, "", ""
    return digits[:place], digits[place], rest
