"""Public holidays by country and region, from the `holidays` library. They are only proposed: a plan keeps rows."""

from collections.abc import Collection
from datetime import date
from functools import cache
from typing import NamedTuple

from launchpad.domain.errors import PlanError
from launchpad.domain.values import FIRST_DATE, LAST_DATE


class PublicHoliday(NamedTuple):
    """A day off in `region`, which is a country (`US`) or a part of one (`US-CA`)."""

    day: date
    name: str
    region: str


def propose_holidays(region: str, first_year: int, last_year: int) -> tuple[PublicHoliday, ...]:
    """Return the public holidays of a region from one year to another, both included, in order.

    `region` is an ISO 3166 code such as US, US-CA or DE-BY. Raise PlanError when it is not known.
    """
    import holidays  # imported here because it takes a tenth of a second and most plans never ask

    code = region.strip().upper()
    country, _, part = code.partition("-")
    parts = holidays.list_supported_countries(include_aliases=False).get(country)
    if parts is None:
        raise PlanError(f"There are no holidays for “{region[:40]}”; write a country as US or a region as US-CA.")
    spelled = {each.upper(): each for each in parts}
    if part and part not in spelled:
        raise PlanError(_unknown_part(country, part, parts))
    years = range(max(first_year, FIRST_DATE.year), min(last_year, LAST_DATE.year) + 1)
    found = holidays.country_holidays(country, subdiv=spelled.get(part), years=years, language=_language(country))
    return tuple(PublicHoliday(day, name, code) for day, name in sorted(found.items()))


def _unknown_part(country: str, part: str, parts: Collection[str]) -> str:
    if not parts:
        return f"The holidays of {country} are the same everywhere; write {country} instead of {country}-{part[:20]}."
    return (
        f"There are no holidays for “{country}-{part[:20]}”; the regions of {country} are {', '.join(sorted(parts))}."
    )


def _language(country: str) -> str | None:
    """English where the library knows it, else the country's own language."""
    import holidays

    spoken = holidays.list_localized_countries().get(country, [])
    return next((language for language in spoken if language.startswith("en")), None)


@cache
def holiday_countries() -> dict[str, bool]:
    """Return the ISO 3166 codes of the countries there are holidays for, and whether their regions differ."""
    import holidays

    return {code: bool(parts) for code, parts in holidays.list_supported_countries(include_aliases=False).items()}


@cache
def holiday_regions(country: str) -> tuple[tuple[str, str], ...]:
    """Return the regions of a country: code (``DE-BY``) and name, in the order of names."""
    import holidays

    if country not in holiday_countries():
        return ()
    named = holidays.country_holidays(country).get_subdivision_aliases()
    found = [(f"{country}-{code.upper()}", (names or [code])[0]) for code, names in named.items()]
    return tuple(sorted(found, key=lambda region: region[1]))
