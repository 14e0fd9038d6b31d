"""Seals: whatever is changed in a record afterwards is found, and what is honest is not."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import DecisionStatus, ReviewStatus
from launchpad.domain.gate import Decision, ReadinessPoint, Review
from launchpad.domain.ids import AddendumId, ReviewId
from launchpad.domain.review import Addendum
from launchpad.domain.row import Row
from launchpad.domain.values import Snapshot
from launchpad.journal.seal_check import SealStanding, seal_states, sealing_label
from launchpad.journal.seals import (
    Sealed,
    Stamp,
    last_digest,
    parts_of,
    plan_digest,
    recordable_rows,
    seal_for,
    sealed_rows,
)
from tests.builders import a_plan
from tests.storage.rows import Chance, Drawn, a_full_plan, a_row

STAMP = Stamp(7, datetime(2026, 11, 2, 9, 50, tzinfo=UTC), "Mara", "journal-1")


def with_row(plan: Document, row: Row) -> Document:
    before = plan.table(type(row)).get(row.id)
    return plan.apply(Edit("Change", (Change(before, row),))) if before != row else plan


def sealed(plan: Document, row: Sealed, stamp: Stamp = STAMP) -> Document:
    values: dict[str, Any] = {"seal": seal_for(plan, row, parts_of(plan, row), stamp)}
    return with_row(plan, replace(row, **values))


@cache
def recorded() -> Document:
    """A plan with something in every field: two reviews and two addenda are sealed, in this order."""
    plan = a_full_plan(3)
    for row in recordable_rows(plan):
        unsealed: dict[str, Any] = {"seal": None}
        plan = with_row(plan, replace(row, **unsealed))
    for row in plan.rows(Review):
        complete = replace(row, status=ReviewStatus.RECORDED)
        plan = sealed(with_row(plan, complete), complete)
    for addendum in plan.rows(Addendum):
        plan = sealed(plan, addendum)
    return plan


def broken(plan: Document) -> set[str]:
    return {state.row.id for state in seal_states(plan) if state.state is SealStanding.BROKEN}


def test_records_that_nobody_touched_are_as_they_were_sealed():
    states = seal_states(recorded())

    assert [state.state.value for state in states] == ["sealed"] * 4


@pytest.mark.parametrize("name", [field.name for field in fields(Review) if field.name != "id"])
def test_every_field_of_a_record_is_under_its_seal(name):
    plan = recorded()
    review = plan.rows(Review)[1]
    values = (getattr(a_row(Review, 9, Chance(seed)), name) for seed in range(99))
    other = next(value for value in values if value != getattr(review, name))

    assert review.id in broken(with_row(plan, replace(review, **{name: other})))


@given(st.data())
def test_a_field_of_a_record_that_says_anything_else_breaks_the_seal(data):
    plan = recorded()
    row = data.draw(st.sampled_from([*plan.rows(Review), plan.rows(Addendum)[0]]))
    name = data.draw(st.sampled_from([field.name for field in fields(row) if field.name not in ("id", "key")]))
    other = getattr(a_row(type(row), int(row.id[-1]), Drawn(data)), name)
    tampered = with_row(plan, cast(Row, replace(row, **{name: other})))

    assert (row.id in broken(tampered)) is (other != getattr(row, name))


@pytest.mark.parametrize(("was", "now"), [(None, 0.0), (0.0, None), (48.6, 48.7)])
def test_no_score_and_a_score_of_nothing_are_told_apart(was, now):
    def snapshot(score: float | None) -> Snapshot:
        return Snapshot(readiness=score, gate_readiness=None, expected=None, work=None, confidence=None)

    review = Review(id=ReviewId("r"), key="R1", title="Go", status=ReviewStatus.RECORDED, snapshot=snapshot(was))
    plan = sealed(a_plan(review), review)
    record = plan.rows(Review)[0]

    assert broken(plan) == set()
    assert broken(with_row(plan, replace(record, snapshot=snapshot(now)))) == {"r"}


DECISION = [field.name for field in fields(Decision) if field.name not in ("id", "key", "order", "status")]
POINT = [field.name for field in fields(ReadinessPoint) if field.name != "id"]


@pytest.mark.parametrize(("kind", "name"), [*((Decision, n) for n in DECISION), *((ReadinessPoint, n) for n in POINT)])
def test_the_decision_and_the_point_of_the_trend_are_under_the_seal(kind, name):
    plan = recorded()
    review = plan.rows(Review)[0]
    part = plan.table(kind)[str(review.decision if kind is Decision else review.point)]
    values = (getattr(a_row(kind, 9, Chance(seed)), name) for seed in range(99))
    values = (getattr(a_row(kind, 9, Chance(seed)), name) for seed in range(99))
    other: Any = next(value for value in values if value != getattr(part, name))

    assert review.id in broken(with_row(plan, replace(part, **{name: other})))


def test_a_decision_that_is_superseded_later_leaves_the_seal_whole():
    plan = recorded()
    for decision in plan.rows(Decision):
        plan = with_row(plan, replace(decision, status=DecisionStatus.SUPERSEDED, order="zz"))

    assert broken(plan) == set()


def test_an_honest_addendum_breaks_nothing():
    plan = recorded()
    review = plan.rows(Review)[0]
    addendum = Addendum(id=AddendumId("new"), review=review.id, day=date(2026, 11, 3), text="Gil was there, too.")

    after = sealed(plan, addendum, replace(STAMP, edit=9))

    assert broken(after) == set()
    assert after.table(Addendum)["new"].seal is not None


def test_the_edit_that_seals_is_called_by_the_title_or_the_first_words():
    review = Review(id=ReviewId("r"), key="R1", title="Go or not")
    addendum = Addendum(id=AddendumId("new"), review=review.id, day=date(2026, 11, 3), text="Gil " * 40)

    assert sealing_label(review) == "Record review R1: Go or not"
    assert sealing_label(addendum) == "Add to the record: " + "Gil " * 15


def test_a_record_taken_out_is_missed_by_the_one_after_it():
    first, second = (
        Review(id=ReviewId(key), key=key, title="Go", status=ReviewStatus.RECORDED, edit=3) for key in ("R1", "R2")
    )
    plan = sealed(sealed(a_plan(first, second), first), second)
    without = Document(row for row in plan if row.id != first.id)

    assert broken(plan) == set()
    assert broken(without) == {second.id}
    assert "the record sealed before it is missing" in seal_states(without)[0].text


def test_two_records_that_claim_one_place_are_both_noticed():
    first = Review(id=ReviewId("R1"), key="R1", title="Go", status=ReviewStatus.RECORDED)
    plan = sealed(a_plan(first), first)
    forged = replace(first, id=ReviewId("R2"), key="R2")
    forged = replace(forged, seal=seal_for(a_plan(), forged, (), STAMP))

    assert broken(with_row(plan, forged)) == {"R1", "R2"}


def test_a_seal_taken_away_from_a_review_held_here_is_noticed():
    plan = recorded()
    review = plan.rows(Review)[0]

    assert review.id in broken(with_row(plan, replace(review, seal=None)))


def test_a_record_that_came_from_elsewhere_has_no_seal_to_break():
    review = Review(id=ReviewId("r"), key="R1", title="Plan locked", status=ReviewStatus.RECORDED)
    (state,) = seal_states(a_plan(review))

    assert state.state is SealStanding.UNSEALED
    assert "recorded before it came to Launchpad" in state.text


def test_each_seal_follows_the_one_before():
    plan = recorded()
    seals = [row.seal for row in sealed_rows(plan) if row.seal is not None]

    assert [seal.previous for seal in seals] == ["", *(seal.digest for seal in seals[:-1])]
    assert last_digest(plan) == seals[-1].digest


def test_the_digest_of_a_plan_knows_no_order_of_rows():
    plan = recorded()

    assert plan_digest(plan) == plan_digest(reversed(list(plan)))
    assert plan_digest(plan) != plan_digest([row for row in plan if not isinstance(row, Addendum)])
