"""Holidays proposed by country and region."""

from datetime import date

import pytest

from launchpad.domain.errors import PlanError
from launchpad.templates.public_holidays import PublicHoliday, propose_holidays


def test_a_country_has_its_holidays_in_order() -> None:
    found = propose_holidays("US", 2026, 2027)
    assert found[0] == PublicHoliday(date(2026, 1, 1), "New Year's Day", "US")
    assert list(found) == sorted(found)
    assert {holiday.day.year for holiday in found} == {2026, 2027}


def test_a_region_adds_its_own_and_case_does_not_matter() -> None:
    bavaria = {holiday.day for holiday in propose_holidays("de-by", 2026, 2026)}
    germany = {holiday.day for holiday in propose_holidays("DE", 2026, 2026)}
    assert date(2026, 1, 6) in bavaria - germany
    assert propose_holidays("de-by", 2026, 2026)[0].region == "DE-BY"


@pytest.mark.parametrize("region", ["XX", "", "-", "USA", "us/../x", "Ünited"])
def test_an_unknown_country_is_refused(region: str) -> None:
    with pytest.raises(PlanError, match=r"write a country as US or a region as US-CA\.$"):
        propose_holidays(region, 2026, 2026)


def test_an_unknown_region_is_refused_naming_the_known_ones() -> None:
    with pytest.raises(PlanError, match=r"^There are no holidays for “CA-ZZ”; the regions of CA are AB, BC, MB, "):
        propose_holidays("CA-ZZ", 2026, 2026)
    with pytest.raises(PlanError, match=r"^The holidays of JP are the same everywhere; write JP instead of JP-13\.$"):
        propose_holidays("JP-13", 2026, 2026)
