"""The full pack, read before a review: the answer, then everything it rests on."""

from launchpad.domain.enums import ActionStatus, ConditionStatus, Criticality, DecisionStatus, TaskStatus
from launchpad.domain.gate import Action, Condition, Criterion, Decision, SignOff
from launchpad.domain.task import Task
from launchpad.engines.goal_progress import goals_progress
from launchpad.interchange.pack import handouts, registers, standing
from launchpad.interchange.pack.changes import Changes, changes_section
from launchpad.interchange.pack.charts import HIGH, curve, goal_chart, timeline, track_strip
from launchpad.interchange.pack.model import Cell, Chart, Column, Paragraph, Section, Table, Text
from launchpad.interchange.pack.words import day, status
from launchpad.interchange.workbook.material import Material

GAINS = 8


def full_sections(material: Material, changes: Changes) -> list[Section]:
    """All of it: what stops, what changed, what helps, tracks, gates, registers, the plan."""
    answer = material.readiness
    return [
        Section("", [standing.figures(material)]),
        Section("Readiness over time", [Chart(curve(material, HIGH)), Chart(track_strip(material))]),
        standing.reasons("What stops a Go", answer.stops, material, empty="Nothing stops a Go."),
        standing.reasons("What a Go would be conditional on", answer.conditions, material),
        standing.tracks(material, leads=True),
        *changes_section(changes, material.today),
        registers.decisions_wanted(material),
        _promises(material),
        _gains(material),
        standing.gates(material),
        *_next_gate(material),
        registers.risks(material),
        registers.issues(material),
        registers.goals(material, owners=True),
        *_goal_charts(material),
        registers.money(material),
        Section("The plan", [Chart(timeline(material))]),
        _musts(material),
        handouts.dates(material, scopes=None, others=True),
        _decisions(material),
    ]


def _promises(material: Material) -> Section:
    open_conditions = (ConditionStatus.OPEN, ConditionStatus.OVERDUE, ConditionStatus.EXTENDED)
    conditions = [row for row in material.document.rows(Condition) if row.status in open_conditions]
    actions = [row for row in material.document.rows(Action) if row.status is ActionStatus.OPEN]
    open_rows: list[Condition | Action] = [*conditions, *actions]
    rows = [_promise(row, material) for row in open_rows]
    columns = (Column("Condition or action", 3), Column("Owner", 1), Column("Due", 0.9), Column("Otherwise", 2))
    return Section("Open conditions and actions", [Table(columns, rows, "None is open.")])


def _promise(row: Condition | Action, material: Material) -> list[Text]:
    late = row.due is not None and row.due < material.today
    due = Cell(f"{day(row.due, material.today)} late" if late else day(row.due, material.today), "bad" if late else "")
    fallback = row.fallback if isinstance(row, Condition) else ""
    return [Cell(row.text, strong=True), material.view.person(row.owner), due, fallback]


def _gains(material: Material) -> Section:
    rows: list[list[Text]] = []
    for gain in material.readiness.gains[:GAINS]:
        task = gain.task
        points = f"+{gain.points:.1f}"
        rows.append([Cell(task.title, strong=True), material.view.person(task.owner), status(task), points])
    columns = (Column("Task", 3), Column("Owner", 1.2), Column("Status", 1.2), Column("Points", 0.8))
    return Section("What raises the score most", [Table(columns, rows, "Nothing can be worked on now.")])


def _next_gate(material: Material) -> list[Section]:
    gate = material.scope.gate
    if gate is None:
        return []
    tasks = material.document.table(Task)
    asked: list[list[Text]] = []
    for criterion in material.document.rows(Criterion):
        if criterion.gate == gate.id:
            proofs = "; ".join(f"{tasks[each].status.sign} {tasks[each].title}" for each in criterion.proven_by)
            asked.append([Cell(criterion.text, strong=True), criterion.status.label, proofs])
    columns = (Column("Criterion", 2.4), Column("Status", 0.9), Column("Proven by", 3))
    signed = {row.track: row for row in material.document.rows(SignOff) if row.gate == gate.id}
    answers: list[list[Text]] = []
    for track in material.document.tracks:
        if track.id in gate.required_signoffs:
            row = signed.get(track.id)
            name = Cell(material.tracks[track.id], strong=True)
            said = "Missing" if row is None else row.answer.label
            who = material.view.person(track.lead if row is None else row.person)
            answers.append([name, who, said, "" if row is None else row.comment])
    people = (Column("Track", 1.6), Column("Who", 1.4), Column("Answer", 1), Column("Comment", 3))
    title = f"{gate.key}  {gate.name}"
    blocks = [Table(columns, asked, "No criteria."), Table(people, answers, "No sign-offs are asked for.")]
    return [Section(title, [*([Paragraph(gate.question)] if gate.question else []), *blocks])]


def _goal_charts(material: Material) -> list[Section]:
    found = [each for each in goals_progress(material.document, material.today) if each.actuals]
    return [Section(each.goal.name, [Chart(goal_chart(each, material))], half=True) for each in found]


def _musts(material: Material) -> Section:
    wanted = [
        task
        for task in material.document.tasks
        if task.criticality is Criticality.MUST and (task.is_open or task.status is TaskStatus.WAIVED)
    ]
    return standing.tasks("Open must-haves", wanted, material, empty="Every must-have is done.")


def _decisions(material: Material) -> Section:
    rows: list[list[Text]] = [
        [
            day(row.day, material.today),
            Cell(row.title, strong=True),
            material.view.person(row.decided_by),
            row.choice,
            row.rationale,
        ]
        for row in material.document.rows(Decision)
        if row.status is DecisionStatus.DECIDED
    ]
    columns = (Column("Day", 0.8), Column("Decision", 2), Column("By", 1), Column("Choice", 1.5), Column("Why", 2.6))
    return Section("Decided", [Table(columns, rows)])
