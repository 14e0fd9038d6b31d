"""What the formulas stand on: rules, choices, gates, the working calendar; every number of the score is a cell here."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from launchpad.domain.enums import DECIDED_GATES, Criticality, RivalConfidence
from launchpad.domain.ids import DecisionId
from launchpad.domain.register import Blackout, RivalEvent
from launchpad.engines.readiness.clashes import CLOSE, days_from_launch, is_decided
from launchpad.engines.readiness.deductions import ISSUE_POINTS, LAUNCH_CAP, RISK_POINTS, SEVERE, TRACK_CAP
from launchpad.engines.readiness.verdict import LOW_CONFIDENCE
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import A3, Book, Cell, Formula
from launchpad.interchange.workbook.material import AFTER_LAUNCH, BEFORE_LAUNCH, STATUS_LABELS, Material
from launchpad.interchange.workbook.tables import Entry, Field, Listing, Styled, write_listing

TOP = 3
"""The row, from 0, of the lists' titles."""
RISK_BANDS = ((0, 0), *reversed(RISK_POINTS))
"""Risk scores from which a risk takes so many points."""
DAY = {"num_format": look.DAY, "align": "left"}
LEFT = {"align": "left"}


class Lists:
    """Writes lists side by side, with an empty column between."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.page: Worksheet = book.add_sheet("Lists", tab=look.TEXT_3, paper=A3)
        self.column = 0

    def add(
        self, title: str, fields: Sequence[Field], widths: Sequence[float], rows: Sequence[Sequence[Entry]]
    ) -> None:
        """Write a list and leave a gap after it."""
        listing = Listing(title, fields, rows, tall_head=True)
        write_listing(self.book, self.page, TOP, self.column, listing)
        for offset, width in enumerate([*widths, 3]):
            self.page.set_column(self.column + offset, self.column + offset, width)
        self.column += len(fields) + 1


def write_lists(book: Book, material: Material) -> None:
    """Write the sheet Lists for the material's audience."""
    lists = Lists(book)
    book.heading(lists.page, "Lists", "What the formulas of this workbook stand on. Change nothing here lightly.")
    lists.page.freeze_panes(TOP + 2, 0)
    lists.page.fit_to_pages(2 if material.view.is_whole else 1, 0)
    _add_rules(lists, material)
    lists.add("Statuses", [Field("Status", name="Statuses")], [17], [[label] for label in STATUS_LABELS.values()])
    _add_priorities(lists, material)
    _add_gates(lists, material)
    people = [[material.view.person(person.id), person.role] for person in material.view.named]
    lists.add("People", [Field("Person", name="People"), Field("Role")], [18, 28], people)
    _add_calendar(lists, material)
    if material.view.is_whole:
        _add_points(lists)
        _add_blackouts(lists, material)
        _add_rivals(lists, material)


def _add_rules(lists: Lists, material: Material) -> None:
    rules = [*_rules_of_launch(material), *_rules_of_credit(material)]
    for row, (name, _, _, _) in enumerate(rules, TOP + 2):
        lists.book.name(name, lists.page, xl_rowcol_to_cell(row, lists.column + 1))
    rows: list[list[Entry]] = [[label, Styled(value, form)] for _, label, value, form in rules]
    lists.add("Rules", [Field("Rule"), Field("Value", form=LEFT)], [38, 13], rows)


Rule = tuple[str, str, Cell, dict[str, Any]]
"""The name of a cell, what it says, its value and its look."""


def _rules_of_launch(material: Material) -> list[Rule]:
    limits, at = material.document.launch.thresholds, {"num_format": "General"}
    return [
        ("LaunchDate", "Launch day", material.document.launch.launch_date, DAY),
        ("WorkWeek", "Working week, Monday first (1 is free)", material.work_week, {}),
        ("GoAt", "Readiness for a Go, from", limits.go, at),
        ("ConditionalAt", "Readiness for a Go with conditions, from", limits.conditional, at),
        ("CoreGoAt", "Core track for a Go, from", limits.core_floor_go, at),
        ("CoreConditionalAt", "Any core track, from", limits.core_floor_conditional, at),
        ("ConfidenceAt", "Confidence for a Go, from (percent)", LOW_CONFIDENCE, at),
    ]


def _rules_of_credit(material: Material) -> list[Rule]:
    factor, count = {"num_format": "0.00"}, {"num_format": "0"}
    days = "IF(AsOf<LaunchDate,WORKDAYS(AsOf,LaunchDate-1),0)"
    fresh = Formula(f"IF({days}>40,10,IF({days}>10,5,2))", material.moment.patience)
    return [
        ("ProgressCredit", "Credit of work in progress, per whole", 0.6, factor),
        ("ReviewCredit", "Credit of work made but not proven", 0.8, factor),
        ("LatePerDay", "Lost for each working day past due", 0.05, factor),
        ("LateFloor", "Kept however late", 0.5, factor),
        ("FreshDays", "Working days an update stays fresh", fresh, count),
        ("StaleOnce", "Kept when the update is older", 0.75, factor),
        ("StaleTwice", "Kept when it is twice as old", 0.5, factor),
        ("TrackCap", "Most risk points a track loses", TRACK_CAP, count),
        ("LaunchCap", "Most risk points the launch loses", LAUNCH_CAP, count),
    ]


def _add_priorities(lists: Lists, material: Material) -> None:
    weights = material.document.launch.weights
    fields = [Field("Priority", name="Priorities"), Field("Weight", name="PriorityWeights", form=LEFT)]
    lists.add("Priorities", fields, [10, 8], [[word.label, getattr(weights, word.value)] for word in Criticality])


def _add_gates(lists: Lists, material: Material) -> None:
    fields = [
        Field("No.", "row", LEFT, "GateRows"),
        Field("Gate", name="GateLabels"),
        Field("Name"),
        Field("Day", "day", DAY),
        Field("Decided", "decided", LEFT),
        Field("Open before launch", "before", LEFT, "GatesOpenBefore"),
        Field("Open after launch", "after", LEFT, "GatesOpenAfter"),
        Field("Counts in the score", "scored", LEFT, "GateScored"),
        Field("Its musts stop", "musts", LEFT, "GateMusts"),
    ]
    rows = [_gate_row(material, row) for row in range(1, len(material.places.gates) + 1)]
    rows += _loose_rows(material, len(rows))
    lists.add("Gates", fields, [5, 14, 28, 13, 9, 9, 9, 10, 9], rows)
    after = Formula("IF(AND(AsOf>LaunchDate,COUNT(GatesOpenAfter)>0),MIN(GatesOpenAfter),0)", material.after_gate)
    asked = Formula("IF(AfterGate>0,AfterGate,MIN(GatesOpenBefore))", material.asked_gate)
    asks = [
        Field("Gate after launch, no.", form=LEFT, name="AfterGate"),
        Field("Next, no.", form=LEFT, name="AskedGate"),
    ]
    lists.add("Gate to decide", asks, [11, 8], [[after, asked]])


def _gate_row(material: Material, row: int) -> list[Entry]:
    gate = material.places.gates[row - 1]
    decided, position = gate.status in DECIDED_GATES, material.places.positions[gate.id]
    shelf = material.places.shelves[gate.id]
    return [
        row,
        material.gates[gate.id],
        gate.name,
        material.calendar.day_of(gate.when),
        int(decided),
        Formula('IF(AND({decided}=0,{day}<=LaunchDate),{row},"")', row if not decided and position <= 0 else None),
        Formula('IF(AND({decided}=0,{day}>LaunchDate),{row},"")', row if not decided and position > 0 else None),
        Formula(
            "IF(AfterGate>0,IF({row}=AfterGate,1,0),IF({day}<=LaunchDate,1,0))", int(shelf in material.scope.items)
        ),
        Formula(
            "IF(AfterGate>0,IF({row}<=AfterGate,1,0),IF({day}<=LaunchDate,1,0))", int(shelf in material.scope.musts)
        ),
    ]


def _loose_rows(material: Material, gates: int) -> list[list[Entry]]:
    scored = Formula("IF(AfterGate>0,0,1)", int(material.places.launch in material.scope.items))
    return [
        [gates + 1, BEFORE_LAUNCH, "Tasks without a gate", None, 1, None, None, scored, 1],
        [gates + 2, AFTER_LAUNCH, "Tasks without a gate", None, 1, None, None, 0, 0],
    ]


def _add_calendar(lists: Lists, material: Material) -> None:
    holidays: list[list[Entry]] = [[day, name] for day, name in material.holidays.items()]
    lists.add("Days off for all", [Field("Holiday", form=DAY, name="Holidays"), Field("Name")], [13, 22], holidays)
    extra: list[list[Entry]] = [[day] for day in material.extra_days]
    lists.add("Worked all the same", [Field("Day", form=DAY, name="ExtraWorkdays")], [13], extra)


def _add_points(lists: Lists) -> None:
    bands = [Field("Risk score from", form=LEFT, name="RiskFrom"), Field("Points", form=LEFT, name="RiskTakes")]
    lists.add("Points of a risk", bands, [10, 8], RISK_BANDS)
    severities = [Field("Severity", form=LEFT), Field("Points", form=LEFT, name="IssueTakes")]
    lists.add("Points of an issue", severities, [9, 8], sorted(ISSUE_POINTS.items()))
    limits = [Field("Severe from", form=LEFT, name="SevereFrom"), Field("Close: days", form=LEFT, name="CloseDays")]
    lists.add("Limits", limits, [9, 9], [[SEVERE, CLOSE]])


def _add_blackouts(lists: Lists, material: Material) -> None:
    fields = [
        Field("Blackout"),
        Field("First day", "first", DAY, "BlackoutFirst"),
        Field("Last day", "last", DAY, "BlackoutLast"),
        Field("Kind", name="BlackoutKinds"),
        Field("Decided", form=LEFT, name="BlackoutDecided"),
        Field("Working days from launch", form=LEFT, name="BlackoutDays"),
    ]
    rows: list[list[Entry]] = [
        [row.name, row.first, row.last, row.kind.label, _is_decided(material, row.decision), _distance(row, material)]
        for row in material.document.rows(Blackout)
    ]
    lists.add("Blackouts", fields, [26, 13, 13, 8, 9, 12], rows or [list[Entry]([None] * 6)])


def _add_rivals(lists: Lists, material: Material) -> None:
    fields = [
        Field("Rival"),
        Field("Event"),
        Field("First day", "first", DAY),
        Field("Last day", "last", DAY),
        Field("Decided", form=LEFT, name="RivalDecided"),
        Field("Working days from launch", form=LEFT, name="RivalDays"),
    ]
    alive = [row for row in material.document.rows(RivalEvent) if row.confidence is not RivalConfidence.GONE]
    rows: list[list[Entry]] = [
        [row.rival, row.event, row.first, row.last, _is_decided(material, row.decision), _distance(row, material)]
        for row in alive
    ]
    lists.add("Rival events", fields, [16, 32, 13, 13, 9, 12], rows or [list[Entry]([None] * 6)])


def _distance(row: Blackout | RivalEvent, material: Material) -> Formula:
    first: date = row.first
    text = (
        "IF(AND({first}<=LaunchDate,{last}>=LaunchDate),0,"
        "IF({last}<LaunchDate,WORKDAYS({last},LaunchDate-1),WORKDAYS(LaunchDate,{first}-1)))"
    )
    return Formula(text, days_from_launch(material.document, first, row.last))


def _is_decided(material: Material, decision: DecisionId | None) -> int:
    return int(is_decided(material.document, decision))
