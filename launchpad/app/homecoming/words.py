"""What a workbook proposes, in the words of the screen, the command line and the log."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from launchpad.app.day_text import day_text
from launchpad.app.merge import Homecoming
from launchpad.domain.enums import Word
from launchpad.domain.people import Person, Track
from launchpad.domain.wording import counted
from launchpad.interchange.homecoming.cells import plain
from launchpad.interchange.homecoming.new_rows import NewRow
from launchpad.interchange.homecoming.proposals import Kind, NewEntry, Proposal
from launchpad.interchange.homecoming.values import Stranger, Value
from launchpad.journal.difference import label_of

NOTHING = "–"
NOUNS = {"accounts": "account", "certifications": "certificate", "requests": "request"}
Plain = Word | int | float | date | str | None
"""A value without strangers."""
_PEOPLE = frozenset({"owner", "person"})
_KINDS = {
    Kind.TAKE: "Changed",
    Kind.CONFLICT: "Both changed",
    Kind.NEW: "New",
    Kind.KEEP: "Kept",
    Kind.NOT_IN_FILE: "Not in the file",
    Kind.NOT_YOURS: "Not theirs",
    Kind.CONFIRM: "To confirm",
}


def kind_words(proposal: Proposal) -> str:
    """What a proposal is, in a word or two."""
    if proposal.kind is Kind.CONFLICT and proposal.question:
        return "A question"
    if proposal.kind is Kind.CONFLICT and not proposal.is_base_known:
        return "Differs"
    return _KINDS[proposal.kind]


def field_words(proposal: Proposal) -> str:
    """What a proposal is about: a field, a new row, or a row that is not there."""
    if proposal.new is not None:
        return "New task" if isinstance(proposal.new, NewRow) else f"New {NOUNS[proposal.table]}"
    return label_of(proposal.field).capitalize() if proposal.field else "Whole row"


def value_words(home: Homecoming, proposal: Proposal, value: Value) -> str:
    """One side of a proposal as people read it."""
    if proposal.new is not None:
        return "" if value is None else _new_words(home, proposal)
    named = named_value(home, proposal, value)
    if named is None or named == "":
        return NOTHING
    if proposal.field == "progress" and isinstance(named, int):
        return f"{named} %"
    if isinstance(named, date):
        return day_text(named, home.today)
    if isinstance(named, float):
        return f"{named:,.15g}"
    return named.label if isinstance(named, Word) else plain(named)


def named_value(home: Homecoming, proposal: Proposal, value: Value) -> Plain:
    """A value with people by name."""
    if isinstance(value, Stranger):
        return value.name
    if proposal.field not in _PEOPLE or proposal.kind is Kind.NOT_YOURS or not isinstance(value, str):
        return value
    person = home.document.find(Person, value)
    return value if person is None else person.name


def _new_words(home: Homecoming, proposal: Proposal) -> str:
    new = proposal.new
    if not isinstance(new, NewRow):
        said = (value_words(home, replace(proposal, new=None, field=name), each) for name, each in _others(proposal))
        return " · ".join(said)
    track = home.document.table(Track)[new.track]
    finish = new.values.get("expected_finish")
    when = day_text(finish, home.today) if isinstance(finish, date) else counted(new.duration, "day")
    return f"{track.name} · {when} · {new.criticality.label}"


def _others(proposal: Proposal) -> Iterator[tuple[str, Value]]:
    """What a new row holds besides its name."""
    if isinstance(proposal.new, NewEntry):
        yield from ((name, value) for name, value in proposal.new.values.items() if name != proposal.field)


def counts_sentence(home: Homecoming) -> str:
    """Counts first: rows read, changes, decisions, cells that could not be read."""
    counts = Counter(each.kind for each in home.proposals)
    changes = counts[Kind.TAKE] + counts[Kind.NEW] + counts[Kind.CONFLICT] + counts[Kind.CONFIRM]
    parts = [counted(len(home.returned.rows), "row") + " read", counted(changes, "change") if changes else "no changes"]
    if counts[Kind.CONFLICT]:
        verb = "needs" if counts[Kind.CONFLICT] == 1 else "need"
        parts.append(f"{counts[Kind.CONFLICT]} {verb} your decision")
    if home.comparison.unreadable:
        parts.append(f"{counted(len(home.comparison.unreadable), 'cell')} could not be read")
    return ", ".join([" · ".join(parts[:2]), *parts[2:]])
