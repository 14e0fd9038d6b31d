"""Days, numbers and moments as packs write them."""

from collections.abc import Iterable
from datetime import date

from launchpad.domain.enums import TaskStatus
from launchpad.domain.task import Task
from launchpad.domain.wording import short_day
from launchpad.engines.readiness.gate_forecast import Outlook
from launchpad.engines.readiness.reasons import Verdict
from launchpad.engines.readiness.shown import shown_or_none
from launchpad.interchange.pack.model import Cell
from launchpad.scenes.axis import full_day_label

NO_DATA = "no data"
VERDICT_TONES = {Verdict.GO: "ok", Verdict.CONDITIONAL: "warn", Verdict.NO_GO: "bad"}
OUTLOOK_TONES = {Outlook.ON_COURSE: "ok", Outlook.AT_RISK: "warn", Outlook.OFF_COURSE: "bad"}
STATUS_TONES = {TaskStatus.BLOCKED: "bad", TaskStatus.DONE: "ok"}


def day(when: date | None, today: date) -> str:
    """A day, with its year when that is not near; empty for none."""
    if when is None:
        return ""
    return short_day(when) if abs((when - today).days) < 300 else full_day_label(when)


def days(first: date, last: date, today: date) -> str:
    """A day or a range of days."""
    return day(first, today) if first == last else f"{day(first, today)} – {day(last, today)}"


def number(value: float | None) -> str:
    """A number with as few digits as it needs; empty for none."""
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 1000 or value == round(value) else f"{value:,.2f}".rstrip("0")


def score(value: float | None) -> str:
    """A score as shown, or that there is none."""
    found = shown_or_none(value)
    return NO_DATA if found is None else f"{found:.1f}"


def signed(points: float | None) -> str:
    """Points more or less, with a real minus."""
    if points is None:
        return "–"
    return f"{'+' if points > 0 else '−' if points < 0 else ''}{abs(points):.1f}"


def offset(working_days: int) -> str:
    """Working days from launch day, with a real minus."""
    return "T" if working_days == 0 else f"T{'−' if working_days < 0 else '+'}{abs(working_days)}"


def verdict(found: Verdict) -> Cell:
    """A verdict in its color."""
    return Cell(found.label, VERDICT_TONES[found], strong=True)


def status(task: Task) -> Cell:
    """A task's status with its sign."""
    return Cell(f"{task.status.sign} {task.status.label}", STATUS_TONES.get(task.status, ""))


def joined(parts: Iterable[str]) -> str:
    """What there is of some parts, with dots between them."""
    return " · ".join(part for part in parts if part)
