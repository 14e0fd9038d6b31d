"""The next version of a template, once a launch has shown what to change in it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from launchpad.templates.cycle import cycle_in
from launchpad.templates.pruning import tasks_without
from launchpad.templates.template import Link, Template, TemplateCriterion, TemplateGate, TemplateTask


def next_version(
    template: Template,
    durations: Mapping[str, int],
    added: Iterable[TemplateTask],
    unused: Collection[str],
    waits: Mapping[str, Iterable[Link]],
) -> Template:
    """The template with other working days for some tasks, new tasks at the end, and without those never used.

    Whoever followed an unused task follows its predecessors; a criterion that only unused tasks proved goes with them.
    `waits` are links from new tasks, by the key of the task that waits; they are left out where they close a circle.
    """
    kept = tasks_without(template, unused)
    tasks = tuple(replace(task, duration=durations.get(task.key, task.duration)) for task in kept)
    known = {task.key for task in tasks} | {gate.key for gate in template.gates}
    new = tuple(_fitting(task, template, known) for task in added if task.key not in known)
    joined = (*(_waiting(task, waits.get(task.key, ()), {each.key for each in new}) for task in tasks), *new)
    if cycle_in({task.key: [link.pred for link in task.links] for task in joined}):
        joined = (*tasks, *new)
    return replace(
        template,
        version=template.version + 1,
        tasks=joined,
        gates=tuple(_gate_without(gate, unused) for gate in template.gates),
    )


def _waiting(task: TemplateTask, links: Iterable[Link], new: Collection[str]) -> TemplateTask:
    return replace(task, links=(*task.links, *(link for link in links if link.pred in new)))


def _fitting(task: TemplateTask, template: Template, known: Collection[str]) -> TemplateTask:
    """A new task that names only what the template has."""
    roles = {role for role, _ in template.roles}
    tracks = [track.key for track in template.tracks]
    return replace(
        task,
        track=task.track if task.track in tracks else tracks[0],
        owner=task.owner if task.owner in roles else None,
        approver=task.approver if task.approver in roles else None,
        gate=task.gate if task.gate in {gate.key for gate in template.gates} else None,
        links=tuple(link for link in task.links if link.pred in known),
    )


def _gate_without(gate: TemplateGate, unused: Collection[str]) -> TemplateGate:
    criteria = (_criterion_without(each, unused) for each in gate.criteria)
    return replace(gate, criteria=tuple(each for each in criteria if each is not None))


def _criterion_without(criterion: TemplateCriterion, unused: Collection[str]) -> TemplateCriterion | None:
    proof = tuple(key for key in criterion.proven_by if key not in unused)
    return None if criterion.proven_by and not proof else replace(criterion, proven_by=proof)
