"""Writes a template as a file that reads back as the same template."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from enum import Enum
from typing import Any

import yaml

from launchpad.domain.enums import AnchorKind, Criticality, GoalDirection, GoalType, LaunchType, LinkType
from launchpad.domain.values import Anchor, CriticalityWeights, When, format_when
from launchpad.templates.template import (
    SCHEMA,
    DayZero,
    Link,
    Template,
    TemplateGate,
    TemplateGoal,
    TemplateRisk,
    TemplateTask,
    TemplateTrack,
    WorkingWeek,
)

WIDTH = 110
_USUAL: tuple[object, ...] = (None, "", (), [], {})


class _Dumper(yaml.CSafeDumper):
    """Writes everything out: the reader takes no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def template_yaml(template: Template) -> str:
    """A template as YAML text; what is as usual is left out."""
    return yaml.dump(_written(template), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)


def _written(template: Template) -> dict[str, Any]:
    return _said(
        schema=SCHEMA,
        id=template.id,
        name=template.name,
        version=template.version,
        launch_type=_unless(template.launch_type, LaunchType.PRODUCT),
        tier=template.tier,
        summary=template.summary,
        use_when=template.use_when,
        avoid_when=template.avoid_when,
        anchor=_said(**asdict(template.day_zero)) if template.day_zero != DayZero() else None,
        horizon=_named(("before", "after"), template.horizon),
        start=None if template.start is None else format_when(template.start),
        calendar=_week(template.week),
        criticality_weights=asdict(template.weights) if template.weights != CriticalityWeights() else None,
        thresholds=asdict(template.thresholds) if template.thresholds is not None else None,
        review_cadence=[_named(("from", "to", "every"), (c.first, c.last, c.every)) for c in template.review_cadence],
        questions=[{"id": each.id, "ask": each.ask, "default": each.default} for each in template.questions],
        roles=dict(template.roles),
        tracks=[_track(track) for track in template.tracks],
        gates=[_gate(gate) for gate in template.gates],
        goals=[_goal(goal) for goal in template.goals],
        risks=[_risk(risk) for risk in template.risks],
        tasks=[_task(task) for task in template.tasks],
    )


def _said(**fields: object) -> dict[str, Any]:
    """The fields that say something, as YAML knows values."""
    return {name: _plain(value) for name, value in fields.items() if value not in _USUAL}


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _unless(value: object, usual: object) -> object:
    return None if value == usual else value


def _named(names: Iterable[str], values: Iterable[int] | None) -> Mapping[str, int] | None:
    return None if values is None else dict(zip(names, values, strict=True))


def _week(week: WorkingWeek) -> dict[str, Any] | None:
    if week == WorkingWeek():
        return None
    return _said(workdays=week.workdays, holidays=week.holidays, extra_workdays=week.extra_workdays)


def _track(track: TemplateTrack) -> dict[str, Any]:
    flags = {"core": track.core or None, "strict_signoff": track.strict_signoff or None}
    return _said(key=track.key, name=track.name, lead=track.lead, **flags) | {"weight": track.weight}


def _gate(gate: TemplateGate) -> dict[str, Any]:
    criteria = [_said(id=each.id, text=each.text, proven_by=each.proven_by) for each in gate.criteria]
    fields = _said(
        decider=gate.decider, question=gate.question, required_signoffs=gate.required_signoffs, criteria=criteria
    )
    when = {"date" if isinstance(gate.when, date) else "offset": _plain(gate.when)}
    return {"key": gate.key, "name": gate.name, **when, **fields}


def _goal(goal: TemplateGoal) -> dict[str, Any]:
    fields = asdict(goal) | {
        "direction": _unless(goal.direction, GoalDirection.UP),
        "type": _unless(goal.type, GoalType.LEADING),
    }
    return _said(**fields)


def _risk(risk: TemplateRisk) -> dict[str, Any]:
    return _said(**asdict(risk))


def _task(task: TemplateTask) -> dict[str, Any]:
    return {
        "key": task.key,
        "title": task.title,
        **_said(track=task.track, owner=task.owner, approver=task.approver),
        "duration": task.duration,
        **dict(_dates(task.anchor, task.deadline)),
        **_said(
            criticality=_unless(task.criticality, Criticality.SHOULD),
            gate=task.gate,
            depends_on=[_link(link) for link in task.links],
            deliverable=task.deliverable,
            evidence=task.evidence,
            acceptance=task.acceptance,
            help=task.help,
            applies_if=task.applies_if,
        ),
    }


def _dates(anchor: Anchor | None, deadline: When | None) -> Iterator[tuple[str, Any]]:
    if anchor is not None and anchor.kind is AnchorKind.SNET and isinstance(anchor.at, int):
        yield "offset", anchor.at
    elif anchor is not None:
        yield "anchor", _said(kind=anchor.kind, at=None if anchor.at is None else format_when(anchor.at))
    if deadline is not None:
        yield "deadline", format_when(deadline)


def _link(link: Link) -> dict[str, Any] | str:
    lag = f"{link.lag}e" if link.elapsed else link.lag
    if link.type is LinkType.FS and not link.lag and not link.elapsed:
        return link.pred
    return {"pred": link.pred, "type": link.type.value, "lag": lag}
