"""How readiness is judged: thresholds, weights of tasks, weights of tracks."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QWidget

from launchpad.app.commands.scoring import change_track, set_criticality_weight, set_threshold, usual_thresholds
from launchpad.app.plan_session import PlanSession
from launchpad.domain.people import Track
from launchpad.domain.values import TIER_THRESHOLDS
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.label import Label
from launchpad.ui.settings.fields import FieldGrid, NumberBox

THRESHOLDS = {
    "go": ("Go from", "Readiness for an unconditional Go."),
    "conditional": ("Go with conditions from", "Below it the verdict is No-go."),
    "core_floor_go": ("Core tracks, for a Go", "Each core track's own score for an unconditional Go."),
    "core_floor_conditional": ("Core tracks, at least", "Below it no Go, and other tracks become a condition."),
}
WEIGHTS = {"must": "A must-have counts", "should": "A should-have counts", "could": "A could-have counts"}


class ThresholdsCard(Card):
    """Scores out of 100 that the verdict compares with."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__("Verdict", parent=parent)
        self._session = session
        self.boxes: dict[str, NumberBox] = {}
        self.usual_button = QPushButton("Use the tier's own")
        self.usual_button.setProperty("kind", "link")
        self.usual_button.clicked.connect(lambda _checked=False: session.run(usual_thresholds))
        self.head.addWidget(self.usual_button)
        grid = FieldGrid()
        for name, (label, hint) in THRESHOLDS.items():
            box = NumberBox(label, 0, 100)
            box.valueChanged.connect(partial(self._set, name))
            self.boxes[name] = box
            grid.add_field(label, box, hint)
        self.body.addLayout(grid)

    def refresh(self) -> None:
        """Show what the plan says."""
        launch = self._session.document.launch
        for name, box in self.boxes.items():
            box.show_value(getattr(launch.thresholds, name))
        is_usual = launch.thresholds == TIER_THRESHOLDS[launch.tier]
        self.usual_button.setEnabled(not is_usual and not self._session.is_read_only)

    def _set(self, name: str, value: float) -> None:
        self._session.hold(("threshold", name), set_threshold, name, value)


class WeightsCard(Card):
    """What tasks count in their track."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__("Weights of tasks", parent=parent)
        self._session = session
        self.boxes: dict[str, NumberBox] = {}
        grid = FieldGrid()
        for name, label in WEIGHTS.items():
            box = NumberBox(label, 0.1, 100)
            box.valueChanged.connect(partial(self._set, name))
            self.boxes[name] = box
            grid.add_field(label, box)
        self.body.addLayout(grid)

    def refresh(self) -> None:
        """Show what the plan says."""
        for name, box in self.boxes.items():
            box.show_value(getattr(self._session.document.launch.weights, name))

    def _set(self, name: str, value: float) -> None:
        self._session.hold(("weight", name), set_criticality_weight, name, value)


class TracksCard(Card):
    """What tracks count in the whole, which are core and whose sign-off cannot be missing."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__("Weights of tracks", parent=parent)
        self._session = session
        self._shown: tuple[str, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.weights: dict[str, NumberBox] = {}
        self.cores: dict[str, QCheckBox] = {}
        self.stricts: dict[str, QCheckBox] = {}
        self._total = Label("", tone="text2")
        self.body.addLayout(self._grid)
        self.body.addWidget(self._total)

    def refresh(self) -> None:
        """Show what the plan says."""
        tracks = self._session.document.tracks
        if tuple(track.id for track in tracks) != self._shown:
            self._build(tracks)
        for track in tracks:
            self.weights[track.id].show_value(track.weight)
            for box, on in ((self.cores[track.id], track.core), (self.stricts[track.id], track.strict_signoff)):
                with QSignalBlocker(box):
                    box.setChecked(on)
        total = sum(track.weight for track in tracks)
        self._total.setText(f"{total:g} in all; a track counts its share of that.")

    def _build(self, tracks: Sequence[Track]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = tuple(track.id for track in tracks)
        for column, title in enumerate(("Track", "Weight", "Core", "Sign-off required")):
            self._grid.addWidget(Label(title, tone="text2", px=12), 0, column)
        for row, track in enumerate(tracks, 1):
            self._add(row, track)

    def _add(self, row: int, track: Track) -> None:
        weight = NumberBox(f"Weight of {track.name}", 0, 1000)
        weight.valueChanged.connect(partial(self._hold_weight, track.id))
        core, strict = QCheckBox(), QCheckBox()
        core.setAccessibleName(f"{track.name} is a core track")
        strict.setAccessibleName(f"{track.name} has to sign off")
        core.setToolTip("A core track has a score floor of its own.")
        strict.setToolTip("A missing sign-off stops a Go.")
        core.toggled.connect(partial(self._set, track.id, "core"))
        strict.toggled.connect(partial(self._set, track.id, "strict_signoff"))
        self.weights[track.id], self.cores[track.id], self.stricts[track.id] = weight, core, strict
        for column, widget in enumerate((Label(track.name), weight, core, strict)):
            self._grid.addWidget(widget, row, column)

    def _hold_weight(self, track_id: str, value: float) -> None:
        self._session.hold(("track weight", track_id), change_track, track_id, {"weight": value})

    def _set(self, track_id: str, field: str, on: bool) -> None:
        self._session.run(change_track, track_id, {field: on})
