"""The command import."""

import json
from pathlib import Path

from launchpad.cli.main import main
from launchpad.storage.launch_file import read_document
from tests.interchange.foreign.samples import GAN, TABLE


def test_a_plan_of_another_program_becomes_a_launch(tmp_path: Path, capsys):
    source, out = tmp_path / "loom.gan", tmp_path / "loom.launch"
    source.write_text(GAN, encoding="utf-8")

    assert main(["import", str(source), str(out), "--date", "2026-03-20"]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[0] == f"{out}: Loom, 3 tasks, launch day 2026-03-20"
    assert "holiday that returns every year" in said
    assert [task.title for task in read_document(out).tasks] == ["Draft page", "Review page", "Launch"]
    assert main(["log", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["entries"][0]["source"] == "import:loom.gan"


def test_json_says_what_was_made_and_what_was_not(tmp_path: Path, capsys):
    source, out = tmp_path / "loom.csv", tmp_path / "loom.launch"
    source.write_text(TABLE + "4,Odd,,,,someday,,,,\n", encoding="utf-8")

    assert main(["import", str(source), str(out), "--name", "Loom", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["name"], said["tasks"]) == ("Loom", 4)
    assert said["notices"] == ["Line 5: “someday” is not a date and was left out."]


def test_a_refusal_makes_nothing(tmp_path: Path, capsys):
    source, out = tmp_path / "loom.csv", tmp_path / "loom.launch"
    source.write_text("1,Draft\n", encoding="utf-8")

    assert main(["import", str(source), str(out)]) == 2
    assert capsys.readouterr().err.endswith("Nothing was made.\n")
    assert not out.exists()
    out.write_bytes(b"mine")
    source.write_text(TABLE, encoding="utf-8")
    assert main(["import", str(source), str(out)]) == 1
    assert out.read_bytes() == b"mine"


def test_our_own_workbook_has_a_row_of_hidden_names_that_is_no_task(launchpad, sample_file, tmp_path: Path):
    launchpad.done("export", sample_file, tmp_path / "plan.xlsx")
    said = launchpad.done("import", tmp_path / "plan.xlsx", tmp_path / "again.launch", "--json").json
    again, plan = read_document(tmp_path / "again.launch"), read_document(sample_file)

    assert said["notices"] == ["Only the sheet “Plan” was read."]
    assert [(task.key, task.title) for task in again.tasks] == [(task.key, task.title) for task in plan.tasks]
