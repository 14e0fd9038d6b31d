"""What goes to standard output: one JSON object, or plain text in columns."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence


def print_json(value: object) -> None:
    """Print one JSON object and nothing else."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def print_text(text: str = "") -> None:
    """Print a line or several."""
    sys.stdout.write(text + "\n")


def complain(sentence: str) -> None:
    """Tell the user on standard error what went wrong, in one line."""
    sys.stderr.write(" ".join(sentence.split()) + "\n")


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines under a title that counts them; nothing where there are none."""
    listed = list(lines)
    if listed:
        yield f"\n{title} ({len(listed)}):"
        yield from (f"  {line}" for line in listed)


def columns(rows: Iterable[Sequence[object]], align: str = "") -> str:
    """Lay out rows in columns two spaces apart; `align` has one of ``<`` and ``>`` per column (default ``<``)."""
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    align = align.ljust(len(widths), "<")
    lines = ("  ".join(f"{c:{a}{w}}" for c, a, w in zip(row, align, widths, strict=True)).rstrip() for row in texts)
    return "\n".join(lines)
