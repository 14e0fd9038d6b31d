"""What a number is made of, as plain text: a title, a few sentences and lists of lines with values."""

from typing import NamedTuple


class Way(NamedTuple):
    """Where a line leads: a kind of place, and which of them."""

    kind: str
    which: str = ""


TASK, TRACK, REGISTER, REVIEWS, SCORE, FIT = "task", "track", "register", "reviews", "score", "fit"
"""The kinds: a task's id, what a track of this key earns, a risk's or issue's id, the reviews, the score, the fit."""


class Line(NamedTuple):
    """One line: its text, its value, more about it, where it leads, if anywhere, and the whole of what it says."""

    text: str
    value: str = ""
    note: str = ""
    way: Way | None = None
    tip: str = ""


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
