"""Changing the holidays of a plan. Holidays are rows: a library only proposes them."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import HolidayId, new_id
from launchpad.domain.launch import Holiday
from launchpad.domain.wording import counted
from launchpad.engines.calendar import calendar_of
from launchpad.templates.public_holidays import PublicHoliday


def add_holiday(document: Document, day: date, name: str) -> Edit:
    """Add one day on which nobody works; raise PlanError if it is one already or is launch day."""
    if any(holiday.day == day for holiday in document.rows(Holiday)):
        raise PlanError(f"{day.isoformat()} is a holiday already.")
    holiday = Holiday(id=HolidayId(new_id()), day=day, name=name.strip())
    return _checked(document, Edit(f"Add holiday {holiday.name or day.isoformat()}", (Change(None, holiday),)))


def remove_holidays(document: Document, holidays: Collection[str]) -> Edit:
    """Work on these days again."""
    gone = [row for row in document.rows(Holiday) if row.id in holidays]
    what = f"holiday {gone[0].name or gone[0].day}" if len(gone) == 1 else counted(len(gone), "holiday")
    return _checked(document, Edit(f"Remove {what}", tuple(Change(row, None) for row in gone)))


def take_holidays(document: Document, region: str, proposed: Sequence[PublicHoliday]) -> Edit:
    """Put the holidays proposed for a region in the place of those proposed before; days people added stay.

    Launch day stays a working day even when it is proposed. An empty region takes all proposed ones away.
    """
    launch_day = document.launch.launch_date
    wanted = {each.day: each for each in proposed if each.day != launch_day}
    changes: list[Change] = []
    for row in document.rows(Holiday):
        each = wanted.get(row.day)
        if row.region and (each is None or (each.name, each.region) != (row.name, row.region)):
            changes.append(Change(row, None))
        else:
            wanted.pop(row.day, None)
    changes += [Change(None, _holiday(each)) for each in wanted.values()]
    if document.calendar.holiday_region != region:
        changes.append(Change(document.calendar, replace(document.calendar, holiday_region=region)))
    return _checked(document, Edit(f"Take the holidays of {region}" if region else "Take no holidays", tuple(changes)))


def _holiday(each: PublicHoliday) -> Holiday:
    return Holiday(id=HolidayId(new_id()), day=each.day, name=each.name, region=each.region)


def _checked(document: Document, edit: Edit) -> Edit:
    calendar_of(document.apply(edit))  # refuses a launch day that is not worked
    return edit
