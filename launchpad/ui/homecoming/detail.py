"""The line that has the keyboard, in full: both sides as they are written, and who wrote them when."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from launchpad.app.merge import Homecoming
from launchpad.interchange.homecoming.proposals import Blocking, Kind, Proposal, UnreadableCell
from launchpad.ui.homecoming.blocking_fields import BlockingFields
from launchpad.ui.homecoming.lines import Line, Words
from launchpad.ui.parts.label import Label
from launchpad.ui.shell.words import short_day

HEIGHT, ASKING = 92, 130
"""Pixels, and with the fields for why a task is blocked."""
LONGEST = 300
"""Characters of a value; the tip has them all."""


class Detail(QFrame):
    """Mine at the left, theirs at the right, and below them what is asked about theirs."""

    explained = Signal(object)
    """The Blocking that was said of the tasks selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("The change in full")
        self._mine, self._theirs = Label(wrap=True), Label(wrap=True)
        self._mine_by, self._theirs_by = (Label(tone="text2", px=12) for _ in range(2))
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 8, 24, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        for column, (title, value, by) in enumerate(
            (("Mine now", self._mine, self._mine_by), ("In the spreadsheet", self._theirs, self._theirs_by))
        ):
            grid.addWidget(Label(title, tone="text2", px=12, weight=500), 0, column)
            grid.addWidget(value, 1, column)
            grid.addWidget(by, 2, column)
            grid.setColumnStretch(column, 1)
            value.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        grid.setRowStretch(1, 1)
        self.blocking = BlockingFields()
        grid.addWidget(self.blocking, 3, 0, 1, 2)
        self.blocking.answered.connect(self._on_answered)
        self.blocking.refused.connect(self._theirs_by.setText)
        self._line: Line | None = None

    def show_line(self, words: Words, line: Line | None) -> None:
        """Show a line; None clears."""
        self._line = line
        self._ask(words, line)
        if line is None:
            for label in (self._mine, self._theirs, self._mine_by, self._theirs_by):
                label.setText("")
            return
        _show(self._mine, words.mine(line))
        _show(self._theirs, words.theirs(line))
        self._mine_by.setText(_mine_by(words.home, line))
        self._theirs_by.setText(_theirs_by(words.home, line))

    def _ask(self, words: Words, line: Line | None) -> None:
        asks = line is not None and line.asks_why_blocked
        self.blocking.setVisible(asks)
        self.setFixedHeight(ASKING if asks else HEIGHT)
        if asks and line is not None:
            self.blocking.show_answer(words.home.document, words.home.today, words.decisions.blocking(line.place))

    def _on_answered(self, why: Blocking) -> None:
        if self._line is not None and why != Blocking():
            self.explained.emit(why)


def moment(when: datetime) -> str:
    """A moment on the clock of whoever looks: ``6 Feb at 14:20``."""
    local = when.astimezone()
    return f"{short_day(local.date())} at {local:%H:%M}"


def _show(label: Label, text: str) -> None:
    label.setText(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")


def _mine_by(home: Homecoming, line: Line) -> str:
    what = line.what
    if isinstance(what, UnreadableCell):
        return ""
    author = home.author(what)
    if author is not None:
        return f"Changed by {author.who or 'somebody'}, {moment(author.when)}{_way(author.source)}"
    return "" if what.kind is Kind.NEW else "Not changed since the export" if what.is_base_known else ""


def _way(source: str) -> str:
    kind, _, name = source.partition(":")
    return f", from {name}" if kind == "workbook" else ""


def _theirs_by(home: Homecoming, line: Line) -> str:
    saved = f"Saved by {home.returned.who}, " if home.returned.who else "Saved "
    cell = f" · {line.what.cell}" if line.what.cell else ""
    return saved + moment(home.returned.saved) + cell + _remark(line.what)


def _remark(what: Proposal | UnreadableCell) -> str:
    remark = what.reason if isinstance(what, UnreadableCell) else what.question
    return f" · {remark}" if remark else ""
