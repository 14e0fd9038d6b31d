"""The numbers around every screen."""

from datetime import date

from launchpad.app.new_launch import sample
from launchpad.app.plan_facts import plan_facts
from launchpad.domain.enums import TaskStatus
from tests.builders import a_plan, a_task, link

TODAY = date(2026, 10, 12)


def test_the_facts_of_the_sample():
    facts = plan_facts(sample(), TODAY)

    assert (facts.counts.tasks, facts.counts.open, facts.counts.open_risks) == (120, 69, 8)
    assert facts.counts.working_days_left == 21
    assert (facts.score, facts.work, facts.expected) == (48.6, 54.5, 63.7)
    assert facts.standing is not None
    assert (facts.standing.text, facts.standing.grade) == ("G3 at risk", "warn")
    assert "7 are late" in facts.standing.explanation


def test_without_a_gate_ahead_the_chip_is_the_verdict():
    facts = plan_facts(a_plan(a_task("brief", status=TaskStatus.NOT_STARTED)), TODAY)

    assert facts.standing is not None
    assert facts.standing.text == "No-go"


def test_a_plan_with_nothing_to_do_stands_nowhere():
    facts = plan_facts(a_plan(), TODAY)

    assert facts.standing is None
    assert not facts.trouble


def test_a_plan_in_a_circle_is_counted_and_says_why_there_is_no_more():
    facts = plan_facts(a_plan(a_task("a"), a_task("b"), link("a", "b"), link("b", "a")), TODAY)

    assert facts.counts.tasks == 2
    assert facts.score is None
    assert facts.standing is None
    assert facts.trouble


def test_after_launch_day_the_days_left_are_negative():
    assert plan_facts(a_plan(a_task("a")), date(2026, 11, 12)).counts.working_days_left == -2


def test_a_plan_that_was_begun_too_late_is_short_of_days_though_it_has_slack_on_paper():
    plan = a_plan(a_task("a", duration=5, anchor="SNET:T-5"))
    late = plan_facts(plan, date(2026, 11, 6))

    assert (plan_facts(plan, TODAY).short, plan_facts(plan, TODAY).least_slack) == (0, 0)
    assert (late.short, late.least_slack) == (3, 0)
