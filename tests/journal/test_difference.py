"""What changed, in words."""

from dataclasses import replace
from datetime import date

from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.ids import PersonId, TaskId
from launchpad.domain.values import Evidence
from launchpad.journal.difference import differences
from tests.builders import a_gate, a_person, a_plan, a_task, a_track, an_anchor, link


def sentences_after(plan, *changes):
    return [difference.sentence for difference in differences(plan, plan.apply(Edit("x", changes)))]


def test_an_unchanged_plan_has_no_differences():
    plan = a_plan(a_task("a"))

    assert differences(plan, plan.apply(Edit("nothing", ()))) == ()


def test_a_changed_task_is_told_field_by_field_with_names_and_labels():
    plan = a_plan(a_task("sal.cards", title="Battlecards", owner="mara"), a_person("june", name="June"))
    task = plan.task("sal.cards")
    done = replace(
        task,
        status=TaskStatus.IN_PROGRESS,
        owner=PersonId("person:june"),
        expected_finish=date(2026, 10, 5),
        evidence=(Evidence("Card", "card.pdf"),),
        updated=date(2026, 10, 1),
    )

    assert sentences_after(plan, Change(task, done)) == [
        "Battlecards (sal.cards): owner: Mara → June; status: Not started → In progress; "
        "expected finish: none → 5 Oct 2026; evidence: none → Card"
    ]


def test_what_is_so_or_not_is_told_by_yes_and_no():
    plan = a_plan(a_task("a", track="eng"), a_track("eng"))
    core = replace(plan.tracks[0], core=True)

    assert sentences_after(plan, Change(plan.tracks[0], core)) == ["Eng (eng): core: no → yes"]


def test_added_and_removed_rows_are_named():
    plan = a_plan(a_task("a", title="Brief press"), a_task("b"), link("a", "b"))
    new = replace(plan.task("b"), id=TaskId("task:new"), key="c", title="Call analysts")

    assert sentences_after(plan, Change(None, new), Change(plan.dependencies[0], None)) == [
        "Call analysts (c): added",
        "Brief press (a) → Do b (b): removed",
    ]


def test_a_row_that_only_moved_says_so():
    plan = a_plan(a_task("a"), a_task("b"))

    assert sentences_after(plan, Change(plan.task("a"), replace(plan.task("a"), order="zz"))) == [
        "Do a (a): moved in its list"
    ]


def test_fields_are_called_as_the_window_calls_them():
    plan = a_plan(a_task("page", title="Page", deadline=-9), a_gate("G1", -5))
    task, gate = plan.task("page"), plan.gates[0]
    held = an_anchor("SNET:T-3")
    changed = replace(task, deadline=-4, criticality=Criticality.COULD, na_reason="No fair", anchor=held)

    assert sentences_after(plan, Change(task, changed), Change(gate, replace(gate, when=-3))) == [
        "Gate G1 (G1): when: T−5 → T−3",
        "Page (page): priority: Must → Could; constraint: none → Start no earlier than T−3; deadline: T−9 → T−4; "
        "why it does not apply: none → No fair",
    ]
