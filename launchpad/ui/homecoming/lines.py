"""What stands in the list of changes: proposals and cells that could not be read, each as one line."""

from collections.abc import Callable
from dataclasses import dataclass

from launchpad.app.homecoming.decisions import Choice, Decisions
from launchpad.app.homecoming.words import field_words, kind_words, value_words
from launchpad.app.merge import Homecoming
from launchpad.interchange.homecoming.proposals import Kind, Proposal, UnreadableCell
from launchpad.journal.difference import label_of

TONES = {
    Kind.TAKE: "ok",
    Kind.CONFLICT: "bad",
    Kind.NEW: "accent",
    Kind.KEEP: "info",
    Kind.CONFIRM: "warn",
}
"""Colors of the pills; other kinds are quiet."""
OFFERS = {
    Kind.TAKE: ("Keep mine", "Take theirs"),
    Kind.CONFLICT: ("Keep mine", "Take theirs"),
    Kind.NEW: ("Skip", "Add"),
    Kind.NOT_IN_FILE: ("Keep", "Remove"),
    Kind.CONFIRM: ("Not yet", "Count it"),
}
"""What can be chosen: the first keeps the plan as it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: a proposal with its place among all, or a cell that could not be read."""

    what: Proposal | UnreadableCell
    place: int = -1

    @property
    def kind(self) -> Kind | None:
        """The kind of proposal; None for a cell that could not be read."""
        return self.what.kind if isinstance(self.what, Proposal) else None

    @property
    def asks_why_blocked(self) -> bool:
        """Whether it is about a task that would become blocked without a reason."""
        return isinstance(self.what, Proposal) and self.what.asks_why_blocked

    @property
    def offers(self) -> tuple[str, str] | None:
        """The two choices, None where there is nothing to choose."""
        if isinstance(self.what, Proposal):
            return OFFERS.get(Kind.NEW if self.what.new is not None else self.what.kind)
        return None


@dataclass(frozen=True, slots=True)
class Filter:
    """A part of the list that can be looked at alone."""

    name: str
    title: str
    keep: Callable[[Line], bool]


FILTERS = (
    Filter("all", "All", lambda line: True),
    Filter("decide", "To decide", lambda line: line.kind in (Kind.CONFLICT, Kind.CONFIRM)),
    Filter("changed", "Changed", lambda line: line.kind is Kind.TAKE),
    Filter("new", "New", lambda line: line.kind is Kind.NEW),
    Filter("absent", "Not in the file", lambda line: line.kind is Kind.NOT_IN_FILE),
    Filter("left", "Left alone", lambda line: line.kind in (Kind.KEEP, Kind.NOT_YOURS, None)),
)


def lines_of(home: Homecoming) -> tuple[Line, ...]:
    """Every line there is, in the order of the file."""
    proposals = [Line(each, place) for place, each in enumerate(home.proposals)]
    return (*proposals, *(Line(each) for each in home.comparison.unreadable))


class Words:
    """The texts of lines."""

    def __init__(self, home: Homecoming, decisions: Decisions) -> None:
        self.home, self.decisions = home, decisions

    def title(self, line: Line) -> str:
        """The task, or whatever else the line is about."""
        return line.what.title or line.what.key

    def field(self, line: Line) -> str:
        """The field."""
        if isinstance(line.what, Proposal):
            return field_words(line.what)
        return label_of(line.what.field).capitalize()

    def base(self, line: Line) -> str:
        """What was exported."""
        return self._side(line, "base")

    def mine(self, line: Line) -> str:
        """What the plan holds."""
        return self._side(line, "mine")

    def theirs(self, line: Line) -> str:
        """What the file holds."""
        if isinstance(line.what, UnreadableCell):
            return f"“{line.what.text}”"
        return "no row" if line.kind is Kind.NOT_IN_FILE else self._side(line, "theirs")

    def _side(self, line: Line, side: str) -> str:
        what = line.what
        if isinstance(what, UnreadableCell) or what.kind is Kind.NOT_IN_FILE:
            return ""
        return value_words(self.home, what, getattr(what, side))

    def kind(self, line: Line) -> str:
        """The pill's word."""
        if isinstance(line.what, Proposal):
            return kind_words(line.what)
        return "Not a date" if line.what.field == "expected_finish" else "Not read"

    def tone(self, line: Line) -> str:
        """The pill's color."""
        return "warn" if line.kind is None else TONES.get(line.kind, "neutral")

    def decision(self, line: Line) -> str:
        """What becomes of the line, in words."""
        if line.offers is None:
            return self._why_left(line)
        choice = self.decisions[line.place]
        return "not decided" if choice is Choice.OPEN else line.offers[choice is Choice.THEIRS]

    def _why_left(self, line: Line) -> str:
        if line.kind is Kind.KEEP:
            return "only you changed it"
        address = line.what.cell.rpartition("!")[2]
        return f"left alone · cell {address}" if address else "left alone"
