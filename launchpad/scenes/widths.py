"""How wide text is, for who writes a picture without a screen: the bundled font's widths, by character.

The reader of such a file rarely has the bundled font, so these are a fair guess and no promise.
"""

import unicodedata

_FIRST, _LAST = 32, 126
_WIDTHS = (
    28, 29, 47, 63, 64, 98, 64, 30, 36, 36, 50, 66, 29, 46, 29, 36, 63, 41, 61, 62, 65, 59, 62, 57, 62, 62, 29, 30, 66,
    66, 66, 51, 97, 69, 65, 73, 72, 60, 59, 75, 74, 27, 57, 67, 57, 90, 75, 76, 64, 76, 64, 64, 65, 74, 69, 99, 68, 68,
    63, 36, 36, 36, 47, 46, 32, 56, 61, 57, 61, 58, 37, 61, 59, 24, 24, 55, 24, 88, 59, 60, 61, 61, 38, 53, 33, 59, 56,
    82, 55, 56, 55, 43, 33, 43, 66,
)  # fmt: skip
"""Hundredths of the font's size from the blank to the tilde."""
_OTHERS = {"·": 29, "–": 50, "—": 100, "“": 44, "”": 44, "‘": 28, "’": 28, "…": 86, "→": 95, "−": 66, "×": 66}
_LETTER, _WIDE = 62, 100
_BOLDER = 0.00008
"""How much wider a text is for each unit of weight above 400."""


def text_width(text: str, px: int, weight: int) -> float:
    """About the width in pixels of a text at a size in pixels and a weight."""
    hundredths = sum(map(_width, unicodedata.normalize("NFC", text)))
    return hundredths * px / 100 * (1 + _BOLDER * max(0, weight - 400))


def is_sure(text: str) -> bool:
    """Whether the widths of all signs of a text are known and not guessed."""
    return all(_FIRST <= ord(sign) < 0x250 or sign in _OTHERS for sign in text)


def _width(sign: str) -> int:
    code = ord(sign)
    if _FIRST <= code <= _LAST:
        return _WIDTHS[code - _FIRST]
    if sign in _OTHERS:
        return _OTHERS[sign]
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Cf", "Cc"):
        return 0
    base = unicodedata.normalize("NFD", sign)[0]
    if base != sign:
        return _width(base)
    return _WIDE if unicodedata.east_asian_width(sign) in "WF" else _LETTER
