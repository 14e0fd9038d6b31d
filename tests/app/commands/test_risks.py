from dataclasses import replace
from datetime import date

import pytest

from launchpad.app.commands.risks import (
    add_issue,
    add_risk,
    change_issue,
    change_risk,
    remove_issues,
    remove_risks,
    risk_happened,
)
from launchpad.domain.enums import IssueStatus, RiskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import PersonId, RiskId, TrackId
from launchpad.domain.register import Issue, Risk
from tests.builders import a_person, a_plan, a_task, a_track

TODAY = date(2026, 10, 12)
RISK = Risk(
    id=RiskId("r"), key="R-09", title="Codec", track=TrackId("track:eng"), probability=4, impact=5,
    owner=PersonId("person:ravi"), plan="Buy the license.",
)  # fmt: skip


def a_register(*rows: Risk | Issue):
    return a_plan(a_task("a", track="eng"), a_track("eng"), a_person("ravi"), *rows)


def test_a_risk_is_added_open_with_the_next_key_at_the_end():
    plan = a_register(RISK)

    after = plan.apply(add_risk(plan, " Press leaks ", TODAY, {"probability": 2}))

    added = after.rows(Risk)[-1]
    assert (added.key, added.title, added.status, added.opened) == ("R-10", "Press leaks", RiskStatus.OPEN, TODAY)
    assert (added.probability, added.impact) == (2, 3)


def test_the_first_rating_is_kept_when_it_changes_first():
    plan = a_register(RISK)

    once = plan.apply(change_risk(plan, "r", {"probability": 2}, TODAY))
    twice = once.apply(change_risk(once, "r", {"impact": 1}, TODAY))

    assert (once.rows(Risk)[0].first_score, once.rows(Risk)[0].score) == (20, 10)
    assert (twice.rows(Risk)[0].first_score, twice.rows(Risk)[0].score) == (20, 2)


def test_a_closed_risk_has_its_day_and_loses_it_when_opened_again():
    plan = a_register(RISK)

    closed = plan.apply(change_risk(plan, "r", {"status": RiskStatus.CLOSED}, TODAY))
    opened = closed.apply(change_risk(closed, "r", {"status": RiskStatus.OPEN}, TODAY))

    assert closed.rows(Risk)[0].closed == TODAY
    assert opened.rows(Risk)[0].closed is None


def test_setting_what_is_there_changes_nothing():
    plan = a_register(RISK)

    assert not change_risk(plan, "r", {"title": "Codec", "probability": 4}, TODAY)


def test_a_risk_that_happened_becomes_an_issue_that_keeps_the_link():
    plan = a_register(RISK)

    after = plan.apply(risk_happened(plan, "r", TODAY))

    (issue,), (risk,) = after.rows(Issue), after.rows(Risk)
    assert risk.status is RiskStatus.HAPPENED
    assert (issue.risk, issue.key, issue.title, issue.severity) == ("r", "I-01", "Codec", 1)
    assert (issue.track, issue.owner, issue.action, issue.opened) == (RISK.track, RISK.owner, RISK.plan, TODAY)
    with pytest.raises(PlanError, match="already become an issue"):
        risk_happened(after, "r", TODAY)


@pytest.mark.parametrize(("impact", "severity"), [(5, 1), (4, 2), (3, 2), (2, 3), (1, 3)])
def test_the_more_a_risk_would_hurt_the_more_severe_is_its_issue(impact, severity):
    plan = a_register(replace(RISK, impact=impact))

    assert plan.apply(risk_happened(plan, "r", TODAY)).rows(Issue)[0].severity == severity


def test_one_risk_is_removed_by_its_title_and_several_are_counted():
    other = replace(RISK, id=RiskId("s"), key="R-10", title="Press leaks")
    plan = a_register(RISK, other)

    assert remove_risks(plan, ["r"]).label == "Remove risk Codec"
    assert remove_risks(plan, ["r", "s"]).label == "Remove 2 risks"


def test_an_issue_forgets_the_risk_that_is_removed_and_undo_brings_both_back():
    plan = a_register(RISK)
    happened = plan.apply(risk_happened(plan, "r", TODAY))

    edit = remove_risks(happened, ["r"])
    after = happened.apply(edit)

    assert after.rows(Risk) == ()
    assert after.rows(Issue)[0].risk is None
    assert after.apply(edit.inverse()) == happened


def test_issues_are_added_changed_closed_and_removed():
    plan = a_register()

    added = plan.apply(add_issue(plan, "Cards declined", TODAY))
    (issue,) = added.rows(Issue)
    closed = added.apply(change_issue(added, issue.id, {"status": IssueStatus.CLOSED, "severity": 2}, TODAY))

    assert (issue.key, issue.status, issue.opened) == ("I-01", IssueStatus.OPEN, TODAY)
    assert (closed.rows(Issue)[0].closed, closed.rows(Issue)[0].severity) == (TODAY, 2)
    assert closed.apply(remove_issues(closed, [issue.id])).rows(Issue) == ()


def test_a_row_that_is_gone_is_a_sentence():
    with pytest.raises(PlanError, match="no longer in the plan"):
        change_risk(a_register(), "r", {}, TODAY)
    with pytest.raises(PlanError, match="no longer in the plan"):
        change_issue(a_register(), "i", {}, TODAY)
