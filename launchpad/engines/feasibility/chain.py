"""The driving chain: from where open work can begin, task by task and link by link, to what it goes past."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from launchpad.domain.document import Document
from launchpad.domain.gate import Gate
from launchpad.domain.ids import DependencyId, NodeId
from launchpad.domain.task import Dependency, Task
from launchpad.engines.schedule import schedule
from launchpad.engines.schedule.drivers import Push, lands, pushes, reached_by
from launchpad.engines.schedule.forecast import expected_end, has_started, remaining_days
from launchpad.engines.schedule.network import FINISH, START, Link
from launchpad.engines.schedule.solver import Solution
from launchpad.engines.schedule.terms import Standing, span_from

HoldKind = Literal["link", "anchor", "today", "begun", "expected", "late", "start", "gate", "done"]


@dataclass(frozen=True, slots=True)
class Step:
    """One task or gate of a chain on the days it is heading for, and what holds it there.

    `link`: the dependency `link` on the step before. `anchor`: its own. `today`: it cannot begin sooner than today.
    `begun`: what is left of it starts today. `expected`: its owner said so. `late`: it goes as late as possible.
    `start`: the plan's first day. `gate` and `done`: it stands where it stands.
    """

    node: NodeId
    start: date
    finish: date
    hold: HoldKind
    link: DependencyId | None = None


def chain_to(document: Document, solution: Solution, node: NodeId) -> tuple[Step, ...]:
    """What sets the forecast of a task, the first step first and that task last."""
    steps = list(_steps_back(document, solution, solution.network.graph.numbers[node]))
    return tuple(reversed(steps))


def _steps_back(document: Document, solution: Solution, number: int) -> Iterator[Step]:
    dates = schedule(document, solution.now.day)
    while True:
        node = solution.network.nodes[number]
        kind, link = hold_of(solution, number)
        if isinstance(node, Gate):
            first = last = dates.gates[node.id].day
        else:
            first, last = dates.tasks[node.id].forecast_start, dates.tasks[node.id].forecast_finish
        row = None if link is None else dependency_of(document, solution.network.nodes[link.source].id, node.id, link)
        yield Step(node.id, first, last, kind, None if row is None else row.id)
        if link is None:
            return
        number = link.source


def dependency_of(document: Document, source: NodeId, target: NodeId, link: Link) -> Dependency:
    """The row behind a link of the network; of several between the same two, the one with its lag."""
    rows = [row for row in document.table(Dependency).values() if (row.predecessor, row.successor) == (source, target)]
    return next((row for row in rows if (row.lag, row.elapsed) == (link.lag, link.elapsed)), rows[0])


def hold_of(solution: Solution, number: int) -> tuple[HoldKind, Link | None]:
    """What sets the forecast of a node: of several, the first link, then today, then its anchor."""
    node, terms = solution.network.nodes[number], solution.network.terms[number]
    if isinstance(node, Gate):
        return "gate", None
    if not node.is_open and terms.standing is not Standing.PASSED:
        return "done", None
    if expected_end(node, solution.now) is not None:
        return "expected", None
    if has_started(node):
        return _hold_of_begun(solution, number, node)
    if terms.span is not None:
        return ("anchor" if terms.span[0] >= solution.now.offset else "today"), None
    return _hold_of_unbegun(solution, number)


def _hold_of_begun(solution: Solution, number: int, task: Task) -> tuple[HoldKind, Link | None]:
    network, ends = solution.network, solution.forecast
    own = span_from(solution.now.offset, remaining_days(task), network.terms[number].days)[1]
    finish = ends[2 * number + 1]
    for link in network.graph.incoming[number]:
        if link.target_end == FINISH and finish > own and reached_by(link, network, ends) == finish:
            return "link", link
    return "begun", None


def _hold_of_unbegun(solution: Solution, number: int) -> tuple[HoldKind, Link | None]:
    network, ends = solution.network, solution.forecast
    terms, start = network.terms[number], ends[2 * number]
    holding = [push for push in pushes(number, network, ends) if lands(push, terms) == start]
    for push in holding:
        if push.link is not None:
            return "link", push.link
    if lands(Push("today", START, solution.now.offset, None), terms) == start:
        return "today", None
    if not holding:
        return "late", None
    return ("anchor" if holding[0].kind == "anchor" else "start"), None
