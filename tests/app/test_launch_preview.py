"""What a new launch would be, while it is chosen."""

from datetime import date
from pathlib import Path

import pytest

from launchpad.app.launch_preview import Wish, offers, plan_of, preview_of
from launchpad.domain.errors import PlanError

TIER_1 = "tier1-major-launch"
LAUNCH = date(2027, 3, 16)


def wish(template: str = TIER_1, **fields: object) -> Wish:
    return Wish(**{"template": template, "name": "Aria", "launch_date": LAUNCH, **fields})  # type: ignore[arg-type]


def test_every_template_is_offered_with_its_size():
    assert offers()[0].id == TIER_1
    assert offers()[0].size == "120 tasks · 10 tracks · 16 weeks"
    assert all(offer.use_when and offer.avoid_when for offer in offers())


@pytest.mark.parametrize("offer", offers(), ids=lambda offer: offer.id)
def test_every_template_has_a_preview(offer):
    found = preview_of(wish(offer.id), date(2026, 1, 5))

    assert found.task_count + found.left_out == offer.task_count
    assert sum(found.tracks.values()) == found.task_count
    assert found.fits
    assert found.start <= found.launch_date <= found.finish


def test_with_time_to_spare_it_fits():
    found = preview_of(wish(), date(2026, 11, 2))

    assert found.verdict == ("ok", f"Fits: {found.head_start} working days until work starts.")
    assert found.lines[0] == "Starts Tue 24 Nov 2026, 16 weeks before launch."


def test_a_start_that_is_past_is_told_in_working_days():
    found = preview_of(wish(), date(2026, 11, 26))

    assert (found.head_start, found.fits) == (-2, True)
    assert found.verdict[0] == "warn"
    assert "should have started 2 working days ago" in found.verdict[1]


def test_a_date_that_cannot_be_made_is_told_with_the_day_it_would_be():
    found = preview_of(wish(), date(2027, 3, 9))

    assert not found.fits
    assert found.forecast_launch > LAUNCH
    assert f"{found.days_late} working days late" in found.verdict[1]


def test_holidays_inside_are_named_and_weekends_are_not():
    found = preview_of(wish(launch_date=date(2027, 2, 16), holiday_region="US"), date(2026, 1, 5))

    assert "Thanksgiving Day" in found.lines[2]
    assert all(holiday.day.isoweekday() < 6 for holiday in found.holidays)
    assert preview_of(wish(), date(2026, 1, 5)).lines[2] == "No holidays fall inside it."


def test_a_no_leaves_tasks_out():
    everything = preview_of(wish(answers={q.id: True for q in offers()[0].questions}), date(2026, 1, 5))
    fewer = preview_of(wish(answers={"press": False}), date(2026, 1, 5))

    assert everything.left_out == 0
    assert fewer.task_count < everything.task_count
    assert "your choices leave out" in fewer.lines[1]


def test_a_track_that_is_left_out_brings_no_task():
    everything = preview_of(wish(), date(2026, 1, 5))
    fewer = preview_of(wish(left_out=frozenset({"support"})), date(2026, 1, 5))

    assert everything.tracks["support"] > 0
    assert "support" not in fewer.tracks
    assert everything.task_count - fewer.task_count == everything.tracks["support"]
    assert f"leave out {fewer.left_out}" in fewer.lines[1]


def test_a_holiday_is_no_launch_day():
    with pytest.raises(PlanError, match="Christmas Day"):
        preview_of(wish(launch_date=date(2026, 12, 25), holiday_region="US"), date(2026, 1, 5))


def test_an_unnamed_launch_has_a_preview_but_no_plan():
    assert preview_of(wish(name=" "), date(2026, 1, 5)).task_count > 0
    with pytest.raises(PlanError, match="name"):
        plan_of(wish(name=" "))


def test_people_are_named_by_role_and_one_name_is_one_person():
    roles = [role for role, _ in offers()[0].roles]
    plan = plan_of(wish(people={roles[0]: "Dana Vu", roles[2]: " dana vu ", roles[3]: "June"}))

    dana = plan.person("Dana Vu")
    titles = dict(offers()[0].roles)
    assert dana.role == f"{titles[roles[0]]}, {titles[roles[2]]}"
    assert plan.person("June").key == roles[3]
    assert len(plan.people) == len(roles) - 1
    assert plan.launch.lead == dana.id
    unnamed = plan_of(wish())
    before = [task.key for task in unnamed.tasks if task.owner in {unnamed.person(r).id for r in (roles[0], roles[2])}]
    assert [task.key for task in plan.tasks if task.owner == dana.id] == before


def test_a_template_of_ones_own_is_read_from_its_file(tmp_path: Path):
    path = tmp_path / "own.yaml"
    text = "schema: launchpad.template/1\nid: own\nname: Own\ntasks:\n  - {key: a, title: Do it, duration: 3}\n"
    path.write_text(text, encoding="utf-8")

    assert preview_of(wish(str(path)), date(2026, 1, 5)).task_count == 1
