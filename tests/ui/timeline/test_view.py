"""Tree and bars are one: rows, selection, zoom, groups, tips and what a screen reader hears."""

from datetime import date

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton

from launchpad.scenes.gantt.rows import ROW, key_of
from tests.builders import a_launch, a_plan, a_task, link

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def titles(hand):
    return [row.title for row in hand.screen.rows.rows.rows]


def test_rows_stand_in_the_plans_order_with_the_gates_below(hand):
    QAbstractItemModelTester(hand.screen.rows, QAbstractItemModelTester.FailureReportingMode.Warning)

    assert titles(hand) == [
        "Track", "Do done", "Do brief", "Do copy", "Do press", "Film", "Do film", "Do ready", "Gates",
    ]  # fmt: skip


def test_a_plan_in_which_nothing_was_yet_begins_at_the_left(open_timeline):
    launch = a_launch(launch_date=date(2027, 6, 1), as_of=date(2026, 10, 12))
    hand = open_timeline(a_plan(a_task("a", duration=3, anchor="SNET:T-150"), launch=launch))
    axis, slide = hand.view.axis, hand.view.slide.value()

    assert 0 < axis.x_of(hand.session.today) - slide < hand.view.chart_width / 8


def test_a_row_of_the_tree_is_as_high_and_stands_where_its_bar_does(hand):
    for number, row in enumerate(hand.screen.rows.rows.rows):
        rect = hand.view.visualRect(hand.screen.rows.index_of(key_of(row)))
        assert (rect.top(), rect.height()) == (number * ROW, ROW)


def test_a_click_on_a_bar_selects_its_row_and_a_click_on_the_row_its_bar(hand):
    hand.click(hand.place("film"))
    assert hand.view.selected_ids() == [hand.task("film").id]

    hand.click(QPoint(120, hand.place("copy").y()))
    assert hand.view.selected_ids() == [hand.task("copy").id]
    assert hand.view.picture.look.selected == {hand.task("copy").id}


def test_a_heading_closes_and_opens_its_group(hand):
    heading = hand.view.visualRect(hand.screen.rows.index(0)).center()
    hand.click(QPoint(60, heading.y()))
    assert "Do copy" not in titles(hand)

    hand.key(Key.Key_Right)
    assert "Do copy" in titles(hand)


def test_rows_can_be_grouped_by_owner_and_gate(hand):
    hand.screen.bar.grouping.setCurrentIndex(2)

    assert titles(hand)[0] == "Nobody"


def test_ctrl_and_wheel_zoom_at_the_pointer(hand):
    place = QPointF(hand.view.tree_width + 300, 60)
    day = hand.view.spot(place)[0] / hand.view.axis.day_width
    before = hand.view.axis.day_width
    event = QWheelEvent(
        place, hand.view.viewport().mapToGlobal(place), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(hand.view.viewport(), event)

    assert hand.view.axis.day_width > before * 1.5
    assert abs(hand.view.spot(place)[0] / hand.view.axis.day_width - day) < 0.1


def test_zooms_have_names_and_keys(hand):
    hand.screen.bar.scales.button("month").click()
    assert hand.view.axis.scale == "month"

    hand.screen.bar.scales.button("day").click()
    assert hand.view.axis.scale == "day"
    width = hand.view.axis.day_width
    hand.view.setFocus()
    QTest.keyClick(hand.view, Key.Key_Minus, CTRL)
    assert hand.view.axis.day_width < width


def test_fit_shows_the_plan_from_its_first_to_its_last_day(hand):
    hand.screen.bar.fit.click()
    first, last = hand.view.picture.plan.reach

    assert hand.view.slide.value() <= hand.view.axis.x_of(first)
    assert hand.view.axis.x_of(last) <= hand.view.slide.value() + hand.view.chart_width


def test_today_launch_and_a_task_can_be_gone_to(hand):
    for go, day in (
        (hand.screen.bar.launch.click, hand.session.document.launch.launch_date),
        (hand.screen.bar.today.click, hand.session.today),
    ):
        hand.screen.bar.scales.button("day").click()
        go()
        assert 0 < hand.view.axis.x_of(day) - hand.view.slide.value() < hand.view.chart_width

    hand.screen.focus_task(hand.task("ready").id)
    assert hand.view.selected_ids() == [hand.task("ready").id]
    assert 0 < hand.place("ready").x() - hand.view.tree_width < hand.view.chart_width


def test_an_edit_elsewhere_keeps_selection_days_and_zoom(hand):
    hand.click(hand.place("copy"))
    hand.view.zoom(1.7)
    width, days = hand.view.axis.day_width, hand.view.slide.value()
    hand.screen.hands.stretch(hand.task("film").id, 2)

    assert hand.view.selected_ids() == [hand.task("copy").id]
    assert (hand.view.axis.day_width, hand.view.slide.value()) == (width, days)


def test_a_tip_says_what_a_bar_waits_for_and_what_it_holds_up(hand):
    tip = hand.view.tip_at(QPointF(hand.place("copy")))

    assert tip.startswith("Do copy\n16 Oct to 22 Oct · 5 days · no owner · not started")
    assert "Start: held by Do brief until 15 Oct" in tip
    assert "Waits for Do brief" in tip
    assert "Holds up Do press" in tip
    assert "Slack: " in tip


def test_the_line_of_launch_day_says_what_it_is(hand):
    hand.screen.go_to_launch()
    place = QPointF(hand.view.point(hand.view.axis.x_of(hand.session.document.launch.launch_date), 0))
    place.setY(hand.view.viewport().height() - 10)

    assert hand.view.tip_at(place).startswith("Launch day, 10 Nov\nDrag it")


def test_a_screen_reader_hears_each_bar(hand):
    index = hand.screen.rows.index_of(hand.task("copy").id)
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)

    said = ("Do copy", "16 Oct to 22 Oct", "not started", "Slack", "Waits for Do brief", "Holds up Do press")
    for words in said:
        assert words in heard
    gates = hand.screen.rows.index_of("heading:gates").data(Qt.ItemDataRole.AccessibleTextRole)
    assert gates == "Gates: Gate G1, 9 Nov, upcoming"


def test_rows_are_there_for_those_who_cannot_see_them(hand):
    view = QAccessible.queryAccessibleInterface(hand.view)
    names = [view.child(number).text(QAccessible.Text.Name) for number in range(view.childCount())]

    assert any(name.startswith("Do film, 20 Oct to 29 Oct, 8 days") for name in names)
    assert "Track, 4 tasks, open" in names


def test_the_edge_of_the_tree_can_be_dragged(hand):
    edge = QPoint(hand.view.tree_width, 100)
    hand.drag(edge, QPoint(300, 100))

    assert hand.view.tree_width == 300


def test_a_plan_without_tasks_says_what_to_do(open_timeline):
    hand = open_timeline(a_plan())

    assert hand.screen._nothing.isVisible()


def test_a_plan_without_dates_says_why_and_every_key_still_does_no_harm(open_timeline):
    circle = a_plan(a_task("a"), a_task("b"), link("a", "b"), link("b", "a"))
    hand = open_timeline(circle)

    assert "in a circle: a → b → a" in hand.screen.trouble.text()
    for action in hand.screen.actions():
        action.trigger()


def test_what_is_drawn_has_a_sign_and_nothing_is_cut_in_the_smallest_window(hand):
    bar = hand.screen.bar
    for chip in bar.shown.values():
        chip.setChecked(True)
    hand.screen.resize(900, 560)
    QTest.qWait(1)

    assert [chip.text() for chip in bar.shown.values() if chip.icon().isNull()] == []
    shown = [each for each in bar.findChildren(QPushButton) if each.isVisible()]
    assert [each.text() for each in shown if each.width() < each.sizeHint().width()] == []
    bar.shown["slack"].setChecked(False)
    assert bar.shown["slack"].icon().isNull()


def test_a_task_that_is_gone_to_stands_clear_of_the_edges(open_timeline):
    hand = open_timeline(a_plan(*(a_task(f"t{number}") for number in range(80))))
    hand.screen.focus_task(hand.task("t50").id)
    row = hand.view.visualRect(hand.view.list.index_of(hand.task("t50").id))

    assert row.height() < row.top() < row.bottom() < hand.view.viewport().height() - row.height()
