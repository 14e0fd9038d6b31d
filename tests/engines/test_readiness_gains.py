"""What would raise the score most."""

from dataclasses import replace

import pytest

from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import GateStatus, TaskStatus
from launchpad.domain.gate import Gate
from launchpad.domain.row import Row
from launchpad.domain.task import Task
from launchpad.engines.readiness import Readiness, readiness
from tests.builders import a_gate, a_person, a_plan, a_track, link
from tests.engines.readiness_plans import (
    PROOF,
    SHOULD,
    TODAY,
    a_risk,
    an_issue,
    an_item,
    blocked,
    done,
    in_review,
    not_applicable,
    started,
    unproven,
    waived,
)


def asked(*rows: Row) -> Readiness:
    return readiness(a_plan(*rows, a_person("owner")), TODAY)


def gaining(*rows: Row) -> list[str]:
    return [gain.task.key for gain in asked(*rows).gains]


def test_only_work_that_can_be_done_now_is_listed() -> None:
    rows = (done("a"), blocked("b"), waived("c"), not_applicable("d"), an_item("e"), started("f"), in_review("g"))

    assert sorted(gaining(*rows)) == ["e", "f", "g"]


def test_done_work_without_its_proof_can_be_proven_now() -> None:
    (gain,) = asked(unproven("a")).gains

    assert (gain.is_proof_only, gain.days) == (True, 0)
    assert gain.points == pytest.approx(20)


@pytest.mark.parametrize(
    ("type", "predecessor", "waits"),
    [
        ("FS", done("a"), False),
        ("FS", unproven("a"), False),
        ("FS", started("a", 99), True),
        ("FF", started("a", 99), True),
        ("SS", started("a"), False),
        ("SS", an_item("a"), True),
        ("SF", in_review("a"), False),
        ("FS", waived("a"), False),
        ("FS", not_applicable("a"), False),
    ],
)
def test_a_link_is_satisfied_when_the_end_it_waits_for_is_there(type: str, predecessor: Task, waits: bool) -> None:
    assert ("b" not in gaining(predecessor, an_item("b"), link("a", "b", type))) is waits


def test_a_task_passed_over_hands_its_own_wait_on() -> None:
    chain = (an_item("a"), waived("b"), not_applicable("c"), an_item("d"))
    links = (link("a", "b"), link("b", "c"), link("c", "d"))

    assert gaining(*chain, *links) == ["a"]
    assert gaining(done("a"), *chain[1:], *links) == ["d"]


@pytest.mark.parametrize(("status", "waits"), [(GateStatus.PASSED, False), (GateStatus.NEXT, True)])
def test_a_task_waits_for_the_gate_it_hangs_on(status: GateStatus, waits: bool) -> None:
    gate: Gate = a_gate("G1", -20, status=status)

    assert (gaining(gate, an_item("a"), link("gate:G1", "a")) == []) is waits


def test_gains_are_listed_by_points_per_remaining_day_and_then_by_key() -> None:
    rows = (
        an_item("slow", weight=10, duration=10),
        an_item("quick", weight=2, duration=1),
        an_item("beta", weight=2, duration=1),
        started("half", 50, weight=5, duration=4),
    )

    assert gaining(*rows) == ["beta", "quick", "half", "slow"]


def test_gains_count_within_the_scope() -> None:
    assert gaining(a_gate("G5", 12), an_item("a", gate="G5"), an_item("b")) == ["b"]


def finished(task: Task) -> Edit:
    return Edit("Finish", (Change(task, replace(task, status=TaskStatus.DONE, evidence=PROOF)),))


def test_taking_a_gain_raises_the_score_by_it() -> None:
    plan = a_plan(
        a_track("one", weight=30),
        a_track("two", weight=11),
        a_track("empty"),
        done("a", track="one"),
        started("b", 35, track="one"),
        an_item("c", track="two", criticality=SHOULD),
        in_review("d", track="two", weight=7),
        unproven("e", track="two"),
        a_risk("r", 2, 3, "two"),
        a_person("owner"),
    )
    before = readiness(plan, TODAY)

    assert len(before.gains) == 4
    for gain in before.gains:
        after = readiness(plan.apply(finished(gain.task)), TODAY)
        assert (after.scores.score or 0) - (before.scores.score or 0) == pytest.approx(gain.points)


def test_closing_a_risk_gives_its_points_back_while_no_cap_holds_them() -> None:
    tracks = (a_track("one", weight=30), a_track("two", weight=10), done("a", track="one"), done("b", track="two"))
    registers = (a_risk("r", 4, 4, "two"), an_issue("i", 2, "one"), a_risk("wide", 3, 4))

    assert [(each.row.key, each.points) for each in asked(*tracks, *registers).relief] == [
        ("wide", 3.0),
        ("i", 2.25),
        ("r", 1.5),
    ]


def test_a_cap_keeps_what_lies_above_it() -> None:
    three = [a_risk(f"r{number}", 4, 4, "track") for number in range(3)]

    assert [each.points for each in asked(done("a"), *three).relief] == [3.0, 3.0, 3.0]
