"""Reads the cards of many launch files off the window's thread and remembers them while the files stay as they are."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from launchpad.app.errands import send_off
from launchpad.app.launch_card import BrokenCard, Card, LaunchCard
from launchpad.app.today import local_today

if TYPE_CHECKING:
    from launchpad.domain.document import Document


class _State(NamedTuple):
    """What tells whether a file changed: its time and size (None: it is not there), and the day it was read on."""

    changed: tuple[int, int] | None
    today: date


class CardReader(QObject):
    """Asked for files, it tells their cards: at once those it knows, later those it has to read, one after another."""

    card_read = Signal(object)
    """A LaunchCard or BrokenCard; a launch is told twice, the second time with its confidence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[Path, tuple[_State, Card]] = {}
        self._waiting: list[Path] = []
        self._is_reading = False

    def card(self, path: Path) -> Card | None:
        """The card of a file as last read, or None."""
        known = self._known.get(path)
        return known[1] if known else None

    def ask(self, paths: tuple[Path, ...]) -> None:
        """Read those of the files that are new or changed; what was asked before and is not wanted now is dropped."""
        self._waiting = [path for path in paths if not self._is_current(path)]
        self._read_next()

    def _is_current(self, path: Path) -> bool:
        known = self._known.get(path)
        return known is not None and known[0] == _state(path)

    def _read_next(self) -> None:
        if self._is_reading or not self._waiting:
            return
        self._is_reading = True
        path = self._waiting.pop(0)
        state = _state(path)
        send_off(
            self,
            lambda: _read(path, state.today),
            lambda answer: self._on_read(state, *answer),
            lambda error: self._on_read(state, BrokenCard(path, f"The file could not be read: {error}"), None),
        )

    def _on_read(self, state: _State, card: Card, document: "Document | None") -> None:
        self._tell(state, card)
        if isinstance(card, LaunchCard) and document is not None:
            send_off(self, lambda: _completed(card, document), lambda full: self._on_complete(state, full))
        else:
            self._on_complete(state, card)

    def _on_complete(self, state: _State, card: Card) -> None:
        self._is_reading = False
        if isinstance(card, LaunchCard) and card.on_time is not None:
            self._tell(state, card)
        self._read_next()

    def _tell(self, state: _State, card: Card) -> None:
        self._known[card.path] = (state, card)
        self.card_read.emit(card)


def _read(path: Path, today: date) -> "tuple[Card, Document | None]":
    from launchpad.app.launch_cards import read_card  # the database comes in here, after Home is seen

    return read_card(path, today)


def _completed(card: LaunchCard, document: "Document") -> LaunchCard:
    from launchpad.app.launch_cards import with_confidence

    return with_confidence(card, document)


def _state(path: Path) -> _State:
    try:
        status = path.stat()
    except OSError:
        return _State(None, local_today())
    return _State((status.st_mtime_ns, status.st_size), local_today())
