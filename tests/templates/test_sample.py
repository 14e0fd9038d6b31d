"""The sample launch: everything in its file becomes rows, and the rows agree with each other."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from launchpad.domain.document import Document
from launchpad.domain.enums import (
    AnchorKind,
    Answer,
    ConditionStatus,
    CriterionStatus,
    EvidenceKind,
    GateStatus,
    LaunchStatus,
    LinkType,
    Readiness,
    ReviewStatus,
    RiskStatus,
    TaskStatus,
)
from launchpad.domain.gate import Action, Condition, Criterion, Decision, ReadinessPoint, Review, SignOff
from launchpad.domain.launch import Audience, Holiday, PortfolioEntry, Region
from launchpad.domain.register import (
    Asset,
    Blackout,
    Goal,
    Issue,
    Measurement,
    RegionFeedback,
    Risk,
    RivalEvent,
)
from launchpad.domain.task import Baseline, Comment
from launchpad.domain.values import Anchor, Budget, DateRange, Evidence
from launchpad.engines.calendar import calendar_of
from launchpad.templates.errors import TemplateError
from launchpad.templates.sample.plan import sample_plan
from tests.templates.shelf import SAMPLE, built_in

TODAY = date(2026, 10, 12)


@pytest.fixture(scope="module")
def plan() -> Document:
    """The sample launch."""
    return sample_plan(SAMPLE, built_in("tier1-major-launch"))


def test_everything_in_the_file_is_in_the_plan(plan: Document) -> None:
    counts = Counter(type(row).__name__ for row in plan)
    assert counts == {
        "Launch": 1,
        "Calendar": 1,
        "Holiday": 4,
        "Person": 33,
        "Track": 10,
        "Gate": 8,
        "Criterion": 28,
        "Task": 120,
        "Dependency": 197,
        "Goal": 9,
        "Measurement": 12,
        "Risk": 9,
        "Issue": 3,
        "Decision": 9,
        "Review": 2,
        "SignOff": 14,
        "Condition": 5,
        "Action": 4,
        "Baseline": 1,
        "ReadinessPoint": 13,
        "Audience": 3,
        "Region": 3,
        "Blackout": 5,
        "RivalEvent": 4,
        "Asset": 13,
        "RegionFeedback": 4,
        "Comment": 3,
        "PortfolioEntry": 4,
    }


def test_the_launch_has_its_own_today(plan: Document) -> None:
    launch = plan.launch
    assert (launch.name, launch.launch_date, launch.as_of) == ("Loomtrack 4", date(2026, 11, 10), TODAY)
    assert (launch.tier, launch.status, launch.launch_time) == (1, LaunchStatus.IN_FLIGHT, "14:00")
    assert launch.lead == plan.person("mara").id
    assert launch.sponsor == plan.person("edda").id
    assert launch.budget == Budget("EUR", 310_000, 188_500, 121_400)
    assert launch.embargo is not None
    assert launch.embargo.lifts == "2026-11-10T14:00"
    assert all(answer.yes for answer in launch.answers)
    assert len(launch.answers) == 8


def test_tasks_know_their_work_and_are_described_by_the_template(plan: Document) -> None:
    task = plan.task("eng.migration")
    assert (task.status, task.progress, task.updated) == (TaskStatus.BLOCKED, 65, date(2026, 10, 9))
    assert task.expected_finish == date(2026, 10, 20)
    assert task.unblocked_by == plan.person("dov").id
    assert task.unblock_by == date(2026, 10, 15)
    assert task.anchor == Anchor(AnchorKind.SNET, -28)
    described = next(each for each in built_in("tier1-major-launch").tasks if each.key == "eng.migration")
    assert (task.acceptance, task.deliverable, task.help) == (
        described.acceptance,
        described.deliverable,
        described.help,
    )
    assert task.evidence_kind is EvidenceKind.REPORT
    charter = plan.task("lau.charter")
    assert charter.evidence == (Evidence("One-page charter", "evidence/lau-charter.pdf", date(2026, 7, 28)),)
    assert (charter.approved_by, charter.approved_on) == (plan.person("edda").id, date(2026, 7, 28))


def test_statuses_are_those_of_the_file(plan: Document) -> None:
    assert Counter(task.status for task in plan.tasks) == {
        TaskStatus.DONE: 50,
        TaskStatus.IN_PROGRESS: 13,
        TaskStatus.IN_REVIEW: 4,
        TaskStatus.BLOCKED: 1,
        TaskStatus.NOT_APPLICABLE: 1,
        TaskStatus.NOT_STARTED: 51,
    }


def test_statuses_and_their_facts_agree(plan: Document) -> None:
    for task in plan.tasks:
        started = task.status not in (TaskStatus.NOT_STARTED, TaskStatus.NOT_APPLICABLE)
        assert (task.actual_start is not None) == started, task.key
        assert (task.actual_finish is not None) == (task.status is TaskStatus.DONE), task.key
        assert bool(task.blocked_reason) == (task.status is TaskStatus.BLOCKED), task.key
        assert bool(task.na_reason) == (task.status is TaskStatus.NOT_APPLICABLE), task.key
        assert (task.approved_by is None) or task.approved_by == task.approver, task.key
        for day in (task.actual_start, task.actual_finish, task.updated, task.review_since, task.blocked_since):
            assert day is None or day <= TODAY, task.key


def test_baseline_dates_are_the_planned_days_on_the_calendar(plan: Document) -> None:
    calendar = calendar_of(plan)
    for task in plan.tasks:
        assert task.anchor is not None
        assert isinstance(task.anchor.at, int)
        assert task.baseline_start == calendar.date_at(task.anchor.at), task.key
        last = task.anchor.at + max(task.duration, 1) - 1
        assert task.baseline_finish == calendar.date_at(last), task.key


def test_the_locked_plan_is_a_baseline(plan: Document) -> None:
    (baseline,) = plan.rows(Baseline)
    assert (baseline.name, baseline.taken_on, baseline.active) == ("Plan locked", date(2026, 8, 24), True)
    dates = {each.task: (each.start, each.finish) for each in baseline.dates}
    assert dates == {task.id: (task.baseline_start, task.baseline_finish) for task in plan.tasks}


def test_gates_stand_on_the_days_the_story_tells(plan: Document) -> None:
    calendar = calendar_of(plan)
    assert {gate.key: (calendar.day_of(gate.when), gate.status) for gate in plan.gates} == {
        "G0": (date(2026, 8, 3), GateStatus.PASSED),
        "G1": (date(2026, 8, 24), GateStatus.PASSED_WITH_CONDITIONS),
        "G2": (date(2026, 9, 29), GateStatus.PASSED_WITH_CONDITIONS),
        "G3": (date(2026, 10, 23), GateStatus.NEXT),
        "G4": (date(2026, 11, 4), GateStatus.UPCOMING),
        "GL": (date(2026, 11, 10), GateStatus.UPCOMING),
        "G5": (date(2026, 11, 26), GateStatus.UPCOMING),
        "G6": (date(2027, 2, 11), GateStatus.UPCOMING),
    }
    met = {criterion.key[:2] for criterion in plan.rows(Criterion) if criterion.status is CriterionStatus.MET}
    assert met == {"G0", "G1", "G2"}


def test_links_and_people_lead_where_the_file_says(plan: Document) -> None:
    docs = plan.task("sup.docs").id
    (link,) = [link for link in plan.dependencies if link.successor == docs]
    assert (link.predecessor, link.type, link.lag) == (plan.task("eng.feature-complete").id, LinkType.SS, -4)
    kickoff = plan.task("lau.kickoff").id
    assert [link.predecessor for link in plan.dependencies if link.successor == kickoff] == [plan.gates[0].id]
    assert {track.key: plan.table(type(plan.people[0]))[track.lead or ""].name for track in plan.tracks}[
        "sales"
    ] == "Gil"


def test_reviews_are_recorded_with_all_they_found(plan: Document) -> None:
    first, second = plan.rows(Review)
    assert (second.key, second.status, second.verdict, second.recommended) == (
        "R2",
        ReviewStatus.RECORDED,
        "conditional",
        "conditional",
    )
    assert (second.decider, second.signed_by) == (plan.person("mara").id, plan.person("mara").id)
    assert (len(second.attendees), len(second.criteria), len(second.signoffs)) == (11, 4, 3)
    assert second.snapshot is not None
    assert (second.snapshot.readiness, second.snapshot.work, second.snapshot.confidence) == (32.8, 37.9, 1.0)
    assert {each.track: each.score for each in second.snapshot.tracks}["marketing"] == 76.9
    assert second.dissent[0].person == plan.person("gil").id
    assert first.quorum_met
    assert first.quorum_note == "Dara stood in for Gil and could not sign."
    assert {each.status for each in plan.rows(Condition)} == {ConditionStatus.CLOSED, ConditionStatus.OVERDUE}
    assert [each.key for each in plan.rows(Action)] == ["R1-A1", "R2-A1", "R1-A2", "R2-A2"]


def test_answers_given_at_reviews_stand_at_their_gates(plan: Document) -> None:
    gates = {gate.id: gate.key for gate in plan.gates}
    answers = Counter((gates[each.gate], each.answer) for each in plan.rows(SignOff))
    assert answers == {
        ("G1", Answer.APPROVE): 4,
        ("G1", Answer.MISSING): 1,
        ("G2", Answer.APPROVE): 3,
        ("G3", Answer.MISSING): 6,
    }


def test_the_trend_is_recorded_up_to_today(plan: Document) -> None:
    points = {point.day: point for point in plan.rows(ReadinessPoint)}
    assert max(points) == TODAY
    assert (points[TODAY].readiness, points[TODAY].work, points[TODAY].expected) == (48.6, 54.5, 63.7)


def test_goals_are_measured(plan: Document) -> None:
    goals = {goal.key: goal for goal in plan.rows(Goal)}
    assert (goals["contact"].baseline, goals["contact"].target) == (3.1, 3.5)
    values = [each.value for each in plan.rows(Measurement) if each.goal == goals["waitlist"].id]
    assert values == [1180, 3020, 5640]
    assert goals["adoption"].checkpoints[0].at == date(2026, 11, 19)


def test_risks_and_issues_are_kept(plan: Document) -> None:
    risks = {risk.key: risk for risk in plan.rows(Risk)}
    assert (risks["R-01"].score, risks["R-01"].residual) == (16, 8)
    assert risks["R-01"].linked == (plan.task("eng.migration").id,)
    assert risks["R-06"].track is None
    assert (risks["R-07"].owner, risks["R-07"].plan) == (None, "")
    assert risks["R-08"].status is RiskStatus.CLOSED
    assert [issue.severity for issue in plan.rows(Issue)] == [3, 2, 3]


def test_the_rivals_promotion_is_decided_and_the_other_clashes_are_not(plan: Document) -> None:
    decisions = {decision.key: decision for decision in plan.rows(Decision)}
    assert {event.key: event.decision for event in plan.rows(RivalEvent)} == {
        "C-01": None,
        "C-02": decisions["D-08"].id,
        "C-03": None,
        "C-04": None,
    }
    assert {blackout.decision for blackout in plan.rows(Blackout)} == {None}
    assert all(decision.choice for decision in decisions.values())


def test_the_rest_of_the_file_is_read_too(plan: Document) -> None:
    assert [audience.size for audience in plan.rows(Audience)] == [26_000, 11_500, 3_800]
    assert [region.wave for region in plan.rows(Region)] == [1, 1, 2]
    assert [each.ready_to_sell for each in plan.rows(RegionFeedback)] == [
        Readiness.PARTLY,
        Readiness.NO,
        Readiness.PARTLY,
        None,
    ]
    assert plan.rows(Asset)[2].languages == ("en", "fr", "de", "es")
    assert [comment.day for comment in plan.rows(Comment)].count(date(2026, 10, 9)) == 2
    assert plan.rows(PortfolioEntry)[-1].lessons[0] == "Help articles were ready, but not linked from the app"
    assert date(2026, 8, 31) in {holiday.day for holiday in plan.rows(Holiday)}


def test_leave_that_would_move_dates_stays_a_note(plan: Document) -> None:
    nobody: tuple[DateRange, ...] = ()
    assert {person.days_off for person in plan.people} == {nobody}
    assert "Petra on leave until 13 October" in plan.task("cs.playbook").note


def test_a_file_that_is_no_launch_is_refused_with_its_line(tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    broken = {
        "schema: launchpad.launch/1": ("schema: launchpad.template/1", "schema should be launchpad.launch/1."),
        "  launch_date: 2026-11-10": ("  launch_date: tomorrow", "launch.launch_date should be a date"),
        "  sponsor: edda": ("  sponsor: eda", "launch.sponsor names the person “eda”, which does not exist"),
        "  status: in_flight": ("  state: in_flight", "launch: there is no field “state”"),
        "- key: lau.tier": ("- key: lau.teir", "names the task “lau.tier”, which does not exist"),
    }
    for good, (bad, sentence) in broken.items():
        path = tmp_path / "mine.yaml"
        path.write_text(text.replace(good, bad, 1), encoding="utf-8")
        with pytest.raises(TemplateError) as refused:
            sample_plan(path, built_in("tier1-major-launch"))
        assert str(refused.value).startswith("mine.yaml, line ")
        assert sentence in str(refused.value)
