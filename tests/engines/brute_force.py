"""A second scheduler, written from the rules alone, slow and plain: it tries days one by one until nothing is broken.

It walks a calendar of real dates and shares no code with the engine but the rows of the plan. A place is the number of
a working day in that calendar; a task covers whole days, and its finish is the place after the last one.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind, LinkType, TaskStatus
from launchpad.domain.gate import Gate
from launchpad.domain.task import Dependency, Task
from tests.engines.brute_days import Place, PlainDays


@dataclass(frozen=True)
class Answer:
    """Everything about one task, as offsets from launch day."""

    early: Place
    late: Place
    slack: int
    free: int
    critical: bool
    pre_launch: bool
    placed: Place
    forecast: Place


class BruteForce(PlainDays):
    """Schedules one plan on one day."""

    def __init__(self, plan: Document, today: date) -> None:
        super().__init__(plan)
        self.today = today
        self.end = len(self.days) - 50
        self.links = list(plan.table(Dependency).values())
        self.start = 0
        self.after = self.after_launch()
        self.start = self.plan_start()

    def after_launch(self) -> set[str]:
        after: set[str] = {gate.id for gate in self.plan.table(Gate).values() if self.later(gate.when) >= self.zero}
        before: set[str] = set()
        for task in self.plan.tasks:
            place, gate = self.anchor_place(task), self.plan.find(Gate, task.gate)
            late_gate = gate is not None and self.later(gate.when) > self.zero
            if not task.is_passed_over and (late_gate or (place is not None and place >= self.zero)):
                before.add(task.id)
        after |= before
        gates = set(self.plan.table(Gate))
        while True:
            more = {k.successor for k in self.links if k.predecessor in after and k.successor not in gates} - after
            if not more:
                return after
            after |= more

    def plan_start(self) -> int:
        given = self.plan.launch.start
        if given is not None:
            return self.later(given)
        starts = []
        for task in self.plan.tasks:
            place = self.anchor_place(task)
            if place is not None and task.anchor is not None:
                by_finish = task.anchor.kind in (AnchorKind.FNET, AnchorKind.FNLT, AnchorKind.MFO)
                starts.append(place + 1 - task.duration if by_finish else place)
        if starts:
            return min(starts)
        late = self.late({task.id: (0, 0) for task in self.plan.tasks}, self.end)
        return min([self.zero, *[late[task.id][0] for task in self.plan.tasks]])

    # --- links -----------------------------------------------------------------------------------------------------

    def holds(self, link: Dependency, before: Place, after: Place) -> bool:
        """Whether a link is kept by where its two ends stand."""
        finish = link.type in (LinkType.FS, LinkType.FF)
        reaches = after[0] if link.type in (LinkType.FS, LinkType.SS) else after[1]
        if not link.elapsed:
            return reaches >= (before[1] if finish else before[0]) + link.lag
        if finish and self.plan.find(Gate, link.predecessor) is None:
            from_day = self.days[before[1] - 1] + timedelta(1)
        else:
            from_day = self.days[before[0]]
        return self.days[reaches] >= from_day + timedelta(link.lag)

    def gate_places(self) -> dict[str, Place]:
        return {gate.id: (self.later(gate.when),) * 2 for gate in self.plan.table(Gate).values()}

    # --- early -----------------------------------------------------------------------------------------------------

    def early(
        self, first: Mapping[str, int] | None = None, fixed: Mapping[str, Place] | None = None
    ) -> dict[str, Place]:
        """Everything as early as links allow; `first` and `fixed` replace what the plan says of some tasks."""
        places = self.gate_places()
        free: list[Task] = []
        for task in self.plan.tasks:
            stands = (fixed or {}).get(task.id) or (self.actual(task) or self.pinned(task) if fixed is None else None)
            if stands is not None:
                places[task.id] = stands
            else:
                free.append(task)
                places[task.id] = self.from_day(*self.taken(task, max(self.start, (first or {}).get(task.id, 0))))
        moved = True
        while moved:
            moved = False
            for task in free:
                while not self.may_stand(task, places):
                    places[task.id] = self.from_day(*self.taken(task, places[task.id][0] + 1))
                    moved = True
        return places

    def taken(self, task: Task, place: int) -> tuple[Task, int, int]:
        if not task.is_passed_over:
            return task, place, task.duration
        return Task(id=task.id, key=task.key, title=task.title, track=task.track, duration=0), place, 0

    def may_stand(self, task: Task, places: dict[str, Place]) -> bool:
        place = self.anchor_place(task)
        if place is not None and task.anchor is not None and not task.is_passed_over:
            if task.anchor.kind is AnchorKind.SNET and places[task.id][0] < place:
                return False
            if task.anchor.kind is AnchorKind.FNET and places[task.id][1] < place + 1:
                return False
        return all(self.holds(k, places[k.predecessor], places[task.id]) for k in self.links if k.successor == task.id)

    # --- late ------------------------------------------------------------------------------------------------------

    def late(self, early: dict[str, Place], finish: int) -> dict[str, Place]:
        """Everything as late as gates, deadlines, launch day and links allow."""
        places = self.gate_places()
        free: list[Task] = []
        spans: dict[str, int] = {}
        for task in self.plan.tasks:
            if (pin := self.pinned(task)) is not None:
                places[task.id] = pin
                continue
            free.append(task)
            if task.status is TaskStatus.DONE and (stands := self.actual(task)) is not None:
                spans[task.id] = stands[1] - stands[0]
            places[task.id] = self.latest_at(task, self.end, spans)
        moved = True
        while moved:
            moved = False
            for task in free:
                while not self.may_be_so_late(task, places, finish):
                    places[task.id] = self.latest_at(task, places[task.id][0] - 1, spans)
                    moved = True
        return places

    def latest_at(self, task: Task, start: int, spans: dict[str, int]) -> Place:
        """The last place at which a task may start no later than `start`."""
        if task.id in spans:
            return start, start + spans[task.id]
        of, _, days = self.taken(task, start)
        while of.duration and not self.works(of, start):
            start -= 1
        return self.from_day(of, start, days)

    def may_be_so_late(self, task: Task, places: dict[str, Place], finish: int) -> bool:
        start, end = places[task.id]
        if not task.is_passed_over and not self.meets_caps(task, start, end, finish):
            return False
        return all(self.holds(k, places[task.id], places[k.successor]) for k in self.links if self.binds(k, task))

    def meets_caps(self, task: Task, start: int, end: int, finish: int) -> bool:
        place, kind = self.anchor_place(task), task.anchor.kind if task.anchor else None
        if kind is AnchorKind.SNLT and place is not None and start > place:
            return False
        if kind is AnchorKind.FNLT and place is not None and end > place + 1:
            return False
        if task.deadline is not None and end > self.earlier(task.deadline) + 1:
            return False
        gate = self.plan.find(Gate, task.gate)
        if gate is not None:
            return end <= self.later(gate.when)
        return end <= (finish if task.id in self.after else self.zero)

    def binds(self, link: Dependency, task: Task) -> bool:
        """Whether a link still caps a task: what happened does not wait for it any more."""
        if link.predecessor != task.id:
            return False
        follower = self.plan.find(Task, link.successor)
        if follower is None or self.actual(follower) is None:
            return True
        return follower.status is not TaskStatus.DONE and link.type in (LinkType.FF, LinkType.SF)

    # --- forecast --------------------------------------------------------------------------------------------------

    def begun(self, task: Task) -> bool:
        states = (TaskStatus.IN_PROGRESS, TaskStatus.IN_REVIEW)
        return task.is_open and (task.status in states or task.actual_start is not None or bool(task.progress))

    def remaining(self, task: Task) -> int:
        if task.status is TaskStatus.IN_REVIEW:
            return 1
        return max(1, math.ceil(task.duration * (100 - (task.progress or 0)) / 100))

    def forecast(self, placed_from: dict[str, int]) -> dict[str, Place]:
        """Where things are heading: finished work as it was, begun work by what remains, the rest from today on."""
        now = self.at_or_after(self.today)
        fixed: dict[str, Place] = {}
        first: dict[str, int] = {task.id: now for task in self.plan.tasks if not task.is_passed_over}
        first |= {task_id: max(now, place) for task_id, place in placed_from.items()}
        stretching: dict[str, Task] = {}
        for task in self.plan.tasks:
            if task.status is TaskStatus.DONE and (stands := self.actual(task)) is not None:
                fixed[task.id] = stands
            elif task.is_open and not self.begun(task):
                stands = self.unstarted(task, now)
                if stands is not None:
                    fixed[task.id] = stands
            elif not task.is_passed_over:
                stretching[task.id] = task
        return self.settle(first, fixed, stretching, now, placed_from)

    def unstarted(self, task: Task, now: int) -> Place | None:
        expected = self.expected(task)
        if expected is not None:
            return min(max(self.up_to(task, expected)[0], now), expected), expected
        pin = self.pinned(task)
        if pin is None:
            return None
        return pin if pin[0] >= now else self.from_day(task, now, task.duration)

    def expected(self, task: Task) -> int | None:
        if task.expected_finish is None or task.expected_finish < self.today:
            return None
        if task.duration == 0:
            return self.at_or_after(task.expected_finish)
        return self.at_or_before(task.expected_finish) + 1

    def settle(
        self,
        first: dict[str, int],
        fixed: dict[str, Place],
        stretching: dict[str, Task],
        now: int,
        placed_from: dict[str, int],
    ) -> dict[str, Place]:
        """Repeat the whole forecast until begun work and undated finished work stand still, too."""
        plan_first = {task: placed_from.get(task, 0) for task in stretching}
        guess = dict.fromkeys(stretching, (now, now))
        while True:
            places = self.early(first, fixed | guess)
            better = {}
            for task_id, task in stretching.items():
                others = {k: v for k, v in (fixed | guess).items() if k != task_id}
                actual = self.actual(task) or self.pinned(task)
                by_links = actual or self.early(first | {task_id: plan_first[task_id]}, others)[task_id]
                better[task_id] = self.stretched(task, by_links, places, now)
            if better == guess:
                return places
            guess = better

    def stretched(self, task: Task, by_links: Place, places: dict[str, Place], now: int) -> Place:
        if task.status is TaskStatus.DONE:
            return min(by_links[0], now), min(by_links[1], now)
        start = by_links[0] if task.actual_start is not None else min(by_links[0], now)
        expected = self.expected(task)
        if expected is not None:
            return min(start, expected), expected
        finish = self.from_day(task, now, self.remaining(task))[1]
        for link in self.links:
            if link.successor == task.id and link.type in (LinkType.FF, LinkType.SF):
                while not self.holds(link, places[link.predecessor], (finish, finish)):
                    finish += 1
        return min(start, finish), finish

    # --- all of it -------------------------------------------------------------------------------------------------

    def answers(self) -> dict[str, Answer]:
        """The whole answer, by task."""
        early = self.early()
        finish = max((early[task.id][1] for task in self.plan.tasks if not task.is_passed_over), default=self.zero)
        late = self.late(early, finish)
        alap: dict[str, int] = {
            task.id: late[task.id][0]
            for task in self.plan.tasks
            if task.anchor is not None
            and task.anchor.kind is AnchorKind.ALAP
            and self.actual(task) is None
            and not task.is_passed_over
        }
        placed = self.early(alap)
        forecast = self.forecast(alap)
        harmless = self.harmless(early)
        answers: dict[str, Answer] = {}
        for task in self.plan.tasks:
            capped = late[task.id] if late[task.id][0] < self.end - 200 else (max(early[task.id][0], finish),) * 2
            slack = capped[0] - early[task.id][0]
            answers[task.id] = Answer(
                self.shifted(early[task.id]),
                self.shifted(capped),
                slack,
                min(slack, self.free_slack(task, early, harmless)),
                slack <= self.plan.launch.critical_slack and not task.is_passed_over,
                task.id not in self.after,
                self.shifted(placed[task.id]),
                self.shifted(forecast[task.id]),
            )
        return answers

    def shifted(self, place: Place) -> Place:
        return place[0] - self.zero, place[1] - self.zero

    def harmless(self, early: dict[str, Place]) -> dict[str, Place]:
        """Early places, with what passes its links through as late as those behind it let it."""
        places = dict(early)
        passed = [task for task in self.plan.tasks if task.is_passed_over]
        places.update({task.id: (self.end, self.end) for task in passed})
        moved = True
        while moved:
            moved = False
            for task in passed:
                while not all(
                    self.holds(k, places[task.id], places[k.successor]) for k in self.links if self.binds(k, task)
                ):
                    places[task.id] = (places[task.id][0] - 1,) * 2
                    moved = True
        return places

    def free_slack(self, task: Task, early: dict[str, Place], harmless: dict[str, Place]) -> int:
        if self.pinned(task) is not None:
            return 0
        spans: dict[str, int] = {}
        if task.status is TaskStatus.DONE and self.actual(task) is not None:
            spans[task.id] = early[task.id][1] - early[task.id][0]
        place = self.latest_at(task, self.end, spans)
        while not all(self.holds(k, place, harmless[k.successor]) for k in self.links if self.binds(k, task)):
            place = self.latest_at(task, place[0] - 1, spans)
        return place[0] - early[task.id][0]
