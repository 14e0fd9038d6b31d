"""What the dialog about baselines says of another promise."""

from dataclasses import replace
from datetime import date

from launchpad.app.baseline_answers import baseline_answer, default_name, effect_sentence, promise_effect, slip_text
from launchpad.app.commands.baselines import baselines_of, set_baseline
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from tests.builders import a_launch, a_plan, a_task, link

LOCKED = date(2026, 9, 1)
TODAY = date(2026, 10, 26)


def late_plan() -> Document:
    """Locked on 1 September; since then the first task takes three weeks longer."""
    plan = a_plan(a_task("a", duration=3), a_task("b", duration=2), link("a", "b"), launch=a_launch(start=-20))
    plan = plan.apply(set_baseline(plan, "Lock", LOCKED))
    task = plan.task("a")
    return plan.apply(Edit("Longer", (Change(task, replace(task, duration=15)),)))


def test_a_new_promise_that_makes_late_work_look_fine_says_that_it_is_another_measure():
    effect = promise_effect(late_plan(), TODAY)
    assert (effect.late_now, effect.late_then) == (2, 0)

    sentence = effect_sentence(effect)
    assert "By it 0 tasks are late, 2 by the promise of now." in sentence
    assert "not progress; the journal says so" in sentence
    assert "replace “Lock”: 2 tasks may finish later" in sentence


def test_the_promise_itself_has_no_effect_and_its_slips_are_told():
    plan = late_plan()
    answer = baseline_answer(plan, TODAY, baselines_of(plan)[0].id)

    assert answer.effect is None
    assert [slip.days for slip in answer.tracks[0].slips] == [12, 12]


def test_another_baseline_says_what_it_would_change_as_the_promise():
    plan = late_plan()
    plan = plan.apply(set_baseline(plan, "Review", TODAY))
    newest = baselines_of(plan)[0]
    answer = baseline_answer(plan, TODAY, newest.id)

    assert answer.effect is not None
    assert (answer.effect.late_now, answer.effect.late_then) == (2, 0)


def test_slips_and_names_in_a_few_letters():
    assert [slip_text(days) for days in (3, -2, 0, None)] == ["+3", "−2", "0", ""]
    assert default_name(date(2026, 11, 22)) == "Plan of 22 Nov"
