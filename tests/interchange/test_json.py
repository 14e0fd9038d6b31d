"""The plan as JSON: all of it, for people and programs."""

import json
from typing import Any

from launchpad.domain.kinds import KINDS
from launchpad.interchange.json import plan_json, plan_values
from tests.builders import a_gate, a_person, a_plan, a_task, link
from tests.interchange.plans import the_sample

PLAN = a_plan(
    a_person("mara"),
    a_gate("G1"),
    a_task("brief", owner="mara", private_note="between us"),
    a_task("draft", gate="G1"),
    link("brief", "draft"),
    link("gate:G1", "brief"),
)


def values() -> Any:
    return json.loads(plan_json(PLAN))


def test_every_kind_of_row_is_there() -> None:
    assert list(plan_values(PLAN)) == list(KINDS)
    assert values()["launch"]["name"] == "Loom"
    assert [task["key"] for task in values()["tasks"]] == ["brief", "draft"]


def test_references_read_as_keys_with_the_id_beside_them() -> None:
    brief, draft = values()["tasks"]

    assert (brief["owner"], brief["owner_id"]) == ("mara", "person:mara")
    assert (brief["track"], brief["track_id"]) == ("track", "track:track")
    assert (draft["gate"], draft["owner"], draft["owner_id"]) == ("G1", None, None)


def test_dependencies_name_tasks_and_gates_alike() -> None:
    links = [(each["predecessor"], each["successor"]) for each in values()["dependencies"]]

    assert sorted(links) == [("G1", "brief"), ("brief", "draft")]


def test_private_notes_stay_in_the_plan() -> None:
    assert "between us" not in plan_json(PLAN)


def test_names_inside_reviews_read_as_keys_too() -> None:
    reviews = json.loads(plan_json(the_sample()))["reviews"]

    someone = reviews[0]["attendees"][0]
    assert (reviews[0]["key"], someone["person"], someone["attended"]) == ("R1", "mara", "present")
    assert someone["person_id"] != "mara"


def test_the_same_plan_gives_the_same_text() -> None:
    assert plan_json(the_sample()) == plan_json(the_sample())


def test_rows_written_one_by_one_read_as_the_whole_would() -> None:
    for plan in (PLAN, the_sample()):
        assert plan_json(plan) == json.dumps(plan_values(plan), ensure_ascii=False, indent=2) + "\n"
