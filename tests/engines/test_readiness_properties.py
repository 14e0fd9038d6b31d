"""What must hold for every plan."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import Answer, BlackoutKind, Criticality, TaskStatus
from launchpad.domain.ids import PersonId
from launchpad.domain.row import Row
from launchpad.domain.task import Task
from launchpad.engines.readiness import Readiness, gate_called, readiness
from launchpad.engines.readiness.board import board_of, unpromised
from launchpad.engines.readiness.board_after import follow_edit
from launchpad.engines.readiness.reasons import Verdict
from launchpad.engines.readiness.score_report import score_json
from tests.builders import LAUNCH_DAY, a_gate, a_person, a_plan, a_track, link
from tests.engines.plain_scorer import PlainScore, score_plainly
from tests.engines.readiness_plans import (
    PROOF,
    TODAY,
    a_blackout,
    a_risk,
    a_rival,
    a_signoff,
    an_issue,
    an_item,
)

TRACKS = ("one", "two", "three")
GATES = {"G1": -30, "G2": -12, "GL": 0, "G5": 12}
LADDER: list[dict[str, Any]] = [
    {"status": TaskStatus.WAIVED},
    {"status": TaskStatus.NOT_STARTED},
    {"status": TaskStatus.BLOCKED, "progress": 30},
    {"status": TaskStatus.IN_PROGRESS, "progress": 30},
    {"status": TaskStatus.IN_PROGRESS, "progress": None},
    {"status": TaskStatus.IN_PROGRESS, "progress": 80},
    {"status": TaskStatus.IN_REVIEW},
    {"status": TaskStatus.DONE, "evidence": PROOF, "approved_by": PersonId("person:boss")},
]
"""States of an item from nothing to whole."""

days = st.integers(-40, 30).map(lambda offset: TODAY + timedelta(days=offset))


@st.composite
def items(draw: st.DrawFn, key: str, promised: bool = True) -> Task:
    """A task in any state."""
    first = draw(days)
    has_baseline = promised or draw(st.booleans())
    fields: dict[str, Any] = {
        "track": draw(st.sampled_from(TRACKS)),
        "gate": draw(st.sampled_from([*GATES, None] if not promised else list(GATES))),
        "criticality": draw(st.sampled_from(list(Criticality))),
        "weight": draw(st.one_of(st.none(), st.sampled_from([1, 2.5, 7, 10]))),
        "progress": draw(st.one_of(st.none(), st.integers(0, 100))),
        "updated": draw(st.one_of(st.none(), days)),
        "duration": draw(st.integers(1, 8)),
        "baseline_start": first if has_baseline else None,
        "baseline_finish": first + timedelta(days=draw(st.integers(2, 12))) if has_baseline else None,
        "evidence": PROOF if draw(st.booleans()) else (),
        "approver": draw(st.sampled_from([None, "boss"])),
        "approved_by": draw(st.sampled_from([None, "boss", "mate"])),
        "na_approved_by": draw(st.sampled_from([None, "boss"])),
        "expected_finish": draw(st.one_of(st.none(), days)),
    }
    return an_item(key, draw(st.sampled_from(list(TaskStatus))), **fields)


@st.composite
def rows_of_plans(draw: st.DrawFn, promised: bool = True) -> list[Row]:
    """The rows of a plan with tracks, gates, registers and some tasks."""
    tracks = [a_track(key, weight=weight, core=key == "one") for key, weight in zip(TRACKS, (20, 7.5, 3), strict=True)]
    gates = [a_gate(key, when, signoffs=["one", "two"]) for key, when in GATES.items()]
    tasks = [draw(items(f"t{number}", promised)) for number in range(draw(st.integers(0, 7)))]
    links = [
        link(f"t{first}", f"t{second}")
        for first in range(len(tasks))
        for second in range(first + 1, len(tasks))
        if not promised and draw(st.integers(0, 3)) == 0
    ]
    risks = [
        a_risk(
            f"r{number}",
            draw(st.integers(1, 5)),
            draw(st.integers(1, 5)),
            draw(st.sampled_from([None, *TRACKS])),
            plan=draw(st.sampled_from(["", "Watch it."])),
        )
        for number in range(draw(st.integers(0, 3)))
    ]
    issues = [
        an_issue(f"i{number}", draw(st.integers(1, 3)), draw(st.sampled_from([None, *TRACKS])))
        for number in range(draw(st.integers(0, 2)))
    ]
    around: list[Row] = [
        a_signoff(gate, track, draw(st.sampled_from(list(Answer)))) for gate in ("G1", "G2") for track in ("one", "two")
    ]
    if draw(st.booleans()):
        around.append(a_rival("rival", LAUNCH_DAY, LAUNCH_DAY))
    if draw(st.integers(0, 9)) == 0:
        around.append(a_blackout("freeze", LAUNCH_DAY, LAUNCH_DAY, BlackoutKind.HARD))
    people = [a_person(key) for key in ("owner", "boss", "mate")]
    return [*tracks, *gates, *people, *tasks, *links, *risks, *issues, *around]


def asked(rows: list[Row], gate: str | None = None) -> Readiness:
    plan = a_plan(*rows)
    return readiness(plan, TODAY, gate_called(plan, gate) if gate else None)


def numbers(answer: Readiness) -> tuple[object, ...]:
    scores = answer.scores
    tracks = [(each.score, each.raw, each.expected, each.deduction, each.done, each.total) for each in scores.tracks]
    return scores.score, scores.work, scores.expected, scores.confidence, tracks


gates_asked = st.sampled_from([None, *GATES])


@given(rows_of_plans(), gates_asked)
def test_scores_agree_with_the_plain_scorer(rows: list[Row], gate: str | None) -> None:
    answer = asked(rows, gate)
    reach = 0 if gate is None else GATES[gate]
    in_scope = [task for task in answer.document.tasks if task.gate and GATES[task.gate.removeprefix("gate:")] <= reach]

    plain = score_plainly(answer.document, TODAY, in_scope)

    scores = answer.scores
    found = (scores.score, scores.work, scores.expected, scores.confidence)
    same(found, (plain.score, plain.work, plain.expected, plain.confidence))
    same([each.score for each in answer.tracks], list(plain.tracks.values()))


@given(rows_of_plans())
def test_a_gate_counts_the_items_due_there_and_those_proven(rows: list[Row]) -> None:
    answer = asked(rows, None)

    for each in answer.gates:
        due = [item for item in answer.items.values() if item.task.gate == each.gate.id]
        counted = [item for item in due if item.task.status is not TaskStatus.NOT_APPLICABLE]
        assert (each.proven, each.items) == (sum(item.is_proven for item in counted), len(counted))


def same(found: Any, plain: Any) -> None:
    for one, other in zip(found, plain, strict=True):
        assert (one is None) == (other is None)
        assert one is None or abs(one - other) < 1e-8


def test_the_plain_scorer_knows_when_there_is_nothing() -> None:
    assert score_plainly(a_plan(), TODAY, []) == PlainScore(None, None, None, None, {})


@given(rows_of_plans(), gates_asked)
def test_scores_stay_between_nothing_and_a_hundred(rows: list[Row], gate: str | None) -> None:
    answer = asked(rows, gate)

    for each in (answer.score, answer.work, answer.expected, answer.confidence, *(t.score for t in answer.tracks)):
        assert each is None or 0 <= each <= 100


@given(rows_of_plans(), items("moved"), st.lists(st.integers(0, len(LADDER) - 1), min_size=2, max_size=2))
def test_more_credit_never_lowers_a_score(rows: list[Row], task: Task, rungs: list[int]) -> None:
    plain = replace(task, evidence=(), approved_by=None, updated=TODAY, approver=None)
    low, high = (replace(plain, **LADDER[rung]) for rung in sorted(rungs))

    before, after = asked([*rows, low]).scores, asked([*rows, high]).scores

    assert (after.score or 0) >= (before.score or 0)
    assert (after.work or 0) >= (before.work or 0)
    for one, other in zip(before.tracks, after.tracks, strict=True):
        assert (other.score or 0) >= (one.score or 0)


@given(rows_of_plans(), items("left_out"), gates_asked)
def test_what_is_not_applicable_never_counts(rows: list[Row], task: Task, gate: str | None) -> None:
    left_out = replace(task, status=TaskStatus.NOT_APPLICABLE)

    assert numbers(asked([*rows, left_out], gate)) == numbers(asked(rows, gate))


@given(rows_of_plans(promised=False), st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(rows: list[Row], random: Any) -> None:
    plan = a_plan(*rows)
    shuffled = list(plan)
    random.shuffle(shuffled)

    assert score_json(Document(shuffled), TODAY) == score_json(plan, TODAY)


@given(rows_of_plans(), gates_asked)
def test_a_stop_is_never_hidden_by_a_number(rows: list[Row], gate: str | None) -> None:
    answer = asked(rows, gate)

    if answer.stops:
        assert answer.verdict is Verdict.NO_GO
    else:
        assert answer.verdict is (Verdict.CONDITIONAL if answer.conditions else Verdict.GO)


@given(rows_of_plans(), items("open"))
def test_no_score_carries_an_open_must_over_the_gate(rows: list[Row], task: Task) -> None:
    must = replace(task, criticality=Criticality.MUST, status=TaskStatus.IN_REVIEW, gate=None, weight=1)

    assert asked([*rows, must]).verdict is Verdict.NO_GO


@given(rows_of_plans())
def test_taking_a_gain_raises_the_work_score_by_it(rows: list[Row]) -> None:
    answer = asked(rows)

    for gain in answer.gains:
        proof: dict[str, Any] = {"evidence": PROOF, "approved_by": gain.task.approver}
        finished = replace(gain.task, status=TaskStatus.DONE, **proof)
        after = readiness(answer.document.apply(Edit("Finish", (Change(gain.task, finished),))), TODAY)
        assert abs((after.scores.work or 0) - (answer.scores.work or 0) - gain.points) < 1e-8


@st.composite
def edits(draw: st.DrawFn, plan: Document, step: int) -> Edit:
    """Any edit of tasks: one changed, added or removed."""
    old = draw(st.sampled_from([None, *plan.tasks]))
    key = f"born{step}" if old is None else old.key
    new = None if old is not None and draw(st.integers(0, 4)) == 0 else draw(items(key, promised=draw(st.booleans())))
    gone = [row for row in plan.dependencies if new is None and old and old.id in (row.predecessor, row.successor)]
    return Edit("Edit", (*(Change(row, None) for row in gone), Change(old, new)))


@settings(max_examples=60)
@given(st.data())
def test_a_board_that_follows_edits_equals_a_new_one(data: st.DataObject) -> None:
    plan = a_plan(*data.draw(rows_of_plans(promised=False)))
    board_of(plan, TODAY)

    for step in range(3):
        edit = data.draw(edits(plan, step))
        after = plan.apply(edit)
        follow_edit(plan, edit, after, TODAY)
        fresh = Document(after)

        assert dict(board_of(after, TODAY).items) == dict(board_of(fresh, TODAY).items)
        assert unpromised(after) == unpromised(fresh)
        assert numbers(readiness(after, TODAY)) == numbers(readiness(fresh, TODAY))
        assert at_gates(after) == at_gates(fresh)
        assert score_json(after, TODAY) == score_json(fresh, TODAY)
        plan = after


def at_gates(plan: Document) -> list[tuple[str, int, int]]:
    return [(each.gate.key, each.proven, each.items) for each in readiness(plan, TODAY).gates]


def test_following_leaves_the_older_board_as_it_was() -> None:
    plan = a_plan(an_item("a"), an_item("b"))
    before = numbers(readiness(plan, TODAY))
    task = plan.task("a")
    edit = Edit("Finish", (Change(task, replace(task, status=TaskStatus.DONE, evidence=PROOF)),))

    after = plan.apply(edit)
    follow_edit(plan, edit, after, TODAY)

    assert readiness(after, TODAY).score == 50.0
    assert numbers(readiness(plan, TODAY)) == before


def test_an_edit_of_what_all_items_share_makes_a_new_board() -> None:
    plan = a_plan(an_item("a", baseline_start=date(2026, 10, 5), baseline_finish=date(2026, 10, 9)))
    moved = replace(plan.launch, launch_date=date(2026, 12, 8))
    edit = Edit("Move launch day", (Change(plan.launch, moved),))

    after = plan.apply(edit)
    follow_edit(plan, edit, after, TODAY)

    assert board_of(after, TODAY).moment.patience == 10
    assert board_of(after, TODAY).document is after
