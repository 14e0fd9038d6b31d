"""The register of people."""

from datetime import date

import pytest

from launchpad.app.commands.people import add_person, change_person, hand_over, joined, remove_person, set_days_off
from launchpad.domain.enums import TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import RiskId
from launchpad.domain.people import Person
from launchpad.domain.register import Risk
from launchpad.domain.values import DateRange
from tests.builders import a_person, a_plan, a_task

MARA, OTIS = a_person("mara"), a_person("otis")


def days(first: int, last: int) -> DateRange:
    return DateRange(date(2026, 10, first), date(2026, 10, last))


def test_somebody_new_comes_last_with_a_key_of_their_own():
    plan = a_plan(a_person("jose"), MARA)
    after = plan.apply(add_person(plan, "José Núñez"))

    assert [person.key for person in after.people] == ["jose", "mara", "jose2"]
    assert after.person("José Núñez").order > after.person("mara").order


@pytest.mark.parametrize("name", ["", "  ", "mara", "MARA "])
def test_a_name_is_given_once(name: str):
    plan = a_plan(MARA)
    with pytest.raises(PlanError):
        add_person(plan, name)


def test_nobody_is_their_own_deputy_or_takes_anothers_name():
    plan = a_plan(MARA, OTIS)
    with pytest.raises(PlanError, match="own deputy"):
        change_person(plan, MARA.id, {"deputy": MARA.id})
    with pytest.raises(PlanError, match="already"):
        change_person(plan, MARA.id, {"name": "otis"})


def test_days_off_that_touch_become_one_range():
    assert joined([days(12, 13), days(5, 9), days(10, 10), days(7, 8)]) == (days(5, 10), days(12, 13))
    assert joined([days(1, 2), days(5, 6), days(6, 8)]) == (days(1, 2), days(5, 8))

    plan = a_plan(MARA)
    assert plan.apply(set_days_off(plan, MARA.id, [days(6, 6), days(5, 5)])).person("mara").days_off == (days(5, 6),)


def test_somebody_who_is_still_named_cannot_be_removed_and_the_reason_counts():
    plan = a_plan(MARA, a_task("a", owner="mara"), a_task("b", owner="mara"), a_person("otis", deputy=MARA.id))
    with pytest.raises(PlanError, match="still named by 1 person's deputy, 2 tasks"):
        remove_person(plan, MARA.id)


def test_somebody_nobody_names_is_removed():
    plan = a_plan(MARA, OTIS)
    after = plan.apply(remove_person(plan, OTIS.id))
    assert [person.key for person in after.rows(Person)] == ["mara"]


def test_what_is_done_keeps_its_owner_when_work_is_handed_over():
    plan = a_plan(
        MARA,
        OTIS,
        a_task("open", owner=MARA.key),
        a_task("done", owner=MARA.key, status=TaskStatus.DONE),
        a_task("other", owner=OTIS.key),
        Risk(id=RiskId("r"), key="R-01", title="Late", owner=MARA.id),
    )
    after = plan.apply(hand_over(plan, MARA.id, OTIS.id))

    assert {task.key: task.owner for task in after.tasks} == {"open": OTIS.id, "done": MARA.id, "other": OTIS.id}
    assert [risk.owner for risk in after.rows(Risk)] == [OTIS.id]
