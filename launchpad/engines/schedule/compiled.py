"""A plan compiled to integers: the graph, what each node asks for, and the rows of both passes."""

from dataclasses import dataclass, replace

from launchpad.domain.document import Document
from launchpad.domain.gate import Gate
from launchpad.domain.people import Person
from launchpad.domain.task import Task
from launchpad.engines.calendar import WorkingCalendar, calendar_of
from launchpad.engines.schedule.days_off import owner_days
from launchpad.engines.schedule.network import Graph, graph_of, nodes_of
from launchpad.engines.schedule.passes import backward
from launchpad.engines.schedule.rows import Row, backward_row, binding_links, forward_row
from launchpad.engines.schedule.terms import (
    FAR,
    Frame,
    Standing,
    Terms,
    all_terms,
    anchored_start,
    gate_terms,
    is_after_launch,
    terms_of,
)


@dataclass(slots=True)
class Compiled:
    """The network of one plan. Its lists, by node number, are patched in place when a row of the plan changes."""

    graph: Graph
    frame: Frame
    nodes: list[Task | Gate]
    after_launch: list[bool]
    terms: list[Terms]
    forward_rows: list[Row]
    backward_rows: list[Row]

    @property
    def plan_finish(self) -> int:
        """The number of the end that stands for the plan's finish, behind those of the last node."""
        return 2 * len(self.nodes)

    def copy(self) -> "Compiled":
        """The network as it is now, whatever happens to this one."""
        return replace(
            self,
            nodes=self.nodes.copy(),
            after_launch=self.after_launch.copy(),
            terms=self.terms.copy(),
            forward_rows=self.forward_rows.copy(),
            backward_rows=self.backward_rows.copy(),
        )

    def compile_terms(self, number: int) -> None:
        """Write what a node asks for, as its row of the plan now says."""
        node = self.nodes[number]
        if isinstance(node, Gate):
            self.terms[number] = gate_terms(self.frame.gates[node.id])
        else:
            self.terms[number] = terms_of(node, self.frame, self.after_launch[number])

    def compile_forward(self, number: int) -> None:
        """Write a node's row of the forward pass."""
        links = self.graph.incoming[number]
        self.forward_rows[number] = forward_row(self.terms[number], links, self.frame.calendar)

    def compile_backward(self, number: int) -> None:
        """Write a node's row of the backward pass, which also depends on how its successors stand."""
        links = binding_links(self.graph.outgoing[number], self.terms)
        self.backward_rows[number] = backward_row(self.terms[number], links, self.plan_finish, self.frame.calendar)


def compiled(document: Document) -> Compiled:
    """Compile a plan; raise PlanError if its links form a circle or launch day is not worked."""
    calendar = calendar_of(document)
    graph = graph_of(document)
    start = given_start(document, calendar)
    if start is None:
        start = _latest_start(_compile(document, graph, 0))
    return _compile(document, graph, start)


def given_start(document: Document, calendar: WorkingCalendar) -> int | None:
    """The plan's first offset: the launch's `start`, else the earliest anchor; None when there is neither."""
    start = document.launch.start
    if start is not None:
        return calendar.offset_of(start)
    starts = [anchored_start(task, calendar) for task in document.table(Task).values()]
    return min((start for start in starts if start is not None), default=None)


def _latest_start(network: Compiled) -> int:
    """The latest offset from which a plan without any anchor still makes launch day and its gates."""
    ends = [FAR] * (network.plan_finish + 2)
    backward(network.backward_rows, ends)
    starts = [ends[2 * number] for number, terms in enumerate(network.terms) if terms.standing is not Standing.GATE]
    return min([0, *starts])


def _compile(document: Document, graph: Graph, start: int) -> Compiled:
    nodes = [*map(nodes_of(document).__getitem__, graph.order)]
    frame = _frame(document, start)
    after = after_launch(nodes, graph, frame)
    network = Compiled(graph, frame, nodes, after, [], [], [])
    network.terms = all_terms(nodes, after, frame)
    network.forward_rows = [
        forward_row(terms, links, frame.calendar) for terms, links in zip(network.terms, graph.incoming, strict=True)
    ]
    network.backward_rows = [
        backward_row(terms, binding_links(links, network.terms), network.plan_finish, frame.calendar)
        for terms, links in zip(network.terms, graph.outgoing, strict=True)
    ]
    return network


def _frame(document: Document, start: int) -> Frame:
    calendar = calendar_of(document)
    owners = {person.id: owner_days(person, calendar) for person in document.table(Person).values() if person.days_off}
    return Frame(
        calendar,
        start,
        {gate.id: calendar.offset_of(gate.when) for gate in document.table(Gate).values()},
        {person: days for person, days in owners.items() if days is not None},
    )


def after_launch(nodes: list[Task | Gate], graph: Graph, frame: Frame) -> list[bool]:
    """For each node, whether it belongs after launch: by its own gate or anchor, or because it follows one that does.

    A gate at or after launch day counts as such a predecessor; what a gate itself follows does not matter.
    """
    after = [frame.gates[node.id] >= 0 if isinstance(node, Gate) else is_after_launch(node, frame) for node in nodes]
    for number, links in enumerate(graph.outgoing):
        if after[number]:
            for link in links:
                after[link.target] |= not isinstance(nodes[link.target], Gate)
    return after
