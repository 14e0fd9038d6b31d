"""Edits: the only way a plan changes."""

from dataclasses import dataclass, replace

from launchpad.domain.row import Row


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after."""

    before: Row | None  # None: the row is born
    after: Row | None  # None: it is removed

    @property
    def row(self) -> Row:
        """The row as it is after the change, or as it was when the change removes it."""
        row = self.after or self.before
        assert row is not None, "a change has a before or an after"
        return row


@dataclass(frozen=True, slots=True)
class Edit:
    """All that one gesture did: the unit of undo, history, merge and storage. `label` is the undo menu's text."""

    label: str
    changes: tuple[Change, ...]

    def inverse(self) -> "Edit":
        """The edit that takes this one back."""
        return replace(self, changes=tuple(Change(c.after, c.before) for c in reversed(self.changes)))

    def __bool__(self) -> bool:
        """Whether the edit changes anything."""
        return bool(self.changes)
