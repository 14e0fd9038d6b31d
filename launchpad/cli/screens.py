"""`screens`: every screen as a picture, made without a display."""

import json
import os
import subprocess
import sys
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from launchpad.app.new_launch import sample
from launchpad.cli.app import app
from launchpad.cli.output import print_text
from launchpad.domain.wording import counted

HERE = "photograph-screens"
"""The command that takes the pictures in its own process."""
SCALES = (1, 2)
OFFSCREEN = "offscreen"
"""Qt's platform that needs no display."""

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Where to put the pictures; made if it is not there.")]


class Theme(StrEnum):
    """Which themes to show."""

    LIGHT = "light"
    DARK = "dark"
    BOTH = "both"


Themes = Annotated[Theme, typer.Option(help="Light, dark, or both.")]


@app.command()
def screens(
    folder: Folder,
    theme: Themes = Theme.BOTH,
    scale: Annotated[
        list[int] | None, typer.Option(min=1, max=4, help="Device pixels to one of the window (default: 1 and 2).")
    ] = None,
) -> None:
    """Render every screen of the sample, and its empty state, to PNG files."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = tuple(dict.fromkeys(scale or SCALES))
    with tempfile.TemporaryDirectory(prefix="launchpad-") as home:
        _furnish(Path(home))
        processes = [_start(folder, theme, each, Path(home)) for each in wanted]
        codes = [process.wait() for process in processes]
    if any(codes):
        raise OSError("Not every picture could be made")
    print_text(f"{folder}: {counted(len(list(folder.glob('*.png'))), 'picture')}")


@app.command(HERE, hidden=True)
def photograph_screens(folder: Folder, theme: Themes = Theme.BOTH) -> None:
    """Render the screens at the scale that Qt's variable names."""
    os.environ["QT_QPA_PLATFORM"] = OFFSCREEN
    from launchpad.ui.theme.manager import ThemeChoice
    from launchpad.ui.tour.tour import photograph

    themes = [ThemeChoice.LIGHT, ThemeChoice.DARK] if theme is Theme.BOTH else [ThemeChoice(theme.value)]
    photograph(folder, themes)


def _furnish(home: Path) -> None:
    """Give the pictures a person, so that nobody's own name and settings are in them."""
    plan = sample()
    lead = next(person for person in plan.people if person.id == plan.launch.lead)
    (home / "launchpad").mkdir()
    (home / "launchpad" / "settings.json").write_text(json.dumps({"name": lead.name}), encoding="utf-8")


def _start(folder: Path, theme: Theme, scale: int, home: Path) -> "subprocess.Popen[bytes]":
    """Qt reads its scale once, when it starts: each has a process of its own."""
    python = [] if getattr(sys, "frozen", False) else ["-m", "launchpad"]
    own = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = os.environ | own | {"QT_QPA_PLATFORM": OFFSCREEN, "QT_SCALE_FACTOR": str(scale)}
    return subprocess.Popen([sys.executable, *python, HERE, str(folder), "--theme", theme.value], env=environment)
