"""The sample launch on the day it is seen."""

from datetime import date
from pathlib import Path

import pytest

from launchpad.domain.document import Document
from launchpad.domain.gate import ReadinessPoint
from launchpad.engines.readiness import gate_called, readiness
from launchpad.engines.readiness.curve import expected_curve
from launchpad.engines.readiness.gate_forecast import Outlook
from launchpad.engines.readiness.pace import pace
from launchpad.engines.readiness.reasons import ConditionKind, StopKind, Verdict
from launchpad.engines.readiness.score_report import score_json
from launchpad.engines.readiness.trend import trend
from launchpad.templates.library import find_template
from launchpad.templates.sample.plan import sample_plan

AS_OF = date(2026, 10, 12)
RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="module")
def sample() -> Document:
    template = find_template(RESOURCES / "templates", "tier1-major-launch")
    return sample_plan(RESOURCES / "sample" / "loomtrack-4.yaml", template)


def test_the_sample_scores_as_agreed(sample: Document) -> None:
    answer = readiness(sample, AS_OF)

    assert (answer.score, answer.work, answer.expected, answer.gap) == (48.6, 54.5, 63.7, -9.3)
    assert answer.confidence == 99.1
    assert answer.verdict is Verdict.NO_GO
    assert answer.forecast is not None
    assert (answer.forecast.gate.key, answer.forecast.outlook) == ("G3", Outlook.AT_RISK)
    assert answer.sentence == (
        "Readiness 48.6, 9.3 points of work behind plan."
        " G3 on 23 Oct is at risk: 1 must is blocked, 7 are late, 1 is not proven."
    )


def test_the_sample_is_stopped_by_what_its_state_says(sample: Document) -> None:
    answer = readiness(sample, AS_OF, gate_called(sample, "G3"))

    kinds = [stop.kind for stop in answer.stops]
    assert {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)} == {
        StopKind.MUST_BLOCKED: 1,
        StopKind.MUST_LATE: 7,
        StopKind.MUST_UNPROVEN: 1,
        StopKind.MUST_OPEN: 10,
        StopKind.SIGNOFF_MISSING: 2,
        StopKind.SCORE: 1,
        StopKind.CORE_TRACK: 3,
    }
    assert [condition.kind for condition in answer.conditions] == [
        ConditionKind.CORE_TRACK,
        ConditionKind.TRACK,
        *[ConditionKind.SIGNOFF_MISSING] * 4,
        ConditionKind.RISK,
        ConditionKind.RIVAL,
    ]


def test_gates_that_lie_behind_say_what_was_decided(sample: Document) -> None:
    answers = {each.gate.key: each for each in readiness(sample, AS_OF).gates}

    assert [answers[key].verdict for key in ("G0", "G1", "G2")] == [Verdict.GO, *[Verdict.CONDITIONAL] * 2]
    assert [answers[key].forecast for key in ("G0", "G1", "G2")] == [None] * 3


def test_a_review_in_the_past_finds_what_it_found_then(sample: Document) -> None:
    g1 = readiness(sample, AS_OF, gate_called(sample, "G1"))

    assert g1.work == 100.0
    assert ConditionKind.SIGNOFF_MISSING in [condition.kind for condition in g1.conditions]
    assert g1.stops == ()


def test_the_expected_curve_is_the_recorded_one(sample: Document) -> None:
    recorded = {row.day: row.expected for row in sample.rows(ReadinessPoint)}
    ahead = {
        date(2026, 10, 19): 75.0,
        date(2026, 10, 26): 83.3,
        date(2026, 11, 2): 93.7,
        date(2026, 11, 9): 98.7,
    }
    both = recorded | ahead

    curve = {point.day: point.expected for point in expected_curve(sample, AS_OF, both)}

    assert len(recorded) == 13
    assert curve == pytest.approx(both, abs=0.0501)


def test_the_trend_of_the_sample_is_the_recorded_one(sample: Document) -> None:
    points = trend(sample, AS_OF, lambda day: None)

    assert [(point.day, point.readiness) for point in points][-2:] == [(date(2026, 10, 6), 41.4), (AS_OF, 48.6)]
    assert all(point.is_recorded for point in points)


def test_the_pace_of_the_sample_reaches_the_threshold_on_launch_day(sample: Document) -> None:
    answer = pace(sample, AS_OF, trend(sample, AS_OF, lambda day: None))

    # on 28 September, ten working days ago, the line from 25.1 to 32.8 stood at 31.26
    assert answer.per_day == pytest.approx((48.6 - 31.26) / 10)
    assert answer.needed == pytest.approx((85 - 48.6) / 9)
    assert answer.reaches == date(2026, 11, 10)


def test_the_report_is_plain_values_in_the_agreed_shape(sample: Document) -> None:
    report = score_json(sample, AS_OF)

    assert list(report) == [
        "score", "work", "expected", "verdict", "confidence", "stops", "conditions", "tracks", "gates", "gains",
    ]  # fmt: skip
    assert report["tracks"][2] == {
        "key": "engineering",
        "name": "Engineering readiness",
        "score": 30.4,
        "raw": 39.4,
        "deduction": 9,
        "expected": 52.1,
        "done": 5,
        "total": 15,
        "overdue": 2,
        "blocked": 1,
    }
    assert report["gates"][3] == {
        "key": "G3",
        "name": "Readiness checkpoint",
        "date": "2026-10-23",
        "verdict": "no_go",
        "forecast": "at_risk",
    }
    assert report["gains"][0] == {"key": "eng.rollback", "title": "Rehearse the rollback", "gain": 1.23}
    assert all(isinstance(text, str) for text in report["stops"] + report["conditions"])
    assert score_json(sample, AS_OF, "G3")["score"] == 60.7
