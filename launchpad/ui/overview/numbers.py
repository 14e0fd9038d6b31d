"""Small pieces of text and the colors that go with them on the overview."""

from launchpad.engines.readiness import GateReadiness
from launchpad.engines.readiness.gap import GapClass, gap_class
from launchpad.engines.readiness.gate_forecast import Outlook
from launchpad.engines.readiness.reasons import Verdict
from launchpad.engines.readiness.scores import TrackReadiness
from launchpad.engines.readiness.shown import shown, shown_or_none

OUTLOOK_TONES = {Outlook.ON_COURSE: "ok", Outlook.AT_RISK: "warn", Outlook.OFF_COURSE: "bad"}
VERDICT_TONES = {Verdict.GO: "ok", Verdict.CONDITIONAL: "warn", Verdict.NO_GO: "bad"}
GAP_TONES = {GapClass.AHEAD: "ok", GapClass.ON_PLAN: "ok", GapClass.BEHIND: "warn", GapClass.FAR_BEHIND: "bad"}

DECIDED = {Verdict.GO: ("Passed", "ok"), Verdict.CONDITIONAL: ("Conditional", "ok"), Verdict.NO_GO: ("No-go", "bad")}
"""What the pill of a decided gate says, and its color."""


def score_text(value: float | None) -> str:
    """A score with one decimal; a dash without data."""
    return "–" if value is None else f"{shown(value):.1f}"


def signed(value: float) -> str:
    """A change with its sign, a real minus."""
    return f"{value:+.1f}".replace("-", "−")


def gain_text(points: float) -> str:
    """Points a task would add, as a pill says it."""
    rounded = shown(points)
    return f"+{rounded:.1f}" if rounded else "+0.0"


def gap_of(track: TrackReadiness) -> float | None:
    """A track's work less what was expected, as shown."""
    if track.raw is None or track.expected is None:
        return None
    return shown_or_none(track.raw - track.expected)


def track_tone(track: TrackReadiness) -> str:
    """The color of a track: how far its work is from plan."""
    found = gap_class(gap_of(track))
    return "text3" if found is None else GAP_TONES[found]


def gate_pill(each: GateReadiness) -> tuple[str, str]:
    """What a gate's pill says, and its color: where it is heading, or what was decided."""
    if each.forecast is not None:
        return each.forecast.outlook.label, OUTLOOK_TONES[each.forecast.outlook]
    if each.verdict is None:
        return each.gate.status.label, "neutral"
    return DECIDED[each.verdict]
