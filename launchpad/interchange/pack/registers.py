"""The registers as sections: goals, risks, issues, decisions, money."""

from launchpad.domain.enums import DecisionStatus, IssueStatus, RiskStatus
from launchpad.domain.gate import Decision
from launchpad.domain.register import Issue, Risk
from launchpad.engines.goal_progress import GoalProgress, Standing, goals_progress
from launchpad.interchange.pack.model import Cell, Column, Section, Table, Text
from launchpad.interchange.pack.words import (
    day,
    joined,
    number,
    verdict,
)
from launchpad.interchange.workbook.material import WHOLE_LAUNCH, Material
from launchpad.scenes.risk_matrix import band_of
from launchpad.scenes.shapes import Align

STANDING_TONES = {Standing.ON_TRACK: "ok", Standing.BEHIND: "warn", Standing.OFF_TRACK: "bad"}


def goals(material: Material, *, owners: bool, most: int = 0) -> Section:
    """Goals with target, latest value and where they are heading."""
    found = goals_progress(material.document, material.today)
    columns = [Column("Goal", 2.6), *([Column("Owner", 1.1)] if owners else []), Column("Target", 1.2, Align.RIGHT)]
    columns += [
        Column("Latest", 1, Align.RIGHT),
        Column("Forecast", 1, Align.RIGHT),
        Column("Standing", 1.2),
        Column("Due", 1),
    ]
    rows = [_goal(each, material, owners=owners) for each in (found[:most] if most else found)]
    note = f"The first {most} of {len(found)}." if most and len(found) > most else ""
    return Section("Goals", [Table(tuple(columns), rows, "No goals yet.")], note)


def _goal(each: GoalProgress, material: Material, *, owners: bool) -> list[Text]:
    goal, latest = each.goal, each.latest
    standing = Cell(each.standing.label, STANDING_TONES.get(each.standing, "text2"))
    row: list[Text] = [Cell(goal.name, strong=True), *([material.view.person(goal.owner)] if owners else [])]
    row += [_measured(goal.target, goal.unit), "" if latest is None else number(latest.value)]
    return [*row, number(each.forecast), standing, day(goal.due, material.today)]


def _measured(value: float | None, unit: str) -> str:
    return "" if value is None else f"{number(value)} {unit}".strip()


def risks(material: Material, most: int = 0) -> Section:
    """Open risks, worst first, with owner, trigger and plan."""
    found = sorted((r for r in material.document.rows(Risk) if r.status is RiskStatus.OPEN), key=lambda row: -row.score)
    kept = found[:most] if most else found
    columns = [Column("Risk", 3), Column("Owner", 1), Column("Score", 1.1), Column("Trigger", 2)]
    columns += [] if most else [Column("Plan", 2.4)]
    rows = [_risk(row, material, whole=not most) for row in kept]
    title = "Top risks" if most else "Open risks"
    note = f"The worst {len(kept)} of {len(found)}." if len(found) > len(kept) else ""
    return Section(title, [Table(tuple(columns), rows, "No open risks.")], note)


def _risk(row: Risk, material: Material, *, whole: bool) -> list[Text]:
    band, tone = band_of(row.score)
    track = WHOLE_LAUNCH if row.track is None else material.tracks[row.track]
    title = Cell(row.title if not whole else joined([row.title, track]), strong=True)
    cells: list[Text] = [title, material.view.person(row.owner), Cell(f"{row.score} {band}", tone), row.trigger]
    return [*cells, row.plan or Cell("no plan", "bad")] if whole else cells


def issues(material: Material) -> Section:
    """Open issues with what is done meanwhile."""
    columns = (Column("Issue", 2.4), Column("Severity", 0.8, Align.CENTER), Column("Since", 0.8))
    rows: list[list[Text]] = [
        [
            Cell(row.title, strong=True),
            Cell(str(row.severity), "bad" if row.severity == 1 else ""),
            day(row.opened, material.today),
            row.action,
            day(row.due, material.today),
            material.view.person(row.owner),
        ]
        for row in material.document.rows(Issue)
        if row.status is IssueStatus.OPEN
    ]
    more = (Column("Meanwhile", 3), Column("Due", 0.8), Column("Owner", 1.2))
    table = Table((*columns, *more), rows, "Nothing is known to go wrong.")
    return Section("Known issues", [table])


def decisions_wanted(material: Material, most: int = 0) -> Section:
    """What has to be decided, by whom, by when, and what is recommended; the first `most` of them, or all."""
    rows: list[list[Text]] = [
        [
            Cell(row.title, strong=True),
            material.view.person(row.decided_by),
            day(row.day, material.today),
            row.choice,
        ]
        for row in material.document.rows(Decision)
        if row.status is DecisionStatus.PROPOSED
    ]
    gate = material.scope.gate
    if gate is not None:
        by = day(material.calendar.day_of(gate.when), material.today)
        asked = Cell(gate.question or gate.name, strong=True)
        rows.append([asked, material.view.person(gate.decider), by, verdict(material.readiness.verdict)])
    columns = (Column("Decision", 3), Column("Who", 1), Column("By", 0.8), Column("Recommended", 2))
    kept = rows[-most:] if most else rows  # the gate's own question is the last
    note = f"{len(kept)} of {len(rows)}." if len(rows) > len(kept) else ""
    return Section("Decisions wanted", [Table(columns, kept)], note)


def money(material: Material) -> Section:
    """What is approved, promised and spent."""
    budget = material.document.launch.budget
    columns = tuple(Column(name, 1, Align.RIGHT) for name in ("Approved", "Committed", "Spent", "Free"))
    rows = []
    if budget is not None:
        sums = (budget.approved, budget.committed, budget.spent, budget.approved - budget.committed)
        rows = [[_measured(each, budget.currency) for each in sums]]
    return Section("Money", [Table(columns, rows, "No budget is written down.")])
