"""Where the links of a sheet's cells lead: cells that show a label only, and formulas that make a link."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from openpyxl.packaging.relationship import get_dependents, get_rels_path

_FORMULA = re.compile(r"""=?\s*(?:_xlfn\.)?HYPERLINK\(\s*"([^"]+)"\s*(?:[,;]\s*"([^"]*)"\s*)?\)""", re.IGNORECASE)
MOST = 100_000
"""Links of one sheet that are followed."""


class Links:
    """Collects the links of a sheet as it streams by, and says where each cell's leads."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}
        self._targets: Mapping[str, str] = {}

    def note(self, place: str, related: str) -> None:
        """Remember that a cell, by its address, has a link, by its id among the sheet's relations."""
        if place and related and len(self._ids) < MOST:
            self._ids[place.partition(":")[0]] = related

    def resolve(self, sheet: Any) -> None:
        """Look up where the links lead that were noted."""
        if self._ids:
            self._targets = dict(_targets(sheet))

    def target(self, place: str) -> str:
        """Where the link of a cell leads, by its address; empty without one."""
        return self._targets.get(self._ids.get(place, ""), "")


def _targets(sheet: Any) -> Iterator[tuple[str, str]]:
    archive, path = sheet.parent._archive, get_rels_path(sheet._worksheet_path)  # type: ignore[no-untyped-call]
    if path in archive.namelist():
        for related in get_dependents(archive, path):
            yield related.Id or "", related.Target or ""


def labeled(label: str, target: str) -> str:
    """A link as the evidence cell spells it: its label with where it leads; a text that says so itself stays."""
    says_itself = any(sign in label for sign in ("://", "(", ";", "\n"))
    if not target or says_itself:
        return label
    return f"{label} ({target})" if label.strip() else target


def link_of_formula(formula: str) -> str:
    """The link that a formula makes, as the evidence cell spells it; empty for any other formula."""
    match = _FORMULA.fullmatch(formula.strip())
    return "" if match is None else labeled(match[2] or "", match[1])
