"""The foot of a dialog: its order, what Return presses, and where Tab leads."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout

from launchpad.ui.parts import dialog_foot
from launchpad.ui.parts.dialog_foot import DialogFoot
from launchpad.ui.parts.refusal import Refusal
from launchpad.ui.theme import button_order
from launchpad.ui.theme.manager import ThemeChoice, theme_manager

KEY = Qt.Key


class Asking(QDialog):
    """A field and a foot; it remembers which buttons were pressed."""

    def __init__(self, *, is_danger: bool = False) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.field = QLineEdit()
        action = "Remove" if is_danger else "Add"
        self.foot = DialogFoot(self, action, others=["Look first"], is_danger=is_danger)
        self.buttons = [self.foot.button(words) for words in ("Look first", "Cancel", action)]
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addLayout(self.foot)
        for button in self.buttons:
            button.clicked.connect(partial(self._press, button.text()))

    def _press(self, words: str, checked: bool = False) -> None:
        self.pressed.append(words)


@pytest.fixture
def shown(qtbot):
    def show(**how: bool) -> Asking:
        dialog = Asking(**how)
        qtbot.addWidget(dialog)
        dialog.show()
        assert QTest.qWaitForWindowActive(dialog)
        dialog.field.setFocus()
        return dialog

    return show


def tabbed(dialog: QDialog, steps: int) -> list[str]:
    words = []
    for _ in range(steps):
        QTest.keyClick(QApplication.focusWidget() or dialog, KEY.Key_Tab)
        here = QApplication.focusWidget()
        words.append(here.text() if isinstance(here, QPushButton) else "the field")
    return words


def test_return_in_a_field_presses_what_the_dialog_does(shown):
    dialog = shown()
    QTest.keyClick(dialog.field, KEY.Key_Return)

    assert dialog.pressed == ["Add"]


@pytest.mark.parametrize("words", ["Cancel", "Look first", "Add"])
def test_return_on_a_button_presses_that_button(shown, words):
    dialog = shown()
    button = dialog.foot.button(words)
    button.setFocus()
    QTest.keyClick(button, KEY.Key_Return)

    assert dialog.pressed == [words]


def test_return_presses_nothing_while_there_is_nothing_to_do_yet(shown):
    dialog = shown()
    dialog.foot.go.setEnabled(False)
    QTest.keyClick(dialog.field, KEY.Key_Return)

    assert dialog.pressed == []


def test_return_does_nothing_dangerous(shown):
    dialog = shown(is_danger=True)
    QTest.keyClick(dialog.field, KEY.Key_Return)

    assert dialog.pressed == ["Cancel"]


@pytest.mark.parametrize("is_back_first", [True, False])
def test_tab_leads_through_the_buttons_as_they_are_read_whatever_the_theme_does(shown, monkeypatch, is_back_first):
    monkeypatch.setattr(dialog_foot, "is_back_first", lambda: is_back_first)
    dialog = shown()
    theme_manager().choose(ThemeChoice.DARK)
    theme_manager().choose(ThemeChoice.LIGHT)
    seen = tabbed(dialog, 4)

    assert seen == ["Look first", *(["Cancel", "Add"] if is_back_first else ["Add", "Cancel"]), "the field"]
    assert sorted(seen[:3], key=lambda words: dialog.foot.button(words).x()) == seen[:3]


def test_buttons_stay_as_they_are_while_there_is_nothing_to_say(qtbot):
    dialog, said = QDialog(), Refusal()
    qtbot.addWidget(dialog)
    foot = DialogFoot(dialog, "Add", said=said)
    QVBoxLayout(dialog).addLayout(foot)
    dialog.resize(600, 80)
    dialog.show()
    silent = foot.go.geometry()
    said.say("It cannot be added.")
    QTest.qWait(1)

    assert foot.go.geometry() == silent
    assert silent.width() == foot.go.sizeHint().width()


@pytest.mark.parametrize(
    ("platform", "desktop", "back_first", "rule"),
    [
        ("win32", "", False, ""),
        ("darwin", "", True, ""),
        ("linux", "ubuntu:GNOME", True, "button-layout: 3"),
        ("linux", "", True, "button-layout: 3"),
        ("linux", "KDE", False, ""),
    ],
)
def test_the_order_is_that_of_the_desktop(monkeypatch, platform, desktop, back_first, rule):
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)

    assert button_order.is_back_first() is back_first
    assert rule in button_order.button_order()
    assert bool(button_order.button_order()) == bool(rule)
