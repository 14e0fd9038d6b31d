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


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as an installer lays it down."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")],
        cwd=ROOT, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    (wheel,) = (folder / "dist").glob("launchpad-*.whl")
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
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    where = "import launchpad; print(launchpad.__file__)"
    ask = [sys.executable, "-c", where], [sys.executable, "-m", "launchpad", "templates"]

    source, templates = (
        subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=True)
        for command in ask
    )

    assert source.stdout.startswith(str(unpacked))
    assert len(templates.stdout.splitlines()) >= 8
