"""The window as somebody uses it who does not know that it is about to be killed."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before any QApplication

from PySide6.QtWidgets import QApplication

from launchpad.domain.edit import Edit
from launchpad.ui.checklist.columns import NUMBERS
from launchpad.ui.theme.manager import ThemeChoice, theme_manager
from tests.trust.gestures import Chance
from tests.ui.whole.desk import Desk

SAVED = "All changes saved"


@contextmanager
def a_window(path: Path) -> Iterator[Desk]:
    """A program with one window on a launch file."""
    app = QApplication(["launchpad"])
    theme_manager().apply(app, ThemeChoice.LIGHT)
    desk = Desk(path)
    app.processEvents()
    yield desk
    desk.put_away()


def type_titles(desk: Desk, chance: Chance, say: Callable[[object], None]) -> None:
    """Titles typed into the checklist, undone and redone; said as soon as the window says that they are saved."""

    def on_changed(edit: Edit | None) -> None:
        if desk.window.status._saved.text().startswith(SAVED):
            say(desk.session.session.last_number)

    desk.session.changed.connect(on_changed)
    while True:
        what = chance.random()
        if what < 0.2:
            desk.undo()
        elif what < 0.35:
            desk.redo()
        else:
            screen = desk.checklist
            index = screen.model.index_of(chance.choice(desk.document.tasks[:8]).id, NUMBERS["title"])
            desk.edit_cell(screen.view, index, f"Do {chance.randrange(10**6)}")
        QApplication.processEvents()
