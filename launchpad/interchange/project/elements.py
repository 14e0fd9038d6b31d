"""Elements of the XML, and moments and durations as it writes them: a working day is from 8 to 12 and from 13 to 17."""

from datetime import date
from xml.etree.ElementTree import Element, SubElement

from launchpad.interchange.plain_text import clean

HOURS = 8
MINUTES = HOURS * 60
"""Of a working day."""
SPANS = (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00"))


def add(parent: Element, name: str, value: str | int | bool | None = None) -> Element:
    """Add an element; None leaves it without text."""
    element = SubElement(parent, name)
    if value is not None:
        element.text = clean(value) if isinstance(value, str) else str(int(value))
    return element


def begins(day: date) -> str:
    """The moment at which work begins on a day."""
    return f"{day.isoformat()}T{SPANS[0][0]}"


def ends(day: date) -> str:
    """The moment at which work ends on a day."""
    return f"{day.isoformat()}T{SPANS[-1][1]}"


def lasting(days: int) -> str:
    """A duration in working days."""
    return f"PT{days * HOURS}H0M0S"
