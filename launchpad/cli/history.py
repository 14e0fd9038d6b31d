"""Commands that look back: the journal, and what changed since."""

from typing import Annotated, Any

import typer

from launchpad.app.session import Session
from launchpad.cli.app import AsJson, LaunchPath, app
from launchpad.cli.output import columns, print_json, print_text
from launchpad.domain.errors import PlanError
from launchpad.domain.fields import fields_of
from launchpad.domain.kinds import NAMES
from launchpad.domain.values import parse_date
from launchpad.journal.difference import Difference, differences
from launchpad.journal.entry import Entry
from launchpad.journal.history import last_number_before, plan_at


@app.command()
def log(file: LaunchPath, as_json: AsJson = False) -> None:
    """Show the journal: every edit, who made it and when."""
    with Session.open(file, read_only=True) as session:
        entries = tuple(session.file.entries())
        if as_json:
            print_json({"entries": [_entry_json(entry) for entry in entries]})
        else:
            rows = [(e.number, f"{e.when:%Y-%m-%d %H:%M}", e.who, e.source, _label(e)) for e in entries]
            print_text(columns([("Edit", "When (UTC)", "Who", "Source", "What"), *rows], ">"))


def _entry_json(entry: Entry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "when": f"{entry.when:%Y-%m-%dT%H:%M:%SZ}",
        "who": entry.who,
        "source": entry.source,
        "label": entry.edit.label,
        "undoes": entry.undoes,
        "permanent": entry.permanent,
        "changes": len(entry.edit.changes),
    }


def _label(entry: Entry) -> str:
    taken_back = {"undo": f"Undo {entry.undoes}: ", "redo": f"Redo {entry.undoes}: "}
    return taken_back.get(entry.source, "") + entry.edit.label


@app.command()
def diff(
    file: LaunchPath,
    since: Annotated[str, typer.Option(help="An edit's number, or a date: what changed since that day began (UTC).")],
    as_json: AsJson = False,
) -> None:
    """Show what changed since an edit or a date."""
    with Session.open(file, read_only=True) as session:
        entries = tuple(session.file.entries())
        number = _number_since(since, entries)
        changes = differences(plan_at(session.document, entries, number), session.document)
        if as_json:
            found = [_difference_json(change) for change in changes]
            print_json({"since": number, "now": session.last_number, "changes": found})
        else:
            lines = [change.sentence for change in changes] or ["Nothing changed."]
            print_text(f"Since edit {number} (now {session.last_number}):\n" + "\n".join(lines))


def _number_since(since: str, entries: tuple[Entry, ...]) -> int:
    if since.strip().isdigit():
        return int(since)
    try:
        day = parse_date(since.strip())
    except PlanError:
        raise PlanError(f"--since: “{since[:40]}” is neither an edit's number nor a date such as 2026-10-12.") from None
    return last_number_before(entries, day)


def _difference_json(difference: Difference) -> dict[str, Any]:
    kind = type(difference.row)
    encode = {field.name: field.encode for field in fields_of(kind)}
    return {
        "kind": NAMES[kind],
        "key": getattr(difference.row, "key", None),
        "name": difference.name,
        "change": difference.change,
        "fields": [
            {"field": f.field, "before": encode[f.field](f.before), "after": encode[f.field](f.after)}
            for f in difference.fields
        ],
        "text": difference.sentence,
    }
