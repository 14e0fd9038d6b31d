"""Making a launch from a plan that another program wrote."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.errors import PlanError
from launchpad.interchange.foreign.outline import refused
from launchpad.interchange.foreign.planning import plan_from_outline
from launchpad.interchange.foreign.reading import KINDS, read_foreign
from launchpad.interchange.homecoming.days import DayOrder

FOREIGN_FILES = f"Plans of other programs ({' '.join(f'*{kind}' for kind in KINDS)})"
"""What a file dialog offers."""


@dataclass(frozen=True, slots=True)
class ForeignPlan:
    """A plan made of another program's file, and in sentences what of the file is not in it as it was."""

    document: Document
    notices: tuple[str, ...]

    def called(self, name: str) -> Document:
        """The plan under another name; under its own for an empty one."""
        launch = self.document.launch
        renamed = replace(launch, name=" ".join(name.split()) or launch.name)
        return self.document.apply(Edit("Name the launch", (Change(launch, renamed),)))


def foreign_plan(
    path: Path,
    today: date,
    *,
    name: str = "",
    launch_date: date | None = None,
    order: DayOrder = DayOrder.UNKNOWN,
    encoding: str = "",
) -> ForeignPlan:
    """Make a plan of the file at `path`; raise PlanError, one sentence, for whatever is no plan.

    Without `name` it is called what the file calls it, or like the file; without `launch_date` launch day is where its
    last task ends.
    """
    outline = read_foreign(path, today, order=order, encoding=encoding)
    try:
        document = plan_from_outline(outline, name=name or outline.name or path.stem, launch_date=launch_date)
    except PlanError as error:
        raise refused(path.name, str(error).rstrip(".")) from None
    return ForeignPlan(document, tuple(outline.notices))
