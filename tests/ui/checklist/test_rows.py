"""Whole rows: adding by typing, removing, moving, cutting, copying and pasting."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from launchpad.domain.enums import AnchorKind, Criticality, TaskStatus
from launchpad.domain.task import Dependency
from launchpad.domain.values import Anchor
from launchpad.ui.checklist.arrangement import Grouping
from launchpad.ui.checklist.remove_dialog import RemoveDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_a_task_is_added_by_typing_a_line(hand):
    hand.click("deck")
    hand.press(Qt.Key.Key_Insert)
    field = hand.screen.add_line.field
    assert field.hasFocus()
    QTest.keyClicks(field, "Call analysts @mara 3d must T-10 gate:G2")
    QTest.keyClick(field, Qt.Key.Key_Return)

    (task,) = [task for task in hand.session.document.tasks if task.title == "Call analysts"]
    assert (task.owner, task.duration, task.gate) == ("person:mara", 3, "gate:G2")
    assert (task.criticality, task.anchor) == (Criticality.MUST, Anchor(AnchorKind.FNET, -10))
    assert [each.key for each in hand.session.document.tasks if each.track == "track:sales"][:2] == ["deck", task.key]
    assert field.text() == ""
    assert hand.selected() == [task.key]


def test_a_line_that_names_a_stranger_stays_to_be_mended(hand):
    field = hand.screen.add_line.field
    QTest.keyClicks(field, "Call analysts @zoe")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert field.text() == "Call analysts @zoe"
    assert "zoe" in hand.refusals[0]


def test_delete_takes_a_task_without_asking_when_nothing_waits_for_it(hand):
    hand.click("quiz")
    hand.press(Qt.Key.Key_Delete)

    assert [task.key for task in hand.session.document.tasks if task.key == "quiz"] == []
    assert hand.told[-1] == "Removed “Seller quiz”. Undo brings it back."
    hand.session.undo()
    assert hand.task("quiz").title == "Seller quiz"


def test_delete_names_what_waits_for_a_task_before_it_goes(hand):
    hand.click("deck")
    hand.press(Qt.Key.Key_Delete)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, RemoveDialog)
    assert hand.task("deck")

    QTest.mouseClick(asked.accept_button, Qt.MouseButton.LeftButton)

    assert "deck" not in [task.key for task in hand.session.document.tasks]
    assert hand.session.document.rows(Dependency) == ()
    hand.session.undo()
    assert len(hand.session.document.rows(Dependency)) == 1


def test_alt_and_arrows_move_tasks_among_their_neighbors(hand):
    hand.click("video")
    hand.press(Qt.Key.Key_Up, ALT)
    hand.press(Qt.Key.Key_Up, ALT)
    assert hand.shown()["Marketing"] == ["video", "brief", "page"]

    hand.session.undo()

    assert hand.shown()["Marketing"] == ["brief", "video", "page"]
    assert hand.selected() == ["video"]


def drop(hand, mime, key, below=False):
    rect = hand.screen.view.visualRect(hand.screen.model.index_of(hand.task(key).id))
    fall(hand.screen.view, mime, QPoint(rect.left() + 80, rect.bottom() - 1 if below else rect.top() + 1))


def fall(view, mime, at: QPoint):
    move, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(at, move, mime, left, none))
    QApplication.sendEvent(view.viewport(), QDragMoveEvent(at, move, mime, left, none))
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(at), move, mime, left, none))
    QTest.qWait(5)


def test_tasks_are_dragged_into_another_track_as_one_edit(hand):
    hand.click("page")
    hand.click("video", keys=CONTROL)
    mime = hand.screen.model.mimeData(hand.screen.view.selectedIndexes())
    drop(hand, mime, "train")

    assert hand.shown() == {"Marketing": ["brief"], "Sales": ["deck", "page", "video", "train", "quiz"]}
    hand.session.undo()
    assert hand.shown()["Marketing"] == ["brief", "page", "video"]


def drop_at_heading(hand, mime, row: int, *, is_below: bool):
    """Let it fall at the very edge of a heading."""
    view = hand.screen.view
    rect = view.visualRect(hand.screen.model.index(row, 0))
    fall(view, mime, QPoint(rect.left() + 60, rect.bottom() if is_below else rect.top()))


def test_just_below_a_heading_a_task_becomes_the_first_of_its_group(hand):
    hand.click("page")
    drop_at_heading(hand, hand.screen.model.mimeData(hand.screen.view.selectedIndexes()), 1, is_below=True)

    assert hand.shown() == {"Marketing": ["brief", "video"], "Sales": ["page", "deck", "train", "quiz"]}


def test_just_above_a_heading_a_task_becomes_the_last_of_the_group_before(hand):
    hand.click("train")
    drop_at_heading(hand, hand.screen.model.mimeData(hand.screen.view.selectedIndexes()), 1, is_below=False)

    assert hand.shown() == {"Marketing": ["brief", "page", "video", "train"], "Sales": ["deck", "quiz"]}


def test_there_is_no_group_above_the_first_heading(hand):
    hand.click("page")
    drop_at_heading(hand, hand.screen.model.mimeData(hand.screen.view.selectedIndexes()), 0, is_below=False)

    assert hand.session.undo_label is None


def test_a_task_dropped_where_it_is_stays_there(hand):
    hand.click("brief")
    mime = hand.screen.model.mimeData(hand.screen.view.selectedIndexes())
    drop(hand, mime, "brief")
    drop(hand, mime, "page")

    assert hand.shown()["Marketing"] == ["brief", "page", "video"]
    assert hand.session.undo_label is None


def test_a_task_dragged_into_another_gate_takes_that_gate(hand):
    hand.screen.bar.grouping.setCurrentIndex(list(Grouping).index(Grouping.GATE))
    hand.click("quiz")
    mime = hand.screen.model.mimeData(hand.screen.view.selectedIndexes())
    drop(hand, mime, "page")

    assert hand.task("quiz").gate == "gate:G1"


def test_a_task_dragged_into_another_week_is_due_in_that_week(hand):
    hand.screen.bar.grouping.setCurrentIndex(list(Grouping).index(Grouping.WEEK))
    weeks = list(hand.shown())
    hand.click("brief")
    mime = hand.screen.model.mimeData(hand.screen.view.selectedIndexes())
    first = next(title for title, keys in hand.shown().items() if "brief" in keys)
    other = next(keys[0] for title, keys in hand.shown().items() if title != first)
    drop(hand, mime, other)

    assert len(weeks) > 1
    assert next(title for title, keys in hand.shown().items() if "brief" in keys) != first
    hand.session.undo()
    assert list(hand.shown()) == weeks


def clipboard():
    return QGuiApplication.clipboard()


def test_copied_tasks_paste_as_cells_into_a_spreadsheet(hand):
    hand.click("page")
    hand.press(Qt.Key.Key_C, CONTROL)

    heads, row = [line.split("\t") for line in clipboard().text().splitlines()]
    cells = dict(zip(heads, row, strict=True))
    assert (cells["Task"], cells["Owner"], cells["Due"]) == ("Build the page", "Otis Reed", "2026-10-26")


def test_copied_tasks_are_pasted_as_fresh_ones(hand):
    hand.click("brief")
    hand.press(Qt.Key.Key_C, CONTROL)
    hand.click("quiz")
    hand.press(Qt.Key.Key_V, CONTROL)

    copy = hand.session.document.tasks[-1]
    assert (copy.title, copy.status, copy.evidence, copy.track) == (
        "Write the brief",
        TaskStatus.NOT_STARTED,
        (),
        "track:sales",
    )
    assert copy.key != "brief"


def test_cut_tasks_move_where_they_are_pasted_with_their_links(hand):
    hand.click("train")
    hand.press(Qt.Key.Key_X, CONTROL)
    assert hand.task("train").track == "track:sales"
    hand.click("brief")
    hand.press(Qt.Key.Key_V, CONTROL)

    assert hand.shown()["Marketing"] == ["brief", "train", "page", "video"]
    assert len(hand.session.document.rows(Dependency)) == 1


def paste_text(hand, text):
    mime = QMimeData()
    mime.setText(text)
    clipboard().setMimeData(mime)
    hand.press(Qt.Key.Key_V, CONTROL)


def test_rows_of_a_spreadsheet_become_tasks_as_one_edit(hand):
    hand.click("quiz")
    paste_text(hand, "Task\tOwner\tDays\tPriority\nPrint flyers\tMara Lind\t4\tMust\nBook hall\t\t2\tShould\n")

    fresh = hand.session.document.tasks[-2:]
    assert [(task.title, task.duration) for task in fresh] == [("Print flyers", 4), ("Book hall", 2)]
    assert fresh[0].owner == "person:mara"
    assert hand.session.undo_label == "Paste 2 tasks"


def test_a_plain_list_of_lines_becomes_tasks(hand):
    hand.click("quiz")
    paste_text(hand, "Print flyers\nBook hall\n")

    assert [task.title for task in hand.session.document.tasks[-2:]] == ["Print flyers", "Book hall"]


def test_a_row_with_a_known_key_changes_that_task_and_what_cannot_be_read_is_told(hand):
    hand.click("quiz")
    paste_text(hand, "Key\tTask\tDays\tOwner\npage\tBuild the page\t9\tNobody Known\n")

    assert hand.task("page").duration == 9
    assert hand.task("page").owner == "person:otis"
    assert "“Nobody Known” in row 2 is no owner" in hand.told[-1]
