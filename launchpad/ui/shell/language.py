"""The window speaks one language whatever the system's is: that of its texts."""

import locale

from PySide6.QtCore import QLocale


def speak_english() -> None:
    """Name days and months in English everywhere; how a week begins and days are written stays the country's."""
    locale.setlocale(locale.LC_TIME, "C")  # Qt took the system's language when it started
    country = QLocale.system().territory()
    english = QLocale(QLocale.Language.English, country)
    known = english.territory() is country or country is QLocale.Country.AnyTerritory
    QLocale.setDefault(english if known else QLocale(QLocale.Language.English, QLocale.Country.World))
