"""Dates as the window says them."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from launchpad.domain.wording import counted


def short_day(day: date) -> str:
    """A day without its year: 12 Oct."""
    return QLocale().toString(_qt(day), "d MMM")


def long_day(day: date) -> str:
    """A day with its weekday and year: Tue 17 Mar 2026."""
    return QLocale().toString(_qt(day), "ddd d MMM yyyy")


def countdown(working_days: int) -> str:
    """How far launch day is: T−23 working days."""
    if working_days == 0:
        return "launch day is today"
    sign = "−" if working_days > 0 else "+"
    return f"T{sign}{counted(abs(working_days), 'working day')}"


def working_week(workdays: tuple[int, ...]) -> str:
    """The days that are worked: Mon–Fri, or Sun, Tue–Thu."""
    runs: list[list[int]] = []
    for day in workdays:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(_run(run) for run in runs)


def _run(days: list[int]) -> str:
    first, last = (QLocale().dayName(day, QLocale.FormatType.ShortFormat) for day in (days[0], days[-1]))
    return first if len(days) == 1 else f"{first}–{last}" if len(days) > 2 else f"{first}, {last}"


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
