"""Columns and order are chosen by keys as well as by the mouse, and kept until another day."""

from hypothesis import given
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from launchpad.app.task_facts import TaskFacts
from launchpad.engines.calendar import calendar_of
from launchpad.engines.schedule import schedule
from launchpad.ui.checklist.columns import COLUMNS, NUMBERS
from tests.strategies import TODAYS, plans

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def open_menu(hand):
    hand.press(Qt.Key.Key_C, CTRL_SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu, title):
    """Go down to an entry by its name, as a person does."""
    for _ in range(2 * len(menu.actions())):
        QTest.keyClick(menu, Qt.Key.Key_Down)
        if menu.activeAction() and menu.activeAction().text().replace("&", "") == title:
            return
    raise AssertionError(title)


def shown(hand):
    return [COLUMNS[number].name for number in hand.screen.view.shown_columns()]


def first_hidden(hand):
    return next(column for column in COLUMNS[1:] if column.name not in shown(hand))


def test_a_column_is_shown_by_keys_alone(hand):
    column = first_hidden(hand)

    menu = open_menu(hand)
    choose(menu, column.title)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    assert column.name in shown(hand)


def test_the_order_is_chosen_and_given_back_by_keys_alone(hand):
    before = hand.shown()
    for entry, wanted in (("Task", ["Brief", "Page", "Video"]), ("The plan\u2019s order", None)):
        menu = open_menu(hand)
        choose(menu, "Sort by")
        QTest.keyClick(menu, Qt.Key.Key_Right)
        inner = QApplication.activePopupWidget()
        assert isinstance(inner, QMenu)
        choose(inner, entry)
        QTest.keyClick(inner, Qt.Key.Key_Return)
        titles = [hand.task(key).title for key in hand.shown()["Marketing"]]
        if wanted:
            assert titles == sorted(titles)
            assert hand.screen.view.is_sorted
    assert hand.shown() == before


def test_columns_widths_and_inspector_are_as_they_were_left(hand, open_checklist):
    column = first_hidden(hand)
    hand.screen.view.head.want_column(column.name, True)
    hand.screen.view.header().resizeSection(NUMBERS["owner"], 171)
    hand.screen.splitter.setSizes([880, 420])
    left = hand.screen.inspector.width()
    hand.screen.close()

    again = open_checklist(name="again.launch")

    assert column.name in shown(again)
    assert again.screen.view.header().sectionSize(NUMBERS["owner"]) == 171
    assert abs(again.screen.inspector.width() - left) <= 2


def test_a_look_that_makes_no_sense_is_passed_over(hand):
    before = shown(hand)
    for look in ("", "{", "[]", '{"wanted": 3}', '{"wanted":[],"pinned":[],"order":[],"widths":{"x":"y"}}'):
        hand.screen.view.head.take_look(look)
    assert shown(hand) == before


SAID = {
    "start": lambda task, dates, plan: dates.start,
    "due": lambda task, dates, plan: dates.due,
    "offset": lambda task, dates, plan: calendar_of(plan).offset_at_or_before(dates.due),
    "slack": lambda task, dates, plan: dates.slack if task.is_open else None,
    "start_by": lambda task, dates, plan: dates.start_by if task.is_open else None,
    "finish": lambda task, dates, plan: dates.forecast_finish,
}


@given(plans(), TODAYS)
def test_a_column_sorts_by_what_all_dates_of_a_task_say(plan, today):
    dates, facts = schedule(plan, today).tasks, TaskFacts(plan, today)
    for name, says in SAID.items():
        for task in plan.tasks:
            assert COLUMNS[NUMBERS[name]].sort(task, facts) == says(task, dates[task.id], plan), name
