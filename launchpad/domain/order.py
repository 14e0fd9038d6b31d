"""Fractional keys that keep rows in order: a row moves by changing its own key only.

Keys are text over the digits 0–9 A–Z a–z, read as a fraction after an unwritten point, and compare as text.
No key ends in 0, so that there is always room before it.
"""

from collections.abc import Iterator

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE = {digit: value for value, digit in enumerate(DIGITS)}
BASE = len(DIGITS)


def between(low: str | None, high: str | None) -> str:
    """Return a key after `low` and before `high` (None: open end); raise ValueError unless `low` < `high`."""
    if low is not None and high is not None and low >= high:
        raise ValueError(f"{low!r} is not before {high!r}")
    key: list[str] = []
    below, above = low or "", high
    for place in range(len(below) + len(above or "") + 1):
        floor = _VALUE[below[place]] if place < len(below) else 0
        ceiling = _VALUE[above[place]] if above is not None and place < len(above) else BASE
        if ceiling - floor > 1:
            return "".join(key) + DIGITS[(floor + ceiling) // 2]
        key.append(DIGITS[floor])
        if ceiling > floor:
            above = None  # any continuation now stays below `high`
    raise AssertionError("unreachable: some place always has room")


def spread(count: int) -> Iterator[str]:
    """Yield `count` increasing keys with room between each two."""
    width = 1
    while BASE**width < 4 * (count + 1):
        width += 1
    step = BASE**width // (count + 1)
    for number in range(1, count + 1):
        value, digits = number * step, []
        for _ in range(width):
            value, digit = divmod(value, BASE)
            digits.append(DIGITS[digit])
        key = "".join(reversed(digits)).rstrip("0")
        yield key
