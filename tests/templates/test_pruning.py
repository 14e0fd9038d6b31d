"""Questions leave tasks out, and what followed them follows what came before."""

import time

import pytest

from launchpad.domain.enums import LinkType
from launchpad.templates.errors import TemplateError
from launchpad.templates.pruning import answers_for, pruned_tasks
from launchpad.templates.template import Link, Template
from tests.templates.shelf import a_task_line, a_template

ASKED = "questions: [{id: press, ask: Press?}, {id: ai, ask: AI?, default: false}]\n"


def _links(template: Template, **given: bool) -> dict[str, tuple[Link, ...]]:
    return {task.key: task.links for task in pruned_tasks(template, answers_for(template, given))}


def test_answers_count_over_the_templates_own() -> None:
    template = a_template(top=ASKED)
    assert answers_for(template, {}) == {"press": True, "ai": False}
    assert answers_for(template, {"ai": True}) == {"press": True, "ai": True}


def test_an_unknown_question_is_refused_naming_the_known_ones() -> None:
    with pytest.raises(TemplateError, match=r"^“Mine” does not ask “pres”; it asks about press, ai\.$"):
        answers_for(a_template(top=ASKED), {"pres": True})
    with pytest.raises(TemplateError, match=r"^“Mine” does not ask “ai”; it asks nothing\.$"):
        answers_for(a_template(), {"ai": True})


def test_no_leaves_out_the_tasks_that_need_a_yes() -> None:
    template = a_template(a_task_line("a"), a_task_line("b", "applies_if: press"), top=ASKED)
    assert list(_links(template)) == ["a", "b"]
    assert list(_links(template, press=False)) == ["a"]


def test_links_are_handed_on_through_every_task_left_out() -> None:
    template = a_template(
        a_task_line("a"),
        a_task_line("b", "applies_if: press, depends_on: [{pred: a, lag: 7}, G1]"),
        a_task_line("c", "applies_if: press, depends_on: [{pred: b, lag: 2e}]"),
        a_task_line("d", "depends_on: [{pred: c, lag: 3}, {pred: b}]"),
        top=ASKED + "gates: [{key: G1, offset: 0}]\n",
    )
    assert _links(template, press=False) == {"a": (), "d": (Link("a"), Link("G1"))}


@pytest.mark.parametrize(
    ("before", "after", "type_left"), [("SS", "FS", "SS"), ("FS", "SS", "SS"), ("FF", "SS", "SS"), ("SF", "FS", "SF")]
)
def test_a_handed_on_link_keeps_the_later_type_unless_that_is_finish_to_start(
    before: str, after: str, type_left: str
) -> None:
    template = a_template(
        a_task_line("a"),
        a_task_line("b", f"applies_if: press, depends_on: [{{pred: a, type: {before}}}]"),
        a_task_line("c", f"depends_on: [{{pred: b, type: {after}, lag: 5}}]"),
        top=ASKED,
    )
    assert _links(template, press=False)["c"] == (Link("a", LinkType(type_left)),)


@pytest.mark.parametrize(("lag", "lag_left"), [(3, 3), (-3, 0)])
def test_a_link_that_is_also_handed_on_stays_once_with_the_longer_lag(lag: int, lag_left: int) -> None:
    template = a_template(
        a_task_line("a"),
        a_task_line("b", "applies_if: press, depends_on: [a]"),
        a_task_line("c", f"depends_on: [b, {{pred: a, lag: {lag}}}]"),
        top=ASKED,
    )
    assert _links(template, press=False)["c"] == (Link("a", lag=lag_left),)


def test_a_chain_of_thousands_left_out_is_no_trouble() -> None:
    lines = [a_task_line(f"t{n}", f"applies_if: press, depends_on: [t{n + 1}]") for n in range(4999)]
    template = a_template(*lines, a_task_line("t4999"), a_task_line("end", "depends_on: [t0]"), top=ASKED)
    assert _links(template, press=False) == {"t4999": (), "end": (Link("t4999"),)}


def test_a_template_that_hands_on_without_end_is_refused_fast() -> None:
    before = [a_task_line(f"a{n}") for n in range(800)]
    hub = a_task_line("hub", f"applies_if: press, depends_on: [{', '.join(f'a{n}' for n in range(800))}]")
    after = [a_task_line(f"b{n}", "depends_on: [hub]") for n in range(800)]
    template = a_template(*before, hub, *after, top=ASKED)
    began = time.process_time()
    with pytest.raises(TemplateError, match=r"hands on more than 500,000 links\.$"):
        _links(template, press=False)
    assert time.process_time() - began < 5
