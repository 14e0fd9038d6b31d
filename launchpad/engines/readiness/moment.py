"""Today as scoring counts it: working days gone by, and how long an update stays fresh."""

from datetime import date

from launchpad.domain.document import Document
from launchpad.engines.calendar import calendar_of

FRESH = 4
"""Quarters of its credit that an item with a recent update keeps."""


class Moment:
    """One “today” in one plan. All counts are working days of the plan's calendar, half open: the first day counts,
    today does not."""

    __slots__ = ("_fresh", "_since", "calendar", "patience", "today")

    def __init__(self, document: Document, today: date) -> None:
        self.today = today
        self.calendar = calendar_of(document)
        self.patience = _patience(self.calendar.workdays_between(today, document.launch.launch_date))
        self._since: dict[date, int] = {}
        self._fresh: dict[date | None, int] = {}

    def workdays_since(self, day: date) -> int:
        """Working days from `day` up to but not including today; 0 when `day` lies ahead."""
        count = self._since.get(day)
        if count is None:
            count = self.calendar.workdays_between(day, self.today) if day < self.today else 0
            self._since[day] = count
        return count

    def freshness(self, updated: date | None) -> int:
        """Quarters of its credit an open item keeps for its last update; one never updated is as stale as can be."""
        quarters = self._fresh.get(updated)
        if quarters is None:
            age = 3 * self.patience if updated is None else self.workdays_since(updated)
            quarters = FRESH if age <= self.patience else 3 if age <= 2 * self.patience else 2
            self._fresh[updated] = quarters
        return quarters


def _patience(days_to_launch: int) -> int:
    """Working days an update stays fresh: the nearer the launch, the fewer."""
    return 10 if days_to_launch > 40 else 5 if days_to_launch > 10 else 2
