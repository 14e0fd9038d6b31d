"""Follows a plan from edit to edit and reschedules only what an edit can reach."""

from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date
from operator import attrgetter

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import AnchorKind
from launchpad.domain.gate import Gate
from launchpad.domain.ids import TaskId
from launchpad.domain.launch import Calendar, Holiday, Launch
from launchpad.domain.people import Person, Track
from launchpad.domain.task import Dependency, Task
from launchpad.engines.schedule import Schedule, schedule
from launchpad.engines.schedule.compiled import given_start
from launchpad.engines.schedule.dates import DateTable
from launchpad.engines.schedule.drivers import Driver, driver_of
from launchpad.engines.schedule.passes import backward_from, forward_from
from launchpad.engines.schedule.solver import NOT_WORK, Solution, keep_solution, solved
from launchpad.engines.schedule.terms import Standing, anchored_start, is_after_launch

_PATCHED = attrgetter(
    "owner", "gate", "duration", "anchor", "deadline", "status", "progress", "actual_start", "actual_finish",
    "expected_finish",
)  # fmt: skip
_PLACE = attrgetter("track", "order", "key")
_SIDE = attrgetter("anchor", "gate", "status")
_SHAPES = {
    Gate: attrgetter("when", "order", "key"),
    Launch: attrgetter("launch_date", "start"),
    Calendar: attrgetter("workdays", "extra_workdays"),
    Holiday: attrgetter("day"),
    Person: attrgetter("days_off"),
    Track: attrgetter("order", "key"),
    Dependency: attrgetter("predecessor", "successor", "type", "lag", "elapsed"),
}
"""What makes a row of another kind matter to the schedule; a change of it compiles the plan anew."""

_HAPPENED = frozenset({Standing.DONE, Standing.STARTED})

Placed = tuple[int, int]
"""Start and finish of a task as half-open offsets."""


class Scheduler:
    """The schedule of a plan that is being edited: always equal to scheduling the plan of the moment as a whole."""

    def __init__(self, document: Document, today: date) -> None:
        """Schedule a plan; raise PlanError if its links form a circle or launch day is not worked."""
        self._today = today
        self._begin(document)

    def _begin(self, document: Document) -> None:
        self._solution = solved(document, self._today)
        self._is_shared = True
        network = self._solution.network
        self._document = document
        self._given_start = given_start(document, network.frame.calendar)
        self._has_late_work = any(terms.as_late for terms in network.terms)
        self._open_ended = {number for number, terms in enumerate(network.terms) if terms.open_ended}
        self._passed = {number for number, terms in enumerate(network.terms) if terms.standing is Standing.PASSED}
        self._last = self._last_finished()
        self._table: DateTable | None = None

    @property
    def document(self) -> Document:
        """The plan as last followed."""
        return self._document

    def copy(self) -> "Scheduler":
        """Another that stands where this one does and goes its own way: edits can be tried on it."""
        self._is_shared = True
        other = copy(self)
        other._open_ended, other._passed, other._last = set(self._open_ended), set(self._passed), set(self._last)
        return other

    # --- questions about one task, answered without working out the dates of the others -------------------------

    def placed(self, task: TaskId) -> Placed:
        """Where the plan of the moment places a task."""
        at = 2 * self._number(task)
        return self._solution.placed[at], self._solution.placed[at + 1]

    def milestones_after(self, tasks: Iterable[TaskId]) -> set[TaskId]:
        """The milestones that follow some tasks, or follow such a milestone.

        The day on which they are shown can change though their place stays, for it depends on what sets it.
        """
        network = self._solution.network
        numbers, nodes, outgoing = network.graph.numbers, network.nodes, network.graph.outgoing
        waiting, found = [numbers[task] for task in tasks if task in numbers], set[int]()
        while waiting:
            for link in outgoing[waiting.pop()]:
                if not network.terms[link.target].duration and link.target not in found:
                    found.add(link.target)
                    waiting.append(link.target)
        return {TaskId(nodes[number].id) for number in found if isinstance(nodes[number], Task)}

    def shown(self, task: TaskId) -> tuple[date, date]:
        """The first and last day of a task in the plan of the moment."""
        return self._dates().shown(self._number(task))

    def slack(self, task: TaskId) -> int:
        """The slack of a task, in working days."""
        return self._dates().slack(self._number(task))

    def held(self, task: TaskId) -> tuple[int, Driver]:
        """The early start of a task, as an offset, and what sets it."""
        solution, number = self._solution, self._number(task)
        return solution.early[2 * number], driver_of(number, solution.network, solution.early)

    def _number(self, task: TaskId) -> int:
        return self._solution.network.graph.numbers[task]

    def _dates(self) -> DateTable:
        if self._table is None:
            self._table = DateTable(self._solution, self._document.launch.critical_slack)
        return self._table

    # --- following -----------------------------------------------------------------------------------------------

    @property
    def solution(self) -> Solution:
        """The dates of the moment in offsets, to be read before the next edit is followed."""
        return self._solution

    def schedule(self) -> Schedule:
        """The schedule of the plan of the moment; `schedule(document, today)` gives the same one from now on."""
        self._is_shared = True
        keep_solution(self._document, self._solution)
        return schedule(self._document, self._today)

    def follow(self, after: Document, edit: Edit) -> frozenset[TaskId]:
        """Go on to the plan after an edit and return the tasks whose offsets changed (all when it compiled anew).

        Raises PlanError, and stays where it was, if that plan cannot be scheduled.
        """
        changed = [change for change in edit.changes if _matters(change)]
        if not all(self._is_patched(change, after) for change in changed):
            self._begin(after)
            return frozenset(task.id for task in after.tasks)
        self._document, self._table = after, None
        if self._is_shared:
            self._solution, self._is_shared = self._solution.copy(), False
        nodes, numbers = self._solution.network.nodes, self._solution.network.graph.numbers
        for change in edit.changes:
            if isinstance(change.after, Task):
                nodes[numbers[change.after.id]] = change.after
        moved = self._reschedule({numbers[TaskId(change.row.id)] for change in changed})
        return frozenset([node.id for node in map(nodes.__getitem__, moved) if isinstance(node, Task)])

    def _is_patched(self, change: Change, after: Document) -> bool:
        """Whether the compiled rows can be patched: the graph, the plan's start and what is after launch stay."""
        before, now = change.before, change.after
        if not isinstance(before, Task) or not isinstance(now, Task) or _PLACE(before) != _PLACE(now):
            return False
        frame = self._solution.network.frame
        if _SIDE(before) != _SIDE(now):
            if is_after_launch(before, frame) != is_after_launch(now, frame):
                return False
            if now.anchor is not None and now.anchor.kind is AnchorKind.ALAP and not self._has_late_work:
                return False
        return after.launch.start is not None or self._keeps_start(before, now)

    def _keeps_start(self, before: Task, now: Task) -> bool:
        """Whether a plan that starts at its earliest anchor still does so when a task changes."""
        if self._given_start is None:
            return False
        calendar, start = self._solution.network.frame.calendar, self._solution.network.frame.start
        was, is_now = anchored_start(before, calendar), anchored_start(now, calendar)
        return was == is_now or all(day is None or day > start for day in (was, is_now))

    def _reschedule(self, changed: set[int]) -> set[int]:
        solution, network, links = self._solution, self._solution.network, self._solution.network.graph
        capped = set(changed)
        for number in changed:
            capped |= self._patch(number)
        early = forward_from(changed, network.forward_rows, solution.early, links.outgoing)
        moved = set(early)
        if self._finish_moved(early, changed):
            capped |= self._open_ended
            moved |= self._passed  # what nothing caps lasts as long as the plan
        late = backward_from(capped, network.backward_rows, solution.late, links.incoming)
        moved.update(late)
        replaced = changed
        if self._has_late_work:
            replaced = changed | {number for number in late if network.terms[number].as_late}
        for number in replaced:
            solution.place(number)
        if solution.placed is not solution.early:
            moved.update(forward_from(replaced, solution.placed_rows, solution.placed, links.outgoing))
        moved.update(forward_from(replaced, solution.forecast_rows, solution.forecast, links.outgoing))
        return moved

    def _patch(self, number: int) -> set[int]:
        """Compile a changed task again; return the nodes before it that it caps differently now."""
        network = self._solution.network
        before = network.terms[number]
        network.compile_terms(number)
        network.compile_forward(number)
        network.compile_backward(number)
        now = network.terms[number]
        (self._open_ended.add if now.open_ended else self._open_ended.discard)(number)
        (self._passed.add if now.standing is Standing.PASSED else self._passed.discard)(number)
        if now.standing is before.standing or not (now.standing in _HAPPENED or before.standing in _HAPPENED):
            return set()
        leaders = {link.source for link in network.graph.incoming[number]}
        for leader in leaders:
            network.compile_backward(leader)
        return leaders

    def _last_finished(self) -> set[int]:
        """The tasks that finish the plan; empty while nobody needs to know."""
        solution = self._solution
        finish = solution.finish()
        terms = solution.network.terms
        return {n for n, t in enumerate(terms) if t.standing not in NOT_WORK and solution.early[2 * n + 1] == finish}

    def _finish_moved(self, moved: Sequence[int], changed: Iterable[int]) -> bool:
        """Bring the plan's finish up to date if anything depends on it; whether it moved."""
        if not self._open_ended and not self._passed:
            self._last = set()
            return False
        solution, terms, at = self._solution, self._solution.network.terms, self._solution.network.plan_finish
        before = finish = solution.late[at]
        if self._last:
            for number in (*moved, *changed):
                reached = solution.early[2 * number + 1]
                if terms[number].standing in NOT_WORK or reached < finish:
                    self._last.discard(number)
                elif reached > finish:
                    finish, self._last = reached, {number}
                else:
                    self._last.add(number)
        if not self._last:
            finish, self._last = solution.finish(), self._last_finished()
        solution.late[at] = finish
        return finish != before


def _matters(change: Change) -> bool:
    """Whether a change of a row can touch the schedule at all."""
    if isinstance(change.row, Task):
        before, after = change.before, change.after
        if before is None or after is None:
            return True
        return bool(_PATCHED(before) != _PATCHED(after) or _PLACE(before) != _PLACE(after))
    shape = _SHAPES.get(type(change.row))
    if shape is None:
        return False
    return change.before is None or change.after is None or bool(shape(change.before) != shape(change.after))
