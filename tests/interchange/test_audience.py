"""Who sees what: what is left out is not in the file."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.gate import Decision
from launchpad.domain.people import Person
from launchpad.domain.register import Issue, Measurement, Risk
from launchpad.domain.task import Comment
from launchpad.interchange.audience import NAMED_TRACKS, Audience, home_tracks, unique_labels, view_of
from launchpad.interchange.export import export
from tests.builders import a_person, a_plan, a_task, a_track
from tests.interchange.plans import a_request, a_stamp, the_sample
from tests.interchange.reading import everything_in, values_in

SECRET = "Zanzibar"


@pytest.fixture(scope="module")
def marked() -> Document:
    """The sample with a name on everybody that no other text contains, and a private note on every task."""
    plan = the_sample()
    people = [Change(person, replace(person, name=f"{person.name}{SECRET}")) for person in plan.people]
    tasks = [Change(task, replace(task, private_note=f"private {SECRET}")) for task in plan.tasks]
    return plan.apply(Edit("Mark", (*people, *tasks)))


@pytest.fixture(scope="module")
def parts(marked: Document, tmp_path_factory: pytest.TempPathFactory) -> dict[Audience, str]:
    """All text in every audience's file, hidden sheet, properties and names included."""
    folder = tmp_path_factory.mktemp("audiences")
    texts = {}
    for audience in Audience:
        path = folder / f"{audience.value}.xlsx"
        export(marked, path, a_request(audience))
        texts[audience] = everything_in(path)
    return texts


def named_in(text: str) -> set[str]:
    """The people whose marked names occur."""
    return set(re.findall(rf"(\w+){SECRET}", text))


def people_of(plan: Document, audience: Audience) -> set[str]:
    homes = home_tracks(plan)
    keys = {track.id: track.key for track in plan.tracks}
    wanted = NAMED_TRACKS[audience]
    return {
        person.name.removesuffix(SECRET)
        for person in plan.people
        if person.id in homes and keys[homes[person.id]] in wanted
    }


@pytest.mark.parametrize("audience", [Audience.SALES, Audience.SUPPORT])
def test_a_team_reads_no_names_but_its_own_circle(
    parts: dict[Audience, str], marked: Document, audience: Audience
) -> None:
    assert named_in(parts[audience]) <= people_of(marked, audience)
    assert named_in(parts[audience])


@pytest.mark.parametrize("audience", [Audience.SALES, Audience.SUPPORT])
def test_other_people_appear_as_their_roles(parts: dict[Audience, str], audience: Audience) -> None:
    assert "Legal counsel" in parts[audience]


def test_everybody_is_named_where_everything_may_be_seen(parts: dict[Audience, str], marked: Document) -> None:
    assert named_in(parts[Audience.FULL]) == {person.name.removesuffix(SECRET) for person in marked.people}


@pytest.mark.parametrize("audience", list(Audience))
def test_private_notes_never_leave(parts: dict[Audience, str], audience: Audience) -> None:
    assert f"private {SECRET}" not in parts[audience]


def texts_of(plan: Document, kind: type[Risk] | type[Decision] | type[Issue]) -> list[str]:
    return [
        text for row in plan.rows(kind) for text in (row.title, getattr(row, "plan", ""), getattr(row, "trigger", ""))
    ]


@pytest.mark.parametrize("audience", [Audience.SALES, Audience.SUPPORT])
def test_a_team_gets_no_risks_and_no_decisions(
    parts: dict[Audience, str], marked: Document, audience: Audience
) -> None:
    texts = [*texts_of(marked, Risk), *texts_of(marked, Decision), *(row.rationale for row in marked.rows(Decision))]

    assert [text for text in texts if text and escaped(text) in parts[audience]] == []


def test_sales_gets_no_issues(parts: dict[Audience, str], marked: Document) -> None:
    assert [text for text in texts_of(marked, Issue) if text and escaped(text) in parts[Audience.SALES]] == []


@pytest.mark.parametrize(("audience", "home"), [(Audience.SALES, "sales"), (Audience.SUPPORT, "support")])
def test_a_team_reads_the_notes_and_the_evidence_of_its_own_tasks_only(
    parts: dict[Audience, str], marked: Document, audience: Audience, home: str
) -> None:
    keys = {track.id: track.key for track in marked.tracks}
    theirs = [task for task in marked.tasks if keys[task.track] == home]
    others = [task for task in marked.tasks if keys[task.track] != home]

    def held(task_text: str) -> bool:
        return bool(task_text) and escaped(task_text) in parts[audience]

    assert [task.key for task in others if held(task.note) or held(task.blocked_reason)] == []
    assert [task.key for task in others for each in task.evidence if held(each.ref)] == []
    assert all(held(task.note) for task in theirs if task.note)


@pytest.mark.parametrize("audience", [Audience.SALES, Audience.SUPPORT, Audience.EXECUTIVE])
def test_comments_stay_inside(parts: dict[Audience, str], marked: Document, audience: Audience) -> None:
    assert [row.text for row in marked.rows(Comment) if escaped(row.text) in parts[audience]] == []


@pytest.mark.parametrize("audience", [Audience.SALES, Audience.SUPPORT])
def test_what_was_noted_beside_a_number_stays_inside(
    parts: dict[Audience, str], marked: Document, audience: Audience
) -> None:
    notes = [row.note for row in marked.rows(Measurement) if row.note]

    assert [note for note in notes if escaped(note) in parts[audience]] == []


def test_executives_read_no_task_but_those_that_stop_a_go(parts: dict[Audience, str], marked: Document) -> None:
    named = [task.key for task in marked.tasks if f"({task.key})" in parts[Audience.EXECUTIVE]]

    assert named == ["eng.security", "eng.regression", "eng.migration", "mkt.page", "leg.terms"]
    assert not [task.acceptance for task in marked.tasks if escaped(task.acceptance) in parts[Audience.EXECUTIVE]]


@pytest.mark.parametrize("audience", [Audience.SALES, Audience.SUPPORT, Audience.EXECUTIVE])
def test_who_exported_it_is_told_only_where_everybody_is_named(tmp_path: Path, audience: Audience) -> None:
    for kind, known in ((Audience.FULL, True), (audience, False)):
        path = tmp_path / f"{kind.value}.xlsx"
        export(the_sample(), path, a_request(kind, stamp=a_stamp(who="Wilhelmina")))

        assert ("Wilhelmina" in everything_in(path)) is known


def test_the_lists_of_sales_hold_sales_and_marketing_people(tmp_path: Path) -> None:
    path = tmp_path / "sales.xlsx"
    export(the_sample(), path, a_request(Audience.SALES))

    values = values_in(path)
    column = next(place for place, value in values.items() if place.startswith("Lists!") and value == "Person")
    letters = re.sub(r"\d", "", column.partition("!")[2])
    people = {value for place, value in values.items() if re.fullmatch(rf"Lists!{letters}([6-9]|\d\d+)", place)}
    assert people == people_of(the_sample(), Audience.SALES)


def escaped(text: str) -> str:
    """Text as XML holds it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_labels_are_told_apart_without_regard_to_case() -> None:
    people = [
        a_person("a", name="Kim"),
        a_person("b", name="KIM"),
        a_person("c", name="Kim (b)"),
        a_person("d", name="Al"),
    ]

    labels = unique_labels(people, lambda person: person.name, lambda person: person.key)

    assert list(labels.values()) == ["Kim (a)", "KIM (b)", "Kim (b) 2", "Al"]


def test_people_outside_share_a_role_and_still_differ() -> None:
    plan = a_plan(
        a_track("sales", lead="gil"),
        a_person("gil", role="Sales lead"),
        a_person("ann", role="Engineer"),
        a_person("bob", role="Engineer"),
        a_person("cy"),
        a_task("a", track="engineering", owner="ann"),
    )

    labels = [view_of(plan, Audience.SALES).person(person.id) for person in plan.people]

    assert labels == ["Gil", "Engineer (2)", "Engineer (3)", "Somebody else"]


def test_a_lead_belongs_to_the_track_they_lead_whatever_they_own() -> None:
    plan = a_plan(
        a_track("support", lead="ines"),
        a_track("sales"),
        a_person("ines"),
        *(a_task(f"t{number}", track="sales", owner="ines") for number in range(3)),
    )

    (ines,) = plan.rows(Person)
    assert home_tracks(plan)[ines.id] == "track:support"


def test_a_checklist_holds_the_teams_tasks_and_what_they_wait_for() -> None:
    view = view_of(the_sample(), Audience.SALES)
    keys = {track.id: track.key for track in the_sample().tracks}

    assert {keys[task.track] for task in view.own} == {"sales"}
    assert "prd.pricing" in {task.key for task in view.awaited}
    assert "leg.terms" not in {task.key for task in view.awaited}
