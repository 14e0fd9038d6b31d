"""Reads the tasks of a launch file: the template's fields, and how far the work has come."""

from collections.abc import Iterable, Iterator
from datetime import date

from launchpad.domain import ids as new
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.row import Row
from launchpad.domain.task import Baseline, Dependency, Task
from launchpad.domain.values import LONGEST, BaselineDates, Evidence
from launchpad.templates.fields import Fields
from launchpad.templates.sample.ids import Ids
from launchpad.templates.task_reader import WORKING_DAYS, read_anchor, read_links
from launchpad.templates.template import Template, TemplateTask

_DAYS = tuple(
    "updated actual_start actual_finish expected_finish baseline_start baseline_finish review_since blocked_since"
    " unblock_by approved_on".split()
)
_PEOPLE = ("owner", "approver", "unblocked_by", "approved_by", "na_approved_by")
_TEXTS = ("title", "blocked_reason", "na_reason", "note")
_TASK = frozenset(_DAYS + _PEOPLE + _TEXTS) | frozenset(
    "key track kind criticality gate duration offset depends_on status progress evidence".split()
)


def task_rows(fields: Fields, ids: Ids, template: Template) -> Iterator[Row]:
    """Yield the tasks in order, each followed by its dependencies."""
    described = {task.key: task for task in template.tasks}
    nodes = ids.nodes
    keys = {key: key for key in nodes}
    for each, place in fields.ordered("tasks", _TASK):
        task = _task(each, ids, described.get(each.key("key")), place)
        yield task
        for link in read_links(each, keys):
            yield Dependency(
                id=new.DependencyId(new.new_id()),
                predecessor=nodes[link.pred],
                successor=task.id,
                type=link.type,
                lag=link.lag,
                elapsed=link.elapsed,
            )


def _task(fields: Fields, ids: Ids, described: TemplateTask | None, place: str) -> Task:
    key = fields.key("key")
    if described is None:
        fields.wrong("key", f"names “{key}”, which the template does not describe.")
    return fields.built(
        Task,
        id=ids.tasks[key],
        key=key,
        track=fields.required_reference("track", ids.tracks, "track"),
        gate=fields.reference("gate", ids.gates, "gate"),
        criticality=fields.word("criticality", Criticality) or described.criticality,
        duration=fields.required_integer("duration", 0, LONGEST, WORKING_DAYS),
        anchor=read_anchor(fields),
        status=fields.word("status", TaskStatus) or TaskStatus.NOT_STARTED,
        progress=fields.integer("progress", 0, 100),
        evidence=tuple(_evidence(each) for each in fields.each("evidence", ("label", "ref", "added"))),
        evidence_kind=described.evidence,
        deliverable=described.deliverable,
        acceptance=described.acceptance,
        help=described.help,
        applies_if=described.applies_if,
        order=place,
        **{name: fields.day(name) for name in _DAYS},
        **{name: ids.person(fields, name) for name in _PEOPLE},
        **{name: fields.text(name) for name in _TEXTS},
    )


def _evidence(fields: Fields) -> Evidence:
    return Evidence(fields.required_text("label"), fields.text("ref"), fields.day("added"))


def baseline_row(fields: Fields, rows: Iterable[Row], launch_date: date) -> Iterator[Baseline]:
    """Yield the baseline made of the tasks' own baseline dates, where the file names one."""
    inner = fields.inner("baseline", ("name", "taken_on"))
    if inner is not None:
        yield inner.built(
            Baseline,
            id=new.BaselineId(new.new_id()),
            name=inner.required_text("name"),
            taken_on=inner.required_day("taken_on"),
            launch_date=launch_date,
            dates=tuple(
                BaselineDates(row.id, row.baseline_start, row.baseline_finish)
                for row in rows
                if isinstance(row, Task) and row.baseline_start and row.baseline_finish
            ),
            active=True,
        )
