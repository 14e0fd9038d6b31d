"""What a screen reader is told of painted charts."""

from datetime import date

import pytest
from PySide6.QtGui import QAccessible

from launchpad.scenes.launch_calendar import Line, Occasion
from launchpad.ui.charts.goal_chart import GoalChart
from launchpad.ui.home.calendar_chart import CalendarChart
from tests.ui.charts.test_charts import a_curve, a_histogram, a_matrix, a_meter, a_ring, some_bars


def a_calendar():
    chart = CalendarChart()
    launch = Line("Loom", "ok", date(2026, 10, 1), date(2026, 11, 10))
    chart.show_launches([launch], [Occasion("Expo", date(2026, 10, 5), date(2026, 10, 6), False)], date(2026, 10, 12))
    return chart


def told(chart):
    face = QAccessible.queryAccessibleInterface(chart)
    return face.role(), face.text(QAccessible.Text.Name), face.text(QAccessible.Text.Value)


@pytest.mark.parametrize("make", [a_ring, a_meter, a_curve, a_histogram, a_matrix, some_bars, a_calendar])
def test_a_picture_is_a_chart_and_says_what_it_shows(qtbot, make):
    chart = make()
    qtbot.addWidget(chart)
    role, name, value = told(chart)

    assert role == QAccessible.Role.Chart
    assert name
    assert value


def test_what_is_told_follows_what_is_shown(qtbot):
    ring = a_ring()
    qtbot.addWidget(ring)
    assert "48.6" in told(ring)[2]

    ring.show_numbers(type(ring._numbers)(80.0, 80.0, 70.0, "ok"))
    assert "80" in told(ring)[2]
    assert "48.6" not in told(ring)[2]


def test_an_empty_picture_is_still_a_chart(qtbot):
    chart = GoalChart()
    qtbot.addWidget(chart)

    assert told(chart) == (QAccessible.Role.Chart, "Goal over time", "")
