"""A picture is taken when a window rests, not before."""

import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from launchpad.app.errands import send_off
from launchpad.ui.tour.stillness import still_picture


def test_work_on_another_thread_is_waited_for(qapp: QApplication):
    label = QLabel("before")
    label.resize(200, 40)
    owner = QObject(label)
    send_off(owner, lambda: time.sleep(0.15), lambda _: label.setText("after"))

    still_picture(label)

    assert label.text() == "after"


def test_a_timer_about_to_fire_is_waited_for(qapp: QApplication):
    label = QLabel("before")
    label.resize(200, 40)
    timer = QTimer(label, singleShot=True, interval=150)
    timer.timeout.connect(lambda: label.setText("after"))
    timer.start()

    assert still_picture(label) == label.grab().toImage()
    assert label.text() == "after"


def test_a_sentence_that_goes_away_much_later_is_not_waited_for(qapp: QApplication):
    label = QLabel("before")
    timer = QTimer(label, singleShot=True, interval=8000)
    timer.start()
    began = time.monotonic()

    still_picture(label)

    assert time.monotonic() - began < 4
