"""A field for a day says days as texts do, takes what people type, and opens its calendar on the day it says."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from launchpad.engines.calendar import calendar_of
from launchpad.interchange.homecoming.days import DayOrder
from launchpad.ui.parts.day_edit import DayEdit
from launchpad.ui.parts.day_order import day_order
from tests.builders import a_launch, a_plan

TODAY = date(2026, 10, 12)


@pytest.fixture
def field(qtbot: QtBot) -> DayEdit:
    field = DayEdit("Due", TODAY)
    qtbot.addWidget(field)
    field.show()
    return field


def calendar(field: DayEdit) -> QCalendarWidget:
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    return field.findChildren(QCalendarWidget)[-1]


@pytest.mark.parametrize(
    ("when", "shown"), [(date(2026, 10, 23), "23 Oct"), (date(2028, 1, 5), "5 Jan 2028"), (-21, "T−21"), (None, "")]
)
def test_a_day_is_shown_as_texts_say_it(field, when, shown):
    field.show_day(when)

    assert field.text() == shown


def test_a_day_picked_from_the_calendar_is_shown_in_the_same_way(qtbot, field):
    field.show_day(date(2026, 10, 23))
    opened = calendar(field)
    assert opened.selectedDate() == QDate(2026, 10, 23)

    with qtbot.waitSignal(field.picked):
        opened.clicked.emit(QDate(2026, 11, 3))

    assert field.text() == "3 Nov"


def test_the_calendar_opens_on_the_day_an_offset_is(field):
    plan = a_plan(launch=a_launch(launch_date=date(2026, 11, 10)))
    field.use_days(calendar_of(plan))
    field.show_day(-5)

    assert calendar(field).selectedDate() == QDate(2026, 11, 3)


def test_the_calendar_opens_today_while_the_field_says_no_day(field):
    field.setText("soon")

    assert calendar(field).selectedDate() == QDate(2026, 10, 12)


@pytest.mark.parametrize(
    ("system", "order", "day"),
    [
        (QLocale(QLocale.Language.English, QLocale.Country.UnitedStates), DayOrder.MONTH_FIRST, "2027-03-04"),
        (QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom), DayOrder.DAY_FIRST, "2027-04-03"),
        (QLocale(QLocale.Language.German, QLocale.Country.Germany), DayOrder.DAY_FIRST, "2027-04-03"),
        (QLocale.c(), DayOrder.MONTH_FIRST, "2027-03-04"),
    ],
)
def test_two_bare_numbers_are_the_day_they_are_on_this_computer(field, monkeypatch, system, order, day):
    monkeypatch.setattr(QLocale, "system", lambda: system)
    QTest.keyClicks(field, "3/4")

    assert day_order() is order
    assert field.typed() == day
