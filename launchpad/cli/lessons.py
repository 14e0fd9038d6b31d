"""The command that proposes the next version of a template from what a launch taught."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from launchpad.app.lessons import Proposal, propose, write_template
from launchpad.app.session import Session
from launchpad.app.today import resolve_today
from launchpad.cli.app import AsJson, LaunchPath, Today, app
from launchpad.cli.dates import chosen_day
from launchpad.cli.output import print_json, print_text, section
from launchpad.domain.task import Task


@app.command()
def lessons(
    file: LaunchPath,
    out: Annotated[Path | None, typer.Argument(metavar="OUT.yaml", help="Write the next version here.")] = None,
    template: Annotated[
        str, typer.Option(metavar="ID|FILE.yaml", help="The template (default: the one it was made from).")
    ] = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Compare a launch with its template: how long work really took, what was added, what nobody needed."""
    with Session.open(file, read_only=True) as session:
        proposal = propose(session.document, resolve_today(session.document, chosen_day(today)), template)
    if out is not None:
        write_template(proposal, out)
    if as_json:
        print_json(_json(proposal, out))
    else:
        print_text("\n".join(_lines(proposal, out)))


def _json(proposal: Proposal, out: Path | None) -> dict[str, Any]:
    found = proposal.lessons
    return {
        "template": proposal.template.id,
        "version": proposal.template.version,
        "proposed_version": proposal.proposed.version,
        "durations": [{"key": e.task.key, "planned": e.planned, "actual": e.actual} for e in found.durations],
        "added": [{"key": task.key, "title": task.title} for task in found.added],
        "unused": list(found.unused),
        "notes": [{"kind": note.kind.value, "text": note.text} for note in found.notes],
        "tight": list(proposal.tight),
        "written": None if out is None else str(out),
    }


def _lines(proposal: Proposal, out: Path | None) -> Iterator[str]:
    found, template = proposal.lessons, proposal.template
    yield f"{template.name}, version {template.version} ({template.id})"
    yield from section(
        "Took another time (working days)", (_took(e.planned, e.actual, e.task) for e in found.durations)
    )
    yield from section("Added", (f"{task.key}  {task.title}" for task in found.added))
    yield from section("Never used", found.unused)
    yield from section("Noted", (f"{note.kind.label}: {note.text}" for note in found.notes))
    yield from section("Too tight in the new version; give them an earlier start", proposal.tight)
    if out is not None:
        yield f"\nVersion {proposal.proposed.version} is in {out}."
    elif not found:
        yield "Nothing to change."


def _took(planned: int, actual: int, task: Task) -> str:
    return f"{planned:>3} → {actual:<3}  {task.key}  {task.title}"
