"""Reads what a launch file says about the launch itself, its calendar, people and tracks."""

from collections.abc import Iterator

from launchpad.domain import ids as new
from launchpad.domain.enums import LaunchStatus, LaunchType
from launchpad.domain.launch import Audience, Calendar, Holiday, Launch, Region
from launchpad.domain.people import Person, Track
from launchpad.domain.row import Row
from launchpad.domain.values import TIER_THRESHOLDS, Budget, Embargo, QuestionAnswer
from launchpad.templates.fields import Fields
from launchpad.templates.part_readers import read_week
from launchpad.templates.pruning import answers_for
from launchpad.templates.reader import read_thresholds
from launchpad.templates.sample.ids import Ids
from launchpad.templates.template import Template, WorkingWeek

_LAUNCH = frozenset(
    "id name product product_line company template template_version tier launch_type status phase launch_date"
    " launch_time timezone launch_lead sponsor summary why_now one_sentence audiences regions answers thresholds budget"
    " embargo calendar".split()
)
_LAUNCH_TEXTS = (
    "name product product_line company template phase launch_time timezone summary why_now one_sentence".split()
)
_TRACK = ("key", "name", "lead", "weight", "core", "strict_signoff")


def read_launch(fields: Fields, ids: Ids, template: Template) -> tuple[Launch, tuple[Row, ...]]:
    """Read the launch; return it and the rows of its calendar, audiences and regions."""
    about = fields.required_inner("launch", _LAUNCH)
    launch = _launch(fields, about, ids, template)
    return launch, (*_calendar(about), *_audiences(about), *_regions(about))


def _calendar(about: Fields) -> Iterator[Row]:
    week = read_week(about, "calendar") or WorkingWeek()
    yield Calendar(id=new.CalendarId(new.new_id()), workdays=week.workdays, extra_workdays=week.extra_workdays)
    for day in week.holidays:
        yield Holiday(id=new.HolidayId(new.new_id()), day=day)


def _launch(fields: Fields, about: Fields, ids: Ids, template: Template) -> Launch:
    tier = about.integer("tier", 1, 3, default=template.tier)
    return about.built(
        Launch,
        id=new.LaunchId(new.new_id()),
        as_of=fields.day("as_of"),
        launch_date=about.required_day("launch_date"),
        launch_type=about.word("launch_type", LaunchType) or template.launch_type,
        tier=tier,
        status=about.word("status", LaunchStatus) or LaunchStatus.PLANNED,
        lead=ids.person(about, "launch_lead"),
        sponsor=ids.person(about, "sponsor"),
        template_version=about.integer("template_version", 1, 1_000_000),
        thresholds=read_thresholds(about) or TIER_THRESHOLDS[tier],
        weights=template.weights,
        answers=_answers(about, template),
        review_cadence=template.review_cadence,
        budget=_budget(about),
        embargo=_embargo(about),
        **{name: about.text(name) for name in _LAUNCH_TEXTS},
    )


def _answers(about: Fields, template: Template) -> tuple[QuestionAnswer, ...]:
    given = about.inner("answers", [question.id for question in template.questions])
    asked = template.questions if given else ()
    answers = {each.id: given.boolean(each.id, each.default) for each in asked} if given else {}
    return tuple(QuestionAnswer(question, yes) for question, yes in answers_for(template, answers).items())


def _budget(about: Fields) -> Budget | None:
    inner = about.inner("budget", ("currency", "approved", "committed", "spent"))
    if inner is None:
        return None
    amounts = (inner.required_number(name) for name in ("approved", "committed", "spent"))
    return Budget(inner.required_text("currency"), *amounts)


def _embargo(about: Fields) -> Embargo | None:
    inner = about.inner("embargo", ("lifts", "timezone", "briefed", "agreed"))
    if inner is None:
        return None
    return Embargo(
        lifts=inner.required_text("lifts"),
        timezone=inner.text("timezone"),
        briefed=inner.integer("briefed", 0, 1_000_000, default=0),
        agreed=inner.integer("agreed", 0, 1_000_000, default=0),
    )


def _audiences(about: Fields) -> Iterator[Row]:
    for each, place in about.ordered("audiences", ("key", "name", "size", "message", "channel")):
        yield each.built(
            Audience,
            id=new.AudienceId(new.new_id()),
            key=each.key("key"),
            name=each.required_text("name"),
            size=each.integer("size", 0, 10**12),
            message=each.text("message"),
            channel=each.text("channel"),
            order=place,
        )


def _regions(about: Fields) -> Iterator[Row]:
    for each, place in about.ordered("regions", ("key", "name", "wave", "date")):
        yield each.built(
            Region,
            id=new.RegionId(new.new_id()),
            key=each.key("key"),
            name=each.required_text("name"),
            wave=each.integer("wave", 1, 100, default=1),
            launch_date=each.day("date"),
            order=place,
        )


def people_rows(fields: Fields, ids: Ids) -> Iterator[Row]:
    """Yield the people, then the tracks they lead."""
    for each, place in fields.ordered("people", ("id", "name", "role")):
        key = each.key("id")
        name, role = each.required_text("name"), each.text("role")
        yield each.built(Person, id=ids.people[key], key=key, name=name, role=role, order=place)
    for each, place in fields.ordered("tracks", _TRACK):
        yield each.built(
            Track,
            id=ids.tracks[each.key("key")],
            key=each.key("key"),
            name=each.required_text("name"),
            lead=ids.person(each, "lead"),
            weight=each.required_number("weight"),
            core=each.boolean("core", False),
            strict_signoff=each.boolean("strict_signoff", False),
            order=place,
        )
