"""The list: how it is grouped, filtered and sorted, and that it keeps its place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QToolTip

from launchpad.app.commands.task_fields import set_fields
from launchpad.domain.enums import TaskStatus
from launchpad.ui.checklist.arrangement import Grouping
from launchpad.ui.checklist.columns import COLUMNS, NUMBERS
from tests.builders import a_plan, a_task
from tests.ui.checklist.plans import TODAY

MODES = list(Grouping)


def group_by(hand, grouping):
    hand.screen.bar.grouping.setCurrentIndex(MODES.index(grouping))


def test_tasks_stand_in_their_tracks(hand):
    assert hand.shown() == {"Marketing": ["brief", "page", "video"], "Sales": ["deck", "train", "quiz"]}


@pytest.mark.parametrize(
    ("grouping", "groups"),
    [
        (Grouping.GATE, {"G1 · Gate G1 · 23 Oct": 2, "G2 · Gate G2 · 4 Nov": 2, "No gate": 2}),
        (Grouping.OWNER, {"June Park": 1, "Mara Lind": 1, "Otis Reed": 2, "Nobody": 2}),
        (Grouping.STATUS, {"Not started": 5, "Done": 1}),
    ],
)
def test_tasks_can_be_grouped_otherwise(hand, grouping, groups):
    group_by(hand, grouping)

    assert {title: len(keys) for title, keys in hand.shown().items()} == groups


def test_weeks_come_in_order_and_name_those_around_today(hand):
    group_by(hand, Grouping.WEEK)

    titles = list(hand.shown())
    assert titles[0] == "Week of 28 Sep"
    assert any(title.endswith("this week") for title in titles)


@pytest.mark.parametrize(
    ("button", "keys"),
    [("overdue", ["video"]), ("must", ["brief", "page", "video", "deck", "train"]), ("blocked", [])],
)
def test_a_quick_filter_shows_only_what_passes(hand, button, keys):
    QTest.mouseClick(hand.screen.bar.quick.button(button), Qt.MouseButton.LeftButton)

    assert [key for group in hand.shown().values() for key in group] == keys


def test_overdue_says_how_many_there_are(hand):
    assert hand.screen.bar.quick.button("overdue").text() == "Overdue 1"


def test_a_typed_filter_works_while_it_is_typed(hand):
    QTest.keyClicks(hand.screen.bar.field, "owner:otis must")

    assert hand.shown() == {"Marketing": ["page"], "Sales": ["train"]}


def test_a_filter_that_cannot_be_read_is_marked_and_the_list_stays(hand):
    QTest.keyClicks(hand.screen.bar.field, "color:red")

    assert hand.screen.bar.field.property("state") == "wrong"
    assert "no “color:”" in hand.told[-1]
    assert len(hand.shown()) == 2


def test_a_complaint_about_a_filter_goes_once_it_can_be_read(hand):
    told: list[str] = []
    hand.screen.told.connect(told.append)
    QTest.keyClicks(hand.screen.bar.field, "due<4")
    assert told[-1].startswith("“4” is not a day")
    QTest.keyClicks(hand.screen.bar.field, "d")

    assert told[-1] == ""
    QTest.keyClicks(hand.screen.bar.field, " must")
    assert told.count("") == 1, "what others say is left alone"


def test_a_track_that_is_typed_is_not_contradicted(hand):
    line = hand.screen.add_line
    line.show_place("Marketing")
    QTest.keyClicks(line.field, "Call analysts ")
    assert line._where.isVisibleTo(line)
    QTest.keyClicks(line.field, "#sales")

    assert not line._where.isVisibleTo(line)


def test_a_filter_without_a_match_says_so_and_offers_all(hand):
    QTest.keyClicks(hand.screen.bar.field, "zebra")
    assert not hand.screen.view.isVisible()

    hand.screen.show_all()

    assert hand.screen.view.isVisible()
    assert hand.screen.model.task_count == 6


def test_control_f_goes_to_the_filter_and_escape_comes_back(hand):
    hand.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert hand.screen.bar.field.hasFocus()

    QTest.keyClicks(hand.screen.bar.field, "x")
    QTest.keyClick(hand.screen.bar.field, Qt.Key.Key_Escape)
    QTest.keyClick(hand.screen.bar.field, Qt.Key.Key_Escape)

    assert hand.screen.view.hasFocus()
    assert hand.screen.bar.field.text() == ""


def test_a_click_on_a_heading_sorts_within_the_groups_and_a_third_one_stops_it(hand):
    header = hand.screen.view.header()
    place = QPoint(header.sectionViewportPosition(NUMBERS["title"]) + 60, header.height() // 2)
    orders = []
    for _ in range(3):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        orders.append(hand.shown()["Marketing"])

    assert orders == [["page", "video", "brief"], ["brief", "video", "page"], ["brief", "page", "video"]]


def test_a_group_that_was_closed_stays_closed_after_an_edit(hand):
    view = hand.screen.view
    heading = hand.screen.model.index(0, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(heading).center())
    assert not view.isExpanded(heading)

    hand.session.run(set_fields, [hand.task("deck").id], {"status": TaskStatus.IN_PROGRESS}, TODAY)

    assert not view.isExpanded(hand.screen.model.index(0, 0))


def test_an_edit_touches_only_its_own_rows(hand, qtbot):
    told = []
    hand.screen.model.dataChanged.connect(lambda first, last: told.append((first, last)))
    resets = []
    hand.screen.model.modelReset.connect(lambda: resets.append(1))

    hand.session.run(set_fields, [hand.task("page").id], {"duration": 2}, TODAY)

    rows = [hand.screen.model.task_at(first).key for first, _ in told if hand.screen.model.task_at(first)]
    assert (rows, resets) == (["page"], [])


def test_a_task_that_changes_its_group_keeps_its_selection(hand):
    group_by(hand, Grouping.STATUS)
    hand.click("page")

    hand.session.run(set_fields, [hand.task("page").id], {"status": TaskStatus.IN_REVIEW}, TODAY)

    assert hand.shown()["In review"] == ["page"]
    assert hand.selected() == ["page"]


def test_the_model_is_sound_through_edits_filters_and_regrouping(hand):
    QAbstractItemModelTester(hand.screen.model, QAbstractItemModelTester.FailureReportingMode.Warning, hand.screen)

    for grouping in MODES:
        group_by(hand, grouping)
        for status in (TaskStatus.IN_PROGRESS, TaskStatus.DONE, TaskStatus.NOT_STARTED):
            hand.session.run(set_fields, [hand.task("page").id, hand.task("quiz").id], {"status": status}, TODAY)
        hand.screen.focus_filter("sell")
        hand.screen.show_all()
        hand.session.undo()

    assert hand.screen.model.task_count == 6


def test_going_to_a_task_takes_away_the_filter_that_hides_it(hand):
    hand.screen.focus_filter("overdue")

    hand.screen.focus_task(hand.task("quiz").id)

    assert hand.selected() == ["quiz"]
    assert hand.screen.inspector.title.toPlainText() == "Seller quiz"


def test_a_plan_whose_links_form_a_circle_is_shown_without_dates(open_checklist):
    from tests.builders import a_plan, a_task, link

    hand = open_checklist(a_plan(a_task("a"), a_task("b"), link("a", "b"), link("b", "a")))

    assert hand.screen.trouble.isVisible()
    assert "circle" in hand.screen.trouble.text()
    assert hand.screen.model.task_count == 2


def test_an_empty_plan_says_what_to_do_first(open_checklist):
    from tests.builders import a_plan, a_track

    hand = open_checklist(a_plan(a_track("marketing")))

    assert not hand.screen.view.isVisible()
    assert hand.screen.add_line.isVisible()


def test_columns_step_aside_where_there_is_no_room_and_asked_ones_stay(hand):
    hand.screen.resize(900, 600)
    narrow = [COLUMNS[number].name for number in hand.screen.view.shown_columns()]
    hand.screen.view.head.want_column("slack", True)
    asked = [COLUMNS[number].name for number in hand.screen.view.shown_columns()]

    assert narrow == ["title", "owner", "status", "due", "criticality"]
    assert "slack" in asked
    assert sum(hand.screen.view.header().sectionSize(number) for number in range(len(COLUMNS))) <= max(
        hand.screen.view.viewport().width(), 620
    )


def test_why_a_filter_cannot_be_read_is_said_at_the_field(hand):
    QTest.keyClicks(hand.screen.bar.field, "ownr:mara")
    said = QToolTip.text()
    hand.screen.bar.field.clear()

    assert "perhaps “owner:” is meant" in said
    assert "is meant" not in hand.screen.bar.field.toolTip()


def test_a_name_nobody_has_is_said_where_the_list_was(hand):
    QTest.keyClicks(hand.screen.bar.field, "owner:zed")

    shown = [label.text() for label in hand.screen.findChildren(QLabel) if label.isVisible()]
    assert "Nobody in this plan is called “zed”." in shown


def test_what_a_filter_hides_for_a_while_is_selected_again(hand):
    hand.click("train")
    QTest.keyClicks(hand.screen.bar.field, "zebra")
    assert hand.selected() == []
    hand.screen.bar.field.clear()

    assert hand.selected() == ["train"]


def test_another_grouping_shows_what_is_selected(open_checklist):
    tasks = [
        a_task(f"t{number:02}", status=TaskStatus.DONE if number % 2 else TaskStatus.NOT_STARTED)
        for number in range(80)
    ]
    hand = open_checklist(a_plan(*tasks))
    hand.click("t79")
    hand.screen.bar.grouping.setCurrentIndex(3)
    place = hand.screen.view.visualRect(hand.screen.model.index_of(hand.task("t79").id))

    assert hand.screen.view.viewport().rect().contains(place)
