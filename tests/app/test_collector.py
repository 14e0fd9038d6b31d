"""Garbage is looked for again after loading, but not among what was loaded until it is let go."""

import gc
import threading

import pytest
from PySide6.QtCore import QCoreApplication

from launchpad.app.collector import let_go, loading, put_off, resume, unsearched
from launchpad.app.errands import wait_for_errands


@pytest.fixture(autouse=True)
def _nobody_is_at_work(qapp: QCoreApplication) -> None:
    """What other tests have sent off puts searches off."""
    wait_for_errands()
    qapp.processEvents()


def test_no_garbage_is_looked_for_while_something_is_loaded() -> None:
    with loading():
        assert not gc.isenabled()

    assert gc.isenabled()
    let_go()


def test_garbage_is_looked_for_again_when_loading_fails() -> None:
    with pytest.raises(ValueError, match="unreadable"), loading():
        raise ValueError("unreadable")

    assert gc.isenabled()
    let_go()


def test_what_was_loaded_is_left_out_until_it_is_let_go() -> None:
    with loading():
        pass
    assert gc.get_freeze_count() > 0

    let_go()

    assert gc.get_freeze_count() == 0


def test_work_that_keeps_little_leaves_nothing_out_of_later_searches() -> None:
    let_go()
    with unsearched():
        assert not gc.isenabled()

    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_of_two_who_want_no_search_the_last_one_ends_it() -> None:
    begun, ended = threading.Event(), threading.Event()

    def load() -> None:
        with unsearched():
            begun.set()
            ended.wait(5)

    other = threading.Thread(target=load)
    with unsearched():
        other.start()
        begun.wait(5)
    assert not gc.isenabled()

    ended.set()
    other.join()
    assert gc.isenabled()


def test_what_came_up_meanwhile_is_found_by_who_resumes() -> None:
    found: list[int] = []
    put_off()
    gc.callbacks.append(watch := lambda phase, about: found.append(threading.get_ident()))
    garbage: list[list[int]] = [[] for _ in range(5000)]
    assert found == []

    resume()

    gc.callbacks.remove(watch)
    assert set(found) == {threading.get_ident()}
    assert len(garbage) == 5000
