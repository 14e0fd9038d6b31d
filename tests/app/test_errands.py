"""Work off the window's thread comes back where it was asked for, or not at all."""

import threading
import time

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions

from launchpad.app.errands import send_off, wait_for_errands


def test_the_work_is_done_elsewhere_and_told_here(qtbot):
    threads, owner = [], QObject()

    def work() -> str:
        threads.append(threading.get_ident())
        return "done"

    def told(answer: str) -> None:
        assert answer == "done"
        threads.append(threading.get_ident())

    send_off(owner, work, told)
    qtbot.waitUntil(lambda: len(threads) == 2)

    assert threads[0] != threads[1] == threading.get_ident()


def test_a_failure_is_told_here(qtbot):
    failures: list[Exception] = []
    owner = QObject()

    def fail() -> None:
        raise ValueError("no such file")

    send_off(owner, fail, pytest.fail, failures.append)
    qtbot.waitUntil(lambda: bool(failures))

    assert str(failures[0]) == "no such file"


def test_a_failure_nobody_expects_is_an_error_of_ours_on_this_thread(qtbot):
    owner = QObject()

    def fail() -> None:
        raise ValueError("a bug")

    with capture_exceptions() as caught:
        send_off(owner, fail, pytest.fail)
        qtbot.waitUntil(lambda: bool(caught))

    assert str(caught[0][1]) == "a bug"


def test_nothing_is_told_to_somebody_who_is_gone(qtbot):
    owner = QObject()
    send_off(owner, lambda: time.sleep(0.05), pytest.fail)
    owner.deleteLater()
    wait_for_errands()
    qtbot.wait(50)


def test_work_that_was_called_off_tells_nothing_and_what_came_of_it_is_put_away(qtbot):
    put_away: list[str] = []
    told: list[object] = []
    owner, gate = QObject(), threading.Event()

    errand = send_off(owner, lambda: gate.wait() and "opened", told.append, told.append)
    errand.cancel(put_away.append)
    assert not errand.is_wanted()
    gate.set()
    qtbot.waitUntil(lambda: bool(put_away))

    assert (put_away, told) == (["opened"], [])
