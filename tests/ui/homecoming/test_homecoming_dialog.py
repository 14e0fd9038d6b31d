"""The dialog in which a workbook comes home: what it shows, how it is decided with, what ends on disk."""

import csv
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget

from launchpad.app.commands.task_fields import set_fields
from launchpad.app.homecoming.decisions import Choice, Decisions
from launchpad.storage.launch_file import read_document
from launchpad.ui.homecoming.cells import button_boxes
from launchpad.ui.homecoming.changes_page import ChangesPage
from launchpad.ui.homecoming.lines import Words
from launchpad.ui.homecoming.table import BASE, DECISION, FIELD, KIND, MINE, TASK, THEIRS, ChangesModel
from launchpad.ui.theme.manager import color
from tests.interchange.homecoming.returning import Filled, editing
from tests.ui.homecoming.conftest import PATIENCE, Office

NewOffice = Callable[..., Office]
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


def lines(page: ChangesPage) -> list[tuple[str, ...]]:
    model = page.model
    columns = (TASK, FIELD, BASE, MINE, THEIRS, KIND, DECISION)
    return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]


def change(office: Office, key: str, **fields: object) -> None:
    office.session.run(set_fields, [office.plan.task(key).id], fields, office.session.today)


@pytest.fixture
def busy(office: NewOffice) -> Office:
    """A plan and a file that both went on."""
    home = office()
    home.session.session.who = "Mara Berg"
    home.send()
    back = home.filled({"cards": {"progress": 0.6, "note": "Two on leave"}, "demo": {"owner": "Ada", "progress": 0.9}})
    with editing(back) as book:
        page = Filled(book["Plan"])
        page.fill("kb", expected_finish="mid Feb", duration=9)
        page.add(title="Partner webinar", track="Sales", expected_finish=date(2026, 11, 3))
        page.page.delete_rows(page.row("old"))
    change(home, "demo", progress=50)
    change(home, "kb", owner=home.plan.person("ada").id)
    return home


def test_every_difference_is_a_line_with_all_sides(busy: Office):
    page = busy.bring(busy.folder / "sales.xlsx")

    assert lines(page) == [
        ("Battlecards", "Progress", "–", "–", "60 %", "Changed", "Take theirs"),
        ("Battlecards", "Note", "–", "–", "Two on leave", "Changed", "Take theirs"),
        ("Demo", "Owner", "Ben", "Ben", "Ada", "Changed", "Take theirs"),
        ("Demo", "Progress", "–", "50 %", "90 %", "Both changed", "not decided"),
        ("Articles", "Owner", "Ben", "Ada", "Ben", "Kept", "only you changed it"),
        ("Partner webinar", "New task", "", "", "Sales · 3 Nov · Should", "New", "Add"),
        ("Old page", "Whole row", "", "", "no row", "Not in the file", "Keep"),
        ("Articles", "Duration", "1", "1", "9", "Not theirs", "left alone · cell T8"),
        ("Articles", "Expected finish", "", "", "“mid Feb”", "Not a date", "left alone · cell J8"),
    ]
    assert page.head.title.text() == "Changes in sales.xlsx"
    assert "4 rows read · 5 changes, 1 needs your decision, 1 cell could not be read" in page.head.facts.text()
    assert page.apply_button.text() == "Apply 4 changes"
    busy.dialog().reject()


def test_the_keyboard_begins_at_what_is_to_be_decided_and_says_who_and_when(busy: Office):
    page = busy.bring(busy.folder / "sales.xlsx")
    texts = [label.text() for label in page.detail.findChildren(type(page.effect))]

    assert page.view.currentIndex().siblingAtColumn(TASK).data() == "Demo"
    assert any(text.startswith("Changed by Mara Berg, ") for text in texts)
    assert any(text.startswith("Saved by Dana Fox, ") and text.endswith("Plan!G7") for text in texts)
    busy.dialog().reject()


def test_deciding_by_keyboard_and_applying_is_one_edit_on_disk_that_undo_takes_back(busy: Office):
    before = busy.plan
    page = busy.bring(busy.folder / "sales.xlsx")
    QTest.keyClick(page.view, KEY.Key_T)
    assert page.apply_button.text() == "Apply 5 changes"
    QTest.keyClick(page.view, KEY.Key_Space)
    assert page.decisions[page.model.lines[page.view.currentIndex().row()].place] is Choice.MINE
    QTest.keyClick(page.view, KEY.Key_Right)
    QTest.keyClick(page.view, KEY.Key_Up)
    QTest.keyClick(page.view, KEY.Key_M)
    assert page.apply_button.text() == "Apply 4 changes"
    QTest.keyClick(page.view, KEY.Key_Return)
    busy.qtbot.waitUntil(lambda: busy.plan != before)

    on_disk = read_document(busy.session.path)
    assert on_disk == busy.plan
    assert on_disk.task("cards").progress == 60
    assert (on_disk.task("demo").progress, on_disk.task("demo").owner) == (90, on_disk.person("ben").id)
    assert "Partner webinar" in [task.title for task in on_disk.tasks]
    assert busy.session.undo_label == "Merge sales.xlsx"

    busy.window.offers["undo"].trigger()
    assert read_document(busy.session.path) == busy.plan == before


def test_what_was_taken_over_is_told_in_the_status_bar_and_nothing_covers_it(busy: Office):
    page = busy.bring(busy.folder / "sales.xlsx")
    QTest.mouseClick(page.apply_button, LEFT)
    status = busy.window.status
    told = status.currentMessage()
    view = busy.window.view
    assert view is not None
    with busy.qtbot.waitSignal(view.facts_changed, timeout=PATIENCE):
        pass

    assert told == "4 changes taken over from sales.xlsx; Undo takes all of it back."
    assert status.currentMessage() == told
    left = [child for child in status.findChildren(QWidget) if child.isVisible() and child.x() < 60]
    assert left == [], "the usual words give way meanwhile"


def test_a_click_on_a_button_of_a_line_decides(busy: Office):
    page = busy.bring(busy.folder / "sales.xlsx")
    row = [line[KIND] for line in lines(page)].index("Not in the file")
    index = page.model.index(row, DECISION)
    _, remove = button_boxes(page.view.visualRect(index), ("Keep", "Remove"))
    QTest.mouseClick(page.view.viewport(), LEFT, pos=remove.center())
    assert index.data() == "Remove"

    QTest.mouseClick(page.apply_button, LEFT)
    assert "old" not in [task.key for task in read_document(busy.session.path).tasks]


def test_all_theirs_and_all_mine_take_and_keep_everything_but_remove_nothing(busy: Office):
    page = busy.bring(busy.folder / "sales.xlsx")
    QTest.mouseClick(page.head.take_all, LEFT)
    assert [line[DECISION] for line in lines(page)][:7] == [*["Take theirs"] * 4, "only you changed it", "Add", "Keep"]

    QTest.mouseClick(page.head.keep_all, LEFT)
    assert page.apply_button.text() == "Keep all as it is"
    before = busy.plan
    QTest.mouseClick(page.apply_button, LEFT)
    assert read_document(busy.session.path) == before

    again = busy.bring(busy.folder / "sales.xlsx")
    assert "Both changed" not in [line[KIND] for line in lines(again)], "what was refused is not asked about again"
    busy.dialog().reject()


def test_what_was_not_decided_is_asked_about_again(busy: Office):
    page = busy.bring(busy.folder / "sales.xlsx")
    assert "1 not decided: mine stays." in page.effect.text()
    QTest.mouseClick(page.apply_button, LEFT)
    assert busy.plan.task("demo").progress == 50

    again = busy.bring(busy.folder / "sales.xlsx")
    assert [line[:2] for line in lines(again) if line[KIND] == "Both changed"] == [("Demo", "Progress")]
    busy.dialog().reject()


def test_the_effect_follows_the_choices(busy: Office):
    page = busy.bring(busy.folder / "sales.xlsx")
    first = page.effect.text()
    QTest.mouseClick(page.head.keep_all, LEFT)
    busy.qtbot.waitUntil(lambda: "Effect" in page.effect.text() and page.effect.text() != first)

    assert "→" in first
    assert "readiness stays" in page.effect.text()
    assert "launch date unchanged" in page.effect.text()
    busy.dialog().reject()


def test_a_filter_shows_one_kind(busy: Office):
    page = busy.bring(busy.folder / "sales.xlsx")
    assert page.head.filter.button("decide").text() == "To decide 1"
    QTest.mouseClick(page.head.filter.button("left"), LEFT)
    assert {line[KIND] for line in lines(page)} == {"Kept", "Not theirs", "Not a date"}
    QTest.mouseClick(page.head.filter.button("new"), LEFT)
    QTest.keyClick(page.view, KEY.Key_Left)
    assert lines(page)[0][DECISION] == "Skip"
    busy.dialog().reject()


def test_dates_that_could_be_either_way_round_are_asked_about_once(office: NewOffice):
    home = office()
    back = home.filled({"cards": {"expected_finish": "5/11/2026"}, "demo": {"progress": 0.3}})
    page = home.bring(back)
    QTest.keyClick(page.view, KEY.Key_M)
    (button,) = [each for each in page.head.findChildren(QPushButton) if each.text() == "Day first"]
    assert button.isVisible()
    QTest.mouseClick(button, LEFT)
    home.qtbot.waitUntil(lambda: page.model.rowCount() == 2 and not button.isVisible())

    found = {line[:2]: line for line in lines(page)}
    assert found[("Battlecards", "Expected finish")][THEIRS] == "5 Nov"
    assert found[("Demo", "Progress")][DECISION] == "Keep mine", "what was decided stays decided"
    home.dialog().reject()


def test_the_log_is_saved_and_says_in_the_end_what_was_applied(busy: Office, monkeypatch: pytest.MonkeyPatch):
    target = busy.folder / "log.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page = busy.bring(busy.folder / "sales.xlsx")
    QTest.mouseClick(page.log_button, LEFT)
    with target.open(encoding="utf-8-sig", newline="") as file:
        first = {(row["Key"], row["Field"]): row for row in csv.DictReader(file)}
    QTest.keyClick(page.view, KEY.Key_T)
    QTest.mouseClick(page.apply_button, LEFT)
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = {(row["Key"], row["Field"]): row for row in csv.DictReader(file)}

    assert first[("demo", "Progress")]["Outcome"] == "in conflict, not decided: mine stays"
    assert rows[("demo", "Progress")]["Outcome"] == "in conflict, accepted"
    assert rows[("cards", "Progress")]["Outcome"] == "accepted"
    assert rows[("kb", "Owner")]["Outcome"] == "kept, only you changed it"
    assert rows[("kb", "Expected finish")]["Outcome"] == "left alone, not readable"
    assert (rows[("demo", "Progress")]["Mine changed by"], rows[("demo", "Progress")]["Theirs saved by"]) == (
        "Mara Berg",
        "Dana Fox",
    )


def test_an_untouched_file_has_nothing_to_apply(office: NewOffice):
    home = office()
    page = home.bring(home.send())

    assert page.model.rowCount() == 0
    assert "no changes" in page.head.facts.text()
    assert "nothing to take over" in page.effect.text()
    assert [b.isEnabled() for b in (page.apply_button, page.head.keep_all, page.head.take_all)] == [False] * 3
    QTest.mouseClick(page.foot.back, LEFT)
    assert home.session.session.last_number == 1


@pytest.mark.parametrize("content", [b"", b"not a workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600])
def test_a_file_that_cannot_be_merged_is_refused_in_a_sentence(office: NewOffice, content: bytes):
    home = office()
    path = home.folder / "bad.xlsx"
    path.write_bytes(content)
    before = home.plan
    home.window.imports.bring(path)
    home.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox), timeout=PATIENCE)
    box = QApplication.activeModalWidget()

    assert isinstance(box, QMessageBox)
    assert box.informativeText().startswith("“bad.xlsx” cannot be merged: ")
    assert box.informativeText().endswith("Nothing was changed.")
    box.accept()
    assert home.plan == before


def test_reading_can_be_stopped(busy: Office):
    busy.window.imports.bring(busy.folder / "sales.xlsx")
    dialog = busy.dialog()
    QTest.mouseClick(dialog.reading.stop, LEFT)

    assert not dialog.isVisible()
    assert dialog.reading.progress.is_stopped


def test_a_plan_changed_meanwhile_is_not_overwritten(busy: Office):
    page = busy.bring(busy.folder / "sales.xlsx")
    told: list[str] = []
    busy.session.refused.connect(told.append)
    change(busy, "cards", progress=10)
    QTest.mouseClick(page.apply_button, LEFT)

    assert told == ["The plan was changed meanwhile; read the file again."]
    assert busy.plan.task("cards").progress == 10
    busy.dialog().reject()


def test_the_menu_asks_for_a_workbook(busy: Office, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(busy.folder / "sales.xlsx"), ""))
    (button,) = [each for each in busy.window.findChildren(QPushButton) if each.accessibleName() == "Import"]
    QTest.mouseClick(button, LEFT)

    assert busy.changes().model.rowCount() == 9
    busy.dialog().reject()


def test_a_workbook_dropped_on_the_window_comes_home(busy: Office):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(busy.folder / "sales.xlsx"))])
    copy, where = Qt.DropAction.CopyAction, QPointF(700, 400)
    enter = QDragEnterEvent(QPoint(700, 400), copy, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(busy.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(busy.window, QDropEvent(where, copy, data, LEFT, Qt.KeyboardModifier.NoModifier))

    assert busy.changes().model.rowCount() == 9
    busy.dialog().reject()


def test_the_list_is_a_model_as_qt_wants_it(busy: Office):
    page = busy.bring(busy.folder / "sales.xlsx")
    home = page.home
    model = ChangesModel(Words(home, Decisions(home)))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_only("changed")
    model.choose([0, 1], Choice.MINE)
    model.show_only("all")

    assert tester.model() is model
    assert model.index(0, DECISION).data() == "Keep mine"
    busy.dialog().reject()


def test_every_control_has_a_name_and_tab_reaches_them(busy: Office):
    page = busy.bring(busy.folder / "sales.xlsx")
    seen = set()
    for _ in range(20):
        QTest.keyClick(QApplication.focusWidget() or page.view, KEY.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.add(widget.accessibleName() or getattr(widget, "text", str)())

    assert {"Changes in the workbook", "Keep all mine", "Take all theirs", "Save log…", "Cancel"} <= seen
    assert "" not in seen
    busy.dialog().reject()


def test_a_task_that_the_file_calls_blocked_is_asked_why_by_whom_and_until_when(office: NewOffice):
    home = office()
    home.send()
    page = home.bring(home.filled({"cards": {"status": "Blocked"}}))
    fields = page.detail.blocking
    assert [line[KIND] for line in lines(page)] == ["A question"]
    assert fields.isVisible()

    fields.reason.setFocus()
    QTest.keyClicks(fields.reason, "Two on leave")
    QTest.keyClick(fields.reason, KEY.Key_Tab)
    assert page.apply_button.text() == "Apply 1 change", "whoever says why means to take it"
    place = page.view.visualRect(page.view.currentIndex().siblingAtColumn(TASK))
    ground = page.view.viewport().grab().toImage().pixelColor(place.left() + 3, place.top() + 4)
    assert ground == color("accent_tint"), "the line that is asked about stays marked"
    QTest.keyClicks(fields.person, "Ada")
    fields.day.setFocus()
    QTest.keyClicks(fields.day, "2026-10-30")
    QTest.keyClick(fields.day, KEY.Key_Tab)
    QTest.mouseClick(page.apply_button, LEFT)
    home.qtbot.waitUntil(lambda: home.plan.task("cards").blocked_reason == "Two on leave")

    task = read_document(home.session.path).task("cards")
    assert (task.unblocked_by, task.unblock_by) == (home.plan.person("ada").id, date(2026, 10, 30))


def test_all_theirs_asks_once_why_tasks_are_blocked_and_takes_none_before(office: NewOffice):
    home = office()
    home.send()
    page = home.bring(
        home.filled({"cards": {"status": "Blocked"}, "demo": {"status": "Blocked"}, "kb": {"progress": 0.4}})
    )
    QTest.mouseClick(page.head.filter.button("changed"), LEFT)
    QTest.mouseClick(page.head.take_all, LEFT)
    home.qtbot.waitUntil(lambda: "Effect" in page.effect.text())
    assert [line[DECISION] for line in lines(page)] == ["not decided", "not decided", "Take theirs"]
    assert "2 blocked tasks without a reason: mine stays." in page.effect.text()
    reason = page.detail.blocking.reason
    assert reason.hasFocus()

    QTest.keyClicks(reason, "No lab")
    QTest.keyClick(reason, KEY.Key_Tab)
    assert page.apply_button.text() == "Apply 3 changes"
    QTest.mouseClick(page.apply_button, LEFT)
    home.qtbot.waitUntil(lambda: home.plan.task("kb").progress == 40)
    assert [home.plan.task(key).blocked_reason for key in ("cards", "demo", "kb")] == ["No lab", "No lab", ""]


def test_somebody_unknown_is_told_and_other_lines_ask_nothing(office: NewOffice):
    home = office()
    home.send()
    page = home.bring(home.filled({"cards": {"status": "Blocked"}, "demo": {"progress": 0.9}}))
    fields = page.detail.blocking
    fields.person.setText("Zaphod")
    fields.person.editingFinished.emit()
    texts = [label.text() for label in page.detail.findChildren(type(page.effect))]
    assert "There is nobody called “Zaphod” in this plan." in texts

    row = [line[KIND] for line in lines(page)].index("Changed")
    page.view.setCurrentIndex(page.model.index(row, TASK))
    assert not fields.isVisible()
    home.dialog().reject()
