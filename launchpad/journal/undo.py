"""What undo and redo would take back next, read from the journal alone, so that both survive a restart."""

from collections.abc import Iterable
from dataclasses import dataclass

from launchpad.journal.entry import REDO, UNDO, Entry


@dataclass(frozen=True, slots=True)
class UndoStacks:
    """Numbers of the entries that undo and redo take back, the next one last."""

    undo: tuple[int, ...] = ()
    redo: tuple[int, ...] = ()

    def after(self, entry: Entry) -> "UndoStacks":
        """The stacks once `entry` has been recorded. An ordinary edit forgets what could be redone."""
        if entry.source == UNDO:
            return UndoStacks(_without(self.undo, entry), (*self.redo, entry.number))
        if entry.source == REDO:
            return UndoStacks((*self.undo, entry.number), _without(self.redo, entry))
        if entry.permanent:
            return self
        return UndoStacks((*self.undo, entry.number), ())


def _without(pile: tuple[int, ...], entry: Entry) -> tuple[int, ...]:
    left = list(pile)
    _forget(left, entry)
    return tuple(left)


def _forget(pile: list[int], entry: Entry) -> None:
    """Take off what `entry` took back: the top, or below it where the record keeps what is above."""
    if entry.undoes in pile[-1:]:
        pile.pop()
    elif entry.undoes in pile:
        pile.remove(entry.undoes)


def undo_stacks(entries: Iterable[Entry]) -> UndoStacks:
    """Return the stacks after all `entries`, which come in order of their numbers."""
    undo: list[int] = []
    redo: list[int] = []
    for entry in entries:
        if entry.source == UNDO:
            _forget(undo, entry)
            redo.append(entry.number)
        elif entry.source == REDO:
            _forget(redo, entry)
            undo.append(entry.number)
        elif not entry.permanent:
            undo.append(entry.number)
            redo.clear()
    return UndoStacks(tuple(undo), tuple(redo))
