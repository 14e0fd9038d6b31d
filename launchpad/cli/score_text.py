"""Readiness as plain text: the answer, its reasons, what would raise it, and where it comes from."""

from collections.abc import Iterable

from launchpad.cli.output import columns
from launchpad.domain.people import Person
from launchpad.domain.wording import counted
from launchpad.engines.readiness import GateReadiness, Readiness
from launchpad.engines.readiness.reasons import Reason
from launchpad.engines.readiness.shown import shown

MOST_GAINS = 5
BAR = 20
"""Characters of a track's bar at 100."""


def score_text(answer: Readiness) -> str:
    """The whole answer, a screen or two long."""
    parts = [
        [answer.sentence, _verdict_line(answer)],
        _reasons("Stops a go", answer, answer.stops),
        _reasons("Conditions", answer, answer.conditions),
        _gains(answer),
        ["By track", columns(list(_track_lines(answer)), "<>><>>>")],
        ["Gates", columns([_gate_line(gate) for gate in answer.gates])] if answer.gates else [],
    ]
    return "\n\n".join("\n".join(part) for part in parts if part)


def brief_score_text(answer: Readiness, most: int = 5) -> str:
    """The answer and its first reasons, a few lines long."""
    stops = [f"  {stop.text}" for stop in answer.stops[:most]]
    more = len(answer.stops) - len(stops)
    rest = [f"  … and {counted(more, 'more stop')}"] if more > 0 else []
    gains = [f"  {line}" for line in _gain_lines(answer, most)]
    return "\n".join([answer.sentence, _verdict_line(answer), *stops, *rest, "What would raise it most:", *gains])


def _verdict_line(answer: Readiness) -> str:
    confidence = "" if answer.confidence is None else f" Confidence {answer.confidence:.0f} %."
    stops, conditions = counted(len(answer.stops), "stop"), counted(len(answer.conditions), "condition")
    return f"If decided today: {answer.verdict.label}, {stops} and {conditions}.{confidence}"


def _reasons(title: str, answer: Readiness, reasons: Iterable[Reason]) -> list[str]:
    lines = []
    for reason in reasons:
        owner = answer.document.find(Person, reason.owner)
        lines.append(f"  {reason.text} {owner.name + ': ' if owner else ''}{reason.next_step}")
    return [title, *lines] if lines else []


def _gains(answer: Readiness) -> list[str]:
    lines = _gain_lines(answer, MOST_GAINS)
    return ["What would raise it most", *(f"  {line}" for line in lines)] if lines else []


def _gain_lines(answer: Readiness, most: int) -> list[str]:
    rows = []
    for gain in answer.gains[:most]:
        owner = answer.document.find(Person, gain.task.owner)
        effort = "proof only" if gain.is_proof_only else f"{gain.days} d left"
        rows.append(
            (f"+{shown(gain.points, 1):.1f}", gain.task.key, gain.task.title, owner.name if owner else "", effort)
        )
    return columns(rows, ">").splitlines() if rows else []


def _track_lines(answer: Readiness) -> Iterable[tuple[str, ...]]:
    yield ("  Track", "Score", "Expected", "", "Done", "Overdue", "Blocked")
    for track in answer.tracks:
        name = f"  {track.track.name}"
        done = f"{track.done}/{track.total}"
        if track.score is None or track.expected is None:
            yield (name, "no data", "", "", done, "", "")
            continue
        full = round(track.score * BAR / 100)
        bar = "█" * full + "·" * (BAR - full)
        late = (str(track.overdue or ""), str(track.blocked or ""))
        yield (name, f"{shown(track.score):.1f}", f"{shown(track.expected):.1f}", bar, done, *late)


def _gate_line(gate: GateReadiness) -> tuple[str, ...]:
    verdict = gate.verdict.label if gate.verdict else "Skipped"
    said = f"{gate.gate.status.label}: {verdict}" if gate.forecast is None else gate.forecast.outlook.label
    return (f"  {gate.gate.key}", gate.day.isoformat(), gate.gate.name, said)
