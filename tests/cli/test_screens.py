"""`screens` from the command line: processes of its own, no display, no traces of who ran it."""

import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import CommandLine


class _Started:
    """What would have been started, instead of starting it."""

    def __init__(self, code: int = 0) -> None:
        self.calls: list[tuple[list[str], dict[str, str]]] = []
        self._code = code

    def __call__(self, command: list[str], env: dict[str, str]) -> "_Started":
        self.calls.append((command, env))
        return self

    def wait(self) -> int:
        return self._code


def test_each_scale_is_a_process_without_a_display(launchpad: CommandLine, tmp_path: Path, monkeypatch):
    started = _Started()
    monkeypatch.setattr(subprocess, "Popen", started)

    launchpad.done("screens", tmp_path, "--theme", "dark")

    assert [env["QT_SCALE_FACTOR"] for _, env in started.calls] == ["1", "2"]
    assert {env["QT_QPA_PLATFORM"] for _, env in started.calls} == {"offscreen"}
    assert started.calls[0][0] == [
        sys.executable, "-m", "launchpad", "photograph-screens", str(tmp_path), "--theme", "dark",
    ]  # fmt: skip


def test_one_scale_can_be_asked_for(launchpad: CommandLine, tmp_path: Path, monkeypatch):
    started = _Started()
    monkeypatch.setattr(subprocess, "Popen", started)

    launchpad.done("screens", tmp_path, "--scale", "2")

    assert [env["QT_SCALE_FACTOR"] for _, env in started.calls] == ["2"]


def test_settings_of_whoever_runs_it_are_left_alone(launchpad: CommandLine, tmp_path: Path, monkeypatch):
    started = _Started()
    monkeypatch.setattr(subprocess, "Popen", started)
    monkeypatch.setenv("XDG_CONFIG_HOME", "/home/somebody/.config")

    launchpad.done("screens", tmp_path, "--scale", "1")

    assert "somebody" not in str(started.calls[0][1]["XDG_CONFIG_HOME"])


def test_a_process_that_fails_is_told(launchpad: CommandLine, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(subprocess, "Popen", _Started(code=1))

    assert "picture" in launchpad.refused("screens", tmp_path)


def test_a_wrong_theme_is_a_wrong_request(launchpad: CommandLine, tmp_path: Path):
    assert launchpad("screens", tmp_path, "--theme", "pink").code == 2
