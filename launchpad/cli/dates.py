"""Dates as options."""

from datetime import date

from launchpad.domain.errors import PlanError
from launchpad.domain.values import parse_date


def chosen_day(text: str | None, option: str = "--today") -> date | None:
    """Read the date of an option; None when it was not given. Raise PlanError naming the option otherwise."""
    if text is None:
        return None
    try:
        return parse_date(text.strip())
    except PlanError as error:
        raise PlanError(f"{option}: {error}") from None
