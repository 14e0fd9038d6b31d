"""Text in lines of a width: broken between words, and inside a word only where it is wider than a line."""

from collections.abc import Iterator

from launchpad.scenes.labels import shortened
from launchpad.scenes.shapes import Measure


def wrapped(text: str, width: float, measure: Measure, *, px: int, weight: int = 400, most: int = 0) -> list[str]:
    """The lines of a text, at least one; of more than `most` lines the last kept one ends in an ellipsis."""
    lines = [line for part in text.split("\n") for line in _lines(part, width, measure, px, weight)]
    if most and len(lines) > most:
        last = shortened(f"{lines[most - 1]} {lines[most]}", width, measure, px, weight)
        return [*lines[: most - 1], last]
    return lines


def _lines(text: str, width: float, measure: Measure, px: int, weight: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if measure(longer, px, weight) <= width:
            line = longer
            continue
        if line:
            yield line
        *full, line = _pieces(word, width, measure, px, weight)
        yield from full
    yield line


def _pieces(word: str, width: float, measure: Measure, px: int, weight: int) -> Iterator[str]:
    """A word in pieces that fit; a single sign is a piece however wide it is."""
    while measure(word, px, weight) > width and len(word) > 1:
        count = _fitting(word, width, measure, px, weight)
        yield word[:count]
        word = word[count:]
    yield word


def _fitting(word: str, width: float, measure: Measure, px: int, weight: int) -> int:
    low, high = 1, len(word) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if measure(word[:middle], px, weight) <= width:
            low = middle
        else:
            high = middle - 1
    return low
