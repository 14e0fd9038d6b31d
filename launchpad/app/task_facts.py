"""What a list of tasks shows beside their fields: dates, lateness and names, looked up when asked for."""

from collections.abc import Mapping
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.ids import TaskId
from launchpad.domain.people import Person, Track
from launchpad.domain.task import Task
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.readiness import Readiness, readiness
from launchpad.engines.readiness.board import Item
from launchpad.engines.schedule import Schedule, TaskDates, schedule


class TaskFacts:
    """Answers about the tasks of one plan on one day. A plan that cannot be scheduled has no dates; `trouble` says why.

    `today` is the day the plan is judged on; `me` the person who looks, None when they are not in the plan.
    """

    def __init__(self, document: Document, today: date, me: Person | None = None) -> None:
        self.document = document
        self.today = today
        self.me = me
        self._schedule: Schedule | None = None
        self._readiness: Readiness | None = None
        self._items: Mapping[TaskId, Item] | None = None
        self._trouble: str | None = None
        self._is_asked = False

    @property
    def trouble(self) -> str:
        """Why there are no dates; empty when there are."""
        self._ask()
        return self._trouble or ""

    @property
    def readiness(self) -> Readiness | None:
        """How ready the plan is, None when it cannot be scheduled."""
        if self._readiness is None and self._ask() is not None:
            self._readiness = readiness(self.document, self.today)
        return self._readiness

    @property
    def calendar(self) -> WorkingCalendar:
        """The plan's working days."""
        return calendar_of(self.document)

    def dates(self, task: Task) -> TaskDates | None:
        """All dates of a task; one of them asked for alone, as below, takes far less work."""
        found = self._ask()
        return None if found is None else found.tasks[task.id]

    def start(self, task: Task) -> date | None:
        """The first day of a task as planned."""
        found = self._ask()
        return None if found is None else found.shown(task.id)[0]

    def due(self, task: Task) -> date | None:
        """The day a task is due."""
        found = self._ask()
        return None if found is None else found.due(task.id)

    def start_by(self, task: Task) -> date | None:
        """The day on which a task must be started at the latest."""
        found = self._ask()
        return None if found is None else found.start_by(task.id)

    def forecast_finish(self, task: Task) -> date | None:
        """The day on which a task will be finished, going by today and the progress made."""
        found = self._ask()
        return None if found is None else found.forecast(task.id)[1]

    def slack(self, task: Task) -> int | None:
        """The slack of a task, in working days."""
        found = self._ask()
        return None if found is None else found.slack(task.id)

    def is_critical(self, task: Task) -> bool:
        """Whether an open task is critical."""
        found = self._ask() if task.is_open else None
        return found is not None and found.is_critical(task.id)

    def item(self, task: Task) -> Item | None:
        """What a task earns."""
        if self._items is None:
            found = self.readiness
            self._items = {} if found is None else found.items
        return self._items.get(task.id)

    def is_late(self, task: Task) -> bool:
        """Whether an open task is past due; a blocked one is counted as blocked."""
        if not task.is_open or task.status is TaskStatus.BLOCKED:
            return False
        item = self.item(task)
        return item is not None and item.is_late

    def count_late(self) -> int:
        """How many tasks are late; quicker than asking for each."""
        found = self.readiness
        items = () if found is None else found.items.values()
        return sum([item.is_late and item.task.is_open for item in items])

    def owner(self, task: Task) -> Person | None:
        """Who owns a task."""
        return self.document.find(Person, task.owner)

    def track(self, task: Task) -> Track:
        """The track of a task."""
        return self.document.table(Track)[task.track]

    def gate(self, task: Task) -> Gate | None:
        """The gate a task belongs to."""
        return self.document.find(Gate, task.gate)

    def _ask(self) -> Schedule | None:
        if not self._is_asked:
            self._is_asked = True
            try:
                self._schedule = schedule(self.document, self.today)
            except PlanError as error:
                self._trouble = str(error)
        return self._schedule


def person_called(document: Document, name: str) -> Person | None:
    """The person with that id or name, or None; never an error."""
    try:
        return document.person(name)
    except PlanError:
        return None
