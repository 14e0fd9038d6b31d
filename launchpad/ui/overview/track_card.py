"""One track in a card: score against expected, what is done, and what is the matter."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from launchpad.app.overview_answers import finished_lately
from launchpad.domain.enums import Answer
from launchpad.engines.readiness import Readiness
from launchpad.engines.readiness.scores import TrackReadiness
from launchpad.engines.readiness.shown import shown_or_none
from launchpad.engines.readiness.signoffs import answers_at
from launchpad.ui.charts.track_meter import TrackMeter
from launchpad.ui.overview.numbers import score_text, track_tone
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.dot import Dot
from launchpad.ui.parts.elided import ElidedLabel
from launchpad.ui.parts.number_link import NumberLink
from launchpad.ui.parts.pill import Pill
from launchpad.ui.parts.plain_tip import plain_tip


class TrackCard(Card):
    """A click or Enter leads to the track's checklist; the number itself says what it is made of."""

    explanation_asked = Signal(str)
    """The track's key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(clickable=True, parent=parent)
        self.key = ""
        self.body.setContentsMargins(14, 7, 14, 8)
        self.body.setSpacing(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(200)
        self.dot = Dot()
        self.name = ElidedLabel(weight=500)
        self.score = NumberLink(tip="What this number is made of", px=18, weight=600, tabular=True)
        self.expected = NumberLink(tip="What this number is made of", px=12, tone="text3")
        for number in (self.score, self.expected):
            number.clicked.connect(self._explain)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.dot)
        head.addWidget(self.name, 1)
        head.addWidget(self.score)
        head.addWidget(self.expected, 0, Qt.AlignmentFlag.AlignBottom)
        self.meter = TrackMeter("Track")
        self.meter.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.counts = ElidedLabel(px=12, tone="text2")
        self.pills = QHBoxLayout()
        self.pills.setSpacing(6)
        self.body.addLayout(head)
        self.body.addWidget(self.meter)
        self.body.addWidget(self.counts)
        self.body.addLayout(self.pills)
        self.body.addStretch(1)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)

    def show_track(self, answer: Readiness, track: TrackReadiness, place: int) -> None:
        """Show a track; `place` is its place in the plan, which colors its dot."""
        self.key = track.track.key
        self.dot.show_tone(f"track:{place}")
        self.name.setText(track.track.name)
        self.score.setText("–" if track.score is None else f"{track.score:.0f}")
        self.expected.setText("no data" if track.expected is None else f"/ {track.expected:.0f}")
        score, raw, expected = map(shown_or_none, (track.score, track.raw, track.expected))
        self.meter.show_values(score, raw, expected, track_tone(track))
        self.counts.setText(_counts(answer, track))
        self._show_pills(_pills(answer, track), track.later)
        self._name_it(track)

    def _show_pills(self, pills: list[tuple[str, str]], later: int) -> None:
        while (item := self.pills.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for text, tone in pills:
            self.pills.addWidget(Pill(text, tone))
        words = [] if pills else ["Nothing overdue"]
        words += [f"{later} after launch" if len(pills) < 2 else f"{later} later"] if later else []
        self.quiet = ElidedLabel(" · ".join(words), px=12, tone="text3")
        self.quiet.setFixedHeight(20)
        self.pills.addWidget(self.quiet, 1)

    def _name_it(self, track: TrackReadiness) -> None:
        expected = "" if track.expected is None else f", work expected {track.expected:.0f}"
        self.setAccessibleName(
            f"{track.track.name}: {score_text(track.score)}{expected}. {self.counts.text()}. {self.quiet.text()}. "
            "Opens its checklist."
        )
        risks = f"\nRisks and issues take {track.deduction} points." if track.deduction else ""
        self.setToolTip(
            plain_tip(
                f"Work {score_text(track.raw)}, expected {score_text(track.expected)}.{risks}\n"
                "Click: its checklist. Its number, or the Menu key: how it is scored."
            )
        )

    def _on_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, asked in (("Open its checklist", self.clicked.emit), ("How is this scored?", self._explain)):
            action = QAction(text, menu)
            action.triggered.connect(asked)
            menu.addAction(action)
        menu.popup(self.mapToGlobal(at))

    def _explain(self) -> None:
        self.explanation_asked.emit(self.key)


def _counts(answer: Readiness, track: TrackReadiness) -> str:
    week = finished_lately(answer).get(track.track.id, 0)
    return f"{track.done} of {track.total} done · {f'+{week}' if week else 'none'} this week"


def _pills(answer: Readiness, track: TrackReadiness) -> list[tuple[str, str]]:
    pills = [(f"{track.blocked} blocked", "bad")] if track.blocked else []
    pills += [(f"{track.overdue} overdue", "warn")] if track.overdue else []
    if answer.scope.gate is not None:
        said = answers_at(answer.document, answer.scope.gate).get(track.track.id)
        pills += [("✓ signed off", "ok")] if said is Answer.APPROVE else []
        pills += [("refused", "bad")] if said is Answer.REFUSE else []
    return pills
