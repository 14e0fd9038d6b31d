"""The list of baselines: what each is called, when it was taken, and what it is used for."""

from launchpad.app.day_text import day_text
from launchpad.domain.task import Baseline
from launchpad.ui.parts.register_model import Column, Place

COLUMNS: tuple[Column[Baseline], ...] = (
    Column(title="Baseline", width=260, field="name", hint="Press F2 to call it something else"),
    Column(
        title="Taken on",
        width=110,
        show=lambda row, place: day_text(row.taken_on, place.today),
        sort=lambda row, _: row.taken_on.isoformat(),
    ),
    Column(
        title="Launch day then",
        width=130,
        show=lambda row, place: day_text(row.launch_date, place.today),
        sort=lambda row, _: row.launch_date.isoformat(),
    ),
    Column(title="Tasks", width=70, show=lambda row, _: str(len(row.dates)), sort=lambda row, _: len(row.dates)),
    Column(
        title="Use",
        width=200,
        show=lambda row, _: "The promise" if row.active else "",
        pill=lambda row, _: "accent" if row.active else None,
        hint="Lateness and expected work are measured by the promise",
    ),
)


def name_of(row: Baseline, place: Place) -> str:
    """A baseline as the head of its comparison says it."""
    return f"“{row.name}” of {day_text(row.taken_on, place.today)}"
