"""Making a launch: from a template, or the sample."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import cache

from launchpad.app.resources import sample_file, templates_folder
from launchpad.domain.document import Document
from launchpad.templates.library import TemplateSummary, find_template, list_templates
from launchpad.templates.planning import plan_from_template
from launchpad.templates.pruning import without_tracks
from launchpad.templates.public_holidays import propose_holidays
from launchpad.templates.sample.plan import sample_plan

SAMPLE_TEMPLATE = "tier1-major-launch"
YEARS_AROUND = 2
"""Years before and after launch day whose holidays are proposed; the longest template starts ten months before it."""


def built_in_templates() -> tuple[TemplateSummary, ...]:
    """Return what there is to choose from."""
    return list_templates(templates_folder())


def new_plan(
    template: str,
    name: str,
    launch_date: date,
    holiday_region: str = "",
    answers: Mapping[str, bool] | None = None,
    left_out: Collection[str] = (),
) -> Document:
    """Make the plan of a new launch from a template's id or a YAML file; raise PlanError naming what is wrong.

    `left_out` are the keys of tracks that the launch does without.
    """
    years = launch_date.year - YEARS_AROUND, launch_date.year + YEARS_AROUND
    holidays = propose_holidays(holiday_region, *years) if holiday_region else ()
    chosen = find_template(templates_folder(), template)
    chosen = without_tracks(chosen, left_out) if left_out else chosen
    return plan_from_template(chosen, name=name, launch_date=launch_date, holidays=holidays, answers=answers)


@cache
def sample() -> Document:
    """Make the sample launch, mid-flight on its own “today”."""
    return sample_plan(sample_file(), find_template(templates_folder(), SAMPLE_TEMPLATE))
