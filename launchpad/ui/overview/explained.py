"""What the other numbers of the overview are made of: gates, the date, gains, stops, the curve."""

from collections.abc import Iterable, Iterator

from launchpad.app.overview_answers import OverviewAnswers
from launchpad.domain.document import Document
from launchpad.domain.people import Person, Track
from launchpad.domain.task import Task
from launchpad.domain.wording import counted
from launchpad.engines.confidence import SAMPLES
from launchpad.engines.readiness import GateReadiness, Readiness, readiness
from launchpad.engines.readiness.gains import Gain
from launchpad.engines.readiness.pace import Pace
from launchpad.engines.readiness.reasons import Reason, StopKind
from launchpad.engines.readiness.shown import shown
from launchpad.engines.readiness.signoffs import answers_at
from launchpad.scenes.axis import full_day_label
from launchpad.scenes.date_confidence import percent
from launchpad.ui.overview.explanation import FIT, REGISTER, TASK, Explanation, Line, Section, Way
from launchpad.ui.overview.next_cards import SIGNS
from launchpad.ui.overview.numbers import gain_text, score_text
from launchpad.ui.overview.score_explained import is_counted, item_lines
from launchpad.ui.overview.ways import way_of


def reason_lines(document: Document, reasons: Iterable[Reason]) -> Iterator[Line]:
    """Reasons with their owner and next step; each leads to what it is about."""
    for reason in reasons:
        owner = document.find(Person, reason.owner)
        note = f"{owner.name}: {reason.next_step}" if owner else reason.next_step
        text, value = _short(document, reason)
        yield Line(text, value, note, way_of(document, reason), reason.text)


def _short(document: Document, reason: Reason) -> tuple[str, str]:
    """A stop about a task as its title and what is the matter, anything else in its own words."""
    task = next((task for row in reason.rows if (task := document.find(Task, row)) is not None), None)
    if task is None or reason.kind not in SIGNS:
        return reason.text, ""
    return task.title, SIGNS[StopKind(reason.kind)][0]


def fit_sections(short: int) -> tuple[Section, ...]:
    """The way to what drives a plan past its days, `short` working days of them; none where it fits."""
    if not short:
        return ()
    text = f"The plan does not fit by {counted(short, 'working day')}"
    return (Section("Does it fit?", (Line(text, note="What drives it, and the cheapest repairs", way=Way(FIT)),)),)


def explain_stops(answer: Readiness, short: int = 0) -> Explanation:
    """All that stops a go, and what a go would be conditional on."""
    stops, conditions = answer.stops, answer.conditions
    text = (
        f"If it were decided today: {answer.verdict.label}. No score outweighs a stop; settle them in this order. "
        "Conditions would be promises with an owner and a day."
    )
    sections = (
        *fit_sections(short),
        Section(
            counted(len(stops), "stop"), tuple(reason_lines(answer.document, stops)) or (Line("Nothing stops a go."),)
        ),
        Section(counted(len(conditions), "condition"), tuple(reason_lines(answer.document, conditions))),
    )
    return Explanation("What stops a go", text, sections)


def explain_gate(document: Document, each: GateReadiness, answer: Readiness, short: int = 0) -> Explanation:
    """One gate: its question, where it is heading, its score, stops and sign-offs."""
    gate = each.gate
    own = readiness(document, answer.today, gate)
    decided = each.forecast is None
    sentence = f"{gate.status.label} on {full_day_label(each.day)}." if decided else own.sentence.split(". ", 1)[-1]
    verdict = "" if decided or each.verdict is None else f" If decided today: {each.verdict.label}."
    text = f"{gate.question} {sentence}{verdict}".strip()
    lines = [Line("Score for this gate", score_text(own.score)), Line("Work expected by now", score_text(own.expected))]
    sections = [Section(f"{full_day_label(each.day)}", tuple(lines)), _due_section(answer, each)]
    if not decided:
        sections[:0] = fit_sections(short)
        sections.append(Section(counted(len(own.stops), "stop"), tuple(reason_lines(document, own.stops))))
        sections.append(
            Section(counted(len(own.conditions), "condition"), tuple(reason_lines(document, own.conditions)))
        )
    answers = answers_at(document, gate)
    tracks = [track for track in document.tracks if track.id in gate.required_signoffs or track.id in answers]
    signed = tuple(Line(track.name, answers[track.id].label if track.id in answers else "Missing") for track in tracks)
    sections.append(Section("Sign-offs", signed or (Line("None is required."),)))
    return Explanation(f"{gate.key} {gate.name}", text, tuple(sections))


def _due_section(answer: Readiness, each: GateReadiness) -> Section:
    """What is due at a gate: what is not done and proven yet, and how many are."""
    due = [item for item in answer.items.values() if item.task.gate == each.gate.id and is_counted(item)]
    missing = [item for item in due if not item.is_proven]
    title = f"{each.proven} of {each.items} due here are done and proven"
    return Section(title, item_lines(missing) or (Line("Nothing is missing."),), is_open=False)


def explain_date(document: Document, answers: OverviewAnswers) -> Explanation:
    """How sure the launch date is, day by day, and which tasks set it."""
    found, tasks = answers.confidence, document.table(Task)
    text = (
        f"The plan was played through {SAMPLES:,} times from today, with the remaining days of every task drawn around "
        f"what is likely. {percent(found.on_time)} of them make {full_day_label(document.launch.launch_date)}. "
        f"The file keeps the seed ({document.launch.seed}), so the same plan gives the same answer."
    )
    dates = (
        Line("Half of them launch by", full_day_label(found.p50)),
        Line("Four in five by", full_day_label(found.p80)),
    )
    days = tuple(Line(full_day_label(each.day), percent(each.share)) for each in found.days if each.share)
    drivers = tuple(
        Line(tasks[each.task].title, percent(each.share), way=Way(TASK, each.task))
        for each in found.drivers[:12]
        if each.task in tasks
    )
    return Explanation(
        "Date confidence",
        text,
        (
            *fit_sections(answers.short),
            Section("Dates", dates),
            Section("Tasks that set the date, and how often", drivers or (Line("Only fixed dates set it."),)),
            Section("By day", days, is_open=False),
        ),
    )


def explain_gains(answer: Readiness) -> Explanation:
    """Everything that would raise the score, best per remaining day first."""
    tracks = answer.document.table(Track)
    lines = [
        Line(
            gain.task.title,
            gain_text(gain.points),
            f"{tracks[gain.task.track].name}, {_effort(gain)}",
            Way(TASK, gain.task.id),
        )
        for gain in answer.gains
    ]
    relief = [
        Line(f"{each.row.key} {each.row.title}", f"+{shown(each.points, 2):g}", way=Way(REGISTER, each.row.id))
        for each in answer.relief
    ]
    text = (
        "Points that finishing and proving each task adds to the score, among those that can be worked on now. "
        "What gives most for a day of work comes first."
    )
    return Explanation(
        "What would raise it most",
        text,
        (Section("Tasks", tuple(lines)), Section("Closing a risk or issue", tuple(relief))),
    )


def _effort(gain: Gain) -> str:
    return "only its proof is missing" if gain.is_proof_only else f"{counted(gain.days, 'day')} left"


def explain_curve(answers: OverviewAnswers) -> Explanation:
    """The points of the curve, and the pace."""
    points = tuple(
        Line(
            full_day_label(each.day),
            score_text(each.readiness),
            f"work {score_text(each.work)}, expected {score_text(each.expected)}"
            + ("" if each.is_recorded else ", worked out again"),
        )
        for each in reversed(answers.points)
    )
    text = (
        "The bold line is readiness as recorded by imports and reviews, today included; thin stretches are worked out "
        "again from this file's history. The band above it is what risks take. The dashed line is the work that the "
        "baseline promises."
    )
    return Explanation(
        "Readiness over time", text, (Section("Pace", tuple(_pace(answers.pace))), Section("Points", points))
    )


def _pace(pace: Pace) -> Iterator[Line]:
    def text(value: float | None) -> str:
        return "–" if value is None else f"{shown(value, 2):g} a day"

    yield Line("Now", text(pace.per_day), "Points a working day over the last ten.")
    yield Line("Needed for the next gate", text(pace.needed), f"To reach {pace.threshold:g}.")
    yield Line("Reaches it on", full_day_label(pace.reaches) if pace.reaches else "not at this pace")
