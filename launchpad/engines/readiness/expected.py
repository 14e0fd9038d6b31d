"""What an item should have earned by today according to the baseline."""

from datetime import date

from launchpad.engines.readiness.moment import Moment

EXPECTED = 10**12
"""A whole expectation in the units expectations are counted in: whole numbers, so sums are the same in any order."""


def expected_of(start: date, finish: date, moment: Moment) -> int:
    """The expectation, in parts of EXPECTED, of an item planned from `start` to `finish`, both included.

    Nothing before its start, six tenths of the elapsed share while it is planned, the whole once its last day is over.
    """
    today = moment.today
    if today > finish:
        return EXPECTED
    if today <= start:
        return 0
    elapsed = moment.workdays_since(start)
    days = elapsed + moment.calendar.workdays_between(today, finish) + int(moment.calendar.is_workday(finish))
    return EXPECTED * 6 * elapsed // (10 * days) if days else 0
