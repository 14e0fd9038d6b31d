"""The dialog that puts the timeline on paper or into a picture, with a preview of what will come."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from launchpad.app.background import Background
from launchpad.domain.document import Document
from launchpad.scenes.gantt.axis import SCALES
from launchpad.scenes.gantt.paper import PrintOptions
from launchpad.scenes.gantt.picture import Picture
from launchpad.scenes.gantt.plan import Look
from launchpad.scenes.paper import Paper
from launchpad.scenes.shapes import Box
from launchpad.scenes.widths import text_width
from launchpad.ui.paper.preview import WORKING, Preview
from launchpad.ui.paper.proof import Proof, proof_of
from launchpad.ui.paper.timeline import PDF, PNG, SVG, TimelinePrint
from launchpad.ui.paper.usual import usual_paper
from launchpad.ui.parts.choice import name_choice
from launchpad.ui.parts.dialog_foot import EDGE, DialogFoot
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.rule import Rule
from launchpad.ui.parts.segments import Segments
from launchpad.ui.screen import LARGE

SIZE = 1040, 700
SIDE = 300
"""Pixels of the side with what can be chosen."""
QUIET = 80
"""Milliseconds without a change before the preview is drawn anew."""
KINDS = ((PDF, "PDF"), (SVG, "SVG"), (PNG, "PNG"))
LOOKS = (
    ("baseline", "Baseline"),
    ("links", "Links"),
    ("critical", "Critical path"),
    ("slack", "Slack"),
    ("forecast", "Forecast"),
)


class TimelineDialog(QDialog):
    """Asks for kind, paper and what is drawn. `part` is what is in sight of the timeline, None when it is not shown."""

    def __init__(self, picture: Picture, part: Box | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export the timeline")
        self.resize(*SIZE)
        self._picture = Picture(picture.plan, picture.axis, picture.look, text_width)  # as every file is measured
        self._part = part
        self.kind = Segments(KINDS, "Kind of file")
        self.paper = Segments([(paper.value, paper.value) for paper in Paper], "Paper")
        self.paper.choose(usual_paper().value)
        self.turned = Segments([("landscape", "Landscape"), ("portrait", "Portrait")], "Orientation")
        self.pages = Segments([("many", "As many as it takes"), ("one", "One")], "Pages")
        self.zoom = _zooms()
        self.part = Segments([("whole", "Whole plan"), ("part", "What is in sight")], "Part")
        self.columns = _check("Names and dates", checked=True)
        self.legend = _check("Legend", checked=True)
        self.looks = {name: _check(text, checked=getattr(picture.look, name)) for name, text in LOOKS}
        self.said = Label("", tone="text2", px=12, wrap=True)
        self.preview = Preview()
        self._foot = DialogFoot(self, "Export…")
        self._foot.setContentsMargins(*EDGE)
        self.export_button = self._foot.go
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self.show_preview)
        self._proofs = Background(self, keeps=True, at_once=LARGE)
        self._lay_out()
        self._connect()
        self.kind.button(self.kind.current).setFocus()
        self.show_preview()

    # --- what stands where -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(20, 20, 20, 16)
        side.setSpacing(6)
        for_paper = [("Paper", self.paper), ("Orientation", self.turned), ("Pages", self.pages), ("Zoom", self.zoom)]
        _put(side, [("Kind of file", self.kind)])
        self._for_paper = _put(side, for_paper)
        self._for_picture = _put(side, [("Part", self.part)])
        side.addSpacing(8)
        for box in (self.columns, self.legend, *self.looks.values()):
            side.addWidget(box)
        side.addStretch(1)
        side.addWidget(self.said)
        holder = QWidget()
        holder.setFixedWidth(SIDE)
        holder.setLayout(side)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(holder)
        middle.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(Rule())
        column.addLayout(self._foot)

    def _connect(self) -> None:
        self._foot.back.clicked.connect(self.reject)
        self._foot.go.clicked.connect(self.accept)
        self.finished.connect(self._on_finished)
        self._proofs.answered.connect(self._on_proof)
        for segments in (self.kind, self.paper, self.turned, self.pages, self.part):
            segments.chosen.connect(self._on_changed)
        for box in (self.columns, self.legend, *self.looks.values()):
            box.toggled.connect(self._on_changed)
        self.zoom.currentIndexChanged.connect(self._on_changed)

    def _on_changed(self, chosen: object = None) -> None:
        self._timer.start()

    # --- what was chosen -------------------------------------------------------------------------------------------

    @property
    def suffix(self) -> str:
        """The end of the file's name."""
        return self.kind.current

    @property
    def options(self) -> PrintOptions:
        """How it is to be printed."""
        return PrintOptions(
            Paper(self.paper.current),
            self.turned.current == "landscape",
            self.pages.current == "one",
            self.columns.isChecked(),
            self.legend.isChecked(),
            str(self.zoom.currentData()),
        )

    @property
    def wanted(self) -> TimelinePrint:
        """What is to be written."""
        on = {name: box.isChecked() for name, box in self.looks.items()}
        picture = self._picture.looking(Look(**on))  # type: ignore[arg-type]
        return TimelinePrint(picture, self.options, self._part if self.part.current == "part" else None)

    def show_preview(self) -> None:
        """Show what would come of what is chosen; of a large plan when that is worked out."""
        is_paper = self.suffix == PDF
        for widget in self._for_paper:
            widget.setVisible(is_paper)
        for widget in self._for_picture:
            widget.setVisible(not is_paper and self._part is not None)
        self.legend.setVisible(is_paper)
        self.zoom.setEnabled(self.pages.current != "one")
        self._say(WORKING)
        wanted, suffix = self.wanted, self.suffix
        self._proofs.ask(wanted.picture.plan.document, lambda document: proof_of(wanted, suffix))

    def _on_proof(self, document: Document, proof: Proof) -> None:
        self.preview.show_pages(proof.pages)
        self._say(proof.sentence, "text2" if proof.is_readable else "bad")

    def _say(self, words: str, tone: str = "text2") -> None:
        self.said.set_tone(tone)
        self.said.setText(words)

    def _on_finished(self, result: int) -> None:
        """Nobody looks any more."""
        self._timer.stop()
        self._proofs.stop()
        self.preview.sheet.call_off()


def _zooms() -> QComboBox:
    box = QComboBox()
    name_choice(box, "Zoom")
    box.addItem("Whatever fills the pages", "")
    for name in SCALES:
        box.addItem(name.capitalize(), name)
    return box


def _check(text: str, *, checked: bool) -> QCheckBox:
    box = QCheckBox(text)
    box.setChecked(checked)
    return box


def _put(column: QVBoxLayout, fields: list[tuple[str, QWidget]]) -> list[QWidget]:
    placed: list[QWidget] = []
    for text, field in fields:
        label = Label(text, tone="text2", px=12)
        column.addWidget(label)
        column.addWidget(field)
        column.addSpacing(4)
        placed += [label, field]
    return placed
