"""Dates as the window says them."""

from datetime import date

from launchpad.ui.shell.words import countdown, long_day, short_day, working_week


def test_days():
    assert short_day(date(2026, 10, 12)) == "12 Oct"
    assert long_day(date(2026, 3, 17)) == "Tue 17 Mar 2026"


def test_the_way_to_launch_day():
    assert countdown(23) == "T−23 working days"
    assert countdown(1) == "T−1 working day"
    assert countdown(0) == "launch day is today"
    assert countdown(-5) == "T+5 working days"


def test_the_working_week():
    assert working_week((1, 2, 3, 4, 5)) == "Mon–Fri"
    assert working_week((1, 2, 3, 4, 7)) == "Mon–Thu, Sun"
    assert working_week((2, 3)) == "Tue, Wed"
    assert working_week((1, 3, 5)) == "Mon, Wed, Fri"
