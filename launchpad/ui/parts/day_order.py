"""Which way round this computer writes the days of the calendar."""

from PySide6.QtCore import QDate, QLocale

from launchpad.interchange.homecoming.days import DayOrder


def day_order() -> DayOrder:
    """How 10/12 is meant where nothing else says it: as in the system's own short dates."""
    system = QLocale.system()
    written = system.toString(QDate(2001, 12, 31), QLocale.FormatType.ShortFormat)
    is_day_first = written.startswith("31") and system.language() is not QLocale.Language.C  # C is nobody's habit
    return DayOrder.DAY_FIRST if is_day_first else DayOrder.MONTH_FIRST
