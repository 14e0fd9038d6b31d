from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QToolTip, QWidget
from pytestqt.qtbot import QtBot

from launchpad.engines.readiness.curve import ExpectedPoint
from launchpad.engines.readiness.trend import TrendPoint
from launchpad.scenes.date_confidence import DateChances
from launchpad.scenes.load_bars import LoadRow, WeekLoad
from launchpad.scenes.readiness_curve import CurveNumbers, GateMark
from launchpad.scenes.readiness_ring import RingNumbers
from launchpad.scenes.risk_matrix import RiskMark
from launchpad.ui.charts.chart import Chart
from launchpad.ui.charts.date_confidence import DateConfidence
from launchpad.ui.charts.load_bars import LoadBars
from launchpad.ui.charts.readiness_curve import ReadinessCurve
from launchpad.ui.charts.ring import ReadinessRing
from launchpad.ui.charts.risk_matrix import RiskMatrix
from launchpad.ui.charts.track_meter import TrackMeter
from launchpad.ui.theme.manager import ThemeChoice, theme_manager

DAY = date(2026, 10, 12)


def a_ring() -> ReadinessRing:
    ring = ReadinessRing()
    ring.show_numbers(RingNumbers(48.6, 54.5, 63.7, "warn"))
    return ring


def a_meter() -> TrackMeter:
    meter = TrackMeter("Marketing")
    meter.show_values(52.6, 55.6, 66.9, "bad")
    return meter


def a_curve() -> ReadinessCurve:
    curve = ReadinessCurve()
    points = tuple(TrendPoint(DAY - timedelta(weeks=n), 50 - 5 * n, 55 - 5 * n, 50, n % 2 == 0) for n in (3, 2, 1, 0))
    expected = (ExpectedPoint(DAY, 60), ExpectedPoint(date(2026, 11, 10), 100))
    gates = (GateMark(date(2026, 10, 23), "G3", "Readiness", "warn"),)
    curve.show_numbers(CurveNumbers(DAY, date(2026, 11, 10), points, expected, gates))
    return curve


def a_histogram() -> DateConfidence:
    chart = DateConfidence()
    days = tuple((DAY + timedelta(days=n), 0.1) for n in range(10))
    chart.show_chances(DateChances(DAY + timedelta(days=4), DAY + timedelta(days=7), 0.5, days))
    return chart


def a_matrix() -> RiskMatrix:
    matrix = RiskMatrix()
    matrix.show_marks((RiskMark("R-01", "Late <b>codec</b>", 4, 4), RiskMark("R-07", "Alone", 3, 3, True)))
    return matrix


def some_bars() -> LoadBars:
    bars = LoadBars()
    weeks = tuple(WeekLoad(DAY + timedelta(weeks=n), n, max(0, n - 2)) for n in range(5))
    bars.show_rows((LoadRow("person:mara", "Mara", 2, weeks),), DAY)
    return bars


ALL = pytest.mark.parametrize("make", [a_ring, a_meter, a_curve, a_histogram, a_matrix, some_bars])


def picture(widget: QWidget, size: QSize) -> QImage:
    widget.resize(size)
    return widget.grab().toImage()


def inks(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


@ALL
def test_a_chart_is_painted_in_both_themes_and_says_what_it_shows(qtbot: QtBot, make: Callable[[], Chart]):
    chart = make()
    qtbot.addWidget(chart)
    size = chart.minimumSize().expandedTo(QSize(320, 14))

    light = picture(chart, size)
    theme_manager().choose(ThemeChoice.DARK)
    dark = picture(chart, size)

    assert len(inks(light)) > 3
    assert inks(light) != inks(dark)
    assert ": " in chart.accessibleName()


@ALL
def test_an_empty_chart_is_painted_without_harm(qtbot: QtBot, make: Callable[[], Chart]):
    kind: Any = type(make())
    chart = kind("Track") if kind is TrackMeter else kind()
    qtbot.addWidget(chart)

    assert picture(chart, QSize(320, 200)).size() == QSize(320, 200)
    assert chart.accessibleName(), "it says what it would show"
    assert not any(sign.isdigit() for sign in chart.shows()), "no number is made up"


def center_of(chart: Chart, key: str) -> QPoint:
    x, y = next(spot for spot in chart.scene.spots if spot.key == key).box.center
    return QPointF(x, y).toPoint()


def test_a_click_on_a_gate_picks_it(qtbot: QtBot):
    curve = a_curve()
    qtbot.addWidget(curve)
    curve.resize(640, 200)

    with qtbot.waitSignal(curve.picked) as picked:
        qtbot.mouseClick(curve, Qt.MouseButton.LeftButton, pos=center_of(curve, "gate:G3"))

    assert picked.args == ["gate:G3"]


def test_a_cell_of_the_matrix_is_chosen_and_let_go_by_clicks(qtbot: QtBot):
    matrix = a_matrix()
    qtbot.addWidget(matrix)
    matrix.resize(460, 240)
    told: list[object] = []
    matrix.chosen.connect(told.append)

    for _ in range(2):
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=center_of(matrix, "4,4"))

    assert told == [(4, 4), None]


def test_the_keyboard_walks_over_the_cells_and_chooses_one(qtbot: QtBot):
    matrix = a_matrix()
    qtbot.addWidget(matrix)
    matrix.show()
    matrix.setFocus()

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Return):
        qtbot.keyClick(matrix, key)

    assert matrix.cell in {(5, 1), (5, 2)}
    assert "Probability 5" in matrix.accessibleDescription()


def test_a_tip_shows_what_was_typed_and_not_what_it_looks_like(qtbot: QtBot):
    matrix = a_matrix()
    qtbot.addWidget(matrix)
    matrix.resize(460, 240)
    matrix.show()
    at = center_of(matrix, "4,4")

    matrix.event(QHelpEvent(QEvent.Type.ToolTip, at, matrix.mapToGlobal(at)))

    assert "Late &lt;b&gt;codec" in QToolTip.text()
    QToolTip.hideText()


def test_a_chart_without_anything_to_click_takes_no_focus(qtbot: QtBot):
    histogram = a_histogram()
    qtbot.addWidget(histogram)

    assert histogram.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert a_ring().focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_name_in_the_load_bars_picks_the_person(qtbot: QtBot):
    bars = some_bars()
    qtbot.addWidget(bars)
    bars.resize(400, bars.minimumHeight())

    with qtbot.waitSignal(bars.picked) as picked:
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=center_of(bars, "person:mara"))

    assert picked.args == ["person:mara"]
