"""A text broken into a few lines, the last of which is cut where there is more."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics


def lines_of(text: str, wide: int, most: int, metrics: QFontMetrics) -> list[str]:
    """The lines of `text` in `wide` pixels, at most so many; line ends of its own count as blanks."""
    words = text.split()
    lines: list[str] = []
    while words and len(lines) < most - 1:
        taken = _fitting(words, wide, metrics)
        lines.append(" ".join(words[:taken]))
        words = words[taken:]
    lines += [" ".join(words)] if words else []
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, wide) for line in lines]


def _fitting(words: list[str], wide: int, metrics: QFontMetrics) -> int:
    """How many of the words fit beside each other; at least one."""
    count = 1
    while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= wide:
        count += 1
    return count
