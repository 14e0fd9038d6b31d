"""Garbage is looked for again after loading, but not among what was loaded until it is let go."""

import gc

import pytest

from launchpad.app.collector import let_go, loading, unsearched


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
