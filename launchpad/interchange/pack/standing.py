"""Where the plan stands: figures, what moved, what stops a Go, tracks, gates, tasks."""

from collections.abc import Iterable

from launchpad.domain.enums import GateStatus
from launchpad.domain.task import Task
from launchpad.engines.readiness.reasons import Reason
from launchpad.engines.readiness.shown import shown
from launchpad.engines.readiness.trend import recorded_points
from launchpad.interchange.pack.charts import track_tone
from launchpad.interchange.pack.model import Cell, Column, Figures, Section, Table, Text
from launchpad.interchange.pack.words import (
    OUTLOOK_TONES,
    day,
    offset,
    score,
    signed,
    status,
    verdict,
)
from launchpad.interchange.plain_text import clean
from launchpad.interchange.workbook.material import Material
from launchpad.scenes.shapes import Align


def figures(material: Material) -> Figures:
    """The answer in numbers and words."""
    answer = material.readiness
    forecast = answer.forecast
    heading = Cell("No gate ahead", strong=True)
    if forecast is not None:
        heading = Cell(forecast.outlook.label, OUTLOOK_TONES[forecast.outlook], strong=True)
    label = "Forecast" if forecast is None else f"Heading for {clean(forecast.gate.key)}"
    return Figures(
        (
            (label, heading),
            ("If decided today", verdict(answer.verdict)),
            ("Readiness", Cell(score(answer.score), strong=True)),
            ("Work against plan", Cell(signed(answer.gap), _gap_tone(answer.gap), strong=True)),
            ("To launch", Cell(offset(material.offset_of_day(material.today)), strong=True)),
        )
    )


def _gap_tone(gap: float | None) -> str:
    return "" if gap is None or gap >= -3 else "warn" if gap >= -10 else "bad"


def change(material: Material) -> str:
    """What moved since the last recorded point; empty when there is none."""
    points = [point for at, point in recorded_points(material.document, material.today).items() if at < material.today]
    now = material.readiness.score
    known = sorted((point for point in points if point.readiness is not None), key=lambda point: point.day)
    if not known or now is None or known[-1].readiness is None:
        return ""
    step = shown(now - known[-1].readiness)
    moved = "unchanged" if step == 0 else f"{'up' if step > 0 else 'down'} {abs(step):.1f}"
    return f"Readiness is {moved} since {day(known[-1].day, material.today)}."


def reasons(title: str, found: Iterable[Reason], material: Material, most: int = 0, empty: str = "None.") -> Section:
    """Stops or conditions with owner and next step; the first `most` of them, or all."""
    every = list(found)
    kept = every[:most] if most else every
    rows: list[list[Text]] = [[each.text, material.view.person(each.owner), each.next_step] for each in kept]
    more = len(every) - len(kept)
    note = f"The first {len(kept)} of {len(every)}." if more else ""
    return Section(title, [Table((Column("Reason", 3), Column("Owner", 1), Column("Next step", 2)), rows, empty)], note)


def tracks(material: Material, *, leads: bool) -> Section:
    """Every track with its score; `leads` names who leads it."""
    columns = [Column("Track", 3), *([Column("Lead", 2)] if leads else []), Column("Score", 1, Align.RIGHT)]
    columns += [Column("Expected", 1.1, Align.RIGHT), Column("Done", 1.2, Align.RIGHT), Column("Trouble", 2)]
    rows: list[list[Text]] = []
    for each in material.readiness.tracks:
        troubles = [f"{count} {word}" for count, word in ((each.blocked, "blocked"), (each.overdue, "late")) if count]
        lead = [material.view.person(each.track.lead)] if leads else []
        value = Cell(score(each.score), track_tone(each.score, each.expected), strong=True)
        about: list[Text] = [Cell(material.tracks[each.track.id], strong=True), *lead, value, score(each.expected)]
        rows.append(
            [*about, f"{each.done} of {each.total}", Cell(", ".join(troubles), "bad" if each.blocked else "warn")]
        )
    return Section("Tracks", [Table(tuple(columns), rows, "No tracks.")])


def gates(material: Material) -> Section:
    """Every gate on the road, what was decided or would be, and where it is heading."""
    rows: list[list[Text]] = []
    for each in material.readiness.gates:
        gate, forecast = each.gate, each.forecast
        outlook = Cell("") if forecast is None else Cell(forecast.outlook.label, OUTLOOK_TONES[forecast.outlook])
        found: Text = "" if each.verdict is None else verdict(each.verdict)
        name = Cell(f"{gate.key}  {gate.name}", strong=gate.status is GateStatus.NEXT)
        rows.append(
            [name, day(each.day, material.today), material.view.person(gate.decider), gate.status.label, found, outlook]
        )
    columns = (Column("Gate", 3), Column("Day", 1), Column("Decider", 1.3), Column("Status", 1.5))
    return Section("Gates", [Table((*columns, Column("Verdict", 1.5), Column("Heading", 1.2)), rows, "No gates.")])


def tasks(title: str, found: Iterable[Task], material: Material, note: str = "", empty: str = "None.") -> Section:
    """Tasks with owner, status and due day."""
    rows: list[list[Text]] = [
        [
            Cell(task.title, strong=material.is_own(task)),
            material.view.person(task.owner),
            status(task),
            day(material.dates(task).due, material.today),
        ]
        for task in found
    ]
    columns = (Column("Task", 3.2), Column("Owner", 1.4), Column("Status", 1.2), Column("Due", 0.9))
    return Section(title, [Table(columns, rows, empty)], note)
