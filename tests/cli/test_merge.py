"""`launchpad merge`: what it says, what it applies, and what it refuses."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CommandLine
from tests.interchange.homecoming.returning import Filled, editing, fill


@pytest.fixture
def send(launchpad: CommandLine, sample_file: Path, tmp_path: Path) -> Callable[..., Path]:
    """`send(key={column: value})` exports the sample and fills in cells."""

    def sent(cells: dict[str, dict[str, Any]], name: str = "back.xlsx") -> Path:
        launchpad.done("export", sample_file, tmp_path / "out.xlsx")
        return fill(tmp_path / "out.xlsx", tmp_path / name, cells)

    return sent


SHAPE = ["file", "exported", "edit", "plan_matches", "proposals", "unreadable", "notices", "effect"]


def task(launchpad: CommandLine, file: Path, key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(
        row for row in launchpad.done("show", file, "--json").json["tasks"] if row["key"] == key
    )
    return found


def test_it_says_what_it_would_do_and_changes_nothing(
    launchpad: CommandLine, sample_file: Path, send: Callable[..., Path]
):
    first = launchpad.done("show", sample_file, "--json").json["tasks"][0]["key"]
    back = send({first: {"progress": "60 %", "expected_finish": "mid Feb"}})
    before = sample_file.read_bytes()
    answer = launchpad.done("merge", sample_file, back, "--json").json

    assert list(answer) == SHAPE
    assert (answer["file"], answer["edit"], answer["plan_matches"]) == ("back.xlsx", 1, True)
    (proposal,) = answer["proposals"]
    assert proposal == {
        "kind": "take",
        "key": first,
        "field": "progress",
        "base": None,
        "mine": None,
        "theirs": 60,
        "cell": "Plan!G6",
    }
    (unreadable,) = answer["unreadable"]
    assert (unreadable["text"], unreadable["cell"]) == ("mid Feb", "Plan!J6")
    assert len(answer["effect"]["score"]) == len(answer["effect"]["launch"]) == 2
    assert sample_file.read_bytes() == before


def test_applying_is_one_edit_that_undo_takes_back(
    launchpad: CommandLine, sample_file: Path, send: Callable[..., Path]
):
    keys = [row["key"] for row in launchpad.done("show", sample_file, "--json").json["tasks"]]
    back = send({keys[40]: {"note": "Hello"}, keys[41]: {"progress": 0.5}}, "from-sales.xlsx")
    before = launchpad.done("show", sample_file, "--json").out
    answer = launchpad.done("merge", sample_file, back, "--apply", "--json").json

    assert answer["applied"] == 2
    assert task(launchpad, sample_file, keys[41])["progress"] == 50
    entry = launchpad.done("log", sample_file, "--json").json["entries"][-1]
    assert (entry["source"], entry["label"]) == ("workbook:from-sales.xlsx", "Merge from-sales.xlsx")

    launchpad.done("undo", sample_file)
    assert launchpad.done("show", sample_file, "--json").out == before


def test_an_export_that_nobody_filled_in_changes_nothing(
    launchpad: CommandLine, sample_file: Path, send: Callable[..., Path]
):
    key = launchpad.done("show", sample_file, "--json").json["tasks"][40]["key"]
    back, filled = send({}), send({key: {"progress": 0.6}}, "filled.xlsx")
    result = launchpad.done("merge", sample_file, back, "--apply")

    assert result.err == "Nothing changed: there was nothing to take.\n"
    assert "Applied" not in result.out
    assert len(launchpad.done("log", sample_file, "--json").json["entries"]) == 1

    launchpad.done("merge", sample_file, filled, "--apply")
    assert launchpad.done("merge", sample_file, filled, "--apply", "--json").json["applied"] is None
    assert len(launchpad.done("log", sample_file, "--json").json["entries"]) == 2


def test_every_proposal_has_the_same_shape_and_what_it_asks_is_a_notice(
    launchpad: CommandLine, sample_file: Path, send: Callable[..., Path]
):
    keys = [row["key"] for row in launchpad.done("show", sample_file, "--json").json["tasks"]]
    back = send({keys[36]: {"status": "Blocked", "title": "Other words"}})
    with editing(back) as book:
        page = Filled(book["Plan"])
        page.add(title="Partner webinar")
        page.page.delete_rows(page.row(keys[5]))
    answer = launchpad.done("merge", sample_file, back, "--json").json

    assert {each["kind"] for each in answer["proposals"]} == {
        *("conflict", "not-yours-to-change", "new", "not-in-file")
    }
    assert {tuple(each) for each in answer["proposals"]} == {("kind", "key", "field", "base", "mine", "theirs", "cell")}
    assert any("Why is it blocked" in notice for notice in answer["notices"])
    assert any("“Partner webinar” is proposed for the track Analytics" in notice for notice in answer["notices"])


def test_open_conflicts_need_a_preference(launchpad: CommandLine, sample_file: Path, send: Callable[..., Path]):
    key = launchpad.done("show", sample_file, "--json").json["tasks"][40]["key"]
    back = send({key: {"progress": 0.6}})
    launchpad.done("set", sample_file, key, "progress=20")
    result = launchpad("merge", sample_file, back, "--apply")

    assert result.code == 1
    assert "--prefer" in result.err
    assert result.err.count("\n") == 1
    assert task(launchpad, sample_file, key)["progress"] == 20

    launchpad.done("merge", sample_file, back, "--apply", "--prefer", "theirs")
    assert task(launchpad, sample_file, key)["progress"] == 60


def test_preferring_mine_keeps_every_conflict(launchpad: CommandLine, sample_file: Path, send: Callable[..., Path]):
    key = launchpad.done("show", sample_file, "--json").json["tasks"][40]["key"]
    back = send({key: {"progress": 0.6, "note": "Hello"}})
    launchpad.done("set", sample_file, key, "progress=20")
    launchpad.done("merge", sample_file, back, "--apply", "--prefer", "mine")
    after = task(launchpad, sample_file, key)

    assert after["progress"] == 20
    assert after["note"].endswith(": Hello")


def test_the_answer_reads_as_lines_too(launchpad: CommandLine, sample_file: Path, send: Callable[..., Path]):
    key = launchpad.done("show", sample_file, "--json").json["tasks"][40]["key"]
    text = launchpad.done("merge", sample_file, send({key: {"progress": 0.6}})).out

    assert text.startswith("back.xlsx: 120 rows read, 1 to take.\n")
    assert "Effect: " in text
    assert launchpad.done("merge", sample_file, send({})).out.startswith("back.xlsx: 120 rows read, nothing differs.")


def test_what_is_no_workbook_of_this_plan_is_refused_in_a_sentence(
    launchpad: CommandLine, sample_file: Path, send: Callable[..., Path], tmp_path: Path
):
    launchpad.done("open-sample", tmp_path / "other.launch")
    back = send({})
    (tmp_path / "plan.docx").write_bytes(b"PK nothing")

    assert "belongs to another plan" in launchpad.refused("merge", tmp_path / "other.launch", back)
    other = launchpad("merge", tmp_path / "other.launch", back, "--json")
    assert (other.code, other.json["plan_matches"], other.json["proposals"]) == (2, False, [])
    assert list(other.json) == SHAPE
    assert "cannot be merged" in launchpad.refused("merge", sample_file, tmp_path / "plan.docx")
    assert "no such file" in launchpad.refused("merge", sample_file, tmp_path / "none.xlsx")
    assert "not one of mine, theirs" in launchpad.refused("merge", sample_file, back, "--prefer", "yours")


def test_without_the_hidden_sheet_the_notice_is_clear(
    launchpad: CommandLine, sample_file: Path, send: Callable[..., Path]
):
    key = launchpad.done("show", sample_file, "--json").json["tasks"][40]["key"]
    back = send({key: {"progress": 0.6}})
    with editing(back) as book:
        del book["_launchpad"]
    answer = launchpad.done("merge", sample_file, back, "--json").json

    assert [each["kind"] for each in answer["proposals"]] == ["conflict"]
    assert (answer["exported"], answer["edit"]) == (None, None)
    assert "no longer says what it held" in answer["notices"][0]


def test_the_log_says_what_was_accepted_refused_and_in_conflict(
    launchpad: CommandLine, sample_file: Path, send: Callable[..., Path], tmp_path: Path
):
    keys = [row["key"] for row in launchpad.done("show", sample_file, "--json").json["tasks"]]
    back = send({keys[40]: {"progress": 0.6, "note": "Late"}, keys[41]: {"expected_finish": "mid Feb"}})
    launchpad.done("set", sample_file, keys[40], "progress=20")
    text, table = tmp_path / "log.txt", tmp_path / "log.csv"
    launchpad.done("merge", sample_file, back, "--log", text)
    launchpad.done("merge", sample_file, back, "--apply", "--prefer", "mine", "--log", table)

    assert "Not applied." in text.read_text(encoding="utf-8")
    assert f"in conflict, not decided: mine stays: {keys[40]} · Progress" in text.read_text(encoding="utf-8")
    with table.open(encoding="utf-8-sig", newline="") as file:
        outcomes = {(row["Key"], row["Field"]): row["Outcome"] for row in csv.DictReader(file)}
    assert outcomes == {
        (keys[40], "Progress"): "in conflict, refused",
        (keys[40], "Note"): "accepted",
        (keys[41], "Expected finish"): "left alone, not readable",
    }


def test_accounts_count_toward_the_pipeline_only_with_confirm(
    launchpad: CommandLine, sample_file: Path, tmp_path: Path
):
    sent = tmp_path / "sales.xlsx"
    launchpad.done("export", sample_file, sent, "--audience", "sales")
    with editing(sent) as book:
        page = book["Accounts"]
        (head,) = [cell.row for row in page.iter_rows() for cell in row if cell.value == "next_step"]
        columns = {str(cell.value): int(cell.column or 0) for cell in page[head]}
        page.cell(head + 2, columns["name"]).value = "School board"
        page.cell(head + 2, columns["value"]).value = 9_000

    def measured() -> list[float]:
        return [row["value"] for row in launchpad.done("show", sample_file, "--json").json["measurements"]]

    before = measured()
    launchpad.done("merge", sample_file, sent, "--apply")
    assert measured() == before
    launchpad.done("undo", sample_file)
    launchpad.done("merge", sample_file, sent, "--apply", "--confirm")
    assert 9_000 in measured()
    assert 9_000 not in before


def test_a_merge_before_which_no_version_could_be_kept_says_so(
    launchpad: CommandLine,
    sample_file: Path,
    send: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    first = launchpad.done("show", sample_file, "--json").json["tasks"][0]["key"]
    back = send({first: {"note": "Theirs"}})
    (tmp_path / "in the way").write_text("a file, not a folder")
    monkeypatch.setattr("launchpad.app.session.backups_folder", lambda: tmp_path / "in the way")

    told = launchpad.done("merge", sample_file, back, "--apply").err
    assert "No version of the plan could be kept; the plan itself is saved." in told
    assert task(launchpad, sample_file, first)["note"].endswith("back.xlsx: Theirs")
