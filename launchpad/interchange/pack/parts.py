"""Sections that several packs share."""

from collections.abc import Iterable, Iterator
from datetime import date

from launchpad.domain.enums import AssetStatus, DecisionStatus, GateStatus, IssueStatus, RiskStatus
from launchpad.domain.gate import Decision
from launchpad.domain.launch import Audience, PortfolioEntry, Region
from launchpad.domain.register import Asset, Blackout, Issue, RegionFeedback, Risk, RivalEvent
from launchpad.domain.task import Task
from launchpad.engines.goal_progress import GoalProgress, Standing, goals_progress
from launchpad.engines.readiness.reasons import Reason
from launchpad.engines.readiness.shown import shown
from launchpad.engines.readiness.trend import recorded_points
from launchpad.interchange.pack.charts import track_tone
from launchpad.interchange.pack.model import Cell, Column, Figures, Section, Table, Text
from launchpad.interchange.pack.words import (
    OUTLOOK_TONES,
    day,
    days,
    joined,
    number,
    offset,
    score,
    signed,
    status,
    verdict,
)
from launchpad.interchange.plain_text import clean
from launchpad.interchange.web_link import link_or_nothing
from launchpad.interchange.workbook.handouts import launch_facts
from launchpad.interchange.workbook.material import WHOLE_LAUNCH, Material
from launchpad.scenes.risk_matrix import band_of
from launchpad.scenes.shapes import Align

RIGHT, CENTER = Align.RIGHT, Align.CENTER
STANDING_TONES = {Standing.ON_TRACK: "ok", Standing.BEHIND: "warn", Standing.OFF_TRACK: "bad"}
READY = frozenset({AssetStatus.APPROVED, AssetStatus.PUBLISHED})


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


def tracks(material: Material, *, leads: bool) -> Section:
    """Every track with its score; `leads` names who leads it."""
    columns = [Column("Track", 3), *([Column("Lead", 2)] if leads else []), Column("Score", 1, RIGHT)]
    columns += [Column("Expected", 1.1, RIGHT), Column("Done", 1.2, RIGHT), Column("Trouble", 2)]
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


def reasons(title: str, found: Iterable[Reason], material: Material, most: int = 0, empty: str = "None.") -> Section:
    """Stops or conditions with owner and next step; the first `most` of them, or all."""
    every = list(found)
    kept = every[:most] if most else every
    rows: list[list[Text]] = [[each.text, material.view.person(each.owner), each.next_step] for each in kept]
    more = len(every) - len(kept)
    note = f"The first {len(kept)} of {len(every)}." if more else ""
    return Section(title, [Table((Column("Reason", 3), Column("Owner", 1), Column("Next step", 2)), rows, empty)], note)


def goals(material: Material, *, owners: bool, most: int = 0) -> Section:
    """Goals with target, latest value and where they are heading."""
    found = goals_progress(material.document, material.today)
    columns = [Column("Goal", 2.6), *([Column("Owner", 1.1)] if owners else []), Column("Target", 1.2, RIGHT)]
    columns += [Column("Latest", 1, RIGHT), Column("Forecast", 1, RIGHT), Column("Standing", 1.2), Column("Due", 1)]
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
    columns = (Column("Issue", 2.4), Column("Severity", 0.8, CENTER), Column("Since", 0.8), Column("Meanwhile", 3))
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
    table = Table((*columns, Column("Due", 0.8), Column("Owner", 1.2)), rows, "Nothing is known to go wrong.")
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
    columns = tuple(Column(name, 1, RIGHT) for name in ("Approved", "Committed", "Spent", "Free"))
    rows = []
    if budget is not None:
        sums = (budget.approved, budget.committed, budget.spent, budget.approved - budget.committed)
        rows = [[_measured(each, budget.currency) for each in sums]]
    return Section("Money", [Table(columns, rows, "No budget is written down.")])


def dates(material: Material, *, scopes: frozenset[str] | None, others: bool) -> Section:
    """Launch by region, gates, milestones and days to keep clear of.

    Blackouts of all scopes when there are none given; `others` adds rivals and other launches.
    """
    found = sorted([*_launch_days(material), *_closed_days(material, scopes), *(_others(material) if others else ())])
    rows: list[list[Text]] = [
        [days(first, last, material.today), offset(material.offset_of_day(first)), what, Cell(name, strong=True)]
        for first, last, what, name in found
    ]
    return Section("Dates", [Table((Column("When", 1.3), Column("T±", 0.7), Column("What", 1.4), Column("", 4)), rows)])


Occasion = tuple[date, date, str, str]


def _launch_days(material: Material) -> Iterator[Occasion]:
    document = material.document
    yield document.launch.launch_date, document.launch.launch_date, "Launch", document.launch.name
    for region in document.rows(Region):
        if region.launch_date is not None:
            yield region.launch_date, region.launch_date, f"Launch, wave {region.wave}", region.name
    for gate in material.places.gates:
        at = material.calendar.day_of(gate.when)
        yield at, at, "Decision", f"{gate.key}  {gate.name}"


def _closed_days(material: Material, scopes: frozenset[str] | None) -> Iterator[Occasion]:
    for row in material.document.rows(Blackout):
        if scopes is None or scopes & set(row.scope):
            yield row.first, row.last, f"{row.kind.label} blackout", row.name


def _others(material: Material) -> Iterator[Occasion]:
    for row in material.document.rows(RivalEvent):
        yield row.first, row.last, "Rival", f"{row.rival}: {row.event}"
    for other in material.document.rows(PortfolioEntry):
        yield other.launch_date, other.launch_date, "Other launch", other.name


def facts(material: Material) -> Section:
    """What may be said, to whom, where and from when."""
    rows: list[list[Text]] = [[Cell(name, strong=True), text] for name, text in launch_facts(material)]
    audiences: list[list[Text]] = [
        [Cell(row.name, strong=True), row.message, row.channel] for row in material.document.rows(Audience)
    ]
    regions: list[list[Text]] = [
        [Cell(row.name, strong=True), day(row.launch_date, material.today), f"Wave {row.wave}"]
        for row in material.document.rows(Region)
    ]
    return Section(
        "Facts",
        [
            Table((Column("", 1), Column("", 4)), rows),
            Table(
                (Column("For whom", 1), Column("What changes for them", 3), Column("Where they hear it", 1)), audiences
            ),
            Table((Column("Region", 1), Column("From", 1), Column("", 3)), regions),
        ],
    )


def assets(title: str, note: str, found: Iterable[Asset], material: Material) -> Section:
    """Things others reuse, with their state and where they are."""
    rows: list[list[Text]] = [
        [
            Cell(asset.name, strong=True, link=link_or_nothing(asset.link)),
            asset.type,
            Cell(asset.status.label, "ok" if asset.status in READY else "warn"),
            asset.version,
            material.view.person(asset.owner),
            day(asset.expires, material.today),
            "until it lifts" if asset.embargo else "",
        ]
        for asset in found
    ]
    columns = (
        Column("Asset", 2.4),
        Column("Kind", 1),
        Column("Status", 1),
        Column("Version", 0.8),
        Column("Owner", 1.3),
    )
    table = Table((*columns, Column("Good until", 0.9), Column("Embargo", 1)), rows, "None yet.")
    return Section(title, [table], note)


def questions(title: str, material: Material, most: int = 20) -> Section:
    """What customers asked in the regions."""
    heard = [row for row in material.document.rows(RegionFeedback) if row.question]
    asked: list[list[Text]] = [[row.question, row.region] for row in heard[:most]]
    return Section(title, [Table((Column("Question", 4), Column("Heard in", 1)), asked, "No questions yet.")])


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
