"""Reads the hidden sheet: which plan and export a file comes from, and what its editable cells held."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from launchpad.interchange.audience import Audience
from launchpad.interchange.homecoming.cells import plain, unescaped
from launchpad.interchange.workbook.base_sheet import FORMAT, HEADER, checksum

Exported = Mapping[str, Mapping[str, str]]
"""Row id → field → what the cell held, spelled as the hidden sheet spells it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file says about itself. `is_whole` tells whether its values are those that were written."""

    format: str
    plan: str
    export: str
    edit: int
    schema: int
    audience: Audience
    as_of: date
    exported: datetime
    sheet: str  # the sheet people fill in; empty when there is none
    keys: Mapping[str, str]  # row id → task key, for every row with editable cells
    values: Exported
    forms: Exported  # the same for cells beside the checklist; the field says its table first
    is_whole: bool

    @property
    def is_ours(self) -> bool:
        """Whether this version of Launchpad can read the format."""
        return self.format == FORMAT


def read_origin(rows: Iterable[Sequence[object]]) -> Origin | None:
    """Read the hidden sheet from its rows; None when it says nothing that makes sense."""
    texts = [tuple(_text(value) for value in row) for row in rows]
    end = next((number for number, row in enumerate(texts) if not any(row)), len(texts))
    facts = {row[0]: row[1] for row in texts[:end] if len(row) > 1}
    cells = [_padded(row) for row in texts[end + 2 :] if any(row)]
    try:
        return _origin(facts, texts[end + 1 :], cells)
    except (KeyError, ValueError):
        return None


def _origin(facts: Mapping[str, str], rest: list[tuple[str, ...]], cells: list[tuple[str, ...]]) -> Origin:
    values, forms = _by_row(cells, is_form=False), _by_row(cells, is_form=True)
    said = [(name, value) for name, value in facts.items() if name != "checksum"]
    return Origin(
        format=facts["format"],
        plan=facts["plan"],
        export=facts["export"],
        edit=int(facts["edit"]),
        schema=int(facts["schema"]),
        audience=Audience(facts["audience"]),
        as_of=date.fromisoformat(facts["as_of"]),
        exported=datetime.strptime(facts["exported"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC),
        sheet=next((sheet for sheet, _, _, field, _ in cells if not _is_form(field)), ""),
        keys={row_id: key for _, row_id, key, field, _ in cells if not _is_form(field)},
        values=values,
        forms=forms,
        is_whole=bool(rest) and _padded(rest[0]) == HEADER and facts.get("checksum") == checksum([*said, *cells]),
    )


def _by_row(cells: Iterable[tuple[str, ...]], *, is_form: bool) -> dict[str, dict[str, str]]:
    values: dict[str, dict[str, str]] = {}
    for _, row_id, _, field, base in cells:
        if _is_form(field) is is_form:
            values.setdefault(row_id, {})[field] = base
    return values


def _is_form(field: str) -> bool:
    return "." in field


def _padded(row: tuple[str, ...]) -> tuple[str, ...]:
    return (*row, *("",) * len(HEADER))[: len(HEADER)]


def _text(value: object) -> str:
    if isinstance(value, str):
        return unescaped(value)
    return plain(value) if isinstance(value, int | float | bool | date | datetime) else ""
