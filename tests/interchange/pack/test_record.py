"""The pack of a recorded review holds its record: what was decided, why, and the seal."""

from dataclasses import replace
from datetime import date

import pytest

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import ReviewStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Review
from launchpad.domain.ids import AddendumId
from launchpad.domain.record import Agreed, RecordedName, RoomChange, Seal
from launchpad.domain.review import Addendum
from launchpad.domain.values import Dissent
from launchpad.interchange.audience import Audience
from launchpad.interchange.export import pack_for
from launchpad.interchange.pack.html import html_of
from launchpad.interchange.pack.record import UNSEALED
from tests.interchange.pack.test_html import Page
from tests.interchange.plans import a_request, the_sample

DIGEST = "9f" * 32


def sealed() -> Document:
    """The sample with its second review as a room of Launchpad would have left it."""
    plan = the_sample()
    review = plan.rows(Review)[1]
    assert review.decider is not None
    record = replace(
        review,
        private_note="between us",
        dissent=(Dissent(review.decider, "I would wait a week."),),
        agreed=(Agreed("condition", "C-9", "Fix the crash", "Noor", date(2026, 10, 9), "Limit the length"),),
        names=(RecordedName(review.decider, "Mara Then"),),
        room_changes=(RoomChange("Run the beta", "product", "status", "in progress", "done"),),
        seal=Seal(41, "2026-09-29T14:05:00Z", "Mara", "journal", "", DIGEST),
    )
    note = Addendum(id=AddendumId("a"), review=review.id, day=date(2026, 10, 1), text="It was the 28th.")
    return plan.apply(Edit("Seal", (Change(review, record), Change(None, note))))


def text_of(plan: Document, audience: Audience, review: str = "R2") -> str:
    return " ".join(Page(html_of(pack_for(plan, a_request(audience, review=review)))).texts)


def test_the_team_reads_all_of_the_record():
    text = text_of(sealed(), Audience.FULL)

    for said in (
        "The record: R2", "Story and product checkpoint", "Go with conditions", "Fix the crash", "Limit the length",
        "Mara Then", "I would wait a week.", "Run the beta", "It was the 28th.", DIGEST, "edit 41", "Addenda",
    ):  # fmt: skip
        assert said in text, said
    assert "between us" not in text


def test_people_are_called_as_they_were_when_it_was_sealed():
    text = text_of(sealed(), Audience.FULL)

    assert "Mara Then" in text


def test_executives_read_the_outcome_its_conditions_and_the_seal():
    text = text_of(sealed(), Audience.EXECUTIVE)

    assert "Fix the crash" in text
    assert DIGEST in text
    assert "I would wait a week." not in text
    assert "It was the 28th." not in text


@pytest.mark.parametrize("audience", [Audience.SALES, Audience.SUPPORT])
def test_teams_read_nothing_of_it(audience):
    assert text_of(sealed(), audience) == text_of(sealed(), audience, "")


def test_a_broken_seal_is_told():
    assert "broken" in text_of(sealed(), Audience.FULL), "that digest is made up"


def test_a_record_from_elsewhere_says_that_it_has_no_seal():
    assert UNSEALED in text_of(the_sample(), Audience.FULL)


@pytest.mark.parametrize(("key", "sentence"), [("R99", "no review"), ("R2", "not recorded yet")])
def test_a_review_that_is_not_there_or_not_recorded_is_refused(key, sentence):
    review = the_sample().rows(Review)[1]
    plan = the_sample().apply(Edit("Open", (Change(review, replace(review, status=ReviewStatus.PLANNED)),)))

    with pytest.raises(PlanError, match=sentence):
        pack_for(plan, a_request(review=key))
