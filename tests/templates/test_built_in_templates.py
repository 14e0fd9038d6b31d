"""What must hold for the eight templates that come with Launchpad, beyond what any template must."""

import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise, product

import pytest

from launchpad.domain.enums import AnchorKind, Criticality, GoalType
from launchpad.engines.calendar import calendar_of
from launchpad.engines.schedule import schedule
from launchpad.templates.planning import plan_from_template
from launchpad.templates.pruning import pruned_tasks
from launchpad.templates.public_holidays import PublicHoliday
from launchpad.templates.template import Template
from tests.templates.network import broken_offsets, gate_offsets, longest_chain, offset_of, slack_window
from tests.templates.shelf import IDS, TEMPLATES, built_in

SHELF = [pytest.param(built_in(template_id), id=template_id) for template_id in IDS]
every_template = pytest.mark.parametrize("template", SHELF)

KEY = re.compile(r"[a-z]{2,3}\.[a-z0-9]+(-[a-z0-9]+)*")
PREFIXES = {
    "launch": "lau",
    "product": "prd",
    "engineering": "eng",
    "supply": "spl",
    "marketing": "mkt",
    "sales": "sal",
    "support": "sup",
    "success": "cs",
    "legal": "leg",
    "operations": "ops",
    "analytics": "ana",
}
SIZES = {
    "beta-early-access": 46,
    "hardware-product-launch": 121,
    "pricing-change": 65,
    "product-sunset": 65,
    "regional-expansion": 74,
    "tier1-major-launch": 120,
    "tier2-feature-launch": 60,
    "tier3-minor-release": 20,
}
FREE = [
    date(2026, 12, 24),
    date(2026, 12, 25),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2027, 3, 26),
    date(2027, 3, 29),
]
LAUNCH_DAYS = (date(2027, 3, 9), date(2026, 11, 10), date(2027, 12, 1))
BRITISH = re.compile(
    r"(locali|organi|recogni|optimi|finali|prioriti|minimi|summari|customi|authori)s|analyse|practis"
    r"|colour|behaviour|favour|neighbour|rumour|centre|catalogue|licence|programme|modell|cancelling|grey",
    re.IGNORECASE,
)


def _roles_in_use(template: Template) -> set[str | None]:
    named: list[str | None] = [track.lead for track in template.tracks]
    named += [gate.decider for gate in template.gates]
    named += [goal.owner for goal in template.goals] + [risk.owner for risk in template.risks]
    named += [who for task in template.tasks for who in (task.owner, task.approver)]
    return set(named) - {None}


def test_the_shelf_holds_these_eight() -> None:
    assert {path.stem for path in TEMPLATES.glob("*.yaml")} == set(IDS)
    assert {template_id: len(built_in(template_id).tasks) for template_id in IDS} == SIZES


@every_template
def test_the_picker_has_everything_to_show(template: Template) -> None:
    assert template.summary
    assert template.use_when
    assert template.avoid_when
    assert template.day_zero.meaning
    assert template.review_cadence
    assert template.risks


@every_template
def test_tasks_are_complete(template: Template) -> None:
    for task in template.tasks:
        assert task.owner, task.key
        assert task.gate, task.key
        assert task.evidence, task.key
        assert task.anchor, task.key
        assert task.anchor.kind is AnchorKind.SNET, task.key
        assert all((task.deliverable, task.acceptance, task.help)), task.key


@every_template
def test_keys_say_their_track(template: Template) -> None:
    for task in template.tasks:
        assert KEY.fullmatch(task.key)
        assert task.key.startswith(f"{PREFIXES[task.track]}.")


@every_template
def test_texts_are_short_and_end_as_sentences_do(template: Template) -> None:
    for task in template.tasks:
        assert len(task.title) <= 64, task.title
        for text in (task.acceptance, task.help):
            assert len(text) <= 200, text
            assert text.endswith((".", "?")), text
        assert not re.search(r"[.?!] [A-Z]", task.acceptance), f"more than one sentence: {task.acceptance}"


@every_template
def test_no_title_is_used_twice(template: Template) -> None:
    titles = Counter(task.title for task in template.tasks)
    assert titles.most_common(1)[0][1] == 1


@every_template
def test_nobody_approves_their_own_work(template: Template) -> None:
    assert [task.key for task in template.tasks if task.approver == task.owner] == []


@every_template
def test_track_weights_sum_to_100_and_core_tracks_have_musts(template: Template) -> None:
    assert sum(track.weight for track in template.tracks) == 100
    assert any(track.core for track in template.tracks)
    for track in template.tracks:
        own = [task for task in template.tasks if task.track == track.key]
        assert own, track.key
        assert not track.core or any(task.criticality is Criticality.MUST for task in own), track.key


@every_template
def test_not_everything_is_a_must(template: Template) -> None:
    musts = sum(task.criticality is Criticality.MUST for task in template.tasks)
    assert musts <= 0.7 * len(template.tasks)


@every_template
def test_scoring_is_the_usual_one_with_strict_thresholds(template: Template) -> None:
    assert (template.weights.must, template.weights.should, template.weights.could) == (5, 3, 1)
    bars = template.thresholds
    assert bars is not None
    assert 0 < bars.conditional < bars.go <= 100
    assert 0 < bars.core_floor_conditional < bars.core_floor_go <= 100


@every_template
def test_gates_follow_each_other_and_each_has_a_must(template: Template) -> None:
    offsets = gate_offsets(template)
    assert all(before < after for before, after in pairwise(offsets.values()))
    musts = {task.gate for task in template.tasks if task.criticality is Criticality.MUST}
    assert offsets.keys() <= musts


@every_template
def test_criteria_are_proven_by_musts_that_are_due_by_their_gate(template: Template) -> None:
    tasks = {task.key: task for task in template.tasks}
    order = list(gate_offsets(template))
    for gate in template.gates:
        for criterion in gate.criteria:
            assert criterion.proven_by, criterion.id
            for task in (tasks[key] for key in criterion.proven_by):
                assert task.criticality is Criticality.MUST, f"{criterion.id}: {task.key}"
                assert task.gate in order[: order.index(gate.key) + 1], f"{criterion.id}: {task.key}"


@every_template
def test_every_question_and_role_is_used(template: Template) -> None:
    assert {question.id for question in template.questions} == {task.applies_if for task in template.tasks} - {""}
    assert {key for key, _ in template.roles} == _roles_in_use(template)


@every_template
def test_there_is_a_guardrail(template: Template) -> None:
    assert any(goal.type is GoalType.GUARDRAIL for goal in template.goals)


@every_template
def test_offsets_satisfy_every_link_and_gate(template: Template) -> None:
    assert list(broken_offsets(template.tasks, gate_offsets(template))) == []


@every_template
def test_every_planned_day_lies_within_its_slack(template: Template) -> None:
    windows = slack_window(template)
    for task in template.tasks:
        early, late = windows[task.key]
        assert early <= offset_of(task) <= late, task.key


@every_template
def test_the_longest_chain_fits_the_window_and_the_horizon_says_so(template: Template) -> None:
    first, last = template.window
    assert longest_chain(template, "lau.launch") <= -first
    assert next(offset_of(task) for task in template.tasks if task.key == "lau.launch") == 0
    assert template.horizon == (-first, last)


@every_template
def test_nobody_has_more_than_six_tasks_at_a_time(template: Template) -> None:
    load = Counter(
        (task.owner, day) for task in template.tasks for day in range(offset_of(task), offset_of(task) + task.duration)
    )
    assert max(load.values()) <= 6, load.most_common(3)


@every_template
def test_any_answers_leave_a_valid_plan(template: Template) -> None:
    gates, names = gate_offsets(template), [question.id for question in template.questions]
    core = {track.key for track in template.tracks if track.core}
    for given in product([True, False], repeat=len(names)):
        answers = dict(zip(names, given, strict=True))
        tasks = pruned_tasks(template, answers)
        assert list(broken_offsets(tasks, gates)) == [], answers
        assert core <= {task.track for task in tasks}, answers


@every_template
@pytest.mark.parametrize("launch_day", LAUNCH_DAYS)
def test_on_a_real_calendar_every_offset_is_a_working_day(template: Template, launch_day: date) -> None:
    holidays = [PublicHoliday(day, "", "XX") for day in FREE]
    plan = plan_from_template(template, name="Loom", launch_date=launch_day, holidays=holidays)
    calendar = calendar_of(plan)
    assert calendar.date_at(0) == launch_day
    first, last = template.window
    days = [calendar.date_at(offset) for offset in range(first, last + 1)]
    assert all(day.weekday() < 5 and day not in FREE for day in days)
    between = {days[0] + timedelta(n) for n in range((days[-1] - days[0]).days + 1)} - set(days)
    assert all(day.weekday() > 4 or day in FREE for day in between)


@every_template
def test_the_schedule_starts_every_task_on_its_planned_day_without_haste(template: Template) -> None:
    everything = {question.id: True for question in template.questions}
    plan = plan_from_template(template, name="Loom", launch_date=LAUNCH_DAYS[0], answers=everything)
    dates = schedule(plan, date(2026, 1, 5)).tasks
    for task in template.tasks:
        found = dates[plan.task(task.key).id]
        assert found.early_start == offset_of(task), task.key
        assert found.slack >= 0, task.key


def test_a_key_means_the_same_track_in_every_template() -> None:
    tracks: dict[str, set[str]] = {}
    for template_id in IDS:
        for task in built_in(template_id).tasks:
            tracks.setdefault(task.key, set()).add(task.track)
    assert {key for key, found in tracks.items() if len(found) > 1} == set()
    assert len(tracks) == 279


@pytest.mark.parametrize("template_id", IDS)
def test_texts_are_spelled_as_americans_do(template_id: str) -> None:
    words = set(re.findall(r"[A-Za-z]+", (TEMPLATES / f"{template_id}.yaml").read_text(encoding="utf-8")))
    assert {word for word in words if BRITISH.search(word)} == set()
