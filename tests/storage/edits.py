"""Entries for tests of storage."""

from dataclasses import replace
from datetime import UTC, datetime

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.row import Row
from launchpad.journal.entry import Entry
from launchpad.storage.launch_file import LaunchFile

NOON = datetime(2026, 10, 12, 12, 0, tzinfo=UTC)


def birth_of(document: Document) -> Entry:
    """The first entry of a plan's journal."""
    return Entry(1, NOON, "Mara", "app", Edit("New plan", tuple(Change(None, row) for row in document)))


def an_entry(number: int, *changes: Change, label: str = "Change") -> Entry:
    return Entry(number, NOON, "Mara", "app", Edit(label, changes))


def retitled(document: Document, key: str, title: str) -> Change:
    task = document.task(key)
    return Change(task, replace(task, title=title))


def retitle(file: LaunchFile, title: str, key: str = "brief") -> None:
    """One ordinary edit."""
    file.append(an_entry(file.last_number + 1, retitled(file.document, key, title)))


def row_by_row(before: Document, after: Document) -> tuple[Change, ...]:
    """The changes that lead from one plan to another: births, changes, removals."""
    old: dict[tuple[type[Row], str], Row] = {(type(row), row.id): row for row in before}
    new: dict[tuple[type[Row], str], Row] = {(type(row), row.id): row for row in after}
    return tuple(Change(old.get(place), new.get(place)) for place in {**old, **new} if old.get(place) != new.get(place))
