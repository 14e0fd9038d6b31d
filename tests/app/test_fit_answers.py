"""Whether a plan fits, and what repairs would do, in the words of the dialog."""

from datetime import date

from launchpad.app.fit_answers import fit_answer, offers_for
from launchpad.app.fit_words import cap_texts, effect_text, hold_text, miss_text, node_text, step_days, verdict_sentence
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality
from tests.builders import a_gate, a_launch, a_plan, a_task, link

TODAY = date(2026, 11, 2)  # T−6


def the_plan() -> Document:
    """The gate G waits for a → b until 5 Nov; launch day for c."""
    return a_plan(
        a_gate("G", -3),
        a_task("a", duration=2, gate="G"),
        a_task("b", duration=4, gate="G", criticality=Criticality.COULD),
        a_task("c", duration=7),
        link("a", "b"),
        launch=a_launch(start=-30),
    )


def test_the_farthest_miss_is_looked_at_first_and_another_when_it_is_asked_for():
    plan = the_plan()
    facts = TaskFacts(plan, TODAY)
    answer = fit_answer(plan, TODAY)

    assert (
        verdict_sentence(answer, facts) == "The plan does not fit by 3 working days. Must-haves are heading for 11 Nov."
    )
    assert [miss_text(miss, facts) for miss in answer.fit.misses] == [
        "Gate G, Gate G, 5 Nov, by 3 working days",
        "Launch day, 10 Nov, by 1 working day",
    ]
    assert answer.miss == answer.fit.misses[0]
    assert fit_answer(plan, TODAY, answer.fit.misses[1].cap).miss == answer.fit.misses[1]


def test_the_chain_reads_from_its_beginning_to_what_it_goes_past():
    plan = the_plan()
    facts, answer = TaskFacts(plan, TODAY), fit_answer(plan, TODAY)
    assert answer.miss is not None

    assert [(node_text(s.node, facts), *step_days(s, facts), hold_text(s, facts)) for s in answer.steps] == [
        ("Do a (a)", "2 Nov – 3 Nov", "2d", "cannot begin sooner than today"),
        ("Do b (b)", "4 Nov – 9 Nov", "4d", "after the one above, finish to start"),
    ]
    assert cap_texts(answer.miss, facts) == ("Gate G, Gate G", "5 Nov", "", "3 working days missing")


def test_an_offer_says_what_it_gains_and_costs():
    plan = the_plan()
    answer = fit_answer(plan, TODAY)
    assert answer.miss is not None
    offers = offers_for(plan, TODAY, answer.miss)

    assert offers[0].repair.edit.label == "Leave out “Do b”, a could-have"
    assert effect_text(offers[0]) == (
        "Gains 3 working days; this fits then, something else is still missed by 1 day. "
        "1 task would move. Readiness stays 0.0. Costs 12 points."
    )


def test_a_plan_that_fits_says_so():
    plan = a_plan(a_task("a"), launch=a_launch(start=-30))
    answer = fit_answer(plan, TODAY)

    assert verdict_sentence(answer, TaskFacts(plan, TODAY)).startswith("The plan fits")
    assert (answer.miss, answer.steps) == (None, ())
