"""Whether there is a screen, found without Qt: it would end the process where there is none."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from launchpad.cli.display import has_display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")


@pytest.fixture(autouse=True)
def _no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def x_server() -> Iterator[int]:
    """The number of a display that takes connections and never says a word."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        for number in range(4000, 4100):
            try:
                server.bind(f"\0/tmp/.X11-unix/X{number}")
                break
            except OSError:
                continue
        server.listen()
        yield number


def test_without_a_display_nothing_can_be_seen():
    assert not has_display()


def test_a_display_that_answers_is_a_screen(monkeypatch, x_server):
    monkeypatch.setenv("DISPLAY", f":{x_server}.0")

    assert has_display()


@pytest.mark.parametrize("name", [":4999", "unix:4999", "localhost:4999.0"])
def test_a_display_left_over_from_another_session_is_none(monkeypatch, name):
    monkeypatch.setenv("DISPLAY", name)

    assert not has_display()


def test_a_platform_that_shows_nothing_is_no_screen(monkeypatch, x_server):
    monkeypatch.setenv("DISPLAY", f":{x_server}")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen:configfile=x.json")

    assert not has_display()


def test_a_wayland_display_is_found_in_its_folder(monkeypatch, tmp_path: Path):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert not has_display()

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()

        assert has_display()
