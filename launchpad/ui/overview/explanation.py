"""What a number is made of, as plain text: a title, a few sentences and lists of lines with values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text, its value, more about it, and the id of the task it leads to (empty: none)."""

    text: str
    value: str = ""
    note: str = ""
    task: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading; an opened one shows them at once."""

    title: str
    lines: tuple[Line, ...]
    value: str = ""
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Explanation:
    """What one number or picture is made of."""

    title: str
    text: str
    sections: tuple[Section, ...] = ()
