"""Commands that change a plan: set, add, remove, link, undo, redo. Each prints its edit's number once it is on disk."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from launchpad.app.assignments import assign, require_key, row_values, split_assignments, task_values
from launchpad.app.commands.links import remove_link, set_link
from launchpad.app.commands.tasks import add_task, remove_task
from launchpad.app.field_text import read_word
from launchpad.app.session import Applied, Session
from launchpad.app.today import resolve_today
from launchpad.cli.app import AsJson, LaunchPath, Today, app
from launchpad.cli.dates import chosen_day
from launchpad.cli.output import complain, print_json, print_text
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.enums import LinkType
from launchpad.domain.errors import PlanError
from launchpad.domain.task import Task

Assignments = Annotated[list[str] | None, typer.Argument(metavar="[FIELD=VALUE]...", show_default=False)]
Key = Annotated[str, typer.Argument(metavar="KEY", help="A task's key.", show_default=False)]


@app.command("set")
def set_(
    file: LaunchPath,
    target: Annotated[
        str,
        typer.Argument(metavar="TASK", help="A task's key, @launch, @calendar, @person:NAME, @gate:KEY or @track:KEY."),
    ],
    fields: Assignments = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Set fields of a task, the launch, the calendar or a person: one edit."""
    texts = split_assignments(fields or [])
    _edit(file, as_json, lambda plan: assign(plan, target, texts, resolve_today(plan, chosen_day(today))))


@app.command()
def add(
    file: LaunchPath,
    key: Key,
    title: Annotated[str, typer.Option(help="What is to be done.")],
    track: Annotated[str, typer.Option(help="The key of its track.")],
    gate: Annotated[str | None, typer.Option(help="The key of the gate it must be finished by.")] = None,
    fields: Assignments = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Add a task."""
    texts = split_assignments(fields) if fields else {}
    if gate is not None:
        texts["gate"] = gate

    def command(plan: Document) -> Edit:
        require_key(plan, key)
        day = resolve_today(plan, chosen_day(today))
        home = row_values(plan, Task, {"track": track})["track"]
        return add_task(plan, key, title, home, task_values(plan, None, texts, day), day)

    _edit(file, as_json, command)


@app.command()
def remove(file: LaunchPath, key: Key, as_json: AsJson = False) -> None:
    """Remove a task and its links."""
    _edit(file, as_json, lambda plan: remove_task(plan, plan.task(key)))


@app.command()
def link(
    file: LaunchPath,
    predecessor: Annotated[str, typer.Argument(metavar="PRED", help="The key of the task or gate that comes first.")],
    successor: Annotated[str, typer.Argument(metavar="SUCC", help="The key of the task or gate that waits.")],
    type: Annotated[str, typer.Option(help="FS, SS, FF or SF.")] = "FS",
    lag: Annotated[str, typer.Option(help="Working days, or calendar days as 2e; negative is a lead.")] = "0",
    remove: Annotated[bool, typer.Option("--remove", help="Take the link away.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make one task wait for another, change the link they have, or take it away."""
    days, elapsed = read_lag(lag)
    link_type = read_word(LinkType, type)

    def command(plan: Document) -> Edit:
        first, second = plan.node(predecessor), plan.node(successor)
        return remove_link(plan, first, second) if remove else set_link(plan, first, second, link_type, days, elapsed)

    _edit(file, as_json, command)


@app.command()
def undo(file: LaunchPath, as_json: AsJson = False) -> None:
    """Take back the newest edit."""
    _report(file, as_json, Session.undo)


@app.command()
def redo(file: LaunchPath, as_json: AsJson = False) -> None:
    """Take back the newest undo."""
    _report(file, as_json, Session.redo)


def read_lag(text: str) -> tuple[int, bool]:
    """Read ``2`` as working days and ``2e`` as elapsed days: (days, elapsed)."""
    match = re.fullmatch(r"([+-]?\d{1,5})\s*(e?)d?", text.strip().casefold())
    if match is None:
        raise PlanError(f"“{text[:40]}” is not a lag; write 2 for working days or 2e for elapsed days.")
    return int(match[1]), bool(match[2])


def _edit(file: Path, as_json: bool, command: Callable[[Document], Edit]) -> None:
    _report(file, as_json, lambda session: session.run(command))


def _report(file: Path, as_json: bool, change: Callable[[Session], Applied]) -> None:
    with Session.open(file, source="cli") as session:
        if session.backup_problem:
            complain(session.backup_problem)
        applied = change(session)
        if not applied.edit:
            complain("Nothing changed: the plan was so already.")
        if as_json:
            print_json({"edit": applied.number, "label": applied.edit.label, "changed": bool(applied.edit)})
        else:
            print_text(str(applied.number))
