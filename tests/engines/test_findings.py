"""What the rules about a whole plan find, and the repairs they offer."""

from datetime import date

import pytest
from hypothesis import given

from launchpad.domain.document import Document
from launchpad.domain.enums import PersonStatus, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.values import Evidence
from launchpad.engines.findings import Finding, FindingKind, findings
from launchpad.engines.schedule import schedule
from launchpad.engines.schedule.cycle import find_cycle, path_between, refuse_cycle
from tests.builders import a_criterion, a_gate, a_holiday, a_launch, a_person, a_plan, a_task, a_track, link
from tests.strategies import TODAYS, plans, task_id

TODAY = date(2026, 10, 13)  # T−20
START = a_launch(start=-20)


def found(plan: Document, kind: FindingKind, today: date = TODAY) -> list[Finding]:
    return [finding for finding in findings(plan, today) if finding.kind is kind]


def only(plan: Document, kind: FindingKind, today: date = TODAY) -> Finding:
    (finding,) = found(plan, kind, today)
    return finding


def test_a_plan_in_order_has_nothing_to_find() -> None:
    plan = a_plan(
        a_gate("G", -5),
        a_task("a", duration=3, gate="G", owner="ada"),
        a_criterion("G", "G.1", "a"),
        launch=START,
    )

    assert findings(plan, TODAY) == ()


def test_a_circle_is_named_and_the_repair_opens_it() -> None:
    plan = a_plan(*(a_task(k) for k in "abc"), link("a", "b"), link("b", "c"), link("c", "a"))
    finding = only(plan, FindingKind.CYCLE)

    assert finding.text == "These wait for each other in a circle: a → b → c → a."
    assert finding.rows == (task_id("a"), task_id("b"), task_id("c"))
    assert finding.repair is not None
    assert found(plan.apply(finding.repair), FindingKind.CYCLE) == []


def test_a_link_that_would_close_a_circle_is_refused_with_its_path() -> None:
    plan = a_plan(*(a_task(k) for k in "abc"), link("a", "b"), link("b", "c"))

    with pytest.raises(PlanError, match="circle: a → b → c → a"):
        refuse_cycle(plan, task_id("c"), task_id("a"))
    refuse_cycle(plan, task_id("a"), task_id("c"))
    assert path_between(plan, task_id("a"), task_id("c")) == (task_id("a"), task_id("b"), task_id("c"))
    assert find_cycle(plan) == ()


def test_a_long_circle_is_shortened() -> None:
    keys = [f"t{n:02}" for n in range(40)]
    plan = a_plan(*map(a_task, keys), *(link(a, b) for a, b in zip(keys, keys[1:] + keys[:1], strict=True)))

    assert only(plan, FindingKind.CYCLE).text.endswith("t10 → 29 more → t00.")


def test_a_launch_day_that_is_not_worked_is_a_finding() -> None:
    text = only(a_plan(a_holiday(date(2026, 11, 10)), a_task("a")), FindingKind.UNSCHEDULABLE).text

    assert text.startswith("Launch day, 2026-11-10, is not a working day")


def test_a_link_that_a_pin_breaks_is_named_and_the_repair_lets_the_task_move() -> None:
    plan = a_plan(a_task("a", duration=5), a_task("b", anchor="MSO:T-18"), link("a", "b"), launch=START)
    finding = only(plan, FindingKind.BROKEN_LINK)

    assert finding.text == "“Do b” must start on T-18, 3 working days before a lets it."
    assert finding.repair is not None
    moved = plan.apply(finding.repair)
    assert found(moved, FindingKind.BROKEN_LINK) == []
    assert schedule(moved, TODAY).tasks[task_id("b")].early_start == -15


@pytest.mark.parametrize(
    ("fields", "kind", "text"),
    [
        ({"gate": "G"}, FindingKind.AFTER_GATE, "“Do b” is planned to finish 3 working days too late for G (a → b)."),
        (
            {"deadline": -19},
            FindingKind.AFTER_DEADLINE,
            "“Do b” is planned to finish 3 working days too late for its deadline on 14 Oct (a → b).",
        ),
        (
            {"duration": 20},
            FindingKind.AFTER_LAUNCH,
            "“Do b” is planned to finish 3 working days too late for launch day (a → b).",
        ),
        (
            {"anchor": "SNLT:T-18"},
            FindingKind.AFTER_ANCHOR,
            "“Do b” is planned to finish 1 working day too late for “start no later than 15 Oct” (a → b).",
        ),
        (
            {"anchor": "FNLT:T-18"},
            FindingKind.AFTER_ANCHOR,
            "“Do b” is planned to finish 2 working days too late for “finish no later than 15 Oct” (a → b).",
        ),
    ],
)
def test_work_planned_past_its_cap_is_found_with_the_chain_that_drives_it(
    fields: dict[str, object], kind: FindingKind, text: str
) -> None:
    plan = a_plan(
        a_gate("G", -18),
        a_task("a", duration=3),
        a_task("b", **{"duration": 2, **fields}),  # type: ignore[arg-type]
        link("a", "b"),
        launch=START,
    )

    assert only(plan, kind).text == text
    assert only(plan, kind).rows[:2] == (task_id("b"), task_id("a"))


def test_work_that_is_only_heading_past_its_gate_is_found_too() -> None:
    plan = a_plan(a_gate("G", -15), a_task("a", duration=3, gate="G"), launch=START)

    text = only(plan, FindingKind.FORECAST_AFTER_GATE, date(2026, 10, 19)).text
    assert text == "“Do a” is heading for 2 working days too late for G."


def test_overdue_work_goes_by_the_baseline_where_there_is_one() -> None:
    plan = a_plan(
        a_task("a", duration=2),
        a_task("b", duration=2, baseline_finish=date(2026, 10, 20)),
        a_task("c", duration=2, status=TaskStatus.WAIVED),
        launch=START,
    )
    finding = only(plan, FindingKind.OVERDUE, date(2026, 10, 19))

    assert finding.text == "“Do a” was due on 14 Oct, 3 working days ago."


def test_a_must_without_an_owner_can_be_given_to_the_track_lead() -> None:
    plan = a_plan(a_track("sales", lead="gil"), a_task("a", track="sales"), a_task("b", criticality="could"))
    finding = only(plan, FindingKind.NO_OWNER)

    assert finding.text == "“Do a” is a must and nobody owns it."
    assert finding.repair is not None
    assert plan.apply(finding.repair).task("a").owner == plan.person("gil").id


def test_an_owner_who_left_is_found() -> None:
    plan = a_plan(a_person("ada", status=PersonStatus.LEFT), a_task("a", owner="ada"))

    assert only(plan, FindingKind.OWNER_LEFT).text == "“Do a” is owned by Ada, who has left."


def test_gates_and_criteria_need_proof() -> None:
    plan = a_plan(
        a_gate("G1", -10),
        a_gate("G2", -5),
        a_task("a", gate="G2"),
        a_criterion("G1", "G1.1"),
        a_criterion("G1", "G1.2", "a"),
    )

    assert only(plan, FindingKind.GATE_UNPROVEN).text == "No must is due at G1, so nothing proves it."
    assert only(plan, FindingKind.CRITERION_UNPROVEN).text == "No task proves “G1.1 holds”."
    late = only(plan, FindingKind.PROOF_TOO_LATE)
    assert late.text == "“Do a” is to prove “G1.2 holds” at G1, but is due at G2."
    assert late.repair is not None
    assert found(plan.apply(late.repair), FindingKind.PROOF_TOO_LATE) == []


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"status": TaskStatus.DONE}, "“Do a” is done, but has no evidence."),
        (
            {"status": TaskStatus.DONE, "approver": "bea", "evidence": (Evidence("x", "y"),)},
            "“Do a” is done, but not approved.",
        ),
        (
            {"status": TaskStatus.BLOCKED},
            "“Do a” is blocked without a reason and a date by which it is unblocked.",
        ),
        (
            {"status": TaskStatus.BLOCKED, "blocked_reason": "No sample"},
            "“Do a” is blocked without a date by which it is unblocked.",
        ),
        (
            {"status": TaskStatus.BLOCKED, "unblock_by": date(2026, 10, 20)},
            "“Do a” is blocked without a reason.",
        ),
        ({"status": TaskStatus.NOT_APPLICABLE}, "“Do a” is not applicable without a reason."),
        ({"status": TaskStatus.WAIVED}, "“Do a” is waived without a decision."),
    ],
)
def test_a_state_without_what_it_needs_is_found(fields: dict[str, object], text: str) -> None:
    plan = a_plan(a_task("a", owner="ada", **fields), launch=START)  # type: ignore[arg-type]

    assert [finding.text for finding in findings(plan, TODAY)] == [text]


def test_a_task_that_links_push_past_its_earliest_day_breaks_nothing() -> None:
    plan = a_plan(
        a_task("a", duration=5, owner="ada"),
        a_task("b", owner="ada", anchor="SNET:T-19"),
        link("a", "b"),
        launch=START,
    )

    assert findings(plan, TODAY) == ()


def test_overload_is_found_with_its_worst_day() -> None:
    plan = a_plan(
        a_person("ada", capacity=1), *(a_task(k, owner="ada", duration=n) for n, k in enumerate("abc", 1)), launch=START
    )
    finding = only(plan, FindingKind.OVERLOAD)

    assert finding.text == "Ada has up to 3 tasks a day, 1 at most, on 2 days from 13 Oct."
    assert finding.rows[1:] == (task_id("a"), task_id("b"), task_id("c"))


@given(plans(), TODAYS)
def test_findings_are_sentences_about_rows_that_exist_and_repairs_apply(plan: Document, today: date) -> None:
    ids = {row.id for row in plan}
    for finding in findings(plan, today):
        assert finding.text.endswith(".")
        assert set(finding.rows) <= ids
        if finding.repair is not None:
            assert schedule(plan.apply(finding.repair), today)
