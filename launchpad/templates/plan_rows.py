"""The rows a template turns into, below the launch itself."""

from collections.abc import Iterator, Sequence

from launchpad.domain import ids, order
from launchpad.domain.enums import CriterionStatus
from launchpad.domain.gate import Criterion, Gate
from launchpad.domain.people import Person, Track
from launchpad.domain.register import Goal, Risk
from launchpad.domain.row import Row
from launchpad.domain.task import Dependency, Task
from launchpad.domain.values import Checkpoint
from launchpad.templates.template import Template, TemplateTask


class PlanRows:
    """The rows of a plan below its launch; ids are given first, so that rows can name each other."""

    def __init__(self, template: Template, tasks: Sequence[TemplateTask]) -> None:
        self._template = template
        self._kept = tasks
        self.people = {key: ids.PersonId(ids.new_id()) for key, _ in template.roles}
        self._tracks = {track.key: ids.TrackId(ids.new_id()) for track in template.tracks}
        self._gates = {gate.key: ids.GateId(ids.new_id()) for gate in template.gates}
        self._tasks = {task.key: ids.TaskId(ids.new_id()) for task in tasks}

    def __iter__(self) -> Iterator[Row]:
        yield from self._person_rows()
        yield from self._track_rows()
        yield from self._gate_rows()
        yield from self._criterion_rows()
        yield from self._task_rows()
        yield from self._dependency_rows()
        yield from self._goal_rows()
        yield from self._risk_rows()

    def _person(self, role: str | None) -> ids.PersonId | None:
        return None if role is None else self.people[role]

    def _person_rows(self) -> Iterator[Row]:
        for (key, title), place in zip(self._template.roles, order.spread(len(self.people)), strict=True):
            yield Person(id=self.people[key], key=key, name=title, role=title, order=place)

    def _track_rows(self) -> Iterator[Row]:
        for track, place in zip(self._template.tracks, order.spread(len(self._tracks)), strict=True):
            yield Track(
                id=self._tracks[track.key],
                key=track.key,
                name=track.name,
                lead=self._person(track.lead),
                weight=track.weight,
                core=track.core,
                strict_signoff=track.strict_signoff,
                order=place,
            )

    def _gate_rows(self) -> Iterator[Row]:
        for gate, place in zip(self._template.gates, order.spread(len(self._gates)), strict=True):
            yield Gate(
                id=self._gates[gate.key],
                key=gate.key,
                name=gate.name,
                when=gate.when,
                decider=self._person(gate.decider),
                question=gate.question,
                required_signoffs=tuple(self._tracks[track] for track in gate.required_signoffs),
                order=place,
            )

    def _criterion_rows(self) -> Iterator[Row]:
        asked = [(gate.key, criterion) for gate in self._template.gates for criterion in gate.criteria]
        for (gate, criterion), place in zip(asked, order.spread(len(asked)), strict=True):
            proof = tuple(self._tasks[key] for key in criterion.proven_by if key in self._tasks)
            moot = bool(criterion.proven_by) and not proof  # every task that would prove it was left out
            yield Criterion(
                id=ids.CriterionId(ids.new_id()),
                key=criterion.id,
                gate=self._gates[gate],
                text=criterion.text,
                proven_by=proof,
                status=CriterionStatus.NOT_APPLICABLE if moot else CriterionStatus.OPEN,
                order=place,
            )

    def _task_rows(self) -> Iterator[Row]:
        for task, place in zip(self._kept, order.spread(len(self._kept)), strict=True):
            yield Task(
                id=self._tasks[task.key],
                key=task.key,
                title=task.title,
                track=self._tracks[task.track],
                owner=self._person(task.owner),
                approver=self._person(task.approver),
                criticality=task.criticality,
                gate=None if task.gate is None else self._gates[task.gate],
                duration=task.duration,
                anchor=task.anchor,
                deadline=task.deadline,
                evidence_kind=task.evidence,
                deliverable=task.deliverable,
                acceptance=task.acceptance,
                help=task.help,
                applies_if=task.applies_if,
                order=place,
            )

    def _dependency_rows(self) -> Iterator[Row]:
        nodes: dict[str, ids.NodeId] = {**self._tasks, **self._gates}
        for task in self._kept:
            for link in task.links:
                yield Dependency(
                    id=ids.DependencyId(ids.new_id()),
                    predecessor=nodes[link.pred],
                    successor=self._tasks[task.key],
                    type=link.type,
                    lag=link.lag,
                    elapsed=link.elapsed,
                )

    def _goal_rows(self) -> Iterator[Row]:
        for goal, place in zip(self._template.goals, order.spread(len(self._template.goals)), strict=True):
            yield Goal(
                id=ids.GoalId(ids.new_id()),
                key=goal.key,
                name=goal.name,
                metric=goal.metric,
                unit=goal.unit,
                direction=goal.direction,
                type=goal.type,
                owner=self._person(goal.owner),
                checkpoints=tuple(Checkpoint(offset) for offset in goal.checkpoints),
                hint=goal.hint,
                order=place,
            )

    def _risk_rows(self) -> Iterator[Row]:
        for number, (risk, place) in enumerate(
            zip(self._template.risks, order.spread(len(self._template.risks)), strict=True), 1
        ):
            yield Risk(
                id=ids.RiskId(ids.new_id()),
                key=f"R-{number:02}",
                title=risk.title,
                track=None if risk.track is None else self._tracks[risk.track],
                probability=risk.probability,
                impact=risk.impact,
                owner=self._person(risk.owner),
                response=risk.response,
                plan=risk.plan,
                trigger=risk.trigger,
                order=place,
            )
