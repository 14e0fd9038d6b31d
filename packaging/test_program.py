"""The built program, started as a person would start it: part of `make package`, never of `make test`.

PROGRAM names the folder that PyInstaller made and DEB the package made of it.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PROGRAM = Path(os.environ["PROGRAM"]).absolute() / "launchpad"
DEB = Path(os.environ["DEB"]).absolute()
PATIENCE = 20.0
"""Seconds in which a window must appear, on a busy machine too."""
SIZE = "1440x900"


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """An X server of our own; yields its DISPLAY."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of a person whose home is empty, without anything of Python's."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TERM") if name in os.environ}
    return kept | {"HOME": str(tmp_path / "home")}


@pytest.fixture
def start(screen: str, home: dict[str, str], tmp_path: Path) -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
    """`start(*arguments)` starts the program on the X server; it is ended after the test."""
    started: list[subprocess.Popen[bytes]] = []

    def starting(*arguments: object) -> "subprocess.Popen[bytes]":
        command = [str(PROGRAM), *map(str, arguments)]
        started.append(subprocess.Popen(command, env={**home, "DISPLAY": screen}, cwd=tmp_path))
        return started[-1]

    yield starting
    for process in started:
        process.terminate()
        process.wait(10)


def run(*arguments: object, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [str(PROGRAM), *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180, check=False)


def seconds_until(screen: str, title: str) -> float:
    """Wait until a window of that title is seen; return how long it took."""
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE:
        tree = subprocess.run(["xwininfo", "-root", "-tree", "-display", screen], capture_output=True, text=True)
        if f'"{title}"' in tree.stdout:
            return time.monotonic() - began
        time.sleep(0.02)
    pytest.fail(f"no window “{title}” after {PATIENCE} seconds:\n{tree.stdout}")


def picture(screen: str) -> bytes:
    """What the screen shows, as bytes."""
    return subprocess.run(["xwd", "-root", "-silent", "-display", screen], capture_output=True, check=True).stdout


def colors(shown: bytes) -> int:
    """How many colors a picture has among every hundredth of its pixels."""
    return len({shown[place : place + 4] for place in range(len(shown) % 4, len(shown), 400)})


def wait_for_colors(screen: str, least: int) -> bytes:
    """Wait until the screen shows more than an empty window, and return the picture."""
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE:
        shown = picture(screen)
        if colors(shown) >= least:
            return shown
        time.sleep(0.1)
    pytest.fail(f"the window shows only {colors(shown)} colors")


def test_everything_it_needs_is_inside(home: dict[str, str], tmp_path: Path) -> None:
    done = run("self-check", tmp_path / "made", **home)

    print(done.stdout)
    assert done.returncode == 0, done.stderr


def test_the_command_line_answers(home: dict[str, str], tmp_path: Path) -> None:
    assert run("open-sample", tmp_path / "sample.launch", **home).returncode == 0
    score = run("score", tmp_path / "sample.launch", "--json", **home)

    assert score.returncode == 0, score.stderr
    assert '"score": 48.6' in score.stdout


def test_a_window_appears_in_seconds(screen: str, start: Callable[..., object]) -> None:
    start()

    took = seconds_until(screen, "Launchpad")

    print(f"a window after {took:.2f} s")
    wait_for_colors(screen, 12)


def test_a_file_opens_in_its_window(
    screen: str, start: Callable[..., "subprocess.Popen[bytes]"], home: dict[str, str], tmp_path: Path
) -> None:
    run("open-sample", tmp_path / "sample.launch", **home)

    process = start(tmp_path / "sample.launch")
    took = seconds_until(screen, "Loomtrack 4 – Launchpad")
    shown = wait_for_colors(screen, 40)

    print(f"the sample in its window after {took:.2f} s")
    assert process.poll() is None
    keep = os.environ.get("PICTURE")
    if keep:
        Path(keep).write_bytes(shown)


def test_the_package_installs_the_program_and_its_place_on_a_desktop(tmp_path: Path) -> None:
    listed = subprocess.run(["dpkg-deb", "--contents", DEB], capture_output=True, text=True, check=True).stdout
    files = {line.split()[5].removeprefix(".") for line in listed.splitlines()}
    built = {f"/usr/lib/launchpad/{path.relative_to(PROGRAM.parent)}" for path in PROGRAM.parent.rglob("*")}

    assert {
        path for path in built if not Path(path.replace("/usr/lib/launchpad", str(PROGRAM.parent))).is_dir()
    } <= files
    assert "/usr/share/applications/launchpad.desktop" in files
    assert "/usr/share/mime/packages/launchpad.xml" in files
    print(f"{DEB.name}: {DEB.stat().st_size / 1e6:.0f} MB, {len(files)} files and folders")


def test_the_desktop_and_its_file_types_take_the_package(tmp_path: Path) -> None:
    subprocess.run(["dpkg-deb", "--extract", DEB, tmp_path], check=True)
    share = tmp_path / "usr" / "share"
    plan = tmp_path / "anything.launch"
    plan.touch()

    subprocess.run(["desktop-file-validate", share / "applications" / "launchpad.desktop"], check=True)
    shutil.copytree("/usr/share/mime/packages", share / "mime" / "packages", dirs_exist_ok=True)
    there = {**os.environ, "XDG_DATA_DIRS": str(share)}
    subprocess.run(["update-mime-database", share / "mime"], env=there, check=True)

    assert "application/vnd.launchpad.plan:*.launch" in (share / "mime" / "globs").read_text(encoding="utf-8")
