"""Makes a plan from a template: its rows, for one launch day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from launchpad.domain import ids
from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.domain.launch import Calendar, Holiday, Launch
from launchpad.domain.values import TIER_THRESHOLDS, QuestionAnswer, checked_date
from launchpad.templates.plan_rows import PlanRows
from launchpad.templates.pruning import answers_for, pruned_tasks
from launchpad.templates.public_holidays import PublicHoliday
from launchpad.templates.template import Template

LEAD = "launch_lead"
SPONSOR = "exec_sponsor"
"""Roles whose people lead and pay for the launch, where a template has them."""


def plan_from_template(
    template: Template,
    *,
    name: str,
    launch_date: date,
    holidays: Sequence[PublicHoliday] = (),
    answers: Mapping[str, bool] | None = None,
) -> Document:
    """Return the plan for a launch on `launch_date`, with one person for each role.

    `answers` are given over the template's own; `holidays` are added to those of its calendar. Raise PlanError for an
    unknown question and when launch day is not a working day.
    """
    settled = answers_for(template, answers or {})
    free = _holidays(template, holidays)
    _refuse_day_off(template, checked_date(launch_date), free)
    week = template.week
    region = next((holiday.region for holiday in free.values() if holiday.region), "")
    rows = PlanRows(template, pruned_tasks(template, settled))
    return Document(
        (
            _launch(template, rows, name, launch_date, settled),
            Calendar(
                id=ids.CalendarId(ids.new_id()),
                workdays=week.workdays,
                holiday_region=region,
                extra_workdays=week.extra_workdays,
            ),
            *(
                Holiday(id=ids.HolidayId(ids.new_id()), day=each.day, name=each.name, region=each.region)
                for each in free.values()
            ),
            *rows,
        )
    )


def _holidays(template: Template, proposed: Sequence[PublicHoliday]) -> dict[date, PublicHoliday]:
    """The days off of the template and those proposed, each day once."""
    own = {day: PublicHoliday(day, "", "") for day in template.week.holidays}
    return own | {holiday.day: holiday for holiday in proposed}


def _refuse_day_off(template: Template, launch_date: date, free: Mapping[date, PublicHoliday]) -> None:
    def is_worked(day: date) -> bool:
        return day in template.week.extra_workdays or (day.isoweekday() in template.week.workdays and day not in free)

    if is_worked(launch_date):
        return
    called = free[launch_date].name if launch_date in free else f"{launch_date:%A}"
    near = [
        day.isoformat()
        for step in (-1, 1)
        if (day := next((d for d in _days_from(launch_date, step) if is_worked(d)), None))
    ]
    raise PlanError(
        f"Launch day {launch_date.isoformat()} ({called or 'a holiday'}) is not a working day;"
        f" the nearest are {' and '.join(near)}."
    )


def _days_from(day: date, step: int) -> Iterator[date]:
    """The days of a year after (or, with a step of −1, before) a day."""
    return (day + timedelta(days=step * distance) for distance in range(1, 367))


def _launch(template: Template, rows: PlanRows, name: str, launch_date: date, answers: Mapping[str, bool]) -> Launch:
    return Launch(
        id=ids.LaunchId(ids.new_id()),
        name=name,
        launch_date=launch_date,
        launch_type=template.launch_type,
        tier=template.tier,
        lead=rows.people.get(LEAD),
        sponsor=rows.people.get(SPONSOR),
        template=template.id,
        template_version=template.version,
        start=template.start,
        thresholds=template.thresholds or TIER_THRESHOLDS[template.tier],
        weights=template.weights,
        answers=tuple(QuestionAnswer(question, yes) for question, yes in answers.items()),
        review_cadence=template.review_cadence,
    )
