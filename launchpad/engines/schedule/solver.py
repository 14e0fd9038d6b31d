"""A plan's dates in offsets: both passes, the placement of late work and the forecast, followed from edit to edit."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality
from launchpad.domain.gate import Gate
from launchpad.domain.task import Task
from launchpad.engines.schedule.compiled import Compiled, compiled
from launchpad.engines.schedule.forecast import Now, forecast_row, not_before, now_at
from launchpad.engines.schedule.passes import backward, forward
from launchpad.engines.schedule.rows import Ends, Row
from launchpad.engines.schedule.terms import FAR, Standing, Terms


@dataclass(slots=True)
class Solution:
    """Where every node stands, as arrays of ends: node n starts at 2n and finishes at 2n + 1 of each.

    `early` and `late` are the two passes. `placed` is the plan as shown: early, but work that goes as late as
    possible at its late dates, and what follows it behind it; without such work it is `early` itself. `forecast` also
    knows today. The element behind the last node of `late` is the plan's finish.
    """

    network: Compiled
    now: Now
    early: Ends
    late: Ends
    placed_rows: list[Row]
    placed: Ends
    forecast_rows: list[Row]
    forecast: Ends

    def copy(self) -> "Solution":
        """The solution as it is now, whatever happens to this one."""
        network, early = self.network.copy(), self.early[:]
        is_early = self.placed is self.early
        return Solution(
            network,
            self.now,
            early,
            self.late[:],
            network.forward_rows if is_early else self.placed_rows.copy(),
            early if is_early else self.placed[:],
            self.forecast_rows.copy(),
            self.forecast[:],
        )

    def finish(self) -> int:
        """The offset at which the last task finishes, going by early dates; launch day when there is none."""
        return _finish(self.network, self.early)

    def launch_musts(self) -> list[int]:
        """The numbers of the musts before launch, which the forecast launch waits for."""
        network = self.network
        return [
            number
            for number, node in enumerate(network.nodes)
            if isinstance(node, Task)
            and node.criticality is Criticality.MUST
            and not network.after_launch[number]
            and network.terms[number].standing is not Standing.PASSED
        ]

    def place(self, number: int) -> None:
        """Write a node's row of the plan as shown and of the forecast."""
        network = self.network
        node, terms, links = network.nodes[number], network.terms[number], network.graph.incoming[number]
        row = _placed_row(network.forward_rows[number], terms, self.late[2 * number])
        self.placed_rows[number] = row
        self.forecast_rows[number] = row if isinstance(node, Gate) else forecast_row(node, terms, row, links, self.now)


NOT_WORK = frozenset({Standing.GATE, Standing.PASSED})


def solved(document: Document, today: date) -> Solution:
    """The solution of a plan, kept while it lives: to be read, never changed. Raise PlanError as `solve` does."""
    return document.once(_question(today), lambda: solve(document, today))


def is_solved(document: Document, today: date) -> bool:
    """Whether the solution of a plan was worked out already."""
    return document.knows(_question(today))


def keep_solution(document: Document, solution: Solution) -> None:
    """Let `solved` answer with this solution of a plan, unless it has one; it must not be changed any more."""
    document.once(_question(solution.now.day), lambda: solution)


def _question(today: date) -> tuple[object, ...]:
    return ("solution", today)


def solve(document: Document, today: date) -> Solution:
    """Schedule a whole plan anew; raise PlanError if its links form a circle or launch day is not worked."""
    network = compiled(document)
    now, rows = now_at(today, network.frame.calendar), network.forward_rows
    early = _going_forward(rows)
    late = _going_backward(network, _finish(network, early))
    placed_rows, placed = rows, early
    if any(terms.as_late for terms in network.terms):
        placed_rows = [*map(_placed_row, rows, network.terms, late[::2])]
        placed = _going_forward(placed_rows)
    nodes = zip(network.nodes, network.terms, placed_rows, network.graph.incoming, strict=True)
    forecast_rows = [
        row if isinstance(node, Gate) else forecast_row(node, terms, row, links, now)
        for node, terms, row, links in nodes
    ]
    forecast = _going_forward(forecast_rows)
    return Solution(network, now, early, late, placed_rows, placed, forecast_rows, forecast)


def _going_forward(rows: Sequence[Row]) -> Ends:
    """Where the rows of a forward pass stand. A list is quick to fill; an array takes a fifth of its memory."""
    ends = [0] * 2 * len(rows)
    forward(rows, ends)
    return array("q", ends)


def _going_backward(network: Compiled, finish: int) -> Ends:
    ends = [FAR] * (network.plan_finish + 2)
    ends[network.plan_finish] = finish
    backward(network.backward_rows, ends)
    return array("q", ends)


def _finish(network: Compiled, early: Ends) -> int:
    counted = [finish for finish, t in zip(early[1::2], network.terms, strict=True) if t.standing not in NOT_WORK]
    return max(counted, default=0)


def _placed_row(row: Row, terms: Terms, late_start: int) -> Row:
    """The row of the plan as shown."""
    return not_before(late_start, row) if terms.as_late and terms.standing is Standing.FREE else row
