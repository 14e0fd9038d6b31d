"""What the dialog about baselines asks: a frozen plan beside now, and what another promise would change."""

from dataclasses import dataclass
from datetime import date

from launchpad.app.commands.baselines import choose_promise, set_baseline
from launchpad.app.day_text import day_text
from launchpad.domain.document import Document
from launchpad.domain.task import Baseline
from launchpad.domain.wording import counted
from launchpad.engines.readiness import readiness
from launchpad.engines.schedule.slips import TrackSlip, slips


@dataclass(frozen=True, slots=True)
class PromiseEffect:
    """What is late and what work is expected today (0–100), by the promise of now and by another."""

    label: str
    late_now: int
    late_then: int
    expected_now: float | None
    expected_then: float | None


@dataclass(frozen=True, slots=True)
class BaselineAnswer:
    """A baseline beside now, and what it would be as the promise; `effect` is None for the promise itself."""

    baseline: Baseline
    tracks: tuple[TrackSlip, ...]
    effect: PromiseEffect | None


def baseline_answer(document: Document, today: date, baseline_id: str) -> BaselineAnswer:
    """Compare a baseline with now; raise PlanError as `schedule` does. Ask in the background."""
    baseline = document.table(Baseline)[baseline_id]
    effect = None if baseline.active else promise_effect(document, today, baseline_id)
    return BaselineAnswer(baseline, slips(document, baseline, today), effect)


def promise_effect(document: Document, today: date, baseline_id: str | None = None) -> PromiseEffect:
    """What would change with another promise; without an id with the plan of today as one."""
    if baseline_id is None:
        edit = set_baseline(document, "Now", today, promise=True)
    else:
        edit = choose_promise(document, baseline_id, today)
    before, after = readiness(document, today), readiness(document.apply(edit), today)
    return PromiseEffect(
        edit.label,
        sum(item.is_late for item in before.items.values()),
        sum(item.is_late for item in after.items.values()),
        before.expected,
        after.expected,
    )


def effect_sentence(effect: PromiseEffect) -> str:
    """The effect in words, so that measuring anew never looks like progress."""
    what = effect.label.partition(" instead of ")[2] or "nothing that was promised"
    parts = [f"As the promise it would replace {what}."]
    if effect.late_now != effect.late_then:
        parts.append(
            f"By it {counted(effect.late_then, 'task is', 'tasks are')} late, {effect.late_now} by the promise of now."
        )
    now, then = effect.expected_now, effect.expected_then
    if now is not None and then is not None and round(now) != round(then):
        parts.append(f"It expects {then:.0f} of 100 to be done today, the promise of now {now:.0f}.")
    if effect.late_then < effect.late_now or (now or 0) > (then or 0):
        parts.append("That is another measure, not progress; the journal says so.")
    return " ".join(parts)


def default_name(today: date) -> str:
    """What a baseline set by hand is called unless somebody says otherwise."""
    return f"Plan of {day_text(today, today)}"


def slip_text(days: int | None) -> str:
    """A slip in working days: ``+5``, ``−2``, ``0``; empty for a task that is new."""
    if days is None:
        return ""
    return "0" if days == 0 else f"{'+' if days > 0 else '−'}{abs(days)}"


def track_summary(slip: TrackSlip) -> str:
    """How many of a track's tasks are later, sooner and new."""
    parts = [f"{slip.later} of {len(slip.slips)} later"]
    parts += [f"{slip.sooner} sooner"] if slip.sooner else []
    parts += [f"{slip.new} new"] if slip.new else []
    return ", ".join(parts)
