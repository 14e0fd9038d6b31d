"""What people mean by what they type."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from launchpad.domain.enums import TaskStatus
from launchpad.interchange.homecoming.cells import Cell, Unreadable, read_date, read_percent, read_text
from launchpad.interchange.homecoming.days import DayOrder
from launchpad.interchange.homecoming.statuses import read_status
from launchpad.interchange.workbook.material import STATUS_LABELS

EPOCH, NEAR = date(1899, 12, 30), date(2026, 10, 12)


def day(value: Any, order: DayOrder = DayOrder.UNKNOWN) -> date | None:
    return read_date(Cell(value, "Plan!J6"), EPOCH, NEAR, order)


@pytest.mark.parametrize(
    ("value", "percent"),
    [
        (0.6, 60),
        (60, 60),
        ("60 %", 60),
        ("60%", 60),
        ("0.6", 60),
        ("0,6", 60),
        ("60", 60),
        (60.0, 60),
        (1, 100),
        (0, 0),
        ("1 %", 1),
        ("62,5 %", 63),
        ("1.5 %", 2),
        (0.005, 1),
        (None, None),
        ("", None),
        ("–", None),
        ("100 percent", 100),
    ],
)
def test_percentages(value: Any, percent: int | None):
    assert read_percent(Cell(value, "")) == percent


@pytest.mark.parametrize(
    "value", ["lots", -0.1, 101, 1.5, True, datetime(2026, 1, 1), "120 %", "1e3", time(1), float("nan")]
)
def test_what_is_no_percentage(value: Any):
    with pytest.raises(Unreadable):
        read_percent(Cell(value, ""))


@pytest.mark.parametrize(
    "value",
    [
        datetime(2026, 11, 5),
        datetime(2026, 11, 5, 17, 30),
        date(2026, 11, 5),
        46331,
        46331.7,
        "2026-11-05",
        "2026/11/5",
        "5.11.2026",
        "05.11.26",
        "5 Nov 2026",
        "5 November 2026",
        "5. November 2026",
        "Nov 5, 2026",
        "november 5 2026",
        "5-Nov-26",
        "5 nov.",
        "Thu 5 Nov 2026",
        "jeudi 5 novembre 2026",
        "5 de noviembre de 2026",
        "2026-11-05T00:00:00",
        "2026-11-05T17:00:00+01:00",
        "20261105",
        "5.11.",
        "Do, 5.11.2026",
        "Thursday, November 5, 2026",
        "Thu Nov 05 2026",
        "Nov-5-2026",
        "05.11.2026 5:30 PM",
        "\uff15.\uff11\uff11.\uff12\uff10\uff12\uff16",
    ],
)
def test_dates(value: Any):
    assert day(value) == date(2026, 11, 5)


def test_a_date_in_numbers_is_read_in_the_order_that_is_known():
    assert day("25/11/2026") == day("11/25/2026") == date(2026, 11, 25)
    assert day("5/11/2026", DayOrder.DAY_FIRST) == day("11/5/2026", DayOrder.MONTH_FIRST) == date(2026, 11, 5)
    assert day("11/11/2026") == date(2026, 11, 11)
    assert day("10 Jan") == date(2027, 1, 10), "the nearest one"
    assert day("Mar 10 2026") == date(2026, 3, 10), "a month, though also the beginning of a weekday"
    with pytest.raises(Unreadable, match="either way round"):
        day("5/11/2026")


@pytest.mark.parametrize(
    "value",
    [
        "mid Feb",
        "soon",
        "31.2.2026",
        "tbd",
        7,
        -1,
        1e9,
        True,
        time(9),
        timedelta(days=1),
        "5 marketing 2026",
        "Q4 2026",
        "after 5 Nov",
        "5.13.",
        datetime(1900, 1, 15),
    ],
)
def test_what_is_no_date(value: Any):
    with pytest.raises(Unreadable):
        day(value)


@pytest.mark.parametrize("status", TaskStatus)
def test_a_status_is_read_in_our_own_words(status: TaskStatus):
    for text in (STATUS_LABELS[status], status.label, status.value, f" {status.label.upper()} ", status.label + "."):
        assert read_status(Cell(text, "")) is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *(
            (word, TaskStatus.DONE)
            for word in ("Complete", "completed", "finished", "closed", "✔", "✅ Done", "erledigt")
        ),
        *(
            (word, TaskStatus.IN_PROGRESS)
            for word in ("WIP", "in-progress", "in\u2011progress", "started", "on-going", "en cours")
        ),
        *((word, TaskStatus.NOT_STARTED) for word in ("to do", "TODO", "not_started", "pending")),
        *((word, TaskStatus.NOT_APPLICABLE) for word in ("n/a", "N/A", "not needed", "cancelled")),
        *((word, TaskStatus.BLOCKED) for word in ("stuck", "on hold")),
        *((word, TaskStatus.IN_REVIEW) for word in ("review", "ready for review")),
    ],
)
def test_a_status_is_read_in_other_words(text: str, status: TaskStatus):
    assert read_status(Cell(text, "")) is status


@pytest.mark.parametrize("value", [None, "", "perhaps", 7, "done?", True])
def test_what_is_no_status(value: Any):
    with pytest.raises(Unreadable):
        read_status(Cell(value, ""))


def test_numbers_and_days_in_a_text_cell_are_text():
    assert [read_text(Cell(value, "")) for value in (42, 1.5, datetime(2026, 11, 5), True, " a\u00a0b\r\n")] == [
        "42",
        "1.5",
        "2026-11-05",
        "TRUE",
        "a b",
    ]


def test_an_error_or_a_formula_without_a_value_is_never_blank():
    for cell in (Cell("#REF!", "", "error"), Cell(None, "", "formula")):
        with pytest.raises(Unreadable):
            read_text(cell)
    assert read_text(Cell("shown", "", "formula")) == "shown"
