"""Local times of a review as its rows write them."""

from datetime import datetime


def clock_text(at: datetime) -> str:
    """A local time to the minute, as a review writes when it began and ended."""
    return at.strftime("%Y-%m-%dT%H:%M")


def exact_text(at: datetime) -> str:
    """A local time to the second, as a review writes since when a part is up."""
    return at.strftime("%Y-%m-%dT%H:%M:%S")


def seconds_since(text: str, now: datetime) -> int:
    """Seconds from a written local time to `now`; none for an empty one or one that lies ahead."""
    return max(0, int((now.replace(tzinfo=None) - datetime.fromisoformat(text)).total_seconds())) if text else 0
