"""Did it work? The goals against their checkpoints, as a page."""

from datetime import date

from launchpad.app.day_text import day_text, offset_text
from launchpad.domain.document import Document
from launchpad.engines.calendar import calendar_of
from launchpad.engines.goal_progress import GoalPoint, GoalProgress, Standing, goals_progress, standing_of
from launchpad.ui.goals.columns import PILLS
from launchpad.ui.review_room.fact_list import Fact
from launchpad.ui.review_room.page import Page, Section


def after_page(document: Document, today: date) -> Page:
    """Every goal with its checkpoints: what was expected there and what was measured."""
    goals = goals_progress(document, today)
    met = sum(each.standing is Standing.ON_TRACK for each in goals)
    measured = sum(each.standing is not Standing.NO_DATA for each in goals)
    offset = calendar_of(document).offset_at_or_after(today)
    return Page(
        key="after",
        title="Did it work?",
        lead=f"{offset_text(offset)} · {met} of {measured} measured goals are on track" if goals else "",
        sections=tuple(_goal(document, each, today) for each in goals)
        or (Section("Goals", (), "No goal is written."),),
    )


def _goal(document: Document, progress: GoalProgress, today: date) -> Section:
    goal = progress.goal
    facts = [_now(progress, today)]
    facts += [_checkpoint(document, progress, point, today) for point in progress.checkpoints]
    unit = f" · {goal.unit}" if goal.unit else ""
    return Section(f"{goal.name}{unit}", tuple(facts))


def _now(progress: GoalProgress, today: date) -> Fact:
    latest, goal = progress.latest, progress.goal
    title = "Nothing measured yet" if latest is None else f"{_number(latest.value)} on {day_text(latest.day, today)}"
    target = "" if goal.target is None else f"target {_number(goal.target)}"
    due = f"by {day_text(goal.due, today)}" if goal.due else ""
    note = " ".join(part for part in (target, due) if part)
    return Fact(title=title, note=note, key=f"goal:{goal.id}", pill=(progress.standing.label, PILLS[progress.standing]))


def _checkpoint(document: Document, progress: GoalProgress, point: GoalPoint, today: date) -> Fact:
    offset = calendar_of(document).offset_at_or_after(point.day)
    title = f"{offset_text(offset)}, {day_text(point.day, today)}"
    before = [each.value for each in progress.actuals if each.day <= point.day]
    was = before[-1] if before and point.day <= today else None
    if was is None:
        pill = ("to come", "neutral") if point.day > today else ("not measured", "neutral")
        return Fact(title=title, right=f"{_number(point.value)} expected", pill=pill)
    standing = standing_of(progress.goal, was, point.value)
    return Fact(title=title, right=f"{_number(was)} of {_number(point.value)}", pill=(standing.label, PILLS[standing]))


def _number(value: float) -> str:
    return f"{value:,.10g}"
