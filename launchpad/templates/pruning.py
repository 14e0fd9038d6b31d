"""Leaves out what the answers to a template's questions make superfluous, and tracks that nobody wants."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from launchpad.domain.enums import LinkType
from launchpad.templates.errors import TemplateError
from launchpad.templates.template import Link, Template, TemplateTask

MOST_HANDED_ON = 500_000
"""Links that left-out tasks may hand on before the template is refused."""


def answers_for(template: Template, given: Mapping[str, bool]) -> dict[str, bool]:
    """Return an answer for every question: those given over the template's own; raise TemplateError for any other."""
    known = {question.id: question.default for question in template.questions}
    for question in given:
        if question not in known:
            asked = f"it asks about {', '.join(known)}" if known else "it asks nothing"
            raise TemplateError(f"“{template.name}” does not ask “{question[:60]}”; {asked}.")
    return known | dict(given)


def pruned_tasks(template: Template, answers: Mapping[str, bool]) -> tuple[TemplateTask, ...]:
    """Return the tasks that stay. Whoever followed a left-out task follows its predecessors instead, without lag."""
    return tasks_without(template, {task.key for task in template.tasks if _is_left_out(task, answers)})


def _is_left_out(task: TemplateTask, answers: Mapping[str, bool]) -> bool:
    return bool(task.applies_if) and not answers[task.applies_if]


def without_tracks(template: Template, keys: Collection[str]) -> Template:
    """Return the template without these tracks, their tasks, risks and sign-offs; raise TemplateError for no such one.

    Whoever followed a task of theirs follows its predecessors instead, as with an answer.
    """
    known = {track.key for track in template.tracks}
    if unknown := sorted(set(keys) - known):
        raise TemplateError(f"“{template.name}” has no track “{unknown[0][:60]}”; it has {', '.join(sorted(known))}.")
    if known <= set(keys):
        raise TemplateError("A launch needs at least one track.")
    gates = [
        replace(gate, required_signoffs=tuple(key for key in gate.required_signoffs if key not in keys))
        for gate in template.gates
    ]
    return replace(
        template,
        tracks=tuple(track for track in template.tracks if track.key not in keys),
        tasks=tasks_without(template, {task.key for task in template.tasks if task.track in keys}),
        gates=tuple(gates),
        risks=tuple(risk for risk in template.risks if risk.track not in keys),
    )


def tasks_without(template: Template, keys: Collection[str]) -> tuple[TemplateTask, ...]:
    """Return the other tasks. Whoever followed a left-out task follows its predecessors instead, without lag."""
    gone = {task.key: task for task in template.tasks if task.key in keys}
    heirs = _Heirs(gone, template.name)
    return tuple(
        replace(task, links=heirs.instead_of(task.links)) if any(link.pred in gone for link in task.links) else task
        for task in template.tasks
        if task.key not in gone
    )


class _Heirs:
    """What stands in for the links from left-out tasks."""

    def __init__(self, gone: Mapping[str, TemplateTask], name: str) -> None:
        self._gone = gone
        self._name = name
        self._into: dict[str, tuple[Link, ...]] = {}  # by left-out task, the links into it once others are replaced
        self._handed_on = 0

    def instead_of(self, links: Iterable[Link]) -> tuple[Link, ...]:
        """Return the links a task has when left-out predecessors hand on theirs, one for each predecessor and type."""
        kept: dict[tuple[str, LinkType], Link] = {}
        for link in links:
            for heir in self._heirs_of(link):
                known = kept.setdefault((heir.pred, heir.type), heir)
                if heir.lag > known.lag:
                    kept[heir.pred, heir.type] = heir
        return tuple(kept.values())

    def _heirs_of(self, link: Link) -> Iterable[Link]:
        """`link` itself, or what replaces it: a finish-to-start link takes the type of the link before it."""
        if link.pred not in self._gone:
            return (link,)
        self._resolve(link.pred)
        before = self._into[link.pred]
        self._handed_on += len(before)
        if self._handed_on > MOST_HANDED_ON:
            raise TemplateError(f"With these answers “{self._name}” hands on more than {MOST_HANDED_ON:,} links.")
        return [Link(each.pred, each.type if link.type is LinkType.FS else link.type) for each in before]

    def _resolve(self, key: str) -> None:
        """Find the links into a left-out task, predecessors first; without recursion, as chains may be long."""
        waiting = [key]
        while waiting:
            links = self._gone[waiting[-1]].links
            unknown = [link.pred for link in links if link.pred in self._gone and link.pred not in self._into]
            if unknown and waiting[-1] not in self._into:
                waiting += unknown
            else:
                task = waiting.pop()
                if task not in self._into:
                    self._into[task] = self.instead_of(links)
