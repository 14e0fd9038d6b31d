"""Templates: what may be left out, what it then is, and what is refused with file, line and field."""

from datetime import date

import pytest

from launchpad.domain.enums import AnchorKind, Criticality, LaunchType, LinkType
from launchpad.domain.values import Anchor, Cadence, CriticalityWeights, Thresholds
from launchpad.templates.errors import TemplateError
from launchpad.templates.reader import read_template
from launchpad.templates.template import Link, TemplateTask, TemplateTrack, WorkingWeek
from tests.templates.shelf import HEAD, a_task_line, a_template, text_of


def test_three_fields_and_a_task_are_enough() -> None:
    template = a_template("  - {key: a, title: Do it, duration: 3}\n")
    assert template.tasks == (TemplateTask(key="a", title="Do it", duration=3, track="launch"),)
    assert template.tracks == (TemplateTrack(key="launch", name="Launch"),)
    assert not any((template.gates, template.roles, template.questions, template.goals, template.risks))
    assert (template.launch_type, template.tier, template.version) == (LaunchType.PRODUCT, 2, 1)
    assert template.thresholds is None
    assert template.week == WorkingWeek()
    assert template.start is None


def test_keys_and_titles_that_look_like_something_else_stay_text() -> None:
    template = a_template(
        "  - {key: 287, title: 1.10, duration: 1, help: NO, acceptance: 12:30:45, deliverable: 2026-11-10}\n"
    )
    task = template.tasks[0]
    assert (task.key, task.title, task.help, task.acceptance, task.deliverable) == (
        "287",
        "1.10",
        "NO",
        "12:30:45",
        "2026-11-10",
    )


def test_a_whole_number_may_be_written_with_a_point() -> None:
    template = a_template(
        a_task_line("a", "offset: -5."), "  - {key: b, title: B, duration: 3.0, depends_on: [{pred: a, lag: 2.0}]}\n"
    )
    assert template.tasks[0].anchor == Anchor(AnchorKind.SNET, -5)
    assert (template.tasks[1].duration, template.tasks[1].links) == (3, (Link("a", lag=2),))


def test_null_means_left_out_and_quoted_null_does_not() -> None:
    task = a_template(
        "  - {key: a, title: 'null', duration: 1, help: null, deliverable: ~, gate: , deadline: null}\n"
    ).tasks[0]
    assert (task.title, task.help, task.deliverable, task.gate, task.deadline) == ("null", "", "", None, None)


def test_an_offset_is_an_anchor_not_earlier_than_that_day() -> None:
    assert a_template(a_task_line("a", "offset: -21")).tasks[0].anchor == Anchor(AnchorKind.SNET, -21)


@pytest.mark.parametrize(
    ("written", "anchor"),
    [
        ("{kind: MSO, at: 2026-11-10}", Anchor(AnchorKind.MSO, date(2026, 11, 10))),
        ("{kind: fnlt, at: T-12}", Anchor(AnchorKind.FNLT, -12)),
        ("{kind: FNET, at: -12}", Anchor(AnchorKind.FNET, -12)),
        ("{kind: SNLT, at: '+3'}", Anchor(AnchorKind.SNLT, 3)),
        ("{kind: MFO, at: T}", Anchor(AnchorKind.MFO, 0)),
        ("{kind: ALAP}", Anchor(AnchorKind.ALAP)),
        ("{kind: ASAP, at: null}", Anchor(AnchorKind.ASAP)),
    ],
)
def test_an_anchor_has_a_kind_and_a_day_and_counts_before_an_offset(written: str, anchor: Anchor) -> None:
    assert a_template(a_task_line("a", f"anchor: {written}, offset: 5")).tasks[0].anchor == anchor


def test_deadline_start_and_calendar_are_read() -> None:
    top = (
        "start: 2026-08-03\ncalendar:\n  workdays: [sun, Mon, tuesday, 3, thu]\n"
        "  holidays: [2026-09-07, 2026-09-08]\n  extra_workdays: [2026-09-11]\n"
    )
    template = a_template(a_task_line("a", "deadline: T-5"), a_task_line("b", "deadline: 2026-10-01"), top=top)
    assert template.start == date(2026, 8, 3)
    assert template.week == WorkingWeek(
        workdays=(1, 2, 3, 4, 7),
        holidays=(date(2026, 9, 7), date(2026, 9, 8)),
        extra_workdays=(date(2026, 9, 11),),
    )
    assert [task.deadline for task in template.tasks] == [-5, date(2026, 10, 1)]


def test_links_have_a_type_and_a_lag_in_working_or_elapsed_days() -> None:
    template = a_template(
        a_task_line("a"),
        a_task_line("b", "depends_on: [a]"),
        a_task_line("c", "depends_on: [{pred: a}, {pred: a, type: ss, lag: -2}, {pred: b, type: FF, lag: 3e}, G1]"),
        a_task_line("d", "depends_on: [{pred: c, type: SF, lag: '-4 e'}]"),
        top="gates: [{key: G1, offset: -9}]\n",
    )
    assert [task.links for task in template.tasks] == [
        (),
        (Link("a"),),
        (Link("a"), Link("a", LinkType.SS, -2), Link("b", LinkType.FF, 3, elapsed=True), Link("G1")),
        (Link("c", LinkType.SF, -4, elapsed=True),),
    ]


def test_gates_stand_on_an_offset_or_a_date() -> None:
    template = a_template(top="gates: [{key: G1, offset: -9}, {key: G2, name: Go, date: 2026-11-04}]\n")
    assert [(gate.key, gate.name, gate.when) for gate in template.gates] == [
        ("G1", "G1", -9),
        ("G2", "Go", date(2026, 11, 4)),
    ]


def test_everything_about_scoring_is_read() -> None:
    top = (
        "tier: 3\ncriticality_weights: {must: 8, could: 0.5}\n"
        "thresholds: {go: 90, conditional: 70.5, core_floor_go: 60, core_floor_conditional: 50}\n"
        "review_cadence: [{from: -30, to: -1, every: 5}]\n"
    )
    template = a_template(a_task_line("a", "criticality: must, evidence: report"), top=top)
    assert template.weights == CriticalityWeights(8, 3, 0.5)
    assert template.thresholds == Thresholds(90, 70.5, 60, 50)
    assert template.review_cadence == (Cadence(-30, -1, 5),)
    assert template.tasks[0].criticality is Criticality.MUST


def test_a_template_without_roles_has_one_for_everybody_it_names() -> None:
    template = a_template(
        a_task_line("a", "owner: Mara, approver: Otis"),
        a_task_line("b", "owner: Mara"),
        top="gates: [{key: G1, offset: 0, decider: Edda}]\n",
    )
    assert template.roles == (("Edda", "Edda"), ("Mara", "Mara"), ("Otis", "Otis"))


LINE_4 = {
    "colour: red": "there is no field “colour”.",
    "summry: x": "there is no field “summry” (did you mean “summary”?).",
    "version: 0": "version should be from 1 to 1,000,000, not 0.",
    "version: 1.5": "version should be a whole number, not “1.5”.",
    "tier: 4": "tier should be from 1 to 3, not 4.",
    "tier: two": "tier should be a whole number, not “two”.",
    "launch_type: rocket": "launch_type should be one of product, feature, release, hardware, pricing, beta, region,"
    " sunset, not “rocket”.",
    "use_when: often": "use_when should be a list, not a single value.",
    "summary: [a]": "summary should be text of at most 32,767 characters, not a list.",
    "anchor: here": "anchor should hold fields (label, meaning).",
    "start: soon": "start should be a date such as 2026-11-10 or an offset such as T-21, not “soon”.",
    "start: 2026-02-30": "start should be a date such as 2026-11-10 or an offset such as T-21, not “2026-02-30”.",
    "start: -20001": "start should be a date such as 2026-11-10 or an offset such as T-21, not “-20001”.",
    "calendar: {workdays: [mon, mon]}": "calendar.workdays[1] names “mon” a second time.",
    "calendar: {workdays: [mon, monday]}": "calendar.workdays should name at least one weekday, each once.",
    "calendar: {workdays: []}": "calendar.workdays should name at least one weekday, each once.",
    "calendar: {workdays: [someday]}": "calendar.workdays[0] names the weekday “someday”, which does not exist"
    " (did you mean “sunday”?).",
    "calendar: {holidays: [2026-12-24T00:00:00]}": "calendar.holidays[0] should be a date such as 2026-11-10, not"
    " “2026-12-24T00:00:00”.",
    "criticality_weights: {must: 0}": "criticality_weights: Criticality weights are above 0 and at most 100.",
    "thresholds: {go: 60, conditional: 70, core_floor_go: 1, core_floor_conditional: 1}": "thresholds: Thresholds run"
    " from 0 to 100, and the conditional ones stay at or below those for a go.",
    "thresholds: {go: 60}": "thresholds.conditional is missing.",
    "review_cadence: [{from: -9, to: -1, every: 0}]": "review_cadence[0].every should be from 1 to 20,000, not 0.",
    "questions: [{id: q, ask: Why?, default: yes}]": "questions[0].default should be true or false, not “yes”.",
    "questions: [{id: q, ask: A?}, {id: q, ask: B?}]": "questions[1].id repeats the question “q” of line 4.",
    "roles: [pm]": "roles should be keys with a value each.",
    "roles: {pm: }": "roles.pm is missing.",
    "roles: {'': x}": "roles holds a key that is not one line of at most 100 characters.",
    "tracks: [{key: t, lead: pm}]\nroles: {dev: Dev}": "tracks[0].lead names the role “pm”, which does not exist.",
    "tracks: [{key: t, weight: -1}]": "tracks[0].weight should be from 0 to 1,000, not -1.",
    "tracks: [{key: t, core: 1}]": "tracks[0].core should be true or false, not “1”.",
    "tracks: [{name: T}]": "tracks[0].key is missing.",
    "tracks: [{key: t}, {key: t}]": "tracks[1].key repeats the track “t” of line 4.",
    "gates: [{key: G1}]": "gates[0] should say when it is, by either offset or date.",
    "gates: [{key: G1, offset: 1, date: 2026-11-10}]": "gates[0] should say when it is, by either offset or date.",
    "gates: [{key: G1, offset: 1, required_signoffs: [art]}]": "gates[0].required_signoffs[0] names the track “art”,"
    " which does not exist.",
    "gates: [{key: G1, offset: 1, criteria: [{id: c, text: T, proven_by: [b]}]}]": "gates[0].criteria[0].proven_by[0]"
    " names the task “b”, which does not exist.",
    "gates: [{key: G1, offset: 1, criteria: [{id: c, text: T}, {id: c, text: U}]}]": "gates[0].criteria[1].id repeats"
    " the criterion “c” of line 4.",
    "goals: [{key: g, direction: sideways}]": "goals[0].direction should be one of up, down, not “sideways”.",
    "goals: [{key: g, checkpoints: [1, x]}]": "goals[0].checkpoints[1] should be a whole number of working days"
    " from day 0, not “x”.",
    "risks: [{title: R, probability: 6}]": "risks[0].probability should be from 1 to 5, not 6.",
    "risks: [{title: ' '}]": "risks[0].title is empty.",
    "risks: [{title: R, response: pray}]": "risks[0].response should be one of avoid, mitigate, transfer, accept, not"
    " “pray”.",
}


@pytest.mark.parametrize("written", LINE_4)
def test_a_wrong_field_is_named_with_file_and_line(written: str) -> None:
    with pytest.raises(TemplateError) as refused:
        a_template(top=f"{written}\n")
    assert str(refused.value) == f"mine.yaml, line 4: {LINE_4[written]}"


TASKS = {
    "title: ": "tasks[1].title is missing.",
    "duration: two": "tasks[1].duration should be a whole number of working days, not “two”.",
    "duration: -1": "tasks[1].duration should be from 0 to 20,000, not -1.",
    "duration: [1]": "tasks[1].duration should be a whole number of working days, not a list.",
    "offset: 1e3": "tasks[1].offset should be a whole number of working days from day 0, not “1e3”.",
    "durration: 3": "tasks[1]: there is no field “durration” (did you mean “duration”?).",
    "track: art": "tasks[1].track names the track “art”, which does not exist.",
    "owner: pm": "tasks[1].owner names the role “pm”, which does not exist (did you mean “pmm”?).",
    "approver: x": "tasks[1].approver names the role “x”, which does not exist.",
    "gate: G9": "tasks[1].gate names the gate “G9”, which does not exist.",
    "applies_if: q": "tasks[1].applies_if names the question “q”, which does not exist.",
    "criticality: vital": "tasks[1].criticality should be one of must, should, could, not “vital”.",
    "evidence: trust": "tasks[1].evidence should be one of document, link, report, recording, metric, checklist,"
    " signoff, not “trust”.",
    "anchor: {kind: WHEN, at: 0}": "tasks[1].anchor.kind should be one of ASAP, ALAP, SNET, SNLT, FNET, FNLT, MSO, MFO,"
    " not “WHEN”.",
    "anchor: {at: 0}": "tasks[1].anchor.kind is missing.",
    "anchor: {kind: MSO}": "tasks[1].anchor: MSO takes a date or an offset such as T-21.",
    "anchor: {kind: ASAP, at: 0}": "tasks[1].anchor: ASAP takes no date.",
    "deadline: tomorrow": "tasks[1].deadline should be a date such as 2026-11-10 or an offset such as T-21, not"
    " “tomorrow”.",
    "depends_on: a": "tasks[1].depends_on should be a list, not a single value.",
    "depends_on: [z]": "tasks[1].depends_on[0].pred names the task or gate “z”, which does not exist.",
    "depends_on: [{type: FS}]": "tasks[1].depends_on[0].pred is missing.",
    "depends_on: [{pred: a, kind: FS}]": "tasks[1].depends_on[0]: there is no field “kind”.",
    "depends_on: [{pred: a, type: XX}]": "tasks[1].depends_on[0].type should be one of FS, SS, FF, SF, not “XX”.",
    "depends_on: [{pred: a, lag: 2w}]": "tasks[1].depends_on[0].lag should be working days such as 2, or elapsed days"
    " such as 2e, not “2w”.",
    "depends_on: [{pred: a, lag: 99999}]": "tasks[1].depends_on[0].lag should be from -20,000 to 20,000, not 99,999.",
    "depends_on: [a, a]": "tasks[1].depends_on[1].pred repeats the FS link from “a”.",
    "depends_on: [b]": "tasks[1].depends_on[0].pred makes “b” wait for itself.",
    "kind: party": "tasks[1].kind should be task or milestone, not “party”.",
    'help: "\\0"': "tasks[1].help should be text of at most 32,767 characters, not “�”.",
}


@pytest.mark.parametrize("written", TASKS)
def test_a_wrong_field_of_a_task_is_named_with_file_and_line(written: str) -> None:
    fields = {"key": "key: b", "title": "title: B", "duration": "duration: 1"} | {written.split(":")[0]: written}
    task = "  - " + "\n    ".join(fields.values()) + "\n"
    line = 7 + list(fields).index(written.split(":")[0])
    with pytest.raises(TemplateError) as refused:
        a_template(a_task_line("a"), task, top="roles: {pmm: Marketer}\n")
    assert str(refused.value) == f"mine.yaml, line {line}: {TASKS[written]}"


def test_a_milestone_takes_no_days() -> None:
    assert a_template(a_task_line("a", "kind: milestone", duration=0)).tasks[0].duration == 0
    with pytest.raises(TemplateError, match=r"line 5: tasks\[0\]\.duration should be 0 for a milestone, not 1\.$"):
        a_template(a_task_line("a", "kind: milestone"))


def test_keys_are_given_once_across_tasks_and_gates() -> None:
    with pytest.raises(TemplateError, match=r"^mine\.yaml, line 6: tasks\[1\]\.key repeats the task “a” of line 5\.$"):
        a_template(a_task_line("a"), a_task_line("a"))
    with pytest.raises(TemplateError, match=r"^mine\.yaml, line 6: the task “a” has the key of a gate\.$"):
        a_template(a_task_line("a"), top="gates: [{key: a, offset: 1}]\n")


def test_a_circle_is_refused_naming_its_path() -> None:
    with pytest.raises(TemplateError) as refused:
        a_template(
            a_task_line("free", "depends_on: [b]"),
            a_task_line("a", "depends_on: [c]"),
            a_task_line("b", "depends_on: [{pred: a, type: SS}]"),
            a_task_line("c", "depends_on: [b]"),
        )
    assert str(refused.value) == "mine.yaml, line 6: these tasks wait for each other in a circle: a → b → c → a."


def test_a_circle_of_thousands_is_refused_in_a_short_sentence() -> None:
    lines = [a_task_line(f"t{n}", f"depends_on: [t{(n + 1) % 5000}]") for n in range(5000)]
    with pytest.raises(TemplateError) as refused:
        a_template(*lines)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("id: a\n", "mine.yaml, line 1: schema is missing."),
        (text_of().replace("/1", "/2"), "mine.yaml, line 1: schema should be launchpad.template/1."),
        (text_of().replace("id: mine\n", ""), "mine.yaml, line 1: id is missing."),
        (
            text_of().replace("id: mine\n", "id: 'a\n\n  b'\n"),
            "mine.yaml, line 2: id should be one line of at most 100 characters",
        ),
        (text_of().replace("name: Mine\n", "name: \n"), "mine.yaml, line 3: name is missing."),
        (HEAD, "mine.yaml, line 1: tasks should list at least one task."),
        (HEAD + "tasks: []\n", "mine.yaml, line 4: tasks should list at least one task."),
        (HEAD + "tasks: [a]\n", "mine.yaml, line 4: tasks[0] should hold fields ("),
        (HEAD + "tasks: {a: 1}\n", "mine.yaml, line 4: tasks should be a list, not fields."),
    ],
)
def test_what_every_template_needs_is_asked_for(text: str, sentence: str) -> None:
    with pytest.raises(TemplateError) as refused:
        read_template(text.encode(), "mine.yaml")
    assert str(refused.value).startswith(sentence)


def test_a_text_longer_than_a_spreadsheet_cell_is_refused() -> None:
    with pytest.raises(TemplateError, match=r"tasks\[0\]\.help should be text of at most 32,767 characters"):
        a_template(a_task_line("a", f"help: {'x' * 32_768}"))
