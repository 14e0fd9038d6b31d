"""What was changed in the room, in words."""

from dataclasses import replace

from launchpad.app.commands.reviews.room_changes import room_changes
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import TaskStatus
from launchpad.domain.row import Row
from tests.builders import a_gate, a_plan, a_task, link

PLAN = a_plan(a_task("a", track="sales"), a_task("b", track="sales"))


def after(*changes: tuple[Row | None, Row | None]) -> Document:
    return PLAN.apply(Edit("x", tuple(Change(before, now) for before, now in changes)))


def told(live: Document) -> list[tuple[str, str, str, str, str]]:
    return [(each.name, each.track, each.field, each.before, each.after) for each in room_changes(PLAN, live)]


def test_a_field_is_told_with_both_values_and_its_track():
    task = PLAN.task("a")
    begun = replace(task, status=TaskStatus.IN_PROGRESS, private_note="Gil may leave")

    assert told(after((task, begun))) == [("Do a (a)", "sales", "status", "Not started", "In progress")]


def test_what_came_is_there_afterwards_and_what_went_was_there_before():
    live = after((PLAN.task("a"), None), (None, a_gate("G1", -3)))

    assert sorted(told(live)) == [("Do a (a)", "sales", "", "there", ""), ("Gate G1 (G1)", "", "", "", "there")]


def test_a_link_that_came_has_no_track():
    assert told(after((None, link("a", "b")))) == [("Do a (a) → Do b (b)", "", "", "", "there")]
