"""Gestures in the inspector."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QSpinBox, QToolButton, QWidget

from launchpad.ui.inspector.link_dialog import LinkDialog
from tests.ui.whole.desk import Desk, choose
from tests.ui.whole.hands import CONTROL, Step, click, held_down, named, type_line

LINES = {
    "owner": "June Park",
    "start": "T-20",
    "due": "T-3",
    "expected_finish": "2026-11-02",
    "key": "launch.page",
    "weight": "7",
    "approver": "Otis Reed",
    "actual_start": "2026-10-05",
    "actual_finish": "2026-10-09",
    "optimistic": "2",
    "pessimistic": "9",
    "applies_if": "has_page",
}
BLOCKED_LINES = {"blocked_reason": "No ink", "unblocked_by": "Mara Lind", "unblock_by": "2026-10-21"}
NA_LINES = {"na_reason": "Fair is canceled", "na_approved_by": "Mara Lind"}
OWN_CHOICES = {"constraint": "As late as possible", "evidence_kind": "Report"}
CHOICES = {"status": "In progress", "criticality": "Should", "gate": "No gate", "track": "Sales"}
TEXTS = {"acceptance": "It is live", "deliverable": "A page", "note": "Ask first", "private_note": "Hush"}


def form_of(desk: Desk, name: str) -> QWidget:
    inspector = desk.checklist.inspector
    forms = (inspector.several,) if len(inspector._ids) > 1 else (inspector.main, inspector.texts, inspector.more)
    return next(form.controls[name] for form in forms if name in form.controls)


def inspector_line(task: str, name: str, text: str) -> Step:
    def step(desk: Desk) -> None:
        desk.select(task)
        type_line(form_of(desk, name), text)

    return step


def inspector_choice(name: str, *tasks: str) -> Step:
    def step(desk: Desk) -> None:
        desk.select(*tasks)
        combo = form_of(desk, name)
        assert isinstance(combo, QComboBox)
        choose(combo, (CHOICES | OWN_CHOICES)[name])

    return step


def inspector_text(name: str) -> Step:
    def step(desk: Desk) -> None:
        desk.select("task:page")
        field = form_of(desk, name)
        field.setFocus()
        QTest.keyClicks(field, TEXTS[name])
        QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)

    return step


def inspector_title(desk: Desk) -> None:
    title = desk.select("task:page").inspector.title
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(title, "Launch page")
    QTest.keyClick(title, Qt.Key.Key_Return)


def inspector_days(desk: Desk) -> None:
    desk.select("task:page")
    held_down(form_of(desk, "days"))


def inspector_progress(desk: Desk) -> None:
    desk.select("task:deck")
    spin = form_of(desk, "progress").findChild(QSpinBox)
    assert spin is not None
    held_down(spin)


def inspector_evidence(desk: Desk) -> None:
    type_line(desk.select("task:page").inspector.evidence.field, "https://example.org/proof")


def inspector_evidence_removed(desk: Desk) -> None:
    section = desk.select("task:brief").inspector.evidence
    click(named(section, "Remove", QToolButton))


def inspector_approval(desk: Desk) -> None:
    desk.select("task:page").inspector.approval.box.click()


def inspector_link(desk: Desk) -> None:
    picker = desk.select("task:video").inspector.links.before.picker
    QTest.keyClicks(picker, "deck")
    popup = picker.completer().popup()
    assert popup is not None
    popup.hide()
    QTest.keyClick(picker, Qt.Key.Key_Return)


def inspector_link_changed(desk: Desk) -> None:
    section = desk.select("task:train").inspector.links.before
    click(named(section, "Change the link"))
    asked = desk.dialog(LinkDialog)
    asked.lag.setValue(3)
    QTest.keyClick(asked, Qt.Key.Key_Return)


def inspector_link_removed(desk: Desk) -> None:
    section = desk.select("task:train").inspector.links.before
    click(named(section, "Remove the link", QToolButton))


def several_owner(desk: Desk) -> None:
    desk.select("task:page", "task:train")
    type_line(form_of(desk, "owner"), "June Park")


def several_days(desk: Desk) -> None:
    desk.select("task:page", "task:train")
    type_line(form_of(desk, "days"), "8")


INSPECTOR: dict[str, Step] = {
    **{f"the {name} of a task": inspector_line("task:page", name, text) for name, text in LINES.items()},
    **{f"the {name} of a task": inspector_line("task:print", name, text) for name, text in BLOCKED_LINES.items()},
    **{f"the {name} of a task": inspector_line("task:fair", name, text) for name, text in NA_LINES.items()},
    **{f"the choice of {name}": inspector_choice(name, "task:page") for name in CHOICES | OWN_CHOICES},
    **{f"the choice of {n} for two": inspector_choice(n, "task:page", "task:deck") for n in CHOICES if n != "status"},
    **{f"the text {name}": inspector_text(name) for name in TEXTS},
    "the title": inspector_title,
    "days held down": inspector_days,
    "progress held down": inspector_progress,
    "evidence": inspector_evidence,
    "evidence removed": inspector_evidence_removed,
    "an approval": inspector_approval,
    "a link": inspector_link,
    "a link's lag": inspector_link_changed,
    "a link removed": inspector_link_removed,
    "the owner of two": several_owner,
    "the days of two": several_days,
}  # fmt: skip
