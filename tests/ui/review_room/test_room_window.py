"""The room as a window: left and entered, its clock, its keys, and the offer to go on."""

import pytest
from PySide6.QtWidgets import QApplication

from launchpad.ui.review_room.kept_text import KeptText
from launchpad.ui.review_room.keys_dialog import KeysDialog
from launchpad.ui.review_room.meeting import Meeting
from launchpad.ui.theme.manager import ThemeChoice, theme_manager
from tests.ui.review_room.hand import go, press


@pytest.mark.slow
def test_leaving_keeps_the_review_in_session_and_the_clock_still(open_room):
    desk, _room = open_room()
    theme_manager().choose(ThemeChoice.LIGHT)
    press("Ctrl+W")
    assert desk.view.reviews.meeting is None
    review = desk.view.reviews.in_session
    assert review is not None
    assert review.part_since == ""

    desk.view.reviews.hold()
    meeting: Meeting | None = desk.view.reviews.meeting
    assert meeting is not None
    assert meeting.room.answers.review.part_since != ""


@pytest.mark.slow
def test_the_program_is_dark_while_a_review_is_held_and_as_before_afterwards(open_room):
    _desk, _room = open_room()
    assert theme_manager().theme.name == "dark"
    press("l")
    assert theme_manager().theme.name == "light"
    press("l", "Ctrl+W")
    assert (theme_manager().theme.name, theme_manager().choice) == ("light", ThemeChoice.LIGHT)


@pytest.mark.slow
def test_p_stops_the_clock_and_lets_it_go_on(open_room):
    _desk, room = open_room()
    press("p")
    assert room.answers.review.part_since == ""
    assert room.head.pause.text() == "Go on"
    press("p")
    assert room.answers.review.part_since != ""


@pytest.mark.slow
def test_f1_lists_every_key(open_room):
    _desk, room = open_room()
    press("F1")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeysDialog)
    listed = [row.fact.title for shown in dialog.lists for row in shown.rows]
    assert listed == [action.text() for action in room.actions()]
    press("Escape")


@pytest.mark.slow
def test_f11_fills_the_screen_and_back(open_room):
    _desk, room = open_room()
    press("F11")
    assert room.isFullScreen()
    press("F11")
    assert not room.isFullScreen()


def test_the_hint_of_a_field_in_the_room_is_as_large_as_its_text(open_room):
    _desk, room = open_room()
    go(room, "track:sales")
    (field,) = (each for each in room.findChildren(KeptText) if each.isVisible())

    assert field.viewport().font().pixelSize() == field.font().pixelSize() > 13


def test_the_offer_to_go_on_is_there_only_while_nobody_is_in_the_room(open_room):
    desk, _room = open_room()
    assert not desk.view.notice.isVisible()
    press("Ctrl+W")
    assert desk.view.notice.isVisible()
    desk.view.notice.button.click()
    assert not desk.view.notice.isVisible()
