"""Ballots as files: names that spreadsheets take, and text that stays text."""

from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from launchpad.domain.document import Document
from launchpad.domain.enums import Answer
from launchpad.domain.gate import Review
from launchpad.domain.ids import GateId, ReviewId
from launchpad.interchange.ballot.ballot import ballots_of
from launchpad.interchange.ballot.writer import sheet_names, write_ballots
from launchpad.interchange.homecoming.reading import read_workbook
from launchpad.interchange.workbook.material import Stamp
from tests.builders import a_criterion, a_gate, a_person, a_plan, a_task, a_track
from tests.libreoffice import LibreOffice

TODAY = date(2026, 11, 2)
STAMP = Stamp("plan", "export", 3, 1, datetime(2026, 11, 2, 9, tzinfo=UTC), "Mara")
REVIEW = Review(id=ReviewId("review"), key="R1", title="Go or not", gate=GateId("gate:G1"), planned=date(2026, 11, 5))
HOSTILE = (
    "=1+1",
    "@SUM(A1)",
    "+cmd|' /C calc'!A1",
    "<script>alert(1)</script>",
    "_x000A_",
    "History",
    "a/b:c*?[d]'",
    "x" * 27 + "'s team",
    "' '",
)
NAMES = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)


def plan_of(names: list[str]) -> Document:
    tracks = [a_track(f"t{n}", name=name, lead="gil") for n, name in enumerate(names)]
    signoffs = [track.key for track in tracks]
    tasks = [a_task(f"k{n}", title=name, track=f"t{n}", gate="G1") for n, name in enumerate(names)]
    criterion = a_criterion("G1", "c", text=names[0])
    return a_plan(a_person("gil"), a_gate("G1", -3, signoffs=signoffs, question=names[0]), *tracks, *tasks, criterion)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NAMES, min_size=1, max_size=5))
def test_any_track_gets_a_sheet_that_comes_home_and_nothing_in_it_runs(tmp_path: Path, names: list[str]) -> None:
    plan = plan_of(names)
    ballots = ballots_of(plan, TODAY, REVIEW)
    target = tmp_path / "ballots.xlsx"
    write_ballots(target, ballots, STAMP)
    returned = read_workbook(target).ballots
    book = load_workbook(target)

    titles = sheet_names(ballots.sheets)
    assert book.sheetnames == [*titles, "_ballot"]
    assert len({title.casefold() for title in titles}) == len(names)
    assert all(0 < len(title) <= 31 and not set(title) & set("[]:*?/\\") for title in titles)
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert returned is not None
    assert returned.is_whole
    assert [ballot.track for ballot in returned.ballots] == [track.id for track in plan.tracks]


def test_a_ballot_that_libreoffice_saved_comes_home_whole(soffice: LibreOffice, tmp_path: Path) -> None:
    plan = plan_of(["Sales", "Legal & privacy"])
    target = tmp_path / "ballots.xlsx"
    write_ballots(target, ballots_of(plan, TODAY, REVIEW), STAMP)
    book = load_workbook(target)
    book["Sales"]["B7"], book["Sales"]["B8"] = "Abstain", "On leave"
    book.save(target)
    returned = read_workbook(soffice.recalculate([target]) / "ballots.xlsx").ballots

    assert returned is not None
    assert returned.is_whole
    assert [(each.answer, each.comment) for each in returned.ballots] == [(Answer.ABSTAIN, "On leave"), (None, "")]
