"""Workbooks that LibreOffice saved, as .xlsx and by way of .ods: nothing is lost and nothing is made up."""

from datetime import date
from pathlib import Path

import pytest

from launchpad.app.session import Session
from launchpad.interchange.audience import Audience
from tests.interchange.homecoming.returning import Desk, Filled, editing, fill, kinds
from tests.interchange.plans import SAMPLE_DAY, the_sample
from tests.libreoffice import LibreOffice

EDITS = {
    "sal.battlecards": {"progress": 0.6, "note": "Two people on leave until 20 Oct", "owner": "Mara"},
    "lau.retro": {"status": "◐ In progress", "expected_finish": date(2027, 1, 15)},
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("desk")
    with Session.create(folder / "plan.launch", the_sample(), "The sample") as session:
        yield Desk(session, folder, SAMPLE_DAY)


@pytest.fixture(scope="module")
def edited(desk: Desk) -> dict[tuple[str, str], str]:
    """What a merge of the edited file says when no other program touched it."""
    sent = desk.send("full.xlsx")
    keys = [task.key for task in desk.plan.tasks]
    cells = {keys[20]: EDITS["sal.battlecards"], keys[-1]: EDITS["lau.retro"]}
    fill(sent, desk.folder / "edited.xlsx", cells)
    with editing(desk.folder / "edited.xlsx") as book:
        Filled(book["Plan"]).add(title="Partner webinar", owner="Mara")
    return kinds(desk.read(desk.folder / "edited.xlsx"))


@pytest.fixture(scope="module")
def saved(desk: Desk, edited: dict[tuple[str, str], str], soffice: LibreOffice) -> list[Path]:
    """Folders with all files as LibreOffice saved them."""
    for audience in (Audience.SALES, Audience.SUPPORT, Audience.EXECUTIVE):
        desk.send(f"{audience}.xlsx", audience)
    files = sorted(desk.folder.glob("*.xlsx"))
    return [soffice.recalculate(files), soffice.recalculate(sorted(soffice.to_ods(files).glob("*.ods")))]


@pytest.mark.parametrize("way", [0, 1], ids=["xlsx", "ods-xlsx"])
@pytest.mark.parametrize("audience", Audience)
def test_a_file_that_was_only_saved_again_changes_nothing(audience: Audience, way: int, desk: Desk, saved: list[Path]):
    home = desk.read(saved[way] / f"{audience}.xlsx")

    assert (home.proposals, home.comparison.unreadable, home.comparison.read.cells) == ((), (), ())


@pytest.mark.parametrize("way", [0, 1], ids=["xlsx", "ods-xlsx"])
def test_what_was_filled_in_merges_exactly(way: int, desk: Desk, saved: list[Path], edited: dict[tuple[str, str], str]):
    home = desk.read(saved[way] / "edited.xlsx")

    assert sorted(edited.values()) == ["new", *["take"] * 5]
    assert kinds(home) == edited
    assert home.edit(home.usual()).changes


SCRIPT = Path(__file__).parent / "uno_edits.py"
XLSX, ODS = "Calc MS Excel 2007 XML", "calc8"


@pytest.fixture(scope="module")
def worked_on(desk: Desk, soffice: LibreOffice, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A workbook in which somebody typed, sorted, hid, deleted and added rows and put a column in, in LibreOffice."""
    folder = tmp_path_factory.mktemp("worked on")
    targets = [[str(folder / "worked.xlsx"), XLSX], [str(folder / "worked.ods"), ODS]]
    sent = desk.send("to be worked on.xlsx")
    keys = [task.key for task in desk.plan.tasks]
    typed = [
        [keys[20], "progress", "60%"],
        [keys[20], "note", "Two people on leave until 20 Oct"],
        [keys[-1], "status", "In progress"],
        [keys[-1], "expected_finish", "2027-01-15"],
    ]
    rows = {"sort": "title", "insert": 3, "drop": keys[40], "hide": keys[20]}
    added = {"title": "Partner webinar", "owner": "Mara"}
    soffice.run_script(SCRIPT, {"source": str(sent), "targets": targets, "typed": typed, **rows, "add": added})
    return [folder / "worked.xlsx", soffice.recalculate([folder / "worked.ods"]) / "worked.xlsx"]


@pytest.mark.parametrize("way", [0, 1], ids=["xlsx", "ods-xlsx"])
def test_what_was_done_in_libreoffice_itself_merges_exactly(way: int, desk: Desk, worked_on: list[Path]):
    home = desk.read(worked_on[way])
    keys = [task.key for task in desk.plan.tasks]

    assert kinds(home) == {
        (keys[20], "progress"): "take",
        (keys[20], "note"): "take",
        (keys[-1], "status"): "take",
        (keys[-1], "expected_finish"): "take",
        ("", "title"): "new",
        (keys[40], ""): "not-in-file",
    }
    assert home.comparison.unreadable == ()
    after = desk.plan.apply(home.edit(home.usual()))
    assert after.task(keys[20]).progress == 60
    assert after.task(keys[-1]).expected_finish == date(2027, 1, 15)
    assert after.task(keys[40]) == desk.task(keys[40])
