"""`field=value` texts, as the command line takes them, turned into the edit they ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from launchpad.app.commands.calendar import add_holidays, change_calendar, replace_holidays
from launchpad.app.commands.launch import change_launch
from launchpad.app.commands.rows import change_row
from launchpad.app.commands.tasks import change_task
from launchpad.app.field_text import NOTHING, read_dates, read_field, read_number
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.launch import Calendar, Launch
from launchpad.domain.people import Person, Track
from launchpad.domain.row import Row
from launchpad.domain.task import Task
from launchpad.domain.values import Evidence

FIXED = frozenset({"id", "order"})
"""Fields nobody types."""

LAUNCH_ALIASES = {"date": "launch_date", "today": "as_of", "time": "launch_time"}
KEYED_KINDS: dict[str, type[Row]] = {"gate": Gate, "track": Track}


def split_assignments(texts: Iterable[str]) -> dict[str, str]:
    """Split ``field=value`` texts; raise PlanError for one without a field or a field given twice."""
    values: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        name = name.strip().replace("-", "_")
        if not equals or not name:
            raise PlanError(f"“{text[:60]}” should read field=value.")
        if name in values:
            raise PlanError(f"{name} is given twice.")
        values[name] = value
    if not values:
        raise PlanError("Say what to set, as field=value.")
    return values


def assign(document: Document, target: str, texts: Mapping[str, str], today: date) -> Edit:
    """Return the edit that sets fields of `target`.

    A target is a task's key, @launch, @calendar, @person:NAME, @gate:KEY or @track:KEY.
    """
    if not target.startswith("@"):
        task = document.task(target)
        return change_task(document, task, task_values(document, task, texts, today), today)
    kind, _, name = target[1:].partition(":")
    if kind == "launch":
        return change_launch(document, launch_values(document, texts))
    if kind == "calendar":
        return _assign_calendar(document, texts)
    if kind == "person":
        return change_row(document, document.person(name), row_values(document, Person, texts))
    if kind in KEYED_KINDS:
        row = document.by_key(KEYED_KINDS[kind], name)
        if row is None:
            raise PlanError(f"There is no {kind} “{name[:80]}” in this plan.")
        return change_row(document, row, row_values(document, KEYED_KINDS[kind], texts))
    raise PlanError(f"“{target[:40]}” is not @launch, @calendar, @person:NAME, @gate:KEY or @track:KEY.")


def task_values(document: Document, task: Task | None, texts: Mapping[str, str], today: date) -> dict[str, Any]:
    """Read a task's fields. `evidence` is added to what `task` has; empty evidence clears it."""
    values = row_values(document, Task, {name: text for name, text in texts.items() if name != "evidence"})
    if "evidence" in texts:
        ref = texts["evidence"].strip()
        old = task.evidence if task else ()
        values["evidence"] = (*old, Evidence(_label(ref), ref, today)) if ref else ()
    if "key" in values:
        require_key(document, values["key"])
    return values


def require_key(document: Document, key: str) -> None:
    """Raise PlanError for a key by which a task could not be told from a gate, or from other targets of `assign`."""
    if key.startswith("@"):
        raise PlanError(
            f"“{key[:40]}” cannot be a task's key: @ names the launch, its calendar, people, gates and tracks."
        )
    if document.by_key(Gate, key) is not None:
        raise PlanError(f"“{key[:40]}” is already the key of a gate; choose another.")


def _label(ref: str) -> str:
    return ref.rstrip("/").replace("\\", "/").rpartition("/")[2] or ref


def row_values(document: Document, kind: type[Row], texts: Mapping[str, str]) -> dict[str, Any]:
    """Read fields of a row of any kind."""
    for name in texts:
        if name in FIXED:
            raise PlanError(f"{name} cannot be set.")
    return {name: read_field(document, kind, name, text) for name, text in texts.items()}


def launch_values(document: Document, texts: Mapping[str, str]) -> dict[str, Any]:
    """Read the launch's fields, its thresholds (go, conditional, …) and criticality weights (must, should, could)."""
    launch = document.launch
    values: dict[str, Any] = {}
    for name, text in texts.items():
        if name in {field.name for field in fields(launch.thresholds)}:
            values["thresholds"] = replace(values.get("thresholds", launch.thresholds), **{name: read_number(text)})
        elif name in {field.name for field in fields(launch.weights)}:
            values["weights"] = replace(values.get("weights", launch.weights), **{name: read_number(text)})
        else:
            values |= row_values(document, Launch, {LAUNCH_ALIASES.get(name, name): text})
    return values


def _assign_calendar(document: Document, texts: Mapping[str, str]) -> Edit:
    days = {name: texts[name] for name in ("holidays", "add_holidays") if name in texts}
    if not days:
        return change_calendar(document, row_values(document, Calendar, texts))
    if len(texts) > 1:
        raise PlanError("Set holidays by themselves, in an edit of their own.")
    if "holidays" in days:
        return replace_holidays(document, [(day, "") for day in read_dates(days["holidays"])])
    if days["add_holidays"].strip().casefold() in NOTHING:
        raise PlanError("Say which days to add, as add_holidays=2026-12-24,2026-12-31.")
    return add_holidays(document, read_dates(days["add_holidays"]))
