"""Two lists that say what to do next: what raises the score most, and what unblocks the verdict."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from launchpad.domain.document import Document
from launchpad.domain.people import Person
from launchpad.domain.task import Task
from launchpad.domain.wording import counted
from launchpad.engines.readiness import Readiness
from launchpad.engines.readiness.gains import Gain
from launchpad.engines.readiness.reasons import Reason, StopKind, Verdict
from launchpad.ui.overview.explanation import TASK, Way
from launchpad.ui.overview.numbers import VERDICT_TONES, gain_text
from launchpad.ui.overview.ways import way_of
from launchpad.ui.parts.list_card import Entry, ListCard
from launchpad.ui.parts.pill import Pill
from launchpad.ui.parts.plain_tip import plain_tip

MOST = 4
"""Rows of a list: with them and eight gates the board fits into an ordinary window."""
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


ROOMY = 320
"""Pixels of a card from which on its head needs not be narrow."""
SHORT = {Verdict.CONDITIONAL: "Conditional"}
"""Verdicts whose words are too long for a pill beside a title."""


class RaiseCard(ListCard):
    """What would raise the score most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("What would raise it most", parent, most=MOST)

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
                Way(TASK, gain.task.id),
                f"track:{places[gain.task.track]}",
            )
            for gain in gains[:MOST]
        ]
        self.show_entries(entries, "Nothing that can be worked on now would raise it.")


class UnblockCard(ListCard):
    """What stops a go, in the order in which to settle it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Unblocks the verdict", parent, most=MOST)
        self.verdict = Pill()
        self.head.insertWidget(1, self.verdict)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, title, pill and link stand closer."""
        super().resizeEvent(event)
        self.head.setSpacing(8 if self.width() >= ROOMY else 3)

    def show_readiness(self, answer: Readiness) -> None:
        """Show other stops."""
        stops = answer.stops
        self.verdict.show_text(SHORT.get(answer.verdict, answer.verdict.label), VERDICT_TONES[answer.verdict])
        self.verdict.setToolTip(plain_tip(f"{answer.verdict.label}, if it were decided today"))
        self.more.setText(f"All {len(stops or answer.conditions)}")
        self.more.setVisible(bool(stops or answer.conditions))
        self.show_entries([_stop_entry(answer.document, stop) for stop in stops[:MOST]], "Nothing stops a go.")


def _stop_entry(document: Document, stop: Reason) -> Entry:
    task = next((task for row in stop.rows if (task := document.find(Task, row)) is not None), None)
    return Entry(
        task.title if task else stop.text,
        _stop_note(document, stop),
        SIGNS[StopKind(stop.kind)],
        way_of(document, stop),
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
