"""A plan's dates in offsets: both passes, the placement of late work and the forecast, followed from edit to edit."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality
from launchpad.domain.gate import Gate
from launchpad.domain.task import Task
from launchpad.engines.schedule.compiled import Compiled, compiled
from launchpad.engines.schedule.forecast import Now, forecast_row, not_before, now_at
from launchpad.engines.schedule.passes import backward, forward
from launchpad.engines.schedule.rows import Row
from launchpad.engines.schedule.terms import FAR, Standing


@dataclass(slots=True)
class Solution:
    """Where every node stands, as lists of ends: node n starts at 2n and finishes at 2n + 1 of each list.

    `early` and `late` are the two passes. `placed` is the plan as shown: early, but work that goes as late as
    possible at its late dates, and what follows it behind it; without such work it is `early` itself. `forecast` also
    knows today. The element behind the
    last node of `late` is the plan's finish.
    """

    network: Compiled
    now: Now
    early: list[int]
    late: list[int]
    placed_rows: list[Row]
    placed: list[int]
    forecast_rows: list[Row]
    forecast: list[int]

    def copy(self) -> "Solution":
        """The solution as it is now, whatever happens to this one."""
        network, early = self.network.copy(), self.early.copy()
        is_early = self.placed is self.early
        return Solution(
            network,
            self.now,
            early,
            self.late.copy(),
            network.forward_rows if is_early else self.placed_rows.copy(),
            early if is_early else self.placed.copy(),
            self.forecast_rows.copy(),
            self.forecast.copy(),
        )

    def finish(self) -> int:
        """The offset at which the last task finishes, going by early dates; launch day when there is none."""
        terms = self.network.terms
        counted = [self.early[2 * n + 1] for n, t in enumerate(terms) if t.standing not in NOT_WORK]
        return max(counted, default=0)

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
        node, terms = network.nodes[number], network.terms[number]
        row = network.forward_rows[number]
        if terms.as_late and terms.standing is Standing.FREE:
            row = not_before(self.late[2 * number], row)
        self.placed_rows[number] = row
        if not isinstance(node, Gate):
            row = forecast_row(node, terms, row, network.graph.incoming[number], self.now)
        self.forecast_rows[number] = row


NOT_WORK = (Standing.GATE, Standing.PASSED)


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
    rows, size = network.forward_rows, len(network.nodes)
    early, late = [0] * 2 * size, [FAR] * (2 * size + 2)
    now = now_at(today, network.frame.calendar)
    solution = Solution(network, now, early, late, rows, early, rows.copy(), [0] * 2 * size)
    forward(rows, early)
    late[network.plan_finish] = solution.finish()
    backward(network.backward_rows, late)
    if any(terms.as_late for terms in network.terms):
        solution.placed_rows, solution.placed = rows.copy(), early.copy()
    for number in range(size):
        solution.place(number)
    if solution.placed is not early:
        forward(solution.placed_rows, solution.placed)
    forward(solution.forecast_rows, solution.forecast)
    return solution
