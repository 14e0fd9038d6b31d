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
