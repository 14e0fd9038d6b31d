"""What differs between two moments of a plan, row by row and field by field, in words a person would use."""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import Word
from launchpad.domain.fields import fields_of
from launchpad.domain.gate import Gate
from launchpad.domain.kinds import KINDS
from launchpad.domain.row import Row
from launchpad.domain.task import Dependency, Task
from launchpad.domain.values import Anchor, Checkpoint, DateRange, Evidence, When, format_when

QUIET_FIELDS = frozenset({"id", "order", "updated"})
"""Fields whose change alone is not worth a sentence."""
_LABELS = {
    "acceptance": "done when",
    "anchor": "constraint",
    "blocked_reason": "what blocks it",
    "criticality": "priority",
    "evidence_kind": "proof asked for",
    "help": "advice",
    "na_approved_by": "confirmed by",
    "na_reason": "why it does not apply",
    "optimistic": "best case",
    "pessimistic": "worst case",
    "residual": "target score",
    "unblock_by": "expected clear by",
    "unblocked_by": "who can clear it",
}
"""Fields whose names are not what the window calls them."""
_WHENS = frozenset({"deadline", "start", "when"})
"""Fields in which a number is an offset from launch day."""


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field that differs: values as they are, and as people read them."""

    field: str
    before: object
    after: object
    before_text: str
    after_text: str

    @property
    def sentence(self) -> str:
        """``status: In progress → Done``."""
        return f"{label_of(self.field)}: {self.before_text} → {self.after_text}"


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that was added, removed or changed; `name` is what people call it."""

    name: str
    before: Row | None
    after: Row | None
    fields: tuple[FieldDifference, ...] = ()

    @property
    def row(self) -> Row:
        """The row as it is now, or as it was when it is gone."""
        row = self.after or self.before
        assert row is not None, "a difference has a before or an after"
        return row

    @property
    def change(self) -> str:
        """``added``, ``removed`` or ``changed``."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"

    @property
    def sentence(self) -> str:
        """The difference in one line."""
        if self.change != "changed":
            return f"{self.name}: {self.change}"
        loud = [field.sentence for field in self.fields if field.field not in QUIET_FIELDS]
        return f"{self.name}: {'; '.join(loud) or 'moved in its list'}"


def differences(before: Document, after: Document) -> tuple[Difference, ...]:
    """Return every row that differs, kind by kind, in the order rows have now (removed ones last)."""
    return tuple(difference for kind in KINDS.values() for difference in _differences_of_kind(kind, before, after))


def _differences_of_kind(kind: type[Row], before: Document, after: Document) -> Iterator[Difference]:
    old, new = before.table(kind), after.table(kind)
    if old is new:
        return
    for row in after.rows(kind):
        was = old.get(row.id)
        if was is None:
            yield Difference(name_of(row, after), None, row)
        elif was is not row and was != row:
            yield Difference(name_of(row, after), was, row, tuple(field_differences(was, row, before, after)))
    for row in before.rows(kind):
        if row.id not in new:
            yield Difference(name_of(row, before), row, None)


def field_differences(was: Row, now: Row, before: Document, after: Document) -> Iterator[FieldDifference]:
    """Yield the fields that differ between two states of one row; the documents give names to what they refer to."""
    for field in fields_of(type(now)):
        old, new = getattr(was, field.name), getattr(now, field.name)
        if old != new:
            was_text, now_text = (_words(field.name, *each) for each in ((old, before), (new, after)))
            yield FieldDifference(field.name, old, new, was_text, now_text)


def _words(field: str, value: object, document: Document) -> str:
    return _when_words(value) if isinstance(value, int) and field in _WHENS else in_words(value, document)


def _when_words(when: When) -> str:
    """A date or, with a real minus, an offset: T−21."""
    return f"{when.day} {when:%b %Y}" if isinstance(when, date) else format_when(when).replace("-", "−")


def label_of(field: str) -> str:
    """A field's name as people read it: ``expected_finish`` is “expected finish”, ``anchor`` the “constraint”."""
    return _LABELS.get(field) or field.replace("_", " ")


def name_of(row: Row, document: Document) -> str:
    """A row as a list of changes names it: title and key, the two ends of a dependency, or its kind."""
    if isinstance(row, Dependency):
        ends = (document.find(Task, end) or document.find(Gate, end) for end in (row.predecessor, row.successor))
        return " → ".join(name_of(end, document) for end in ends if end is not None)
    title = next((text for part in ("title", "name", "text", "event") if (text := getattr(row, part, ""))), "")
    key = getattr(row, "key", "")
    kind = type(row).__name__
    if title and key:
        return f"{title} ({key})"
    return f"{kind} {title or key or getattr(row, 'day', '')}".strip()


def in_words(value: object, document: Document) -> str:
    """A field's value as people read it; ids become the names of the rows they belong to."""
    match value:
        case None | "" | ():
            return "none"
        case bool():
            return "yes" if value else "no"
        case Word():
            return value.label
        case date():
            return f"{value.day} {value:%b %Y}"
        case Anchor():
            return value.kind.label + ("" if value.at is None else f" {_when_words(value.at)}")
        case Checkpoint():
            return f"{in_words(value.expected, document)} by {_when_words(value.at)}"
        case Evidence():
            return value.label or value.ref
        case DateRange():
            return f"{in_words(value.first, document)} to {in_words(value.last, document)}"
        case tuple():
            return ", ".join(in_words(item, document) for item in value)
        case str():
            return _name_of_id(value, document) or value
        case float():
            return f"{value:g}"
    if is_dataclass(value):
        fields = fields_of(type(value))
        return ", ".join(f"{label_of(f.name)} {in_words(getattr(value, f.name), document)}" for f in fields)
    return str(value)


def _name_of_id(text: str, document: Document) -> str:
    for kind in KINDS.values():
        row = document.table(kind).get(text)
        if row is not None:
            return next((name for part in ("name", "title", "key") if (name := getattr(row, part, ""))), "")
    return ""
