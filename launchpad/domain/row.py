"""What every row of a plan has in common."""

from dataclasses import dataclass

from launchpad.domain.errors import PlanError

LONGEST_TEXT = 32_767
"""Characters in one text: what a spreadsheet cell can hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A frozen record with an identity. Kinds of row redeclare `id` with their own type."""

    id: str


def require_text(text: str, what: str) -> None:
    """Raise PlanError unless `text` says something and fits a spreadsheet cell."""
    if not text.strip():
        raise PlanError(f"{what} cannot be empty.")
    if len(text) > LONGEST_TEXT:
        raise PlanError(f"{what} is longer than {LONGEST_TEXT:,} characters.")


def require_range(value: float | None, low: float, high: float, what: str) -> None:
    """Raise PlanError unless `value` is None or lies between `low` and `high`, both included."""
    if value is not None and not low <= value <= high:
        raise PlanError(f"{what} is from {low:g} to {high:g}, not {value:g}.")
