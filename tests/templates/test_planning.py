"""Plans made from templates."""

import time
from datetime import date

import pytest

from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind, CriterionStatus, GateStatus, LaunchStatus, LinkType
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Criterion
from launchpad.domain.launch import Holiday
from launchpad.domain.register import Goal, Risk
from launchpad.domain.task import Dependency
from launchpad.domain.values import TIER_THRESHOLDS, Anchor, Checkpoint, QuestionAnswer, Thresholds
from launchpad.engines.schedule import schedule
from launchpad.templates.planning import plan_from_template
from launchpad.templates.pruning import without_tracks
from launchpad.templates.public_holidays import PublicHoliday
from launchpad.templates.template import Template
from tests.templates.shelf import IDS, a_task_line, a_template, built_in

TUESDAY = date(2026, 11, 10)


def _plan(template: Template, launch_date: date = TUESDAY, **given: bool) -> Document:
    return plan_from_template(template, name="Loom", launch_date=launch_date, answers=given)


@pytest.mark.parametrize("template_id", IDS)
def test_every_built_in_template_becomes_a_plan(template_id: str) -> None:
    template = built_in(template_id)
    plan = _plan(template)
    assert (plan.launch.name, plan.launch.launch_date, plan.launch.template) == ("Loom", TUESDAY, template_id)
    assert plan.launch.status is LaunchStatus.PLANNED
    assert plan.launch.thresholds == template.thresholds
    assert [gate.key for gate in plan.gates] == [gate.key for gate in template.gates]
    assert {gate.status for gate in plan.gates} == {GateStatus.UPCOMING}
    assert [track.key for track in plan.tracks] == [track.key for track in template.tracks]
    assert len(plan.rows(Risk)) == len(template.risks)


def test_one_person_stands_for_each_role() -> None:
    plan = _plan(built_in("tier1-major-launch"))
    assert len(plan.people) == 33
    lead = plan.person("launch_lead")
    assert (lead.key, lead.name, lead.role) == ("launch_lead", "Launch lead (DRI)", "Launch lead (DRI)")
    assert plan.launch.lead == lead.id
    assert plan.launch.sponsor == plan.person("exec_sponsor").id
    assert plan.task("lau.charter").owner == lead.id
    assert plan.task("lau.charter").approver == plan.launch.sponsor


def test_tasks_keep_what_the_template_says() -> None:
    template = built_in("tier1-major-launch")
    plan = _plan(template)
    task, described = plan.task("sup.docs"), next(task for task in template.tasks if task.key == "sup.docs")
    assert task.anchor == Anchor(AnchorKind.SNET, -40)
    assert (task.acceptance, task.deliverable, task.help) == (
        described.acceptance,
        described.deliverable,
        described.help,
    )
    assert task.evidence_kind is described.evidence
    assert [each.key for each in plan.tasks] == [each.key for each in template.tasks if each.key != "leg.ai"]


def test_links_join_tasks_and_gates() -> None:
    plan = _plan(
        a_template(
            a_task_line("a"),
            a_task_line("b", "depends_on: [{pred: a, type: SS, lag: 2e}, G1]"),
            top="gates: [{key: G1, offset: -9}]\n",
        )
    )
    joined = {(link.predecessor, link.successor, link.type, link.lag, link.elapsed) for link in plan.dependencies}
    b = plan.task("b").id
    assert joined == {(plan.task("a").id, b, LinkType.SS, 2, True), (plan.gates[0].id, b, LinkType.FS, 0, False)}


def test_a_criterion_whose_proof_is_left_out_is_not_applicable() -> None:
    criteria = "[{id: G.1, text: A, proven_by: [a]}, {id: G.2, text: B, proven_by: [a, b]}, {id: G.3, text: C}]"
    template = a_template(
        a_task_line("a", "applies_if: press"),
        a_task_line("b"),
        top=f"questions: [{{id: press, ask: Press?}}]\ngates: [{{key: G, offset: 0, criteria: {criteria}}}]\n",
    )
    plan = _plan(template, press=False)
    first, second, third = plan.rows(Criterion)
    assert (first.status, first.proven_by) == (CriterionStatus.NOT_APPLICABLE, ())
    assert (second.status, second.proven_by) == (CriterionStatus.OPEN, (plan.task("b").id,))
    assert third.status is CriterionStatus.OPEN
    assert {criterion.status for criterion in _plan(template).rows(Criterion)} == {CriterionStatus.OPEN}


def test_answers_goals_and_scoring_are_kept() -> None:
    plan = _plan(built_in("tier2-feature-launch"), has_ai=True)
    assert plan.launch.answers == (
        QuestionAnswer("has_ai", True),
        QuestionAnswer("personal_data", True),
        QuestionAnswer("price_change", False),
        QuestionAnswer("localized", True),
    )
    assert plan.rows(Goal)[0].checkpoints == (Checkpoint(5), Checkpoint(22))
    assert plan.launch.review_cadence[0].every == 5


def test_thresholds_are_the_templates_or_the_tiers() -> None:
    assert _plan(a_template(top="tier: 3\n")).launch.thresholds == TIER_THRESHOLDS[3]
    top = "thresholds: {go: 90, conditional: 80, core_floor_go: 70, core_floor_conditional: 60}\n"
    assert _plan(a_template(top=top)).launch.thresholds == Thresholds(90, 80, 70, 60)


def test_start_and_calendar_come_from_the_template() -> None:
    top = "start: T-30\ncalendar: {workdays: [sun, mon, tue], holidays: [2026-11-09], extra_workdays: [2026-11-12]}\n"
    plan = _plan(a_template(top=top))
    assert plan.launch.start == -30
    assert plan.calendar.workdays == (1, 2, 7)
    assert plan.calendar.extra_workdays == (date(2026, 11, 12),)
    assert [holiday.day for holiday in plan.rows(Holiday)] == [date(2026, 11, 9)]


def test_proposed_holidays_become_rows_once_each_and_the_region_is_remembered() -> None:
    proposed = [
        PublicHoliday(date(2026, 11, 9), "Feast", "US-CA"),
        PublicHoliday(date(2026, 11, 11), "Veterans Day", "US-CA"),
    ]
    template = a_template(top="calendar: {holidays: [2026-11-09]}\n")
    plan = plan_from_template(template, name="Loom", launch_date=TUESDAY, holidays=proposed)
    assert [(row.day, row.name, row.region) for row in plan.rows(Holiday)] == [tuple(each) for each in proposed]
    assert plan.calendar.holiday_region == "US-CA"


def test_a_launch_day_that_is_not_worked_is_refused_naming_the_nearest_days() -> None:
    with pytest.raises(PlanError) as refused:
        _plan(a_template(), date(2026, 11, 14))
    assert str(refused.value) == (
        "Launch day 2026-11-14 (Saturday) is not a working day; the nearest are 2026-11-13 and 2026-11-16."
    )
    christmas = [PublicHoliday(date(2026, 12, 25), "Christmas Day", "US")]
    with pytest.raises(PlanError, match=r"2026-12-25 \(Christmas Day\) .* 2026-12-24 and 2026-12-28\.$"):
        plan_from_template(a_template(), name="Loom", launch_date=date(2026, 12, 25), holidays=christmas)


def test_a_launch_may_fall_on_an_extra_workday_or_in_another_week() -> None:
    saturday = date(2026, 11, 14)
    assert _plan(a_template(top="calendar: {extra_workdays: [2026-11-14]}\n"), saturday)
    assert _plan(a_template(top="calendar: {workdays: [sat, sun]}\n"), saturday)


def test_a_plan_needs_a_name_and_a_date_within_reach() -> None:
    with pytest.raises(PlanError, match="name cannot be empty"):
        plan_from_template(a_template(), name=" ", launch_date=TUESDAY)
    with pytest.raises(PlanError, match="outside the years"):
        _plan(a_template(), date(1600, 1, 3))


def test_10_000_tasks_become_a_plan_in_about_a_second() -> None:
    template = a_template(*(a_task_line(f"t{n}", f"depends_on: [t{n // 2}]" if n else "") for n in range(10_000)))
    began = time.process_time()
    plan = _plan(template)
    assert time.process_time() - began < 4
    assert [task.key for task in plan.tasks] == [f"t{n}" for n in range(10_000)]


def test_a_track_that_is_left_out_takes_its_tasks_risks_and_sign_offs_along() -> None:
    whole = built_in("tier1-major-launch")
    plan = _plan(without_tracks(whole, {"legal", "support"}))

    assert {track.key for track in plan.tracks} == {track.key for track in whole.tracks} - {"legal", "support"}
    kept = [task.key for task in whole.tasks if task.track not in ("legal", "support")]
    assert [task.key for task in plan.tasks] == kept
    present = {track.id for track in plan.tracks}
    assert all(set(gate.required_signoffs) <= present for gate in plan.gates)
    assert all(risk.track is None or risk.track in present for risk in plan.rows(Risk))


@pytest.mark.parametrize("template_id", IDS)
def test_without_any_one_track_a_template_is_still_a_plan_that_can_be_scheduled(template_id: str) -> None:
    template = built_in(template_id)
    for track in template.tracks:
        plan = _plan(without_tracks(template, {track.key}))

        dates = schedule(plan, TUESDAY)
        assert all(gate.id in dates.gates for gate in plan.gates), track.key


def test_who_followed_a_task_of_a_track_left_out_follows_what_was_before_it() -> None:
    top = "tracks: [{key: one, name: One}, {key: two, name: Two}]\n"
    tasks = (
        a_task_line("a", "track: one"),
        a_task_line("b", "track: two, depends_on: [{pred: a}]"),
        a_task_line("c", "track: one, depends_on: [{pred: b}]"),
    )
    plan = _plan(without_tracks(a_template(*tasks, top=top), {"two"}))

    link = plan.rows(Dependency)[0]
    assert (plan.task("a").id, plan.task("c").id) == (link.predecessor, link.successor)


def test_a_launch_keeps_at_least_one_track_and_leaves_out_only_its_own() -> None:
    template = built_in("tier3-minor-release")
    with pytest.raises(PlanError, match="at least one track"):
        without_tracks(template, {track.key for track in template.tracks})
    with pytest.raises(PlanError, match="has no track “nobody”"):
        without_tracks(template, {"nobody"})
