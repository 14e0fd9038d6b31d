"""How rows become JSON values and back."""

import dataclasses
import json
import typing
from datetime import date

import pytest

from launchpad.domain.enums import AnchorKind, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.fields import fields_of, from_values, references, to_values
from launchpad.domain.kinds import KINDS
from launchpad.domain.launch import Launch
from launchpad.domain.task import Task
from launchpad.domain.values import Anchor, Evidence
from tests.builders import a_criterion, a_launch, a_task


def a_full_task() -> Task:
    return a_task(
        "a",
        owner="mara",
        gate="G1",
        anchor=Anchor(AnchorKind.SNET, -21),
        deadline=date(2026, 10, 9),
        status=TaskStatus.BLOCKED,
        progress=40,
        evidence=(Evidence("Deck", "deck.pdf", date(2026, 10, 1)), Evidence("Note", "https://example.org")),
    )


def test_a_row_reads_back_from_json_as_it_was():
    task = a_full_task()

    assert from_values(Task, json.loads(json.dumps(to_values(task)))) == task


def test_values_are_written_as_people_write_them():
    values = to_values(a_full_task())

    assert values["anchor"] == {"kind": "SNET", "at": "T-21"}
    assert values["deadline"] == "2026-10-09"
    assert values["status"] == "blocked"


def test_a_missing_field_takes_its_default_unless_it_is_required():
    values = to_values(a_task("a"))
    del values["note"]

    assert from_values(Task, values).note == ""
    del values["title"]
    with pytest.raises(PlanError, match="lacks the field “title”"):
        from_values(Task, values)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("duration", "two"),
        ("duration", True),
        ("duration", 1.0),
        ("progress", 101),
        ("status", "finished"),
        ("title", 7),
        ("title", "a\0b"),
        ("note", "x" * 40_000),
        ("evidence", "deck.pdf"),
        ("evidence", [{"label": "x"}]),
        ("deadline", "soon"),
        ("anchor", {"kind": "ASAP", "at": "T-3"}),
        ("weight", float("nan")),
        ("color", "red"),
    ],
)
def test_values_of_the_wrong_shape_are_refused_naming_the_field(field, value):
    with pytest.raises(PlanError) as refused:
        from_values(Task, {**to_values(a_task("a")), field: value})

    assert field in str(refused.value) or field == "progress"


def test_a_row_knows_which_rows_it_names():
    named = {(field.name, row_id) for field, row_id in references(a_criterion("G1", "G1.1", "a", "b"))}

    assert named == {("gate", "gate:G1"), ("proven_by", "task:a"), ("proven_by", "task:b")}


def test_a_launch_with_everything_set_reads_back():
    launch = a_launch(start=-80, as_of=date(2026, 10, 12))

    assert from_values(Launch, to_values(launch)) == launch
    assert all(field.name in to_values(launch) for field in dataclasses.fields(Launch))


@pytest.mark.parametrize("kind", KINDS.values())
def test_a_hint_is_the_type_itself_never_its_name(kind):
    """A hint in quotes would be taken for text."""
    assert {field.name: field.hint for field in fields_of(kind)} == typing.get_type_hints(kind)
