"""Commands that answer questions about a plan."""

from datetime import date

import pytest


def test_the_sample_scores_as_it_must(launchpad, sample_file):
    answer = launchpad.done("score", sample_file, "--json").json

    assert (answer["score"], answer["work"], answer["expected"]) == (48.6, 54.5, 63.7)
    assert answer["verdict"] == "no_go"
    assert round(answer["confidence"]) == 99
    assert {gate["key"]: gate["forecast"] for gate in answer["gates"]}["G3"] == "at_risk"
    assert answer["stops"]
    assert all(isinstance(stop, str) for stop in answer["stops"] + answer["conditions"])
    assert set(answer["tracks"][0]) == {
        "key", "name", "score", "raw", "deduction", "expected", "done", "total", "overdue", "blocked",
    }  # fmt: skip
    assert set(answer["gates"][0]) == {"key", "name", "date", "verdict", "forecast"}
    assert set(answer["gains"][0]) == {"key", "title", "gain"}


def test_the_score_opens_with_the_answer_in_one_sentence(launchpad, sample_file):
    first = launchpad.done("score", sample_file).out.splitlines()[0]

    assert first == (
        "Readiness 48.6, 9.3 points of work behind plan. "
        "G3 on 23 Oct is at risk: 1 must is blocked, 7 are late, 1 is not proven."
    )


def test_a_gate_that_is_not_there_is_told_with_those_that_are(launchpad, sample_file):
    for options in ((), ("--json",)):
        said = launchpad.refused("score", sample_file, "--gate", "G9", *options)
        assert said.strip() == "There is no gate “G9”; the gates are G0, G1, G2, G3, G4, GL, G5, G6."


def test_a_score_can_be_asked_for_one_gate_and_another_day(launchpad, sample_file):
    whole = launchpad.done("score", sample_file, "--json").json
    gate = launchpad.done("score", sample_file, "--gate", "G3", "--json").json
    later = launchpad.done("score", sample_file, "--today", "2026-10-26", "--json").json

    assert gate["score"] > whole["score"] > later["score"]
    assert "gates are G0, G1" in launchpad.refused("score", sample_file, "--gate", "G9")
    assert "G9" in launchpad.refused("score", sample_file, "--gate", "G9", "--json")


def test_the_schedule_has_every_field_of_its_contract(launchpad, sample_file):
    answer = launchpad.done("schedule", sample_file, "--json").json

    assert set(answer) == {"launch_date", "today", "finish", "forecast_launch", "tasks"}
    assert (answer["launch_date"], answer["today"]) == ("2026-11-10", "2026-10-12")
    assert set(answer["tasks"][0]) == {
        "key", "title", "track", "start", "finish", "start_by", "early_start", "early_finish", "late_start",
        "late_finish", "slack", "free_slack", "critical", "forecast_start", "forecast_finish", "driver",
    }  # fmt: skip
    for task in answer["tasks"]:
        assert task["slack"] == task["late_start"] - task["early_start"]
        assert date.fromisoformat(task["start"]) <= date.fromisoformat(task["finish"])
        assert task["driver"]["kind"] in ("link", "anchor", "calendar", "today", "start")


def test_launch_day_moves_what_is_relative_to_it_and_not_what_is_done(launchpad, sample_file):
    before = {task["key"]: task for task in launchpad.done("schedule", sample_file, "--json").json["tasks"]}
    launchpad.done("set", sample_file, "@launch", "date=2026-11-17")
    after = {task["key"]: task for task in launchpad.done("schedule", sample_file, "--json").json["tasks"]}

    assert after["sal.certify"]["start"] == "2026-11-05"
    assert before["sal.certify"]["start"] == "2026-10-29"
    assert after["mkt.messaging"]["start"] == before["mkt.messaging"]["start"]


def test_confidence_is_the_same_for_the_same_seed(launchpad, sample_file):
    asked = ["confidence", sample_file, "--samples", "300", "--json"]
    one, again = launchpad.done(*asked, "--seed", "7").json, launchpad.done(*asked, "--seed", "7").json

    assert one == again
    assert set(one) == {"p50", "p80", "on_time", "drivers"}
    assert 0 <= one["on_time"] <= 1
    assert one["p50"] <= one["p80"]
    assert launchpad.done(*asked).json == launchpad.done(*asked, "--seed", "1").json


def test_show_names_every_kind_of_row(launchpad, sample_file):
    plan = launchpad.done("show", sample_file, "--json").json

    assert plan["launch"]["name"] == "Loomtrack 4"
    assert {"tracks", "tasks", "dependencies", "gates", "people", "risks", "goals", "decisions"} <= set(plan)
    task = next(task for task in plan["tasks"] if task["key"] == "sal.battlecards")
    assert (task["track"], task["owner"], task["gate"], task["status"]) == ("sales", "june", "G3", "in_review")
    assert {"predecessor", "successor", "type", "lag"} <= set(plan["dependencies"][0])


@pytest.mark.parametrize("command", ["show", "schedule", "score", "confidence"])
def test_people_get_text(launchpad, sample_file, command):
    assert len(launchpad.done(command, sample_file).out) > 100
