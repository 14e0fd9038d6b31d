"""Two lists that say what to do next: what raises the score most, and what unblocks the verdict."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from launchpad.domain.document import Document
from launchpad.domain.people import Person
from launchpad.domain.task import Task
from launchpad.engines.gains import Gain
from launchpad.engines.readiness import Readiness
from launchpad.engines.reasons import Reason, StopKind
from launchpad.engines.wording import counted
from launchpad.ui.charts.chart import plain_tip
from launchpad.ui.overview.numbers import VERDICT_TONES, gain_text
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.click_row import ClickRow
from launchpad.ui.parts.dot import Dot
from launchpad.ui.parts.elided import ElidedLabel
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.pill import Pill

MOST = 5
SIGNS = {
    StopKind.MUST_BLOCKED: ("blocked", "bad"),
    StopKind.MUST_LATE: ("late", "warn"),
    StopKind.MUST_UNPROVEN: ("proof", "info"),
    StopKind.MUST_OPEN: ("open", "neutral"),
    StopKind.SIGNOFF_REFUSED: ("refused", "bad"),
    StopKind.SIGNOFF_MISSING: ("sign-off", "warn"),
    StopKind.RISK_WITHOUT_PLAN: ("risk", "bad"),
    StopKind.ISSUE: ("issue", "bad"),
    StopKind.SCORE: ("score", "warn"),
    StopKind.CORE_TRACK: ("track", "warn"),
    StopKind.BLACKOUT: ("date", "bad"),
    StopKind.NOTHING: ("empty", "neutral"),
}
"""What a stop's pill says, and its color."""


class NextRow(ClickRow):
    """A title over a quiet line, with a dot before and a pill behind; `task` is the id of where it leads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.task = ""
        self.dot = Dot()
        self.title = ElidedLabel(weight=500)
        self.note = ElidedLabel(px=12, tone="text2")
        self.pill = Pill()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.note)
        self.line.addWidget(self.dot)
        self.line.addLayout(words, 1)
        self.line.addWidget(self.pill)

    def show_entry(self, entry: "Entry") -> None:
        """Show another entry."""
        self.task = entry.task
        self.dot.setVisible(bool(entry.dot))
        self.dot.show_tone(entry.dot or "text3")
        self.title.setText(entry.title)
        self.note.setText(entry.note)
        self.pill.show_text(*entry.pill)
        self.setAccessibleName(f"{entry.title}. {entry.note}. {entry.pill[0]}")
        self.setToolTip(plain_tip(entry.tip) if entry.tip else "")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row shows; `task` is empty when it leads to the whole list instead."""

    title: str
    note: str
    pill: tuple[str, str]
    task: str = ""
    dot: str = ""
    tip: str = ""


class NextCard(Card):
    """A title with a link to the whole list, and the first rows."""

    all_asked = Signal()
    task_asked = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(self.all_asked)
        self.head.addWidget(self.more)
        self.body.setContentsMargins(8, 10, 8, 8)
        self.body.setSpacing(2)
        self.head.setContentsMargins(8, 0, 0, 0)
        self.rows = [NextRow() for _ in range(MOST)]
        for row in self.rows:
            row.clicked.connect(partial(self._on_clicked, row))
            self.body.addWidget(row)
        self.otherwise = Label(tone="text3", wrap=True)
        self.otherwise.setContentsMargins(8, 4, 8, 4)
        self.body.addWidget(self.otherwise)
        self.body.addStretch(1)

    def show_entries(self, entries: Sequence[Entry], otherwise: str) -> None:
        """Show the first entries, or a sentence when there are none."""
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(entries))
            if place < len(entries):
                row.show_entry(entries[place])
        self.otherwise.setText(otherwise)
        self.otherwise.setVisible(not entries)

    def _on_clicked(self, row: NextRow) -> None:
        if row.task:
            self.task_asked.emit(row.task)
        else:
            self.all_asked.emit()


class RaiseCard(NextCard):
    """What would raise the score most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("What would raise it most", parent)

    def show_readiness(self, answer: Readiness) -> None:
        """Show other gains."""
        places = {track.id: place for place, track in enumerate(answer.document.tracks)}
        gains = answer.gains
        self.more.setText(f"All {len(gains)}")
        self.more.setVisible(bool(gains))
        entries = [
            Entry(
                gain.task.title,
                _gain_note(answer, gain),
                (gain_text(gain.points), "ok"),
                gain.task.id,
                f"track:{places[gain.task.track]}",
            )
            for gain in gains[:MOST]
        ]
        self.show_entries(entries, "Nothing that can be worked on now would raise it.")


class UnblockCard(NextCard):
    """What stops a go, in the order in which to settle it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Unblocks the verdict", parent)
        self.verdict = Pill()
        self.head.insertWidget(1, self.verdict)

    def show_readiness(self, answer: Readiness) -> None:
        """Show other stops."""
        stops = answer.stops
        self.verdict.show_text(answer.verdict.label, VERDICT_TONES[answer.verdict])
        self.verdict.setToolTip("The verdict if it were decided today")
        self.more.setText(f"All {len(stops)}" if stops else counted(len(answer.conditions), "condition"))
        self.more.setVisible(bool(stops or answer.conditions))
        self.show_entries([_stop_entry(answer.document, stop) for stop in stops[:MOST]], "Nothing stops a go.")


def _stop_entry(document: Document, stop: Reason) -> Entry:
    tasks = document.table(Task)
    task = next((tasks[row] for row in stop.rows if row in tasks), None)
    return Entry(
        task.title if task else stop.text,
        _stop_note(document, stop),
        SIGNS[StopKind(stop.kind)],
        task.id if task else "",
        tip=f"{stop.text}\n{stop.next_step}",
    )


def _gain_note(answer: Readiness, gain: Gain) -> str:
    task, item = gain.task, answer.items[gain.task.id]
    owner = answer.document.find(Person, task.owner)
    parts = [owner.name if owner else "nobody", task.criticality.label.lower()]
    if gain.is_proof_only:
        parts.append("only its proof is missing")
    elif item.is_late:
        parts.append(f"{counted(item.credit.days_over, 'day')} late, {counted(gain.days, 'day')} left")
    else:
        parts.append(f"{counted(gain.days, 'day')} left")
    return " · ".join(parts)


def _stop_note(document: Document, stop: Reason) -> str:
    owner = document.find(Person, stop.owner)
    return f"{owner.name} · {stop.next_step}" if owner else stop.next_step
