"""Short questions to the schedule of a small plan."""

from datetime import date

from launchpad.domain.document import Document
from launchpad.engines.schedule import TaskDates, schedule
from tests.builders import a_launch
from tests.strategies import task_id

TODAY = date(2026, 9, 1)
START = a_launch(start=-20)


def dates_of(plan: Document, key: str, today: date = TODAY) -> TaskDates:
    return schedule(plan, today).tasks[task_id(key)]


def early(plan: Document, key: str) -> tuple[int, int]:
    dates = dates_of(plan, key)
    return dates.early_start, dates.early_finish


def late(plan: Document, key: str) -> tuple[int, int]:
    dates = dates_of(plan, key)
    return dates.late_start, dates.late_finish
