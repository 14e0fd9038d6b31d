"""Readiness over time, and how sure the launch date is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from launchpad.app.overview_answers import OverviewAnswers
from launchpad.domain.document import Document
from launchpad.domain.wording import counted
from launchpad.engines.readiness import Readiness
from launchpad.scenes.date_confidence import DateChances
from launchpad.scenes.readiness_curve import CurveNumbers, GateMark
from launchpad.ui.charts.date_confidence import DateConfidence
from launchpad.ui.charts.readiness_curve import ReadinessCurve
from launchpad.ui.overview.numbers import gate_pill
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.label import Label
from launchpad.ui.theme.manager import color


class CurveCard(Card):
    """The curve with its legend; the link opens its points and the pace."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Readiness over time", parent=parent)
        for text, width, dash in (("readiness", 2.2, False), ("work", 1.2, False), ("expected work", 1.4, True)):
            self.head.addLayout(legend(text, width, dash))
        self.more = _link("Points and pace")
        self.head.addWidget(self.more)
        self.chart = ReadinessCurve()
        self.body.setContentsMargins(16, 10, 10, 8)
        self.body.setSpacing(4)
        self.body.addWidget(self.chart, 1)

    def show_answers(self, answer: Readiness, answers: OverviewAnswers) -> None:
        """Show other points."""
        gates = tuple(
            GateMark(each.day, each.gate.key, each.gate.name, _solid(gate_pill(each)[1])) for each in answer.gates
        )
        launch = answer.document.launch.launch_date
        self.chart.show_numbers(CurveNumbers(answers.today, launch, answers.points, answers.expected, gates))


class ConfidenceCard(Card):
    """The histogram; while it is worked out it says so, and the last one stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Date confidence", parent=parent)
        self.more = _link("Why?")
        self.more.setAccessibleName("Why is the date this likely?")
        self.fit = _link("Fits?")
        self.fit.setAccessibleName("Does the plan fit?")
        self.head.addWidget(self.fit)
        self.head.addWidget(self.more)
        self.caption = Label("Working it out …", px=12, tone="text3", wrap=True)
        self.chart = DateConfidence()
        self.body.setContentsMargins(16, 10, 12, 10)
        self.body.setSpacing(4)
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self.caption)

    def show_answers(self, document: Document, answers: OverviewAnswers) -> None:
        """Show other chances."""
        found = answers.confidence
        days = tuple((each.day, each.share) for each in found.days)
        self.chart.show_chances(DateChances(document.launch.launch_date, found.p80, found.on_time, days))
        self.caption.setVisible(len(days) < 2)
        self.caption.setText("Every run of the plan ends on the same day.")
        self.fit.setText(f"{counted(answers.short, 'day')} short" if answers.short else "Fits?")

    def show_waiting(self) -> None:
        """Say that the numbers are being worked out again."""
        if not self.chart.scene.shapes:
            self.caption.setText("Working it out …")
            self.caption.show()

    def show_refusal(self, why: str) -> None:
        """Say why there is no answer."""
        self.chart.show_chances(None)
        self.caption.setText(why)
        self.caption.show()


def _link(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "link")
    return button


def _solid(tone: str) -> str:
    return "text3" if tone == "neutral" else tone


def legend(text: str, width: float, dashed: bool) -> QHBoxLayout:
    """A short line as the chart draws it, and what it means."""
    line = QHBoxLayout()
    line.setSpacing(5)
    line.addWidget(_Sample(width, dashed))
    line.addWidget(Label(text, px=12, tone="text2"))
    line.addSpacing(6)
    return line


class _Sample(QWidget):
    """A short piece of a line."""

    def __init__(self, width: float, dashed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self._dashed = dashed
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As long as three dashes."""
        return QSize(18, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        pen = QPen(color("text3" if self._dashed else "accent"), self._width)
        if self._dashed:
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([2.8, 2.1])
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen)
            painter.drawLine(0, 4, 18, 4)
