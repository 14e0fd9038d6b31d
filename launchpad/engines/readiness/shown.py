"""Numbers as people see them: thresholds are compared with what is on the screen."""

import math

NOISE = 1e-7
"""Parts of the last digit shown below which a difference is binary arithmetic, not news."""


def shown(value: float, digits: int = 1) -> float:
    """Round half away from zero, so that 84.95 is 85.0 whatever its last bits say."""
    scale = 10**digits
    rounded = math.floor(abs(value) * scale + 0.5 + NOISE) / scale
    return math.copysign(rounded, value) + 0.0  # never a minus zero


def shown_or_none(value: float | None) -> float | None:
    """The same, where there may be no data."""
    return None if value is None else shown(value)
