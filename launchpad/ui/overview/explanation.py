"""What a number is made of, as plain text: a title, a few sentences and lists of lines with values."""

from typing import NamedTuple


class Line(NamedTuple):
    """One line: its text, its value, more about it, where it leads: to the task with an id, or to the plan's fit."""

    text: str
    value: str = ""
    note: str = ""
    task: str = ""
    is_fit: bool = False


class Section(NamedTuple):
    """Lines under a heading; an opened one shows them at once."""

    title: str
    lines: tuple[Line, ...]
    value: str = ""
    is_open: bool = True


class Explanation(NamedTuple):
    """What one number or picture is made of."""

    title: str
    text: str
    sections: tuple[Section, ...] = ()
