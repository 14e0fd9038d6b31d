"""Commands that write files for others, and the demo."""

import json
import os

import pytest

from launchpad.cli import main
from tests.interchange.reading import opened


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.csv", "plan.ics", "plan.json", "plan.xml"])
def test_a_plan_is_written_by_the_files_ending(launchpad, sample_file, tmp_path, name):
    out = tmp_path / name

    assert launchpad.done("export", sample_file, out).out == f"{out}\n"
    assert out.stat().st_size > 1000


def test_what_sales_must_not_see_is_not_in_their_file(launchpad, sample_file, tmp_path):
    launchpad.done("export", sample_file, tmp_path / "sales.xlsx", "--audience", "sales")

    sheets = opened(tmp_path / "sales.xlsx").sheetnames

    assert sheets[0] == "Start"
    assert "Risks" not in sheets


def test_a_track_may_have_a_sheet_of_its_own(launchpad, sample_file, tmp_path):
    launchpad.done("export", sample_file, tmp_path / "x.xlsx", "--track", "sales", "--track", "support")

    assert {"Sales enablement", "Support"} <= set(opened(tmp_path / "x.xlsx").sheetnames)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["plan.docx"], "choose .xlsx, .csv, .ics, .json, .html, .xml, .pdf, .svg, .png"),
        (["plan"], ".xlsx"),
        (["plan.xlsx", "--audience", "press"], "not one of"),
        (["plan.xlsx", "--track", "nowhere"], "no track"),
        (["plan.json", "--audience", "sales"], "whole plan"),
        (["plan.xlsx", "--today", "2026-13-01"], "--today"),
        (["missing/plan.xlsx"], "the folder does not exist"),
    ],
)
def test_what_cannot_be_written_is_told_in_a_sentence(launchpad, sample_file, tmp_path, options, sentence):
    assert sentence in launchpad.refused("export", sample_file, tmp_path / options[0], *options[1:])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sample.launch"]


def test_the_demo_makes_the_main_job_end_to_end(launchpad, tmp_path):
    said = launchpad.done("demo", tmp_path / "demo").out

    made = {path.name for path in (tmp_path / "demo").iterdir()}
    handed_out = {"sample.xlsx", "sales.xlsx", "executive.html", "timeline.svg", "plan.json"}
    assert made == {"sample.launch", "score.txt", *handed_out}
    assert "Loomtrack 4" in (tmp_path / "demo" / "executive.html").read_text(encoding="utf-8")
    assert (tmp_path / "demo" / "timeline.svg").read_text(encoding="utf-8").startswith("<svg")
    assert all(name in said for name in made)
    assert "Readiness 48.6" in said
    assert len(said.splitlines()) <= 40, "one screen"
    assert json.loads((tmp_path / "demo" / "plan.json").read_text())["launch"]["name"] == "Loomtrack 4"


def test_the_demo_keeps_a_sample_that_somebody_edited(launchpad, tmp_path):
    launchpad.done("demo", tmp_path)
    launchpad.done("set", tmp_path / "sample.launch", "sal.pitch", "title=Mine")

    assert "with 1 edit of yours" in launchpad.done("demo", tmp_path).out
    assert "Mine" in launchpad.done("show", tmp_path / "sample.launch").out


def test_a_full_disk_leaves_last_weeks_file_as_it_was(launchpad, sample_file, tmp_path, monkeypatch):
    out = tmp_path / "x.csv"
    out.write_text("last week's")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    assert "the disk is full" in launchpad.refused("export", sample_file, out)
    assert out.read_text() == "last week's"
    assert main(["export", str(sample_file), str(out)]) == 1
