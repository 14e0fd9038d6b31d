"""The forms beside the checklist against the plan: changed cells, new rows, and rows that are there already."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from launchpad.domain.document import Document
from launchpad.domain.row import Row
from launchpad.interchange.homecoming.cells import Cell, Unreadable
from launchpad.interchange.homecoming.form_cells import read_form_cell, read_spelled
from launchpad.interchange.homecoming.proposals import Kind, NewEntry, Proposal, UnreadableCell, judge
from launchpad.interchange.homecoming.sheet_rows import FormRows, SheetRow
from launchpad.interchange.homecoming.typed_over import is_typed_over, not_theirs
from launchpad.interchange.homecoming.values import Reader, Value
from launchpad.interchange.workbook.forms import ID, Form, FormColumn, cell_of, spelled
from launchpad.interchange.workbook.material import Material
from launchpad.journal.entry import CellRead

TWICE = "The same is there already. Add it again?"
Spelled = Mapping[str, Mapping[str, str]]
"""Row id → table and field → what a cell held, as the hidden sheet spells it."""


@dataclass(frozen=True, slots=True)
class FormFindings:
    """What the forms say that the plan does not, and what their cells hold that was not exported so."""

    proposals: list[Proposal] = field(default_factory=list)
    unreadable: list[UnreadableCell] = field(default_factory=list)
    read: list[CellRead] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FormBase:
    """What editable cells held at the export and before this version, and the plan that was exported; None when it is
    not known. `added` are rows that an earlier version brought in."""

    exported: Spelled | None
    before: Spelled | None
    plan: Material | None = None
    added: Collection[str] = ()


def compare_forms(sheets: Sequence[FormRows], plan: Document, base: FormBase, reader: Reader) -> FormFindings:
    """Compare every form of a workbook with the plan."""
    findings = FormFindings()
    for sheet in sheets:
        _Comparing(sheet, plan, base, reader, findings).run()
    return findings


class _Comparing:
    def __init__(self, sheet: FormRows, plan: Document, base: FormBase, reader: Reader, findings: FormFindings) -> None:
        self._form: Form = sheet.form
        self._rows, self._base, self._reader, self._findings = sheet.rows, base, reader, findings
        self._known: Mapping[str, Row] = plan.table(sheet.form.kind)
        self._by_name = {_folded(getattr(row, sheet.form.natural)): row for row in reversed(plan.rows(sheet.form.kind))}
        self._present = {row.text(ID) for row in sheet.rows}
        self._seen: set[str] = set()
        self._brought: set[str] = set()  # names of new rows

    def run(self) -> None:
        for row in self._rows:
            found = self._row_of(row)
            if found is not None:
                self._seen.add(found.id)
                self._compare(row, found)
                self._tell_typed_over(row, found)
            elif self._form.grows and not self._was_removed(row):
                self._take_new(row)

    def _was_removed(self, row: SheetRow) -> bool:
        row_id = row.text(ID)
        exported = self._base.exported or {}
        return row_id in exported and row_id not in self._known

    def _row_of(self, row: SheetRow) -> Row | None:
        """The row of the plan that a row of the file is about: by its id, or by name where it has lost it."""
        row_id = row.text(ID)
        if row_id in self._known:
            return self._known[row_id] if row_id not in self._seen else None
        named = self._by_name.get(_folded(row.text(self._form.natural)))
        if named is None or named.id in self._seen or named.id in self._present:
            return None
        exported = self._base.exported
        is_theirs = named.id in self._base.added or exported is None or named.id in exported
        return named if is_theirs or not self._form.grows else None

    # --- rows that are known ---------------------------------------------------------------------------------------

    def _compare(self, row: SheetRow, mine: Row) -> None:
        for column, cell, theirs in self._values(row, mine):
            held = getattr(mine, column.key) or None
            base = self._before(mine.id, column)
            name = self._name(column)
            self._remember(mine.id, name, theirs)
            kind = judge(name, base, held, theirs)
            if kind is None or (column.needed and theirs is None):
                continue
            self._findings.proposals.append(
                Proposal(
                    kind=kind,
                    row=mine.id,
                    key="",
                    title=self._title(mine),
                    field=column.key,
                    base=None if base is None else base.get(name),
                    mine=held,
                    theirs=theirs,
                    cell=cell.place,
                    table=self._form.table,
                    is_base_known=base is not None and name in base,
                )
            )

    def _tell_typed_over(self, row: SheetRow, mine: Row | None) -> None:
        """Report what was typed into columns that people do not fill in."""
        exported = self._base.plan
        if exported is None:
            return
        row_id, title = (None, row.text(self._form.natural)) if mine is None else (mine.id, self._title(mine))
        was = exported.document.find(self._form.kind, row_id)
        for column in self._form.columns:
            cell = row.cells.get(column.key)
            shown = None if was is None else cell_of(was, column, exported)
            if not column.editable and cell is not None and is_typed_over(cell, shown, self._reader):
                told = not_theirs(cell, shown, row=row_id, title=title, field=column.key, table=self._form.table)
                self._findings.proposals.append(told)

    def _values(self, row: SheetRow, mine: Row | None) -> Iterator[tuple[FormColumn, Cell, Value]]:
        for key in self._form.fields:
            column, cell = self._form.column(key), row.cells.get(key)
            if cell is None or (mine is None and cell.is_blank):
                continue
            try:
                yield column, cell, read_form_cell(cell, column, self._reader)
            except Unreadable as error:
                title = row.text(self._form.natural) if mine is None else self._title(mine)
                self._findings.unreadable.append(UnreadableCell("", title, key, cell.shown, cell.place, str(error)))

    def _title(self, row: Row) -> str:
        return str(getattr(row, self._form.natural))

    def _name(self, column: FormColumn) -> str:
        return f"{self._form.table}.{column.key}"

    def _before(self, row_id: str, column: FormColumn) -> dict[str, Value] | None:
        if self._base.before is None:
            return None
        said = self._base.before.get(row_id, {})
        try:
            return {name: read_spelled(said[name], column) for name in (self._name(column),) if name in said}
        except ValueError:
            return {}

    def _remember(self, row_id: str, name: str, theirs: Value) -> None:
        exported = (self._base.exported or {}).get(row_id, {})
        if exported.get(name) != spelled(theirs):
            self._findings.read.append(CellRead(row_id, name, spelled(theirs)))

    # --- rows that are new -----------------------------------------------------------------------------------------

    def _take_new(self, row: SheetRow) -> None:
        values = {column.key: theirs for column, _, theirs in self._values(row, None) if theirs is not None}
        name = values.get(self._form.natural)
        if name is None:
            self._tell_unnamed(row, values)
            return
        is_twice = _folded(name) in self._by_name or _folded(name) in self._brought
        self._brought.add(_folded(name))
        cell = row.cells[self._form.natural]
        self._findings.proposals.append(
            Proposal(
                kind=Kind.CONFIRM if is_twice else Kind.NEW,
                row=None,
                key="",
                title=str(name),
                field=self._form.natural,
                theirs=name,
                cell=cell.place,
                table=self._form.table,
                question=TWICE if is_twice else "",
                new=NewEntry(self._form.table, values),
            )
        )
        self._tell_typed_over(row, None)

    def _tell_unnamed(self, row: SheetRow, values: Mapping[str, Value]) -> None:
        cell = row.cells.get(self._form.natural)
        if values and cell is not None and cell.is_blank:
            said = self._form.column(self._form.natural).header.lower()
            reason = f"a row without {said} cannot be kept"
            self._findings.unreadable.append(UnreadableCell("", "", self._form.natural, "", cell.place, reason))


def _folded(value: object) -> str:
    return " ".join(str(value).split()).casefold()
