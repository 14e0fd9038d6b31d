"""The next version of a template: other durations, new tasks, and none that nobody used."""

from launchpad.templates.improving import next_version
from launchpad.templates.template import Link, Template, TemplateTask
from tests.templates.shelf import a_task_line, a_template

TOP = (
    "roles: {pm: Product manager}\ntracks: [{key: launch}]\n"
    "gates: [{key: G1, offset: -3, criteria: [{id: c1, text: A holds, proven_by: [a]},"
    " {id: c2, text: B or C holds, proven_by: [b, c]}, {id: c3, text: Said so}]}]\n"
)


def small() -> Template:
    return a_template(
        a_task_line("a", duration=3),
        a_task_line("b", "depends_on: [{pred: a, lag: 2}]"),
        a_task_line("c", "depends_on: [b]"),
        top=TOP,
    )


def new_task(**fields: object) -> TemplateTask:
    values = {"key": "new", "title": "New", "duration": 2, "track": "launch", **fields}
    return TemplateTask(**values)  # type: ignore[arg-type]


def test_durations_are_those_that_were_needed_and_the_version_is_the_next() -> None:
    proposed = next_version(small(), {"a": 5, "gone": 9}, (), (), {})

    assert [(task.key, task.duration) for task in proposed.tasks] == [("a", 5), ("b", 1), ("c", 1)]
    assert (proposed.id, proposed.version) == ("mine", 2)


def test_who_followed_an_unused_task_follows_what_came_before_it() -> None:
    proposed = next_version(small(), {}, (), {"b"}, {})

    assert [(task.key, task.links) for task in proposed.tasks] == [("a", ()), ("c", (Link("a"),))]


def test_a_criterion_goes_with_all_that_would_prove_it() -> None:
    proposed = next_version(small(), {}, (), {"a", "b"}, {})

    assert [(each.id, each.proven_by) for each in proposed.gates[0].criteria] == [("c2", ("c",)), ("c3", ())]


def test_a_new_task_names_only_what_the_template_has() -> None:
    task = new_task(track="moon", owner="cat", approver="pm", gate="G9", links=(Link("a"), Link("z")))
    proposed = next_version(small(), {}, [task], (), {"c": [Link("new")]})

    made = proposed.tasks[-1]
    assert (made.track, made.owner, made.approver, made.gate, made.links) == ("launch", None, "pm", None, (Link("a"),))
    assert proposed.tasks[2].links == (Link("b"), Link("new"))


def test_a_link_that_would_close_a_circle_is_left_out() -> None:
    proposed = next_version(small(), {}, [new_task(links=(Link("c"),))], (), {"a": [Link("new")]})

    assert proposed.tasks[0].links == ()
    assert proposed.tasks[-1].links == (Link("c"),)


def test_a_task_that_is_there_already_is_not_added_again() -> None:
    proposed = next_version(small(), {}, [new_task(key="a"), new_task(key="G1")], (), {})

    assert [task.key for task in proposed.tasks] == ["a", "b", "c"]
