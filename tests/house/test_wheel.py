"""Installed from a wheel, far from any checkout, Launchpad has all it needs with it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def output(*command: str, folder: Path, **variables: str) -> str:
    """What a command prints; a command that fails is shown with what it said."""
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **variables}, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as an installer lays it down."""
    folder = tmp_path_factory.mktemp("wheel")
    output(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), folder=ROOT)
    (wheel,) = folder.glob("launchpad-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.mark.slow
def test_the_wheel_carries_every_resource(unpacked: Path) -> None:
    resources = files_below(ROOT / "resources")

    assert resources
    assert files_below(unpacked / "launchpad" / "_resources") == resources


@pytest.mark.slow
def test_the_wheel_finds_its_templates_without_a_checkout(unpacked: Path, tmp_path: Path) -> None:
    where = output(
        sys.executable, "-c", "import launchpad; print(launchpad.__file__)", folder=tmp_path, PYTHONPATH=str(unpacked)
    )
    templates = output(sys.executable, "-m", "launchpad", "templates", folder=tmp_path, PYTHONPATH=str(unpacked))

    assert where.startswith(str(unpacked))
    assert len(templates.splitlines()) >= 8
