"""Reads a template file: `launchpad.template/1`, described in resources/templates/FORMAT.md."""

from pathlib import Path

from launchpad.domain.enums import LaunchType
from launchpad.domain.values import LONGEST, Cadence, CriticalityWeights, Thresholds
from launchpad.templates.cycle import cycle_in
from launchpad.templates.fields import Fields
from launchpad.templates.part_readers import (
    Names,
    read_gates,
    read_goals,
    read_questions,
    read_risks,
    read_tracks,
    read_week,
)
from launchpad.templates.task_reader import owners_named, read_tasks
from launchpad.templates.template import SCHEMA, DayZero, Template, TemplateTask, TemplateTrack
from launchpad.templates.yaml_tree import parse_yaml, read_file

_FIELDS = frozenset(
    "schema id name version launch_type tier summary use_when avoid_when anchor horizon criticality_weights thresholds"
    " review_cadence questions roles tracks gates goals risks tasks start calendar".split()
)
ONLY_TRACK = TemplateTrack(key="launch", name="Launch")
"""The track of a template that names none."""
LONGEST_SHOWN = 12
"""Keys of a circle written out in an error."""


def load_template(path: Path) -> Template:
    """Read a template file; raise TemplateError naming file, line and field when it is not one."""
    return read_template(read_file(path), path.name)


def read_template(data: bytes, name: str) -> Template:
    """Read a template from the bytes of the file called `name`; raise TemplateError when it is not one."""
    fields = Fields(name, parse_yaml(data, name), "", _FIELDS)
    if fields.required_text("schema") != SCHEMA:
        fields.wrong("schema", f"should be {SCHEMA}.")
    names = _names(fields)
    tracks = read_tracks(fields, names) or (ONLY_TRACK,)
    tasks = read_tasks(fields, names)
    _refuse_circles(fields, tasks)
    return fields.built(
        Template,
        id=fields.key("id"),
        name=fields.required_text("name"),
        tasks=tasks,
        tracks=tracks,
        roles=tuple(names.role_titles.items()),
        gates=read_gates(fields, names),
        goals=read_goals(fields, names),
        risks=read_risks(fields, names),
        questions=read_questions(fields),
        **_about(fields),
    )


def _names(fields: Fields) -> Names:
    """Collect every key that other fields may name, before any of them is read."""
    tracks = fields.keys_of("tracks", "key", "track") or {ONLY_TRACK.key: fields.line}
    gates = fields.keys_of("gates", "key", "gate")
    tasks = fields.keys_of("tasks", "key", "task")
    for key in gates.keys() & tasks.keys():
        fields.refuse(tasks[key], f"the task “{key}” has the key of a gate.")
    roles = fields.named_texts("roles")
    if "roles" not in fields:
        roles = {owner: owner for owner in owners_named(fields)}
    return Names(
        tracks={key: key for key in tracks},
        gates={key: key for key in gates},
        tasks={key: key for key in tasks},
        questions={key: key for key in fields.keys_of("questions", "id", "question")},
        roles={key: key for key in roles},
        role_titles=roles,
    )


def _refuse_circles(fields: Fields, tasks: tuple[TemplateTask, ...]) -> None:
    circle = cycle_in({task.key: [link.pred for link in task.links] for task in tasks})
    if circle:
        lines = fields.keys_of("tasks", "key", "task")
        first = circle.index(min(circle, key=lines.__getitem__))
        circle = circle[first:] + circle[:first]
        shown = circle if len(circle) <= LONGEST_SHOWN else [*circle[:LONGEST_SHOWN], "…"]
        path = " → ".join([*shown, circle[0]])
        fields.refuse(lines[circle[0]], f"these tasks wait for each other in a circle: {path}.")


def _about(fields: Fields) -> dict[str, object]:
    """Read what describes the whole template; a field left out keeps the default of `Template`."""
    found: dict[str, object] = {
        "version": fields.integer("version", 1, 1_000_000),
        "launch_type": fields.word("launch_type", LaunchType),
        "tier": fields.integer("tier", 1, 3),
        "summary": fields.text("summary"),
        "use_when": fields.texts("use_when"),
        "avoid_when": fields.texts("avoid_when"),
        "day_zero": _day_zero(fields),
        "horizon": _horizon(fields),
        "start": fields.when("start"),
        "week": read_week(fields, "calendar"),
        "weights": _weights(fields),
        "thresholds": read_thresholds(fields),
        "review_cadence": _cadence(fields),
    }
    return {name: value for name, value in found.items() if value is not None}


def _day_zero(fields: Fields) -> DayZero | None:
    inner = fields.inner("anchor", ("label", "meaning"))
    if inner is None:
        return None
    return DayZero(label=inner.required_text("label"), meaning=inner.text("meaning"))


def _horizon(fields: Fields) -> tuple[int, int] | None:
    inner = fields.inner("horizon", ("before", "after"))
    if inner is None:
        return None
    return inner.required_integer("before", 0, LONGEST), inner.required_integer("after", 0, LONGEST)


def _weights(fields: Fields) -> CriticalityWeights | None:
    inner = fields.inner("criticality_weights", ("must", "should", "could"))
    if inner is None:
        return None
    usual = CriticalityWeights()
    return inner.built(
        CriticalityWeights,
        must=inner.number("must", default=usual.must),
        should=inner.number("should", default=usual.should),
        could=inner.number("could", default=usual.could),
    )


def read_thresholds(fields: Fields) -> Thresholds | None:
    """Read the scores a verdict compares with, or None when they are left out."""
    names = ("go", "conditional", "core_floor_go", "core_floor_conditional")
    inner = fields.inner("thresholds", names)
    if inner is None:
        return None
    return inner.built(Thresholds, **{name: inner.required_number(name) for name in names})


def _cadence(fields: Fields) -> tuple[Cadence, ...]:
    return tuple(
        Cadence(
            each.required_integer("from", -LONGEST, LONGEST),
            each.required_integer("to", -LONGEST, LONGEST),
            each.required_integer("every", 1, LONGEST),
        )
        for each in fields.each("review_cadence", ("from", "to", "every"))
    )
