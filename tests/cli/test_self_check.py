"""What a packager asks a built program, asked of the sources."""

from pathlib import Path

import pytest

import launchpad.ui.tour.self_check as windows
from launchpad.cli import self_check
from launchpad.interchange.export import SUFFIXES
from tests.cli.conftest import CommandLine


def test_every_part_is_proven_by_work(launchpad: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(windows, "photograph", lambda folder, themes: [])

    said = launchpad.done("self-check", tmp_path / "new").out

    names = ["resources", "holidays", "file", "journal", "engines", *(["export"] * len(SUFFIXES))]
    names += ["font", "icons", "style", "screens"]
    assert [line.split()[0] for line in said.splitlines()] == names
    assert {path.suffix for path in (tmp_path / "new").iterdir()} == {".launch", *SUFFIXES}


def test_a_part_that_is_missing_is_named_and_the_others_are_looked_at(
    launchpad: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def broken() -> str:
        raise ModuleNotFoundError("no module")

    monkeypatch.setattr(self_check, "plan_checks", lambda folder: [("engines", broken), ("file", lambda: "fine")])
    monkeypatch.setattr(windows, "window_checks", lambda folder: [])

    result = launchpad("self-check", tmp_path)

    assert result.code == 1
    assert "engines failed: ModuleNotFoundError" in result.err
    assert result.out.split() == ["file", "fine"]
