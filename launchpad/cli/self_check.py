"""`self-check`, for those who package: whether this program, built and moved elsewhere, has all it needs."""

import os
from pathlib import Path
from typing import Annotated

import typer

from launchpad.app.self_check import plan_checks
from launchpad.cli.app import app
from launchpad.cli.output import complain, print_text

FAILED = 1


@app.command("self-check", hidden=True)
def self_check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to put what is made; it must be empty.")],
) -> None:
    """Do a piece of every kind of work, and say what came of it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from launchpad.ui.tour.self_check import window_checks

    folder.mkdir(parents=True, exist_ok=True)
    failures = 0
    for name, work in (*plan_checks(folder), *window_checks(folder / "screens")):
        try:
            print_text(f"{name:14}{work()}")
        except Exception as error:  # whatever is missing, the rest is looked at too
            failures += 1
            complain(f"{name} failed: {type(error).__name__}: {error}")
    if failures:
        raise typer.Exit(FAILED)
