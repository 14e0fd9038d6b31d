"""`export` puts the timeline on paper and into pictures."""

import os
import subprocess
import sys

import pytest

ROOT_OPTIONS = ["--paper", "A3", "--portrait", "--no-legend", "--no-baseline", "--no-links", "--zoom", "month"]


@pytest.mark.parametrize(("name", "begins"), [("t.pdf", b"%PDF-"), ("t.svg", b"<svg "), ("t.png", b"\x89PNG")])
def test_the_timeline_is_written_by_the_files_ending(launchpad, sample_file, tmp_path, name, begins, qapp):
    assert launchpad.done("export", sample_file, tmp_path / name).out == f"{tmp_path / name}\n"
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_pdf_is_made_where_there_is_no_display_at_all(sample_file, tmp_path):
    bare = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    bare["QT_QPA_PLATFORM"] = "xcb"  # what a shell may have set; there is nothing to connect to
    command = [sys.executable, "-m", "launchpad", "export", str(sample_file), str(tmp_path / "t.pdf"), *ROOT_OPTIONS]

    done = subprocess.run(command, env=bare, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "t.pdf").stat().st_size > 10_000


def test_an_svg_is_written_without_qt(sample_file, tmp_path):
    script = f"""
import sys
from launchpad.cli.main import main
assert main(["export", {str(sample_file)!r}, {str(tmp_path / "t.svg")!r}]) == 0
print(sorted(name for name in sys.modules if name.startswith("PySide6")))
"""
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert said.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--paper", "A5"], "no size of paper"),
        (["--zoom", "decade"], "no zoom"),
        (["--audience", "sales"], "shows every task"),
    ],
)
def test_what_cannot_be_printed_is_told_in_a_sentence(launchpad, sample_file, tmp_path, options, sentence):
    assert sentence in launchpad.refused("export", sample_file, tmp_path / "t.svg", *options)
    assert not (tmp_path / "t.svg").exists()


@pytest.mark.parametrize(
    ("options", "pages"),
    [
        (["--audience", "executive"], 1),
        (["--audience", "executive", "--paper", "letter"], 1),
        (["--audience", "full", "--content", "timeline"], 5),
        (["--one-page"], 1),
        ([], 5),
    ],
)
def test_a_pdf_holds_the_pack_for_an_audience_and_else_the_timeline(
    launchpad, sample_file, tmp_path, options, pages, qapp
):
    launchpad.done("export", sample_file, tmp_path / "x.pdf", *options)

    assert (tmp_path / "x.pdf").read_bytes().count(b"/Type /Page\n") == pages


def test_a_page_of_html_is_a_pack(launchpad, sample_file, tmp_path):
    launchpad.done("export", sample_file, tmp_path / "x.html", "--audience", "sales")
    launchpad.done("export", sample_file, tmp_path / "record.html", "--review", "R2")

    assert "For sales" in (tmp_path / "x.html").read_text(encoding="utf-8")
    assert "The record: R2" in (tmp_path / "record.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "options", "sentence"),
    [
        ("x.png", ["--content", "pack"], ".html or a .pdf"),
        ("x.html", ["--content", "timeline"], ".pdf, .svg or .png"),
        ("x.pdf", ["--content", "poster"], "choose pack or timeline"),
        ("x.html", ["--review", "R99"], "no review"),
    ],
)
def test_what_cannot_be_a_pack_is_told_in_a_sentence(launchpad, sample_file, tmp_path, name, options, sentence):
    assert sentence in launchpad.refused("export", sample_file, tmp_path / name, *options)
    assert not (tmp_path / name).exists()
