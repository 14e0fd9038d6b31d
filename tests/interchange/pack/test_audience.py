"""What an audience must not see is nowhere in its pack, byte for byte."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from launchpad.domain.document import Document
from launchpad.domain.gate import Review
from launchpad.domain.people import Person, Track
from launchpad.interchange.audience import NAMED_TRACKS, Audience, home_tracks
from launchpad.interchange.export import pack_for
from launchpad.interchange.pack.html import html_of
from tests.interchange.pack.marked import Marks, marked
from tests.interchange.plans import SAMPLE_DAY, a_request, a_stamp, from_template, in_flight, the_sample

NOBODY = {
    ("Task", "private_note"), ("Review", "private_note"), ("Person", "email"), ("Comment", "text"),
    ("RetroNote", "text"), ("Task", "evidence"), ("Task", "evidence_ref"), ("Task", "note"),
    ("RegionFeedback", "conflict_note"), ("Risk", "closing_note"),
}  # fmt: skip
"""What no pack holds."""
OPEN = {
    ("Launch", "name"), ("Launch", "product"), ("Launch", "summary"), ("Launch", "one_sentence"), ("Region", "name"),
    ("Audience", "name"), ("Audience", "message"), ("Audience", "channel"), ("Track", "name"), ("Gate", "name"),
    ("Goal", "name"), ("Goal", "unit"), ("Asset", "name"), ("Asset", "type"), ("Asset", "version"), ("Asset", "link"),
    ("Blackout", "name"), ("RegionFeedback", "region"), ("RegionFeedback", "question"), ("Task", "title"),
    ("Person", "name"), ("Person", "role"),
}  # fmt: skip
"""What both teams may find, as far as it is theirs."""
EXECUTIVE = {
    ("Launch", "name"), ("Track", "name"), ("Person", "name"), ("Goal", "name"), ("Goal", "unit"), ("Risk", "title"),
    ("Risk", "trigger"), ("Decision", "title"), ("Decision", "choice"), ("Gate", "question"), ("Gate", "name"),
    ("Blackout", "name"), ("RivalEvent", "rival"), ("RivalEvent", "event"), ("PortfolioEntry", "name"),
    ("Task", "title"), ("Task", "blocked_reason"), ("Condition", "text"), ("Condition", "fallback"),
    ("Action", "text"), ("Review", "title"), ("Review", "rationale"), ("Issue", "title"),
}  # fmt: skip
MAY = {
    Audience.SALES: OPEN | {("RegionFeedback", "missing")},
    Audience.SUPPORT: OPEN | {("Issue", "title"), ("Issue", "action")},
    Audience.EXECUTIVE: EXECUTIVE,
}


def plan_of(name: str) -> Document:
    return the_sample() if name == "sample" else from_template(name)


@cache
def marked_plan(name: str, seed: int) -> tuple[Document, Marks]:
    marks = Marks()
    plan = plan_of(name)
    return marked(in_flight(plan, seed) if seed else plan, marks), marks


def found(name: str, seed: int, audience: Audience) -> tuple[Document, dict[str, tuple[str, str, str]]]:
    """The plan, and the marks in its pack, with the record of a review if there is one."""
    plan, marks = marked_plan(name, seed)
    reviews = plan.rows(Review)
    request = a_request(audience, review=reviews[0].key if reviews else "", stamp=a_stamp(who="zqwhoexported"))
    return plan, marks.where(html_of(pack_for(plan, request)))


plans_ = st.tuples(st.sampled_from(["sample", "tier1-major-launch", "pricing-change"]), st.integers(0, 400))


@settings(max_examples=12)
@given(plans_, st.sampled_from([Audience.SALES, Audience.SUPPORT, Audience.EXECUTIVE]))
def test_an_audience_finds_nothing_that_is_not_for_it(plan, audience):
    _, marks = found(plan[0], plan[1], audience)

    assert {(kind, field) for kind, field, _ in marks.values()} - MAY[audience] == set()


@pytest.mark.parametrize("audience", list(Audience))
def test_private_notes_comments_and_evidence_are_in_no_pack(audience):
    _, marks = found("sample", 0, audience)

    assert [about for about in marks.values() if about[:2] in NOBODY] == []
    assert marks, "or nothing would ever be found"


@settings(max_examples=12)
@given(plans_, st.sampled_from([Audience.SALES, Audience.SUPPORT]))
def test_a_team_reads_the_names_of_its_own_circle_only(plan, audience):
    document, marks = found(plan[0], plan[1], audience)
    homes, keys = home_tracks(document), {track.id: track.key for track in document.rows(Track)}

    named = {row for kind, field, row in marks.values() if (kind, field) == ("Person", "name")}
    assert {keys[homes[document.table(Person)[row].id]] for row in named} <= NAMED_TRACKS[audience]


@pytest.mark.parametrize("audience", [Audience.SALES, Audience.SUPPORT])
def test_a_team_reads_its_own_tasks_and_what_they_wait_for_only(audience):
    document, marks = found("sample", 0, audience)
    pack_tasks = {row for kind, field, row in marks.values() if (kind, field) == ("Task", "title")}
    tracks = {track.id: track.key for track in document.tracks}
    own = {task.id for task in document.tasks if tracks[task.track] == audience.value}
    awaited = {link.predecessor for link in document.dependencies if link.successor in own}

    assert pack_tasks
    assert pack_tasks <= own | awaited


def test_executives_read_no_task_but_those_that_block_the_verdict():
    _, marks = found("sample", 0, Audience.EXECUTIVE)

    assert sum(about[:2] == ("Task", "title") for about in marks.values()) == 3


def test_who_exported_it_is_told_to_the_team_only():
    for audience in Audience:
        plan, _ = marked_plan("sample", 0)
        text = html_of(pack_for(plan, a_request(audience, stamp=a_stamp(who="zqwhoexported"))))

        assert ("zqwhoexported" in text) is (audience is Audience.FULL)


def test_the_team_finds_what_a_review_needs():
    _, marks = found("sample", 0, Audience.FULL)

    kinds = {about[:2] for about in marks.values()}
    wanted = {("Risk", "plan"), ("Decision", "rationale"), ("SignOff", "comment"), ("Review", "dissent"),
              ("Addendum", "text"), ("Issue", "action"), ("Criterion", "text")}  # fmt: skip
    assert wanted <= kinds


def test_the_days_of_the_packs_are_those_that_were_asked_for():
    assert f"As of Mon {SAMPLE_DAY.day} Oct 2026" in html_of(pack_for(the_sample(), a_request(Audience.SALES)))
