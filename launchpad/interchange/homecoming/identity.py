"""Whether a workbook is one of this plan's, and one that this version can read."""

from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.domain.task import Task
from launchpad.interchange.audience import Audience
from launchpad.interchange.ballot.returned import ReturnedBallots
from launchpad.interchange.homecoming.cells import tidy
from launchpad.interchange.homecoming.reading import Returned
from launchpad.interchange.workbook.sales import SALES
from launchpad.interchange.workbook.support import SUPPORT

ENOUGH_KEYS = 0.8
"""Without the hidden sheet, the share of a file's keys that have to be this plan's."""
_CHECKLISTS = {SALES.checklist: Audience.SALES, SUPPORT.checklist: Audience.SUPPORT}


class OtherPlan(PlanError):
    """The file is of another plan."""


def require_same_plan(returned: Returned, plan: Document, plan_id: str, newest_schema: int) -> None:
    """Raise PlanError unless the workbook is of this plan and no newer than we are."""
    origin = returned.ballots or returned.origin
    if origin is not None and (not origin.is_ours or origin.schema > newest_schema):
        raise PlanError(f"“{returned.name}” was made by a newer Launchpad; update this one to merge it.")
    if origin is not None and origin.plan != plan_id:
        raise OtherPlan(f"“{returned.name}” belongs to another plan. Nothing was changed.")
    if isinstance(origin, ReturnedBallots):
        return
    if not returned.sheet and (origin is None or origin.sheet):
        raise OtherPlan(f"“{returned.name}” has no sheet with tasks to fill in. Nothing was changed.")
    if origin is None and not _looks_alike(returned, plan):
        raise OtherPlan(
            f"“{returned.name}” does not say which plan it is of, and its name or its tasks are not those of "
            f"“{plan.launch.name}”. Nothing was changed."
        )


def _looks_alike(returned: Returned, plan: Document) -> bool:
    keys = {row.text("key") for row in returned.rows} - {""}
    known = {task.key for task in plan.table(Task).values()}
    return tidy(plan.launch.name) in returned.titles and len(keys & known) >= ENOUGH_KEYS * len(keys) > 0


def audience_of(returned: Returned) -> Audience:
    """Whom the file was made for."""
    if returned.origin is not None:
        return returned.origin.audience
    return _CHECKLISTS.get(returned.sheet, Audience.FULL)
