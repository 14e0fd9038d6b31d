"""A text in a few lines: whole where there is room, cut at its end where there is not."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from launchpad.ui.parts.lines import lines_of
from launchpad.ui.theme.fonts import font

NAME = "Old version 2 projects cannot be opened after upgrade"


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetrics:
    return QFontMetrics(font())


def test_a_text_with_room_is_one_line(metrics):
    assert lines_of(NAME, 900, 2, metrics) == [NAME]


def test_a_text_without_room_goes_on_in_another_line(metrics):
    lines = lines_of(NAME, 250, 2, metrics)

    assert len(lines) == 2
    assert " ".join(lines) == NAME
    assert all(metrics.horizontalAdvance(line) <= 250 for line in lines)


def test_what_has_no_room_in_the_last_line_is_cut(metrics):
    lines = lines_of(NAME, 120, 2, metrics)

    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_a_word_too_long_for_a_line_is_cut_in_it(metrics):
    assert lines_of(f"{'w' * 60} and more", 100, 2, metrics)[0].endswith("…")


def test_line_ends_count_as_blanks_and_nothing_has_no_line(metrics):
    assert lines_of("one\ntwo", 900, 2, metrics) == ["one two"]
    assert lines_of(" \n", 900, 2, metrics) == []
