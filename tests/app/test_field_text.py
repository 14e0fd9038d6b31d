"""Fields as people type them."""

from datetime import date

import pytest

from launchpad.app.field_text import read_field
from launchpad.domain.enums import AnchorKind, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.launch import Calendar, Launch
from launchpad.domain.people import Person, Track
from launchpad.domain.task import Task
from launchpad.domain.values import Anchor, DateRange
from tests.builders import a_gate, a_person, a_plan, a_task, a_track

PLAN = a_plan(a_task("a", owner="mara"), a_person("mara", name="Mara Lind"), a_gate("G1"), a_track("sales"))


@pytest.mark.parametrize(
    ("kind", "field", "text", "value"),
    [
        (Task, "status", "In progress", TaskStatus.IN_PROGRESS),
        (Task, "status", "not-started", TaskStatus.NOT_STARTED),
        (Task, "progress", "60", 60),
        (Task, "progress", "none", None),
        (Task, "owner", "mara lind", "person:mara"),
        (Task, "owner", "none", None),
        (Task, "gate", "G1", "gate:G1"),
        (Task, "track", "sales", "track:sales"),
        (Task, "deadline", "T-3", -3),
        (Task, "deadline", "2026-10-01", date(2026, 10, 1)),
        (Task, "anchor", "snet:T-21", Anchor(AnchorKind.SNET, -21)),
        (Task, "anchor", "MFO:2026-10-01", Anchor(AnchorKind.MFO, date(2026, 10, 1))),
        (Task, "anchor", "ALAP", Anchor(AnchorKind.ALAP)),
        (Task, "anchor", "none", None),
        (Task, "note", " none ", " none "),
        (Task, "weight", "2.5", 2.5),
        (Track, "core", "yes", True),
        (Gate, "required_signoffs", "sales,track", ("track:sales", "track:track")),
        (Launch, "as_of", "2026-10-12", date(2026, 10, 12)),
        (Calendar, "workdays", "Sunday,mon,tue", (1, 2, 7)),
        (
            Person,
            "days_off",
            "2026-12-24..2026-12-31,2026-10-05",
            (DateRange(date(2026, 10, 5), date(2026, 10, 5)), DateRange(date(2026, 12, 24), date(2026, 12, 31))),
        ),
        (Person, "days_off", "none", ()),
    ],
)
def test_a_text_is_read_by_the_kind_of_field(kind, field, text, value):
    assert read_field(PLAN, kind, field, text) == value


@pytest.mark.parametrize(
    ("kind", "field", "text"),
    [
        (Task, "status", "finished"),
        (Task, "progress", "60%"),
        (Task, "progress", "6.5"),
        (Task, "owner", "zoe"),
        (Task, "gate", "G9"),
        (Task, "deadline", "tomorrow"),
        (Task, "anchor", "SNET"),
        (Task, "anchor", "ASAP:T-3"),
        (Task, "anchor", "SOON:T-3"),
        (Task, "duration", "two"),
        (Task, "duration", "none"),
        (Task, "title", "a\0b"),
        (Task, "note", "x" * 40_000),
        (Task, "color", "red"),
        (Person, "days_off", "2026-10-09..2026-10-05"),
        (Calendar, "workdays", "mon,noday"),
        (Track, "core", "maybe"),
    ],
)
def test_what_cannot_be_read_is_refused_naming_the_field(kind, field, text):
    with pytest.raises(PlanError, match=field):
        read_field(PLAN, kind, field, text)
