"""The one sentence that answers “are we ready?”."""

from datetime import date

from launchpad.domain.wording import counted, short_day
from launchpad.engines.readiness.gate_forecast import GateForecast, Outlook
from launchpad.engines.readiness.scores import Scores
from launchpad.engines.readiness.shown import shown

_IS_COURSE = {Outlook.ON_COURSE: "on course", Outlook.AT_RISK: "at risk", Outlook.OFF_COURSE: "off course"}


def score_sentence(scores: Scores) -> str:
    """Readiness and how far work is from plan."""
    if scores.score is None:
        return "There is nothing to assess."
    gap = scores.gap
    readiness = f"Readiness {shown(scores.score):.1f}"
    if gap is None:
        return f"{readiness}."
    if gap == 0:
        return f"{readiness}, work on plan."
    return f"{readiness}, {abs(gap):.1f} points of work {'behind' if gap < 0 else 'ahead of'} plan."


def forecast_sentence(forecast: GateForecast, day: date) -> str:
    """Where a gate on `day` is heading and what makes it so."""
    course = f"{forecast.gate.key} on {short_day(day)} is {_IS_COURSE[forecast.outlook]}"
    causes = _must_causes(forecast) or _other_causes(forecast)
    return f"{course}: {', '.join(causes)}." if causes else f"{course}."


def _must_causes(forecast: GateForecast) -> list[str]:
    """What is the matter with the musts; only the first part says what is counted."""
    blocked = len(forecast.blocked)
    found = [
        (len(forecast.cannot_finish), "cannot be finished in time"),
        (blocked, "is blocked" if blocked == 1 else "are blocked"),
        (len(forecast.late), "is late" if len(forecast.late) == 1 else "are late"),
        (len(forecast.unproven), "is not proven" if len(forecast.unproven) == 1 else "are not proven"),
    ]
    causes = [(count, said) for count, said in found if count]
    return [f"{counted(count, 'must') if place == 0 else count} {said}" for place, (count, said) in enumerate(causes)]


def _other_causes(forecast: GateForecast) -> list[str]:
    """What else weighs on the gate when its musts are in order."""
    conditions, severe = len(forecast.overdue_conditions), len(forecast.severe)
    found = [
        (len(forecast.unplanned), "severe risk", "without a plan"),
        (severe, "severe risk", "open"),
        (conditions, "condition", "overdue"),
    ]
    return [f"{counted(count, noun)} {'is' if count == 1 else 'are'} {said}" for count, noun, said in found if count]
