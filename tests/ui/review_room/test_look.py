"""The room is read from afar, by eye and by ear, and the projector shows no more than it should."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from launchpad.ui.review_room.room import RoomWindow
from launchpad.ui.review_room.sizes import Size, Sizes
from launchpad.ui.theme.manager import ThemeChoice, theme_manager
from tests.ui.review_room.hand import focus, go, line, press, to, write
from tests.ui.shell.test_accessible import unnamed
from tests.ui.whole.test_keyboard import invisibly_focused, speechless, tabbed, unreached

LEAST = 14
"""Pixels of the smallest text."""


def parts(room: RoomWindow) -> Iterator[str]:
    """Go through the whole agenda."""
    for part in room.answers.review.agenda:
        go(room, part.key)
        yield part.key


def small_texts(root: QWidget | None, least: int = LEAST) -> list[str]:
    """Texts in sight that are smaller than they may be."""
    assert root is not None, "nothing is shown"
    return [
        f"{type(each).__name__} “{_text(each)}” {each.fontInfo().pixelSize()}"
        for each in root.findChildren(QWidget)
        if each.isVisible() and _text(each) and each.fontInfo().pixelSize() < least
    ]


def _text(widget: QWidget) -> str:
    """What can be read on a widget itself."""
    found = (getattr(widget, name, str)() for name in ("text", "toPlainText", "placeholderText", "currentText"))
    return next((text for text in found if text), "")


def cut_texts(root: QWidget) -> list[str]:
    """Buttons in sight whose words do not fit."""
    return [
        each.text()
        for each in root.findChildren(QPushButton)
        if each.isVisible() and each.fontMetrics().horizontalAdvance(each.text()) > each.width() - 8
    ]


@pytest.mark.parametrize("theme", [pytest.param(ThemeChoice.LIGHT, marks=pytest.mark.slow), ThemeChoice.DARK])
def test_nothing_in_the_room_is_under_fourteen_pixels(open_room, theme):
    desk, room = open_room()
    theme_manager().choose(theme)
    press("w")
    to(room)
    press("a")
    line("Order the kit @june fri")
    press("Escape", "i")
    press("Escape")
    projector = desk.view.reviews.meeting.projector
    assert projector is not None
    for part in parts(room):
        assert small_texts(room) == [], part
        assert small_texts(projector) == [], part
        assert cut_texts(room) == [], part


@pytest.mark.slow
def test_in_a_larger_window_everything_is_larger(open_room):
    _desk, room = open_room()
    for _ in parts(room):
        press("g")
    room.resize(1920, 1080)
    for part in parts(room):
        press("g")
        assert small_texts(room, 21) == [], part


def test_what_enter_offers_and_the_end_are_as_large(open_room):
    _desk, room = open_room()
    go(room, "track:sales")
    press("Down", "Return")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert menu.fontInfo().pixelSize() >= LEAST
    press("Escape")
    to(room)
    press("Ctrl+Return")
    assert small_texts(QApplication.activeModalWidget()) == []
    press("Escape")


def test_a_question_about_a_task_is_as_large(open_room):
    _desk, room = open_room()
    go(room, "track:sales")
    press("Down", "Return")
    press("Up", "Up", "Up", "Return")  # from the foot: not applicable, waived, done
    QTest.qWait(1)
    assert small_texts(QApplication.activeModalWidget()) == []
    press("Escape")


def test_texts_grow_with_the_window():
    sizes = Sizes()
    told = []
    sizes.changed.connect(lambda: told.append(sizes.px(Size.BODY)))
    for wide, high in ((1280, 720), (800, 600), (1920, 1080), (3840, 2160)):
        sizes.follow(QSize(wide, high))

    assert told == [24, 40]


@pytest.mark.parametrize("gate", ["gate:G2", pytest.param(None, marks=pytest.mark.slow)])
def test_the_room_is_worked_by_keyboard_and_speaks(open_room, gate):
    _desk, room = open_room(gate=gate)
    for _ in parts(room):
        room.stage.setFocus()
        seen = tabbed(room)
        assert unreached(room, seen) == []
        assert unnamed(room) == []
        assert speechless(room) == []
        assert invisibly_focused(seen) == []


# --- the projector ---------------------------------------------------------------------------------------------------


def words_on(window: QWidget) -> str:
    """Everything that can be read on a window."""
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def test_the_projector_shows_the_same_page_and_no_private_note(open_room):
    desk, room = open_room()
    press("i")
    write("June must not hear of this")
    press("Escape", "w")
    to(room)
    projector = desk.view.reviews.meeting.projector
    assert projector is not None
    for _ in parts(room):
        assert projector.stage.page == room.stage.page
        assert "June must not" not in words_on(projector)
        assert [row.accessibleName() for row in projector.agenda.rows] == [
            row.accessibleName() for row in room.agenda.rows
        ]
    assert projector.findChildren(type(room.side.private)) == []
    assert projector.stage._title.fontInfo().pixelSize() > room.stage._title.fontInfo().pixelSize()
    assert room.answers.review.private_note == "June must not hear of this"


def test_keys_pressed_on_the_projector_are_the_rooms(open_room):
    desk, room = open_room()
    press("w")
    projector = desk.view.reviews.meeting.projector
    assert projector is not None
    to(projector)
    before = room.part
    QTest.keyClick(projector, Qt.Key.Key_Right)
    assert room.part != before
    to(room)
    press("w")
    assert desk.view.reviews.meeting.projector is None


@pytest.mark.slow
def test_closing_the_window_closes_room_and_projector(open_room):
    desk, room = open_room()
    press("w")
    to(room)
    press("a")
    write("half a sentence")
    desk.window.close()
    shown = [type(each).__name__ for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert "RoomWindow" not in shown
    assert "Projector" not in shown
    desk.reopen()
    assert desk.view.notice.isVisible()
    assert focus() is not None
