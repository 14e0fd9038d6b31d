"""Text as another program's file can hold it: nothing runs, nothing vanishes without a trace."""

import re

from launchpad.domain.visible import visible

LONGEST_CELL = 32_767
"""UTF-16 units in one cell of a spreadsheet."""
CUT_MARK = " … [cut here]"

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FORMULA_LIKE = re.compile(r"^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]")


def clean(text: str) -> str:
    """Return `text` with what XML cannot hold shown as a sign, line ends as line feeds, and a mark where it was cut."""
    if not text.isprintable():
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = _UNWRITABLE.sub(_sign, text)
    if len(text) > LONGEST_CELL // 2:
        text = _cut(text)
    return text


def shown(text: str) -> str:
    """Like `clean`, and signs that turn or hide what is read are shown too: for pages that people only read."""
    return visible(clean(text))


def looks_like_formula(text: str) -> bool:
    """Whether a program might take `text`, typed into a cell, for a formula."""
    return bool(text) and _FORMULA_LIKE.match(text) is not None


def _sign(match: "re.Match[str]") -> str:
    code = ord(match[0])
    if code == 0x7F:
        return "\u2421"
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def _cut(text: str) -> str:
    if _units(text) <= LONGEST_CELL:
        return text
    return first_units(text, LONGEST_CELL - _units(CUT_MARK)) + CUT_MARK


def first_units(text: str, most: int) -> str:
    """The beginning of a text that spreadsheets count as `most` signs or fewer: those beyond U+FFFF count twice."""
    return text.encode("utf-16-le")[: most * 2].decode("utf-16-le", errors="ignore")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
