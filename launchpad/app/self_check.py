"""Proof that a built program carries all it needs: each check does a piece of real work and says what came of it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from launchpad.app.commands.launch import change_launch
from launchpad.app.export import export_session
from launchpad.app.new_launch import built_in_templates, new_plan, sample
from launchpad.app.session import Session
from launchpad.app.today import resolve_today
from launchpad.domain.launch import Holiday
from launchpad.engines.confidence import confidence
from launchpad.engines.readiness import readiness
from launchpad.interchange.export import SUFFIXES
from launchpad.storage.check import problems
from launchpad.storage.schemas import newest

Check = tuple[str, Callable[[], str]]
"""A name, and what does the work; it raises when something is missing."""


def plan_checks(folder: Path) -> Iterator[Check]:
    """Checks of everything below the window; files are made in `folder`, which is empty."""
    file = folder / "self-check.launch"
    yield "resources", _resources
    yield "holidays", _holidays
    yield "file", partial(_file, file)
    yield "journal", partial(_journal, file)
    yield "engines", _engines
    for suffix in SUFFIXES:
        yield f"export {suffix}", partial(_export, file, folder / f"self-check{suffix}")


def _resources() -> str:
    return f"{len(built_in_templates())} templates, a sample of {len(sample().tasks)} tasks"


def _holidays() -> str:
    template = built_in_templates()[0]
    plan = new_plan(template.id, "Check", sample().launch.launch_date, "US-CA")
    return f"{len(plan.rows(Holiday))} of US-CA"


def _file(path: Path) -> str:
    Session.create(path, sample(), "The sample launch").close()
    wrong = problems(path)
    if wrong:
        raise ValueError(wrong[0])
    return f"made by the migrations up to version {newest()}, SQLite {sqlite3.sqlite_version}"


def _journal(path: Path) -> str:
    with closing(Session.open(path)) as session:
        before = session.document
        session.run(change_launch, {"name": "Checked"})
        session.undo()
    with closing(Session.open(path)) as session:
        if session.document != before:
            raise ValueError("what was undone is not as it was")
        return f"{session.last_number} edits, the last undone"


def _engines() -> str:
    plan = sample()
    today = resolve_today(plan)
    answer = readiness(plan, today)
    return f"readiness {answer.score:.1f}, 80 % confident by {confidence(plan, today).p80.isoformat()}"


def _export(file: Path, target: Path) -> str:
    with closing(Session.open(file, read_only=True)) as session:
        export_session(session, target, resolve_today(session.document))
    return f"{target.stat().st_size:,} bytes"
