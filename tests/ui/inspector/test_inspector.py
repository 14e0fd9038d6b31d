"""The inspector: every field of a task, its links, its proof and its history."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QToolButton

from launchpad.app.commands.task_fields import set_fields
from launchpad.app.commands.task_status import waive
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import AnchorKind, Criticality, EvidenceKind, LinkType, TaskStatus
from launchpad.domain.fields import fields_of
from launchpad.domain.gate import Decision
from launchpad.domain.ids import DecisionId
from launchpad.domain.task import Dependency, Task
from launchpad.domain.values import Anchor
from launchpad.ui.inspector.evidence_row import EvidenceRow
from launchpad.ui.inspector.link_dialog import LinkDialog
from tests.ui.checklist.plans import TODAY

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(hand):
    hand.click("page")
    QTest.qWait(1)
    return hand.screen.inspector


def write(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    QTest.keyClick(field, Qt.Key.Key_Return)


def texts(widget):
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)]


def test_a_task_is_shown_with_what_its_dates_mean(hand, panel):
    assert panel.title.toPlainText() == "Build the page"
    assert panel.where.text() == "Marketing · page"
    assert "20 Oct → 26 Oct · 5 days" in texts(panel.main)
    assert "2 days too late for the gate Gate G1" in texts(panel.main)


@pytest.mark.parametrize(
    ("form", "name", "text", "field", "value"),
    [
        ("main", "owner", "june", "owner", "person:june"),
        ("main", "due", "T-3", "deadline", -3),
        ("more", "weight", "7", "weight", 7.0),
        ("more", "key", "web.page", "key", "web.page"),
        ("more", "pessimistic", "9", "pessimistic", 9),
    ],
)
def test_a_field_is_typed_over(hand, panel, form, name, text, field, value):
    write(getattr(panel, form).controls[name], text)

    assert getattr(next(t for t in hand.session.document.tasks if t.id == "task:page"), field) == value


def test_a_note_is_kept_when_another_task_is_chosen(hand, panel):
    note = panel.texts.controls["private_note"]
    note.setFocus()
    QTest.keyClicks(note, "Between us")
    hand.click("deck")
    QTest.qWait(1)

    assert hand.task("page").private_note == "Between us"
    assert hand.task("deck").private_note == ""


def test_what_is_refused_does_not_stay_in_the_field(hand, panel):
    write(panel.main.controls["owner"], "Zebedee")

    assert hand.refusals
    assert panel.main.controls["owner"].text() == "Otis Reed"


def test_a_spin_box_held_down_is_one_step_of_undo(hand, panel):
    spin = panel.main.controls["progress"].spin
    spin.setFocus()
    for _ in range(6):
        QTest.keyClick(spin, Qt.Key.Key_Up)
    hand.session.flush()

    assert (hand.task("page").progress, hand.task("page").status) == (30, TaskStatus.IN_PROGRESS)
    hand.session.undo()
    assert hand.task("page").progress is None
    assert hand.session.undo_label is None


def test_a_link_is_added_by_typing_changed_and_removed(hand, panel):
    picker = panel.links.before.picker
    picker.setFocus()
    QTest.keyClicks(picker, "video")
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    QTest.keyClick(picker, Qt.Key.Key_Return)
    (link,) = [link for link in hand.session.document.dependencies if link.successor == "task:page"]
    assert (link.predecessor, link.type) == ("task:video", LinkType.FS)

    button = next(b for b in panel.links.before.findChildren(QPushButton) if b.text() == "finish to start")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LinkDialog)
    dialog.type.setCurrentIndex(1)
    dialog.lag.setValue(2)
    dialog._on_accepted()
    link = hand.session.document.table(Dependency)[link.id]
    assert (link.type, link.lag) == (LinkType.SS, 2)

    remove = next(b for b in panel.links.before.findChildren(QToolButton) if "Cut the video" in b.accessibleName())
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert link.id not in hand.session.document.table(Dependency)


def test_a_link_that_would_close_a_circle_is_refused(hand, panel):
    hand.click("deck")
    QTest.qWait(1)
    panel.links.before.picker.picked.emit("task:train")

    assert "circle" in hand.refusals[0]


def test_a_click_on_what_a_task_waits_for_goes_there(hand, panel):
    hand.click("train")
    QTest.qWait(1)
    go = next(b for b in panel.links.before.findChildren(QPushButton) if b.accessibleName() == "Pitch deck")
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)

    assert hand.selected() == ["deck"]


def test_evidence_is_typed_dropped_opened_and_removed(hand, panel, monkeypatch):
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    write(panel.evidence.field, "https://example.org/page")
    proof = hand.session.path.parent / "proof.pdf"
    proof.write_bytes(b"x")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(proof))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(panel.evidence, QDragEnterEvent(QPoint(5, 5), copy, mime, left, none))
    dropped = QDropEvent(QPointF(5, 5), copy | Qt.DropAction.MoveAction, mime, left, none)
    dropped.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(panel.evidence, dropped)

    assert dropped.dropAction() is copy, "a move would delete the file where it lies"
    assert [each.ref for each in hand.task("page").evidence] == ["https://example.org/page", "proof.pdf"]
    for name in ("Open page at example.org", "Open proof.pdf"):
        button = next(b for b in panel.evidence.findChildren(QPushButton) if b.accessibleName() == name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened == ["https://example.org/page", QUrl.fromLocalFile(str(proof)).toString()]

    remove = next(b for b in panel.evidence.findChildren(QToolButton) if b.accessibleName() == "Remove proof.pdf")
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert len(hand.task("page").evidence) == 1


def test_evidence_is_called_something_else_by_keys(hand, panel):
    write(panel.evidence.field, "https://example.org/page")
    (before,) = hand.task("page").evidence
    for typed, wanted in (("Final page", "Final page"), ("", "page")):
        (row,) = panel.evidence.findChildren(EvidenceRow)
        row.link.setFocus()
        QTest.keyClick(row.link, Qt.Key.Key_F2)
        QTest.keyClicks(row.name, typed or " ")
        QTest.keyClick(row.name, Qt.Key.Key_Return)
        assert hand.task("page").evidence == (replace(before, label=wanted),)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (row,) = panel.evidence.findChildren(EvidenceRow)
    QTest.mouseClick(row.rename, Qt.MouseButton.LeftButton)
    QTest.keyClicks(row.name, "not this")
    QTest.keyClick(row.name, Qt.Key.Key_Escape)
    assert hand.task("page").evidence == (before,)
    hand.session.undo()
    assert hand.task("page").evidence[0].label == "Final page"


def test_evidence_that_is_not_safe_to_open_is_not_opened(hand, panel, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pytest.fail("opened"))
    write(panel.evidence.field, "javascript:alert(1)")
    button = next(b for b in panel.evidence.findChildren(QPushButton) if b.accessibleName().startswith("Open"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert "not opened" in hand.refusals[0]


def test_the_history_tells_what_touched_the_task_and_nothing_else(hand, panel, qtbot):
    hand.screen.edits.set_text(["task:page"], "owner", "june")
    hand.screen.edits.set_text(["task:deck"], "owner", "mara")
    hand.screen.edits.set_text(["task:page"], "due", "T-3")
    hand.session.undo()

    def told():
        lines = texts(panel.history)[1:]
        assert len(lines) == 3, lines
        assert lines[0].endswith("undone: deadline T−3 → none")
        assert lines[1].endswith("deadline none → T−3")
        assert lines[2].endswith("owner Otis Reed → June Park")

    qtbot.waitUntil(lambda: told() is None, timeout=3000)


def test_several_tasks_are_given_the_same_at_once(hand, panel):
    hand.click("train", keys=CONTROL)
    QTest.qWait(1)
    several = panel.several
    assert panel.several_title.text() == "2 tasks"
    assert several.controls["owner"].text() == "Otis Reed"
    assert several.controls["gate"].currentIndex() == -1
    combo = several.controls["criticality"]
    combo.setCurrentIndex(combo.findData("could"))
    combo.activated.emit(combo.currentIndex())

    assert [hand.task(key).criticality for key in ("page", "train")] == [Criticality.COULD] * 2
    hand.session.undo()
    assert hand.task("train").criticality is Criticality.MUST


def test_control_i_closes_it_and_brings_it_back(hand, panel):
    hand.press(Qt.Key.Key_I, CONTROL)
    assert not panel.isVisible()
    hand.click("deck")

    hand.press(Qt.Key.Key_I, CONTROL)

    assert panel.isVisible()
    assert panel.title.toPlainText() == "Pitch deck"


def test_every_control_has_a_name_for_a_screen_reader(hand, panel):
    from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit

    kinds = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
    nameless = [
        each
        for kind in kinds
        for each in hand.screen.findChildren(kind)
        if each.isVisible() and not each.accessibleName() and not (isinstance(each, QAbstractButton) and each.text())
        if each.objectName() not in ("qt_spinbox_lineedit",) and not isinstance(each.parent(), QLineEdit)
    ]

    assert nameless == []


def test_nothing_about_a_task_is_wider_than_the_panel(hand, panel):
    task = next(each for each in hand.session.document.tasks if each.id == "task:page")
    person = hand.session.document.person("june")
    long = "The person who approves what the whole of the company says in public"
    hand.session.run(lambda _: Edit("Rename", (Change(person, replace(person, name=long)),)))
    hand.session.run(lambda _: Edit("Ask", (Change(task, replace(task, approver=person.id)),)))
    panel.resize(280, 600)
    QTest.qWait(1)

    area = next(each for each in panel.findChildren(QScrollArea) if each.isVisible())
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


ELSEWHERE = {"title", "evidence", "approved_by", "approved_on"}
"""Fields with a part of the panel to themselves."""
TOLD = {"updated", "baseline_start", "baseline_finish", "blocked_since", "review_since"}
"""Fields that follow from what is done, and are shown."""
CALLED = {"duration": "days", "deadline": "due", "anchor": "constraint"}


def test_every_field_of_a_task_has_its_place(panel):
    controls = {**panel.main.controls, **panel.texts.controls, **panel.more.controls}
    names = {field.name for field in fields_of(Task)} - {"id", "order"} - ELSEWHERE - TOLD

    assert {name for name in names if CALLED.get(name, name) not in controls} == set()


def pick(combo, words):
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())


def test_a_constraint_is_chosen_and_its_day_typed(hand, panel):
    more = panel.more.controls
    pick(more["constraint"], "As soon as possible")
    assert not more["constraint_day"].isVisibleTo(panel)
    pick(more["constraint"], "Finish no later than")
    assert more["constraint_day"].isVisibleTo(panel)
    write(more["constraint_day"], "T-4")

    assert hand.task("page").anchor == Anchor(AnchorKind.FNLT, -4)
    hand.session.undo()
    assert more["constraint_day"].text() != "T−4"


def test_a_finish_that_is_held_is_no_start(hand, panel):
    pick(panel.more.controls["constraint"], "Finish no later than")

    assert panel.main.controls["start"].text() == ""


def test_the_kind_of_proof_that_is_asked_for_is_chosen(hand, panel):
    pick(panel.more.controls["evidence_kind"], "Report")
    assert hand.task("page").evidence_kind is EvidenceKind.REPORT
    pick(panel.more.controls["evidence_kind"], "Any")

    assert hand.task("page").evidence_kind is None


def test_the_field_is_empty_again_once_a_link_was_taken_from_the_list(hand, panel):
    picker = panel.links.before.picker
    picker.setFocus()
    QTest.keyClicks(picker, "video")
    popup = picker.completer().popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QTest.qWait(5)

    (link,) = [link for link in hand.session.document.dependencies if link.successor == "task:page"]
    assert link.predecessor == "task:video"
    assert picker.text() == ""


def a_decision(key):
    return Decision(id=DecisionId(f"decision:{key}"), key=key, title=f"Do without {key}", day=TODAY)


def test_the_decision_that_waives_a_task_can_be_another(hand, panel):
    first, second = (a_decision(key) for key in ("D-01", "D-02"))
    hand.session.run(lambda _: Edit("Decide", (Change(None, first), Change(None, second))))
    hand.session.run(waive, ["task:page"], first.id, TODAY)
    pick(panel.main.controls["waived_by"], "D-02 · Do without D-02")

    assert hand.task("page").waived_by == second.id


def test_it_says_since_when_a_task_is_blocked(hand, panel):
    fields = {"status": TaskStatus.BLOCKED, "blocked_since": date(2026, 10, 5)}
    hand.session.run(set_fields, ["task:page"], fields, TODAY)

    assert panel.main.controls["since"].text() == "5 Oct"


def test_why_a_task_is_blocked_is_read_whole_and_typed_over(hand, panel):
    why = "Nobody may publish prices before the board has met, and it meets in the week after the fair"
    hand.session.run(set_fields, ["task:page"], {"status": TaskStatus.BLOCKED, "blocked_reason": why}, TODAY)
    panel.resize(280, 600)
    QTest.qWait(1)
    field = panel.main.controls["blocked_reason"]

    assert field.toPlainText() == why
    assert not field.verticalScrollBar().maximum(), "no line of it is out of sight"

    write(field, "The board")
    assert hand.task("page").blocked_reason == "The board"
