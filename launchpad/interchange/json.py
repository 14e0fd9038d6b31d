"""The plan as one JSON object, the way `show --json` prints it: every kind of row, references by key and by id."""

import dataclasses
import json
import typing
from collections.abc import Sequence
from typing import Any

from launchpad.domain.document import Document
from launchpad.domain.fields import Field, Json, fields_of
from launchpad.domain.kinds import KINDS
from launchpad.domain.launch import Calendar, Launch
from launchpad.domain.row import Row
from launchpad.domain.watching import Watch, followed, unwatched

SINGLES = (Launch, Calendar)
"""Kinds of which a plan has exactly one row: an object rather than a list."""

HELD_BACK = frozenset({"private_note"})
"""Fields that never leave the plan's own file."""


def plan_values(document: Document) -> dict[str, Json]:
    """Return the plan as JSON values: an object or a list a kind, rows in their order.

    A field that names another row holds that row's key (its id where the kind has no keys); the field's name followed
    by `_id` or `_ids` holds the id itself.
    """
    values: dict[str, Json] = {}
    for name, kind in KINDS.items():
        listed: list[Json] = [row_values(row, document) for row in _rows(document, name, kind)]
        values[name] = listed[0] if kind in SINGLES else listed
    return values


def _rows(document: Document, name: str, kind: type[Row]) -> Sequence[Row]:
    return document.tasks if name == "tasks" else document.rows(kind)


def plan_json(document: Document, watch: Watch = unwatched) -> str:
    """Return the plan as JSON text, two spaces deep: `plan_values` written row by row, which can be followed."""
    rows = [(name, row) for name, kind in KINDS.items() for row in _rows(document, name, kind)]
    texts: dict[str, list[str]] = {name: [] for name in KINDS}
    for name, row in followed(rows, watch):
        texts[name].append(json.dumps(row_values(row, document), ensure_ascii=False, indent=2))
    parts = [f'"{name}": {texts[name][0] if kind in SINGLES else _listed(texts[name])}' for name, kind in KINDS.items()]
    return "{\n" + ",\n".join(map(_deeper, parts)) + "\n}\n"


def _listed(texts: Sequence[str]) -> str:
    return "[\n" + ",\n".join(map(_deeper, texts)) + "\n]" if texts else "[]"


def _deeper(text: str) -> str:
    """Two spaces further in. Within a string JSON has no new lines."""
    return "  " + text.replace("\n", "\n  ")


def row_values(value: Any, document: Document) -> dict[str, Json]:
    """A row, or a value in one, as JSON; references by key and by id."""
    written: dict[str, Json] = {}
    for field in fields_of(type(value)):
        if field.name in HELD_BACK:
            continue
        content = getattr(value, field.name)
        if not field.refers_to:
            written[field.name] = field.encode(content)
        elif _holds_values(field):
            written[field.name] = [row_values(item, document) for item in content]
        else:
            written.update(_reference(field, content, document))
    return written


def _holds_values(field: Field) -> bool:
    """Whether the field is a tuple of small values (a review's attendees), which name rows in turn."""
    return any(dataclasses.is_dataclass(item) for item in typing.get_args(field.hint))


def _reference(field: Field, content: Any, document: Document) -> dict[str, Json]:
    if isinstance(content, tuple):
        keys: list[Json] = [_key(field, each, document) for each in content]
        return {field.name: keys, f"{field.name}_ids": list(content)}
    return {field.name: _key(field, content, document), f"{field.name}_id": content}


def _key(field: Field, row_id: str | None, document: Document) -> Json:
    for kind in field.refers_to:
        row: Row | None = document.find(kind, row_id)
        if row is not None:
            return getattr(row, "key", row.id)
    return None
