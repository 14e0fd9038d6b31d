"""Work off the window's thread comes back where it was asked for, or not at all."""

import gc
import threading
import time
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt
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
    gate.set()
    qtbot.waitUntil(lambda: bool(put_away))

    assert (put_away, told) == (["opened"], [])


# --- what dies, and where ------------------------------------------------------------------------------------------


class Mortal:
    """Notes on which thread it dies, as a widget would."""

    def __init__(self, deaths: list[int]) -> None:
        self._deaths = deaths

    def __del__(self) -> None:
        self._deaths.append(threading.get_ident())


def test_what_came_along_with_an_errand_dies_where_it_was_asked_for(qtbot):
    deaths: list[int] = []
    owner = QObject()

    def come_along(with_work: Mortal, with_answer: Mortal) -> None:
        send_off(owner, partial(id, with_work), partial(print_nothing, with_answer))

    for _ in range(100):
        come_along(Mortal(deaths), Mortal(deaths))
    qtbot.waitUntil(lambda: len(deaths) == 200)

    assert set(deaths) == {threading.get_ident()}


def print_nothing(*about: object) -> None:
    """Be done."""


def test_a_failure_keeps_nothing_that_came_along_on_its_thread(qtbot):
    deaths: list[int] = []
    owner = QObject()

    def fail(with_work: Mortal) -> None:
        raise ValueError("no such file")

    for _ in range(50):
        send_off(owner, partial(fail, Mortal(deaths)), pytest.fail, print_nothing)
    qtbot.waitUntil(lambda: len(deaths) == 50)

    assert set(deaths) == {threading.get_ident()}


def a_lost_circle(deaths: list[int]) -> None:
    """Something of Qt's that only a search for garbage finds."""
    lost = QObject()
    lost.circle = lost  # type: ignore[attr-defined]
    lost.destroyed.connect(lambda: deaths.append(threading.get_ident()), Qt.ConnectionType.DirectConnection)


def makes_much() -> int:
    """Work after which Python wants to look for garbage of every age."""
    return len([[each] for each in range(200_000)])


def test_no_worker_finds_the_garbage_of_the_window(qtbot):
    deaths: list[int] = []
    answers: list[int] = []
    owner = QObject()
    for _ in range(5):
        a_lost_circle(deaths)
        send_off(owner, makes_much, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 5)
    gc.collect()

    assert set(deaths) == {threading.get_ident()}


def test_garbage_is_looked_for_again_when_the_last_worker_is_done(qtbot):
    owner, gates = QObject(), [threading.Event(), threading.Event()]
    answers: list[bool] = []

    def wait_at(gate: threading.Event) -> Callable[[], bool]:
        return partial(gate.wait, 5)

    for gate in gates:
        send_off(owner, wait_at(gate), answers.append)
    for number, gate in enumerate(gates):
        assert not gc.isenabled()
        gate.set()
        qtbot.waitUntil(lambda number=number: len(answers) > number)

    assert gc.isenabled()
