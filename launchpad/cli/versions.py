"""The command that lists the versions kept of a plan, and takes one out as a file of its own."""

from pathlib import Path
from typing import Annotated

import typer

from launchpad.app.versions import take_out, versions_of
from launchpad.cli.app import AsJson, LaunchPath, app
from launchpad.cli.output import columns, print_json, print_text
from launchpad.domain.errors import PlanError


@app.command()
def versions(
    file: LaunchPath,
    out: Annotated[Path | None, typer.Argument(metavar="[OUT.launch]", help="With --open: the file to make.")] = None,
    number: Annotated[
        int | None, typer.Option("--open", metavar="N", help="Take version N out as OUT.launch; 1 is the latest.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the versions kept of a plan, also when its file is damaged or gone; or take one out."""
    if (number is None) != (out is None):
        raise PlanError("To take a version out say which and where to: launchpad versions FILE --open 1 OUT.launch")
    if number is not None and out is not None:
        version = take_out(file, number, out)
        print_text(f"{out}: the version of {version.made:%Y-%m-%d %H:%M} UTC, after edit {version.number:,}")
        return
    found = versions_of(file)
    if as_json:
        listed = [
            {"version": n, "made": f"{each.made:%Y-%m-%dT%H:%M:%SZ}", "edit": each.number, "file": str(each.path)}
            for n, each in enumerate(found, 1)
        ]
        print_json({"versions": listed})
    elif found:
        rows = [(n, f"{each.made:%Y-%m-%d %H:%M}", each.number) for n, each in enumerate(found, 1)]
        print_text(columns([("Version", "Made (UTC)", "After edit"), *rows], "><>"))
    else:
        print_text("No versions are kept of this plan yet.")
