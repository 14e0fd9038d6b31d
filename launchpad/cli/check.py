"""The command that looks whether a file is whole, and saves what can be read of one that is not."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from launchpad.app.session import Session
from launchpad.app.today import resolve_today
from launchpad.cli.app import AsJson, LaunchPath, Today, app
from launchpad.cli.dates import chosen_day
from launchpad.cli.output import complain, print_json, print_text
from launchpad.cli.records import seal_json
from launchpad.domain.errors import PlanError
from launchpad.engines.findings import Finding, findings
from launchpad.journal.seal_check import seal_states
from launchpad.storage.check import broken_seals, problems

Repair = Annotated[
    Path | None,
    typer.Option("--repair", metavar="OUT.launch", help="Save what can be read of a damaged file as this new one."),
]


@app.command()
def check(file: LaunchPath, repair: Repair = None, today: Today = None, as_json: AsJson = False) -> int:
    """Say whether the file is whole, its seals hold, and what its plan lacks. Exit code 1 when it is not so."""
    damage = problems(file)
    if repair is not None:
        return _repair(file, repair, damage, as_json)
    broken = broken_seals(file)
    found, seals = ((), ()) if damage else _findings(file, today, broken)
    if as_json:
        listed = [{"kind": finding.kind.value, "text": finding.text} for finding in found]
        whole = {"whole": not damage, "problems": list(damage), "broken_seals": [*broken.values()]}
        print_json({**whole, "seals": list(seals), "findings": listed})
    else:
        if not damage:
            print_text("\n".join(_lines(file, found, seals, is_broken=bool(broken))))
        if damage or broken:
            complain(" ".join((*damage, *broken.values())))
    return 1 if damage or broken else 0


def _lines(
    file: Path, found: tuple[Finding, ...], seals: tuple[dict[str, str], ...], *, is_broken: bool
) -> Iterator[str]:
    """What there is to say of a whole file."""
    yield f"{file} is whole{', but a seal is broken' if is_broken else ''}."
    if seals:
        yield "Records:"
        yield from (f"  {seal['text']}" for seal in seals)
    yield f"Found in the plan ({len(found)}):" if found else "Nothing is amiss in the plan."
    yield from (f"  {finding.text}" for finding in found)


def _repair(file: Path, target: Path, damage: tuple[str, ...], as_json: bool) -> int:
    """Save what can be read; exit code 0 once the new file is there."""
    if not damage:
        raise PlanError(f"{file} is whole: there is nothing to repair.")
    from launchpad.app.rescue import repair_as

    done = repair_as(file, target)
    if as_json:
        saved: dict[str, Any] = {"file": str(target), "rows": done.rows, "edits": done.edits, "notes": list(done.notes)}
        print_json({"whole": False, "problems": list(damage), "repaired": saved})
        return 0
    print_text(" ".join(damage))
    print_text(f"{target}: {done.rows:,} rows and {done.edits:,} edits were saved; {file} was not touched.")
    print_text("\n".join(done.notes) if done.notes else "Nothing seems to be missing.")
    return 0


def _findings(
    file: Path, today: str | None, broken: Mapping[str, str]
) -> tuple[tuple[Finding, ...], tuple[dict[str, str], ...]]:
    with Session.open(file, read_only=True) as session:
        plan = session.document
        found = findings(plan, resolve_today(plan, chosen_day(today)))
        return found, tuple(seal_json(plan, each, broken) for each in seal_states(plan))
