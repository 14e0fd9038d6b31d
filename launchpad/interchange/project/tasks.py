"""Tracks as headings, tasks under them, gates and launch day as milestones that stand still, and their links."""

from datetime import date
from xml.etree.ElementTree import Element

from launchpad.domain.enums import AnchorKind, Criticality, TaskStatus
from launchpad.domain.gate import Gate
from launchpad.domain.task import Dependency, Task
from launchpad.domain.watching import followed, part, parts
from launchpad.interchange import atomic
from launchpad.interchange.project.codes import ANCHORS, IMPORTANT, LINK_TYPES, MINOR, WHOLE_DAY
from launchpad.interchange.project.elements import MINUTES, add, begins, ends, lasting
from launchpad.interchange.workbook.material import Material

_CONSTRAINTS = {kind: code for code, kind in ANCHORS.items()}
_LINKS = {kind: code for code, kind in LINK_TYPES.items()}
_PRIORITIES = {Criticality.MUST: IMPORTANT, Criticality.SHOULD: 500, Criticality.COULD: MINOR}
_AT_END = frozenset({AnchorKind.MFO, AnchorKind.FNET, AnchorKind.FNLT})
_DAYS, _ELAPSED_DAYS = 7, 8
GATES = "Gates"
ROWS_WRITTEN = 0.6
"""How much of a file is done when its rows are there; links and promises follow."""


def add_tasks(project: Element, material: Material) -> dict[str, int]:
    """Add every row; return the numbers of tasks and gates by their ids."""
    return _Tasks(add(project, "Tasks"), material).written()


class _Tasks:
    def __init__(self, tasks: Element, material: Material) -> None:
        self._tasks, self._material = tasks, material
        self._count = 0
        self._elements: dict[str, Element] = {}
        self._numbers: dict[str, int] = {}

    def written(self) -> dict[str, int]:
        """Write every row; their numbers by id."""
        document = self._material.document
        self._row(document.launch.name, 0, is_heading=True)
        work = [[task for task in document.tasks if task.track == track.id] for track in document.tracks]
        watches = parts(part(atomic.watch.get(), 0, ROWS_WRITTEN), [len(tasks) for tasks in work])
        for track, tasks, watch in zip(document.tracks, work, watches, strict=True):
            if tasks:
                self._row(track.name, 1, is_heading=True)
            for task in followed(tasks, watch):
                self._task(task)
        self._row(GATES, 1, is_heading=True)
        for gate in document.gates:
            self._gate(gate)
        self._pinned(f"Launch: {document.launch.name}", document.launch.launch_date)
        links = document.table(Dependency).values()
        for link in sorted(links, key=lambda link: (self._numbers[link.successor], self._numbers[link.predecessor])):
            self._link(link)
        for task in document.tasks:
            self._baseline(task)
        return self._numbers

    def _row(self, name: str, level: int, *, is_heading: bool = False, is_active: bool = True) -> Element:
        element = add(self._tasks, "Task")
        add(element, "UID", self._count)
        add(element, "ID", self._count)
        add(element, "Name", name)
        add(element, "Active", is_active)
        add(element, "Manual", False)
        add(element, "Type", 1)
        add(element, "IsNull", False)
        add(element, "OutlineLevel", level)
        if is_heading:
            add(element, "Summary", True)
        self._count += 1
        return element

    def _task(self, task: Task) -> None:
        dates = self._material.dates(task)
        self._numbers[task.id] = self._count
        element = self._elements[task.id] = self._row(task.title, 2, is_active=not task.is_passed_over)
        add(element, "Priority", _PRIORITIES[task.criticality])
        is_late_in_day = dates.driver.kind == "link" or not task.is_milestone
        finish = ends(dates.finish) if is_late_in_day else begins(dates.finish)
        self._times(element, finish if task.is_milestone else begins(dates.start), finish, task.duration)
        add(element, "Summary", False)
        add(element, "Critical", dates.critical)
        add(element, "PercentComplete", 100 if task.status is TaskStatus.DONE else task.progress or 0)
        if task.actual_start is not None:
            add(element, "ActualStart", begins(task.actual_start))
        if task.actual_finish is not None and task.status is TaskStatus.DONE:
            add(element, "ActualFinish", ends(task.actual_finish))
        self._wishes(element, task)
        notes = (task.note, task.acceptance and f"Done when: {task.acceptance}")
        if any(notes):
            add(element, "Notes", "\n".join(text for text in notes if text))

    def _times(self, element: Element, start: str, finish: str, days: int) -> None:
        add(element, "Start", start)
        add(element, "Finish", finish)
        add(element, "Duration", lasting(days))
        add(element, "DurationFormat", _DAYS)
        add(element, "Milestone", days == 0)

    def _wishes(self, element: Element, task: Task) -> None:
        """The constraint and the deadline of a task."""
        kind = None if task.anchor is None else task.anchor.kind
        add(element, "ConstraintType", 0 if kind is None else _CONSTRAINTS.get(kind, 0))
        if task.anchor is not None and task.anchor.at is not None and kind is not None:
            day = self._material.calendar.day_of(task.anchor.at)
            add(element, "ConstraintDate", ends(day) if kind in _AT_END else begins(day))
        if task.deadline is not None:
            add(element, "Deadline", ends(self._material.calendar.day_of(task.deadline)))

    def _gate(self, gate: Gate) -> None:
        self._numbers[gate.id] = self._count
        self._elements[gate.id] = self._pinned(f"{gate.key} {gate.name}", self._material.calendar.day_of(gate.when))

    def _pinned(self, name: str, day: date) -> Element:
        element = self._row(name, 2)
        add(element, "Priority", IMPORTANT)
        self._times(element, begins(day), begins(day), 0)
        add(element, "Summary", False)
        add(element, "ConstraintType", _CONSTRAINTS[AnchorKind.MSO])
        add(element, "ConstraintDate", begins(day))
        return element

    def _link(self, link: Dependency) -> None:
        element = add(self._elements[link.successor], "PredecessorLink")
        add(element, "PredecessorUID", self._numbers[link.predecessor])
        add(element, "Type", _LINKS[link.type])
        add(element, "CrossProject", False)
        add(element, "LinkLag", link.lag * 10 * (WHOLE_DAY if link.elapsed else MINUTES))
        add(element, "LagFormat", _ELAPSED_DAYS if link.elapsed else _DAYS)

    def _baseline(self, task: Task) -> None:
        if task.baseline_start is not None and task.baseline_finish is not None:
            element = add(self._elements[task.id], "Baseline")
            add(element, "Number", 0)
            add(element, "Start", begins(task.baseline_start))
            add(element, "Finish", ends(task.baseline_finish))
