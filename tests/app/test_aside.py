"""Work done on another thread for a caller who waits: the answer is the same, and the event loop turns meanwhile."""

import threading
import time

import pytest
from PySide6.QtCore import QCoreApplication, QTimer

from launchpad.app.aside import QUICK, SHORT, Aside
from launchpad.domain.errors import PlanError
from launchpad.domain.watching import Progress, Stopped


def lasting(milliseconds: float, answer: str = "done") -> str:
    time.sleep(milliseconds / 1000)
    return answer


@pytest.fixture
def told(qapp):
    """An Aside, and what it told in order."""
    aside = Aside()
    heard: list[object] = []
    aside.took_long.connect(heard.append)
    aside.ended.connect(lambda: heard.append("ended"))
    yield aside, heard
    assert not aside.is_busy


def test_the_answer_comes_from_another_thread(told):
    aside, heard = told

    assert aside.do(threading.get_ident, Progress()) != threading.get_ident()
    assert heard == []


@pytest.mark.parametrize("milliseconds", [0, QUICK + 40])
def test_what_the_work_raises_is_raised_here(told, milliseconds):
    aside, _ = told

    def refuse() -> None:
        lasting(milliseconds)
        raise PlanError("That cannot be.")

    with pytest.raises(PlanError, match="cannot be"):
        aside.do(refuse, Progress())


def test_the_event_loop_turns_while_it_is_waited(told):
    aside, heard = told
    turns = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: turns.append(aside.is_busy))
    timer.start()

    assert aside.do(lambda: lasting(QUICK + 100), Progress()) == "done"
    assert turns.count(True) >= 3
    assert heard == []  # nobody need be told of that


def test_what_takes_long_is_told_with_how_far_it_is(told):
    aside, heard = told
    progress = Progress()

    assert aside.do(lambda: lasting(QUICK + SHORT + 150), progress) == "done"
    assert heard == [progress, "ended"]


def test_it_can_be_stopped(told):
    aside, heard = told
    progress = Progress()
    aside.took_long.connect(lambda found: setattr(found, "is_stopped", True))

    def work() -> None:
        for share in range(100):
            lasting(20)
            progress(share / 100)

    with pytest.raises(Stopped):
        aside.do(work, progress)
    assert heard == [progress, "ended"]
    assert progress.share < 0.9


def test_whoever_ends_the_program_waits_for_its_end(told):
    aside, _ = told
    done: list[str] = []
    QTimer.singleShot(QUICK + 20, aside, aside.finish)

    aside.do(lambda: done.append(lasting(QUICK + 200)), Progress())

    assert done == ["done"]


def test_the_answer_comes_though_the_event_loop_was_ended(told):
    aside, _ = told
    QTimer.singleShot(QUICK + 20, QCoreApplication.exit)

    answer = aside.do(lambda: lasting(QUICK + 200), Progress())
    QTimer.singleShot(0, QCoreApplication.exit)
    QCoreApplication.exec()  # the program begins anew

    assert answer == "done"
