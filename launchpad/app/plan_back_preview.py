"""What planning back from launch would do, worked out before anybody says yes to it."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.ids import PersonId, TaskId
from launchpad.domain.people import Person
from launchpad.domain.wording import counted
from launchpad.engines.feasibility import Feasibility, feasibility
from launchpad.engines.load import load
from launchpad.engines.schedule import schedule
from launchpad.engines.schedule.plan_back import PlanBack, is_unstarted, plan_back


@dataclass(frozen=True, slots=True)
class PlanBackPreview:
    """The edit with its moves, and what comes of it. `crowded` are people with more overloaded days than before."""

    document: Document
    back: PlanBack
    crowded: tuple[tuple[Person, int], ...]
    fit_before: Feasibility
    fit_after: Feasibility


def plan_back_preview(
    document: Document, today: date, buffer: int, only: Collection[TaskId] | None = None
) -> PlanBackPreview:
    """Try planning back; raise PlanError as `schedule` does. Long for a large plan, so ask in the background."""
    back = plan_back(document, today, buffer, only)
    busy, busier = _overloads(document, today), _overloads(back.planned, today)
    crowded = [(person, busier[person.id] - busy[person.id]) for person in document.people]
    return PlanBackPreview(
        document,
        back,
        tuple((person, days) for person, days in crowded if days > 0),
        feasibility(document, today),
        feasibility(back.planned, today),
    )


def _overloads(document: Document, today: date) -> Counter[PersonId]:
    """Days on which people have more tasks than they can carry."""
    return Counter({each.person.id: len(each.overloaded) for each in load(document, schedule(document, today))})


def unstarted(document: Document, track: str | None = None) -> tuple[TaskId, ...]:
    """The tasks nobody has begun, of one track or of all."""
    return tuple(task.id for task in document.tasks if is_unstarted(task) and track in (None, task.track))


def fit_sentence(fit: Feasibility) -> str:
    """Whether a plan fits, in a few words."""
    return "fits" if fit.fits else f"does not fit by {counted(fit.days, 'working day')}"
