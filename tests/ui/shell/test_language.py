"""On a computer that speaks another language the window's days and months are English still."""

import locale
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt

from launchpad.app.day_text import day_text
from launchpad.ui.shell.language import speak_english
from launchpad.ui.shell.words import long_day


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    qt, times = QLocale(), locale.setlocale(locale.LC_TIME)
    yield
    QLocale.setDefault(qt)
    locale.setlocale(locale.LC_TIME, times)


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> QLocale:
    """A German system, as far as one can be had here."""
    german = QLocale(QLocale.Language.German, QLocale.Country.Germany)
    monkeypatch.setattr(QLocale, "system", lambda: german)
    QLocale.setDefault(german)
    for name in ("de_DE.UTF-8", "C.UTF-8"):
        try:
            locale.setlocale(locale.LC_TIME, name)
        except locale.Error:
            continue
        break
    return german


def test_days_and_months_are_english(german):
    before = long_day(date(2026, 10, 13))
    speak_english()

    assert (before, long_day(date(2026, 10, 13))) == ("Di. 13 Okt. 2026", "Tue 13 Oct 2026")
    assert day_text(date(2026, 10, 13), date(2026, 10, 12)) == "13 Oct"
    assert locale.setlocale(locale.LC_TIME) == "C"


@pytest.mark.parametrize(
    ("country", "is_metric"), [("Germany", True), ("Brazil", True), ("UnitedStates", False), ("AnyTerritory", False)]
)
def test_lengths_are_those_of_the_country(german, monkeypatch, country, is_metric):
    system = QLocale(QLocale.Language.AnyLanguage, getattr(QLocale.Country, country))
    monkeypatch.setattr(QLocale, "system", lambda: system)
    speak_english()

    assert (QLocale().measurementSystem() is QLocale.MeasurementSystem.MetricSystem) is is_metric


def test_a_week_begins_as_it_does_in_the_country(german):
    speak_english()

    assert QLocale().firstDayOfWeek() is Qt.DayOfWeek.Monday
