"""`field=value` texts turned into edits."""

from datetime import date

import pytest

from launchpad.app.assignments import assign, split_assignments
from launchpad.domain.document import Document
from launchpad.domain.enums import Answer, GateStatus, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import SignOff
from launchpad.domain.ids import GateId, SignOffId, TrackId
from launchpad.domain.launch import Holiday
from launchpad.domain.values import TIER_THRESHOLDS
from tests.builders import a_gate, a_holiday, a_launch, a_person, a_plan, a_task

TODAY = date(2026, 10, 12)


def after(plan: Document, target: str, *texts: str) -> Document:
    return plan.apply(assign(plan, target, split_assignments(texts), TODAY))


def test_setting_a_task_also_says_that_it_was_updated_today():
    task = after(a_plan(a_task("a")), "a", "status=in_progress", "progress=40").task("a")

    assert (task.status, task.progress, task.updated) == (TaskStatus.IN_PROGRESS, 40, TODAY)


def test_the_day_of_the_update_can_be_given():
    task = after(a_plan(a_task("a")), "a", "progress=40", "updated=2026-10-01").task("a")

    assert task.updated == date(2026, 10, 1)


def test_setting_a_status_moves_no_date_by_itself():
    task = after(a_plan(a_task("a")), "a", "status=done").task("a")

    assert (task.actual_start, task.actual_finish, task.progress) == (None, None, None)


def test_evidence_is_added_to_what_is_there_and_cleared_when_empty():
    plan = after(after(a_plan(a_task("a")), "a", "evidence=decks/pitch.pdf"), "a", "evidence=https://example.org/x")

    assert [(item.label, item.ref, item.added) for item in plan.task("a").evidence] == [
        ("pitch.pdf", "decks/pitch.pdf", TODAY),
        ("x", "https://example.org/x", TODAY),
    ]
    assert after(plan, "a", "evidence=").task("a").evidence == ()


def test_the_label_of_an_edit_says_what_was_set():
    edit = assign(a_plan(a_task("a", title="Battlecards")), "a", {"status": "done", "progress": "100"}, TODAY)

    assert edit.label == "Set status and progress of Battlecards"


def test_setting_what_is_already_so_changes_nothing():
    plan = after(a_plan(a_task("a")), "a", "progress=40")

    assert not assign(plan, "a", {"progress": "40"}, TODAY)


def test_reopening_a_done_task_voids_the_sign_off_that_relied_on_it():
    signed = SignOff(id=SignOffId("s"), gate=GateId("gate:G3"), track=TrackId("track:track"), answer=Answer.APPROVE)
    plan = a_plan(a_task("a", gate="G3", status=TaskStatus.DONE), signed)

    assert after(plan, "a", "status=in_progress").rows(SignOff)[0].answer == Answer.VOID
    assert after(plan, "a", "note=Still done").rows(SignOff)[0].answer == Answer.APPROVE


def test_a_decided_gate_keeps_its_sign_offs():
    signed = SignOff(id=SignOffId("s"), gate=GateId("gate:G3"), track=TrackId("track:track"), answer=Answer.APPROVE)
    plan = a_plan(a_gate("G3", status=GateStatus.PASSED), a_task("a", gate="G3", status=TaskStatus.DONE), signed)

    assert after(plan, "a", "status=in_progress").rows(SignOff)[0].answer == Answer.APPROVE


def test_a_new_tier_brings_its_thresholds():
    plan = a_plan(a_task("a"), launch=a_launch(tier=1, thresholds=TIER_THRESHOLDS[1]))

    assert after(plan, "@launch", "tier=3").launch.thresholds == TIER_THRESHOLDS[3]


def test_thresholds_set_by_hand_stay_when_the_tier_changes():
    plan = after(a_plan(a_task("a"), launch=a_launch(tier=1)), "@launch", "go=90")

    assert after(plan, "@launch", "tier=3").launch.thresholds.go == 90


@pytest.mark.parametrize("texts", [("date=2026-11-08",), ("date=2026-11-11",)])
def test_launch_day_stays_a_working_day(texts):
    plan = a_plan(a_task("a"), a_holiday(date(2026, 11, 11)))

    with pytest.raises(PlanError, match=r"not a working day; the nearest are 2026-11-\d\d and 2026-11-\d\d"):
        after(plan, "@launch", *texts)


def test_a_gate_that_was_decided_keeps_its_day_when_launch_day_moves():
    plan = a_plan(a_gate("G1", -20, status=GateStatus.PASSED), a_gate("G2", -5), a_task("a"))

    moved = after(plan, "@launch", "date=2026-11-17")

    assert [gate.when for gate in moved.gates] == [date(2026, 10, 13), -5]


def test_the_launch_keeps_its_own_today_until_it_is_taken_away():
    plan = after(a_plan(a_task("a")), "@launch", "today=2026-10-12")

    assert plan.launch.as_of == TODAY
    assert after(plan, "@launch", "today=none").launch.as_of is None


def test_days_off_replace_the_list():
    plan = a_plan(a_task("a"), a_person("mara", (date(2026, 1, 1), date(2026, 1, 2))))

    days = after(plan, "@person:mara", "days_off=2026-10-05..2026-10-09").person("mara").days_off

    assert [(days.first, days.last) for days in days] == [(date(2026, 10, 5), date(2026, 10, 9))]


def test_a_person_is_renamed_by_id():
    plan = after(a_plan(a_task("a", owner="pm")), "@person:pm", "name=Otis Rey")

    assert plan.person("Otis Rey").key == "pm"


def test_holidays_are_replaced_or_added_to():
    plan = a_plan(a_task("a"), a_holiday(date(2026, 12, 25), "Christmas"))

    added = after(plan, "@calendar", "add_holidays=2026-12-24,2026-12-25")
    replaced = after(plan, "@calendar", "holidays=2026-12-25,2026-12-31")

    assert [(row.day.day, row.name) for row in added.rows(Holiday)] == [(24, ""), (25, "Christmas")]
    assert [(row.day.day, row.name) for row in replaced.rows(Holiday)] == [(25, "Christmas"), (31, "")]


def test_a_gate_and_a_track_are_set_by_key():
    plan = a_plan(a_task("a", gate="G3"))

    assert after(plan, "@gate:G3", "status=passed").gates[0].status == GateStatus.PASSED
    assert after(plan, "@track:track", "weight=20").tracks[0].weight == 20


@pytest.mark.parametrize(
    ("target", "texts", "sentence"),
    [
        ("zzz", ["status=done"], "no task “zzz”"),
        ("a", ["status=finished"], "not one of"),
        ("a", ["id=7"], "cannot be set"),
        ("a", ["colour=red"], "no field “colour”"),
        ("@person:zoe", ["name=Zoe"], "nobody called"),
        ("@gate:G9", ["status=passed"], "no gate “G9”"),
        ("@planet", ["name=Mars"], "is not @launch"),
        ("@calendar", ["holidays=2026-11-10"], "not a working day"),
        ("@calendar", ["workdays=sat,sun"], "not a working day"),
        ("@launch", ["tier=9"], "1, 2 or 3"),
    ],
)
def test_a_wrong_request_is_refused_in_a_sentence(target, texts, sentence):
    with pytest.raises(PlanError, match=sentence):
        after(a_plan(a_task("a")), target, *texts)


@pytest.mark.parametrize("texts", [[], ["status"], ["=done"], ["status=done", "status=blocked"]])
def test_assignments_that_do_not_read_as_field_and_value_are_refused(texts):
    with pytest.raises(PlanError):
        split_assignments(texts)
