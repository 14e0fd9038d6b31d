"""Reads the parts of a template beside its tasks: calendar, questions, tracks, gates, goals and risks."""

from dataclasses import dataclass

from launchpad.domain.enums import GoalDirection, GoalType, RiskResponse
from launchpad.domain.values import When
from launchpad.templates.fields import Fields
from launchpad.templates.template import (
    Question,
    TemplateCriterion,
    TemplateGate,
    TemplateGoal,
    TemplateRisk,
    TemplateTrack,
    WorkingWeek,
)

_TRACK = ("key", "name", "lead", "weight", "core", "strict_signoff")
_GATE = ("key", "name", "offset", "date", "decider", "question", "required_signoffs", "criteria")
_GOAL = ("key", "name", "metric", "unit", "direction", "type", "owner", "checkpoints", "hint")
_RISK = ("title", "track", "probability", "impact", "owner", "response", "plan", "trigger")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WORKDAYS = {
    name: number
    for number, day in enumerate(_DAYS, 1)
    for name in (day[:3], day, day[:3].capitalize(), day.capitalize())
} | {str(number): number for number in range(1, 8)}


@dataclass(frozen=True, slots=True)
class Names:
    """Every key of a template that other fields may name; `role_titles` says how people read a role."""

    tracks: dict[str, str]
    gates: dict[str, str]
    tasks: dict[str, str]
    questions: dict[str, str]
    roles: dict[str, str]
    role_titles: dict[str, str]


def read_week(fields: Fields, name: str) -> WorkingWeek | None:
    """Read a calendar, or None when it is left out."""
    inner = fields.inner(name, ("workdays", "holidays", "extra_workdays"))
    if inner is None:
        return None
    workdays = inner.references("workdays", _WORKDAYS, "weekday")
    if "workdays" in inner and (not workdays or len(set(workdays)) < len(workdays)):
        inner.wrong("workdays", "should name at least one weekday, each once.")
    return WorkingWeek(
        workdays=tuple(sorted(workdays)) or WorkingWeek().workdays,
        holidays=inner.days("holidays"),
        extra_workdays=inner.days("extra_workdays"),
    )


def read_questions(fields: Fields) -> tuple[Question, ...]:
    """Read the questions asked when a launch is made."""
    return tuple(
        Question(id=each.key("id"), ask=each.required_text("ask"), default=each.boolean("default", True))
        for each in fields.each("questions", ("id", "ask", "default"))
    )


def read_tracks(fields: Fields, names: Names) -> tuple[TemplateTrack, ...]:
    """Read the tracks; none when they are left out."""
    return tuple(
        TemplateTrack(
            key=each.key("key"),
            name=each.text("name") or each.key("key"),
            lead=each.reference("lead", names.roles, "role"),
            weight=each.number("weight", 0, 1000, default=1),
            core=each.boolean("core", False),
            strict_signoff=each.boolean("strict_signoff", False),
        )
        for each in fields.each("tracks", _TRACK)
    )


def read_gates(fields: Fields, names: Names) -> tuple[TemplateGate, ...]:
    """Read the gates and their criteria."""
    seen: dict[str, int] = {}
    return tuple(_gate(each, names, seen) for each in fields.each("gates", _GATE))


def _gate(fields: Fields, names: Names, seen: dict[str, int]) -> TemplateGate:
    return TemplateGate(
        key=fields.key("key"),
        name=fields.text("name") or fields.key("key"),
        when=_gate_day(fields),
        decider=fields.reference("decider", names.roles, "role"),
        question=fields.text("question"),
        required_signoffs=fields.references("required_signoffs", names.tracks, "track"),
        criteria=tuple(_criterion(each, names, seen) for each in fields.each("criteria", ("id", "text", "proven_by"))),
    )


def _gate_day(fields: Fields) -> When:
    if ("offset" in fields) == ("date" in fields):
        fields.wrong_here("should say when it is, by either offset or date.")
    return fields.required_when("offset" if "offset" in fields else "date")


def _criterion(fields: Fields, names: Names, seen: dict[str, int]) -> TemplateCriterion:
    key = fields.key("id")
    if key in seen:
        fields.wrong("id", f"repeats the criterion “{key}” of line {seen[key]}.")
    seen[key] = fields.line
    return TemplateCriterion(
        id=key, text=fields.required_text("text"), proven_by=fields.references("proven_by", names.tasks, "task")
    )


def read_goals(fields: Fields, names: Names) -> tuple[TemplateGoal, ...]:
    """Read the goals a launch of this kind usually has."""
    fields.keys_of("goals", "key", "goal")
    return tuple(
        TemplateGoal(
            key=each.key("key"),
            name=each.text("name") or each.key("key"),
            metric=each.text("metric"),
            unit=each.text("unit"),
            direction=each.word("direction", GoalDirection) or GoalDirection.UP,
            type=each.word("type", GoalType) or GoalType.LEADING,
            owner=each.reference("owner", names.roles, "role"),
            checkpoints=each.integers("checkpoints", "a whole number of working days from day 0"),
            hint=each.text("hint"),
        )
        for each in fields.each("goals", _GOAL)
    )


def read_risks(fields: Fields, names: Names) -> tuple[TemplateRisk, ...]:
    """Read the risks a launch of this kind usually has."""
    return tuple(
        TemplateRisk(
            title=each.required_text("title"),
            track=each.reference("track", names.tracks, "track"),
            probability=each.integer("probability", 1, 5, default=3),
            impact=each.integer("impact", 1, 5, default=3),
            owner=each.reference("owner", names.roles, "role"),
            response=each.word("response", RiskResponse),
            plan=each.text("plan"),
            trigger=each.text("trigger"),
        )
        for each in fields.each("risks", _RISK)
    )
