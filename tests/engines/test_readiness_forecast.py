"""Where a gate is heading, class by class, and the sentence that says so."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from launchpad.domain.enums import ConditionStatus, GateStatus
from launchpad.domain.row import Row
from launchpad.engines.readiness import Readiness, readiness
from launchpad.engines.readiness.gap import gap_class
from launchpad.engines.readiness.gate_forecast import GateForecast, Outlook
from tests.builders import a_gate, a_person, a_plan, link
from tests.engines.readiness_plans import (
    SHOULD,
    TODAY,
    a_condition,
    a_risk,
    an_item,
    blocked,
    done,
    in_review,
    started,
    unproven,
)

G3 = a_gate("G3", -12)  # Friday 23 October
LATE: dict[str, Any] = {"baseline_start": date(2026, 10, 1), "baseline_finish": date(2026, 10, 7)}
MANY = [done(f"many{number}", weight=10, gate="G3", **LATE) for number in range(9)]
"""Enough done work to keep the gap small."""


def asked(*rows: Row) -> Readiness:
    return readiness(a_plan(G3, *MANY, *rows, a_person("owner")), TODAY)


def forecast(*rows: Row) -> GateForecast:
    found = asked(*rows).forecast
    assert found is not None
    return found


def test_open_work_that_is_not_due_is_on_course() -> None:
    found = forecast(an_item("a", gate="G3", duration=3), started("b", 50, gate="G3"))

    assert found.outlook is Outlook.ON_COURSE
    assert (found.gap or 0) > -3


@pytest.mark.parametrize(
    "must",
    [
        started("a", 50, gate="G3", **LATE),
        in_review("a", gate="G3", **LATE),
        blocked("a", gate="G3"),
        blocked("a", gate="G3", unblock_by=None, expected_finish=date(2026, 10, 22)),
        unproven("a", gate="G3"),
    ],
)
def test_a_must_in_trouble_that_still_fits_is_a_risk(must: Row) -> None:
    assert forecast(must).outlook is Outlook.AT_RISK


@pytest.mark.parametrize(
    "must",
    [
        an_item("a", gate="G3", duration=10),  # nine days are left
        started("a", 50, gate="G3", duration=20),
        started("a", 99, gate="G3", expected_finish=date(2026, 10, 23)),  # the gate's own day
        blocked("a", gate="G3", unblock_by=None),
        blocked("a", gate="G3", unblock_by=date(2026, 10, 9)),  # a day that has passed is none
        blocked("a", gate="G3", unblock_by=date(2026, 10, 21), duration=3),  # three days of work after it
    ],
)
def test_a_must_that_cannot_be_finished_takes_the_gate_off_course(must: Row) -> None:
    assert forecast(must).outlook is Outlook.OFF_COURSE


@pytest.mark.parametrize(
    "must",
    [
        an_item("a", gate="G3", duration=9),
        started("a", 50, gate="G3", duration=18),
        started("a", 10, gate="G3", duration=40, expected_finish=date(2026, 10, 22)),
    ],
)
def test_a_must_finished_on_the_day_before_the_gate_is_in_time(must: Row) -> None:
    assert forecast(must).outlook is Outlook.ON_COURSE


def test_a_must_waits_for_what_comes_before_it() -> None:
    found = forecast(an_item("a", gate="G3", duration=5), an_item("b", gate="G3", duration=5), link("a", "b"))

    assert found.cannot_finish == ("task:b",)


def test_shoulds_never_turn_a_forecast() -> None:
    rows = (an_item("a", gate="G3", duration=30, criticality=SHOULD), blocked("b", gate="G3", criticality=SHOULD))

    assert forecast(*rows).outlook is Outlook.ON_COURSE


@pytest.mark.parametrize(
    ("gap", "outlook"),
    [
        (None, Outlook.ON_COURSE),
        (20.0, Outlook.ON_COURSE),
        (-3.0, Outlook.ON_COURSE),
        (-3.1, Outlook.AT_RISK),
        (-10.0, Outlook.AT_RISK),
        (-10.1, Outlook.OFF_COURSE),
    ],
)
def test_work_behind_plan_turns_the_forecast(gap: float | None, outlook: Outlook) -> None:
    assert replace(forecast(), gap=gap).outlook is outlook


def test_the_gap_is_that_of_the_whole_launch() -> None:
    found = forecast(an_item("a", gate="GL", criticality=SHOULD, weight=10, **LATE), a_gate("GL", 0))

    assert found.gap == -10.0
    assert found.outlook is Outlook.AT_RISK


def test_a_severe_risk_is_a_risk_with_a_plan_and_worse_without() -> None:
    assert forecast(a_risk("fire", 3, 5)).outlook is Outlook.AT_RISK
    assert forecast(a_risk("fire", 3, 5, plan="")).outlook is Outlook.OFF_COURSE
    assert forecast(a_risk("smoke", 2, 5, plan="")).outlook is Outlook.ON_COURSE


@pytest.mark.parametrize(
    ("condition", "outlook"),
    [
        (a_condition("c", date(2026, 10, 9)), Outlook.AT_RISK),
        (a_condition("c", TODAY), Outlook.ON_COURSE),
        (a_condition("c", None), Outlook.ON_COURSE),
        (a_condition("c", date(2026, 10, 9), status=ConditionStatus.CLOSED), Outlook.ON_COURSE),
        (a_condition("c", date(2026, 10, 9), status=ConditionStatus.EXTENDED), Outlook.AT_RISK),
        (a_condition("c", None, status=ConditionStatus.OVERDUE), Outlook.AT_RISK),
    ],
)
def test_an_overdue_condition_turns_the_forecast(condition: Row, outlook: Outlook) -> None:
    assert forecast(condition).outlook is outlook


def test_a_later_gate_answers_for_the_musts_of_the_earlier_ones() -> None:
    plan = a_plan(G3, a_gate("G4", -4), *MANY, started("a", 50, gate="G3", duration=25), started("b", 50, gate="G4"))

    assert [(each.gate.key, each.forecast and each.forecast.outlook) for each in readiness(plan, TODAY).gates] == [
        ("G3", Outlook.OFF_COURSE),
        ("G4", Outlook.ON_COURSE),
    ]


def test_a_gate_that_lies_behind_has_a_verdict_and_no_forecast() -> None:
    statuses = {
        "passed": GateStatus.PASSED,
        "held": GateStatus.PASSED_WITH_CONDITIONS,
        "skipped": GateStatus.SKIPPED,
        "failed": GateStatus.FAILED,
    }
    gates = [a_gate(key, -40 + place, status=status) for place, (key, status) in enumerate(statuses.items())]

    answers = {each.gate.key: each for each in readiness(a_plan(*gates, done("a", gate="failed")), TODAY).gates}

    verdicts = [answers[key].verdict and answers[key].verdict.value for key in statuses]  # type: ignore[union-attr]
    assert verdicts == ["go", "conditional", None, "no_go"]
    assert [answers[key].forecast is None for key in statuses] == [True, True, True, False]


def test_the_sentence_names_what_is_the_matter() -> None:
    assert asked().sentence == "Readiness 100.0, work on plan. G3 on 23 Oct is on course."
    assert asked(started("a", 50, gate="G3", **LATE), unproven("b", gate="G3")).sentence.endswith(
        "G3 on 23 Oct is at risk: 1 must is late, 1 is not proven."
    )
    assert asked(an_item("a", gate="G3", duration=10), an_item("b", gate="G3", duration=10)).sentence.endswith(
        "G3 on 23 Oct is off course: 2 musts cannot be finished in time."
    )
    assert asked(a_risk("r", 3, 5), a_condition("c", date(2026, 10, 9))).sentence.endswith(
        "G3 on 23 Oct is at risk: 1 severe risk is open, 1 condition is overdue."
    )
    ahead = asked(done("a", gate="G3", weight=10)).sentence
    assert ahead == "Readiness 100.0, 10.0 points of work ahead of plan. G3 on 23 Oct is on course."


@pytest.mark.parametrize(
    ("gap", "name"),
    [(None, None), (5.1, "ahead"), (5.0, "on_plan"), (-3.0, "on_plan"), (-3.1, "behind"), (-10.1, "far_behind")],
)
def test_a_gap_has_a_name(gap: float | None, name: str | None) -> None:
    found = gap_class(gap)

    assert (found and found.value) == name
