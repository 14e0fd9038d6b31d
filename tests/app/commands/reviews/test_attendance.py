"""Many people are marked as there by one edit."""

from datetime import date

from launchpad.app.commands.reviews.attendance import everybody_is_here
from launchpad.app.commands.reviews.planning import plan_review
from launchpad.app.commands.reviews.room import attend
from launchpad.domain.enums import Presence, ReviewKind
from launchpad.domain.gate import Review
from tests.builders import a_person, a_plan, a_task


def test_all_but_those_of_whom_something_was_said_are_present():
    people = [a_person(key) for key in ("june", "mara", "otis")]
    plan = a_plan(*people, a_task("brief"))
    plan = plan.apply(plan_review(plan, "Weekly", date(2026, 10, 12), kind=ReviewKind.STATUS))
    review = plan.rows(Review)[0].id
    plan = plan.apply(attend(plan, review, "person:mara", Presence.ABSENT))
    edit = everybody_is_here(plan, review, [person.id for person in people])
    said = {each.person: each.attended for each in plan.apply(edit).rows(Review)[0].attendees}

    assert len(edit.changes) == 1
    assert said == {"person:june": "present", "person:mara": "absent", "person:otis": "present"}
    assert not everybody_is_here(plan.apply(edit), review, [person.id for person in people])
