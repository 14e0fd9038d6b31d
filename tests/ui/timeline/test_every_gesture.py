"""Every gesture and its keyboard twin: one edit, taken back by one Undo; at once and twice the scale, also on X."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.timeline.gestures import GESTURES, Gesture
from tests.ui.timeline.hand import Hand

each_gesture = pytest.mark.parametrize("gesture", GESTURES.values(), ids=GESTURES.keys())


def worked(hand: Hand, gesture: Gesture) -> None:
    """Do it, and take it back."""
    before, count = hand.session.document, hand.edits
    gesture.do(hand)
    hand.session.flush()

    assert hand.refusals == []
    assert gesture.is_done(hand.session.document)
    assert hand.edits == count + 1
    assert hand.screen.hands.drag is None
    hand.session.undo()
    assert hand.session.document == before


@each_gesture
def test_a_gesture_is_one_edit_and_one_undo(gesture: Gesture, hand: Hand) -> None:
    worked(hand, gesture)


@pytest.mark.xcb
@each_gesture
def test_a_gesture_is_one_edit_on_a_real_screen_too(gesture: Gesture, open_timeline: Callable[..., Hand]) -> None:
    assert QGuiApplication.platformName() == "xcb"

    worked(open_timeline(), gesture)


@pytest.mark.slow
def test_every_gesture_meets_what_it_means_at_twice_the_scale() -> None:
    env = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    asked = [sys.executable, "-m", "pytest", "-p", "no:xvfb", "-p", "no:cacheprovider", "-q", __file__]
    root = Path(__file__).parents[3]
    found = subprocess.run([*asked, "-m", "not slow and not xcb"], cwd=root, env=env, capture_output=True, text=True)

    assert found.returncode == 0, found.stdout[-3000:]


AT_ONCE = (
    *("lag", "lag by keys", "type", "type by keys", "unlink", "unlink by keys"),
    *("move by keys", "move several by keys", "resize by keys", "progress by keys", "another track by keys"),
)
"""What is written as soon as a key is let go; Undo takes it back."""


@pytest.mark.parametrize("name", [name for name in GESTURES if name not in AT_ONCE])
def test_escape_leaves_a_gesture_that_is_under_way(name: str, hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    count = hand.edits
    monkeypatch.setattr(Hand, "release", lambda hand, *_: hand.key(Qt.Key.Key_Escape))
    monkeypatch.setattr(Hand, "key", _escape_for_enter(Hand.key))
    GESTURES[name].do(hand)
    hand.session.flush()

    assert hand.screen.hands.drag is None
    assert hand.edits == count


def _escape_for_enter(press: Callable[..., None]) -> Callable[..., None]:
    def key(hand: Hand, key: Qt.Key, *keys: Qt.KeyboardModifier) -> None:
        press(hand, Qt.Key.Key_Escape if key == Qt.Key.Key_Return else key, *keys)

    return key
