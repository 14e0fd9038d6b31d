"""Small pieces of sentences: a day, a count with its noun, a list of names, a threshold."""

from collections.abc import Sequence
from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def short_day(day: date) -> str:
    """A day as a sentence says it: 23 Oct."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def counted(count: int, one: str, many: str = "") -> str:
    """A count with its noun: 1 must, 7 musts, 1,200 tasks."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """One or more names as a sentence lists them: Legal, Sales and Support."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def number_text(value: float) -> str:
    """A threshold as people write it: 85, 62.5."""
    return f"{value:g}"
