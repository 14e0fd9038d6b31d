"""Feasibility against the finished schedule, and against trying every size of every repair."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import assume, given

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import DECIDED_GATES, AnchorKind
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.task import Dependency, Task
from launchpad.engines.calendar import calendar_of
from launchpad.engines.feasibility import Miss, chain_of, feasibility, repairs_for
from launchpad.engines.feasibility.misses import Cap
from launchpad.engines.feasibility.ways import ways_out
from launchpad.engines.schedule import schedule
from tests.strategies import TODAYS, plans


@given(plan=plans(), today=TODAYS)
def test_every_step_of_every_chain_is_held_by_the_one_before(plan, today):
    answer = feasibility(plan, today)
    assume(not answer.fits)

    for miss in answer.misses:
        steps = chain_of(plan, miss, today)
        assert steps[-1].node == miss.task
        assert steps[0].link is None
        for before, step in pairwise(steps):
            row = plan.find(Dependency, step.link)
            assert row is not None
            assert (row.predecessor, row.successor) == (before.node, step.node)


def worst_of(plan: Document, today: date) -> int:
    """By how many working days a plan goes past anything, asked of the finished schedule task by task."""
    dates, calendar = schedule(plan, today), calendar_of(plan)
    late = [0]
    for task in plan.tasks:
        if not task.is_open:
            continue
        at = dates.tasks[task.id]
        late += [at.forecast_early_finish - cap for cap in _finish_caps(plan, task, today)]
        if task.anchor is not None and task.anchor.at is not None and task.actual_start is None:
            when = task.anchor.at
            if task.anchor.kind is AnchorKind.SNLT:
                last = calendar.offset_at_or_before(when) if isinstance(when, date) else when
                late.append(at.forecast_early_start - last)
    return max(late)


def _finish_caps(plan: Document, task: Task, today: date) -> Iterator[int]:
    calendar = calendar_of(plan)
    gate = plan.find(Gate, task.gate)
    if gate is not None and gate.status not in DECIDED_GATES:
        yield calendar.offset_of(gate.when)
    elif schedule(plan, today).tasks[task.id].pre_launch:
        yield 0
    whens = [task.deadline]
    if task.anchor is not None and task.anchor.kind is AnchorKind.FNLT:
        whens.append(task.anchor.at)
    for when in whens:
        if when is not None:
            yield (calendar.offset_at_or_before(when) if isinstance(when, date) else when) + 1


def is_pinned_anywhere(plan: Document) -> bool:
    kinds = (AnchorKind.MSO, AnchorKind.MFO)
    return any(task.anchor is not None and task.anchor.kind in kinds for task in plan.tasks)


@given(plan=plans(), today=TODAYS)
def test_a_plan_fits_when_the_schedule_says_so_task_by_task(plan, today):
    assume(not is_pinned_anywhere(plan))
    assume(not any(row.successor.startswith("gate:") for row in plan.dependencies))

    assert feasibility(plan, today).days == worst_of(plan, today)


@given(plan=plans(), today=TODAYS)
def test_a_repair_does_what_it_says_by_the_schedule_of_the_plan_after_it(plan, today):
    answer = feasibility(plan, today)
    assume(not answer.fits)

    for miss in answer.misses[:2]:
        repairs = repairs_for(plan, miss, today)
        cleared = [repair for repair in repairs if repair.clears]
        assert [r.cost for r in cleared] == sorted(r.cost for r in cleared)
        assert repairs == (*cleared, *[repair for repair in repairs if not repair.clears])
        for repair in repairs:
            after = feasibility(plan.apply(repair.edit), today)
            left = {each.cap: each.days for each in after.misses}
            assert left.get(miss.cap, 0) == repair.left == miss.days - repair.gained
            assert repair.gained > 0
            assert after.fits == repair.fits
            assert all(days <= _known(answer.misses, cap) for cap, days in left.items())
            assert plan.apply(repair.edit).apply(repair.edit.inverse()) == plan


def _known(misses: tuple[Miss, ...], cap: Cap) -> int:
    return next((each.days for each in misses if each.cap == cap), 0)


@given(plan=plans(most_tasks=5), today=TODAYS)
def test_no_cheaper_repair_is_found_by_trying_every_size_of_every_way(plan, today):
    plan = _with_nobody_away(plan)
    answer = feasibility(plan, today)
    assume(not answer.fits)
    miss = answer.misses[0]

    cheapest = []
    for way in ways_out(plan, chain_of(plan, miss, today), miss.days, today):
        sizes = range(1, way.most + 1)
        cheapest += [way.cost(days) for days in sizes if _clears(plan, way.edit(days), answer.misses, miss, today)][:1]
    found = [repair.cost for repair in repairs_for(plan, miss, today) if repair.clears]
    assert found == sorted(cheapest)[:3]


def _with_nobody_away(plan: Document) -> Document:
    return plan.apply(Edit("", tuple(Change(each, replace(each, days_off=())) for each in plan.people)))


def _clears(plan: Document, edit: Edit, before: tuple[Miss, ...], miss: Miss, today: date) -> bool:
    try:
        after = feasibility(plan.apply(edit), today)
    except PlanError:
        return False
    left = {each.cap: each.days for each in after.misses}
    return miss.cap not in left and all(days <= _known(before, cap) for cap, days in left.items())
