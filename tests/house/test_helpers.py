"""The helpers of the tests do what they promise."""

import shutil
from pathlib import Path

import pytest

from tests.goldens import Goldens
from tests.tools import needed_tool


def test_a_golden_that_is_met_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("one\ntwo\n", encoding="utf-8")

    Goldens(tmp_path)("plan.txt", "one\ntwo")

    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["one\ntwo\n"]


def test_a_golden_that_is_missed_shows_the_lines_that_differ(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("one\ntwo\n", encoding="utf-8")

    with pytest.raises(pytest.fail.Exception, match=r"(?s)-two\n\+three"):
        Goldens(tmp_path)("plan.txt", "one\nthree")


def test_a_golden_nobody_has_agreed_to_fails_and_shows_the_text(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"(?s)not there yet.*one"):
        Goldens(tmp_path)("plan.txt", "one")


def test_updating_writes_what_was_got(tmp_path: Path) -> None:
    Goldens(tmp_path, update=True)("deep/plan.txt", "one")

    assert (tmp_path / "deep" / "plan.txt").read_text(encoding="utf-8") == "one\n"
    Goldens(tmp_path)("deep/plan.txt", "one")


def test_a_missing_tool_skips_the_test_of_a_developer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)

    with pytest.raises(pytest.skip.Exception, match="no-such-tool is not installed"):
        needed_tool("no-such-tool", "tools")


def test_a_missing_tool_fails_the_test_of_a_build_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")

    with pytest.raises(pytest.fail.Exception, match="no-such-tool is not installed"):
        needed_tool("no-such-tool", "tools")


def test_a_tool_that_is_there_is_found() -> None:
    assert needed_tool("sh", "dash") == shutil.which("sh")
