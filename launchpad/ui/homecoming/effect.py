"""What the choices would do, worked out off the window's thread and told in one line."""

from collections.abc import Iterable
from dataclasses import dataclass

from launchpad.app.merge import Effect, Homecoming
from launchpad.domain.edit import Edit
from launchpad.interchange.homecoming.proposals import Proposal
from launchpad.ui.shell.words import short_day


@dataclass(frozen=True, slots=True)
class Outcome:
    """The edit that the choices make, and its effect."""

    edit: Edit
    effect: Effect


def outcome_of(home: Homecoming, taken: Iterable[Proposal]) -> Outcome:
    """Work out what the choices would do."""
    edit = home.edit(taken)
    return Outcome(edit, home.effect(edit))


def effect_words(effect: Effect) -> str:
    """One line: readiness, verdict and launch day, what moves first."""
    parts = [part for part in (_score(effect), _verdict(effect), _launch(effect)) if part]
    return f"Effect: {', '.join(parts)}. One undo step." if parts else "The plan has no schedule. One undo step."


def _score(effect: Effect) -> str:
    before, after = effect.score
    if before is None or after is None:
        return ""
    return f"readiness {before:g} → {after:g}" if before != after else f"readiness stays {after:g}"


def _verdict(effect: Effect) -> str:
    before, after = effect.verdict
    if before is None or after is None:
        return ""
    return f"verdict {before.label} → {after.label}" if before is not after else f"verdict stays {after.label}"


def _launch(effect: Effect) -> str:
    before, after = effect.launch
    if before is None or after is None:
        return ""
    return f"launch {short_day(before)} → {short_day(after)}" if before != after else "launch date unchanged"
