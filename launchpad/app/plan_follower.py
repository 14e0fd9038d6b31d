"""Keeps the answers about a plan current while it is edited: what an edit did not touch is not worked out again."""

from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.engines.readiness.board_after import follow_edit
from launchpad.engines.schedule.scheduler import Scheduler
from launchpad.engines.schedule.solver import is_solved


class PlanFollower:
    """Follows one plan from edit to edit. The answers are the same as without it, and are there sooner."""

    def __init__(self) -> None:
        self._scheduler: Scheduler | None = None
        self._today: date | None = None

    def copy(self, document: Document, today: date) -> Scheduler:
        """Another who knows a plan, on which edits can be tried; raise PlanError when it has no schedule."""
        return self._at(document, today).copy()

    def follow(self, before: Document, edit: Edit, after: Document, today: date) -> None:
        """Go on to the plan after an edit, if the plan before it is known by its schedule."""
        if not is_solved(before, today):
            self._scheduler = None
            return
        try:
            scheduler = self._at(before, today)
            scheduler.follow(after, edit)
            scheduler.schedule()
            follow_edit(before, edit, after, today)
        except PlanError:  # told to whoever asks for the schedule
            self._scheduler = None

    def _at(self, document: Document, today: date) -> Scheduler:
        """Who stands at a plan."""
        if self._scheduler is None or self._scheduler.document is not document or self._today != today:
            self._scheduler, self._today = None, today
            self._scheduler = Scheduler(document, today)
        return self._scheduler
