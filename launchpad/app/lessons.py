"""What a launch taught, proposed as the next version of its template."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from launchpad.app.resources import templates_folder
from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.people import Person, Track
from launchpad.domain.task import Dependency, Task
from launchpad.domain.values import Anchor
from launchpad.engines.calendar import calendar_of
from launchpad.engines.lessons import Lessons, actual_days, lessons_of
from launchpad.engines.schedule import schedule
from launchpad.interchange.atomic import write_bytes
from launchpad.interchange.plain_text import clean
from launchpad.templates.improving import next_version
from launchpad.templates.library import find_template
from launchpad.templates.planning import plan_from_template
from launchpad.templates.pruning import answers_for, pruned_tasks
from launchpad.templates.reader import read_template
from launchpad.templates.scalars import LONGEST_KEY
from launchpad.templates.template import Link, Template, TemplateTask
from launchpad.templates.writer import template_yaml

A_TUESDAY = date(2030, 6, 4)
"""A launch day on which to try whether a template still fits; without holidays any working day is as good."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The lessons of a launch, the template it was made from and the one that is proposed.

    `tight` are titles of tasks that the proposal no longer gives enough time before what waits for them.
    """

    lessons: Lessons
    template: Template
    proposed: Template
    tight: tuple[str, ...]


def propose(document: Document, today: date, template: str = "") -> Proposal:
    """Compare a plan with its template and propose the next version; raise PlanError when the template is not known.

    `template` is an id or a YAML file, empty for the one that the launch says it was made from.
    """
    found = _template_of(document, template)
    asked = {question.id for question in found.questions}
    answers = {each.question: each.yes for each in document.launch.answers if each.question in asked}
    planned = {task.key: task.duration for task in pruned_tasks(found, answers_for(found, answers))}
    lessons = lessons_of(document, planned, {task.key for task in found.tasks})
    durations = {each.task.key: each.actual for each in lessons.durations}
    added = tuple(_as_template(document, today, found, lessons.added))
    waits = {key: tuple(_links(document, task)) for key in planned if (task := document.by_key(Task, key)) is not None}
    proposed = next_version(found, durations, added, lessons.unused, waits)
    proposed = read_template(template_yaml(proposed).encode(), f"{found.id}.yaml")
    return Proposal(lessons, found, proposed, tuple(sorted(_late_in(proposed) - _late_in(found))))


def _template_of(document: Document, template: str) -> Template:
    if not template and not document.launch.template:
        raise PlanError("This plan was made without a template; name one with --template.")
    return find_template(templates_folder(), template or document.launch.template)


def _late_in(template: Template) -> set[str]:
    """The titles of tasks that a plan of this template could not finish in time from its first day."""
    try:
        plan = plan_from_template(template, name=template.name, launch_date=_launch_day(template))
        dates = schedule(plan, date(1990, 1, 1)).tasks
    except PlanError:
        return set()
    return {task.title for task in plan.tasks if dates[task.id].slack < 0}


def _launch_day(template: Template) -> date:
    return next(
        day
        for number in range(366)
        if (day := date.fromordinal(A_TUESDAY.toordinal() + number)).isoweekday() in template.week.workdays
        and day not in template.week.holidays
    )


def _as_template(document: Document, today: date, template: Template, tasks: Iterable[Task]) -> Iterator[TemplateTask]:
    dates, calendar = schedule(document, today).tasks, calendar_of(document)
    roles = {title.casefold(): role for role, title in template.roles} | {role: role for role, _ in template.roles}
    for task in tasks:
        start = calendar.offset_at_or_after(dates[task.id].start)
        track, gate = document.table(Track)[task.track], document.find(Gate, task.gate)
        yield TemplateTask(
            key=clean(task.key).strip()[:LONGEST_KEY],
            title=clean(task.title),
            duration=(actual_days(document, task) or task.duration) if task.duration else 0,
            track=track.key,
            owner=_role(document, task.owner, roles),
            approver=_role(document, task.approver, roles),
            anchor=Anchor(AnchorKind.SNET, start),
            criticality=task.criticality,
            gate=gate.key if gate is not None else None,
            links=tuple(_links(document, task)),
            deliverable=clean(task.deliverable),
            evidence=task.evidence_kind,
            acceptance=clean(task.acceptance),
            help=clean(task.help),
        )


def _role(document: Document, person: str | None, roles: dict[str, str]) -> str | None:
    """The template's role of a person: by their key, which a role's person keeps, or by what they do."""
    found = document.find(Person, person)
    return None if found is None else roles.get(found.key) or roles.get(found.role.casefold())


def _links(document: Document, task: Task) -> Iterator[Link]:
    for link in document.rows(Dependency):
        before = document.find(Task, link.predecessor) or document.find(Gate, link.predecessor)
        if link.successor == task.id and before is not None:
            yield Link(before.key, link.type, link.lag, link.elapsed)


def write_template(proposal: Proposal, target: Path) -> None:
    """Write the proposed template to a YAML file, whole or not at all."""
    if target.suffix.lower() not in (".yaml", ".yml"):
        raise PlanError(f"A template is a YAML file; give “{target.name}” a name that ends in .yaml.")
    write_bytes(target, template_yaml(proposal.proposed).encode("utf-8"))
