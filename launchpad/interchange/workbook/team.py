"""What the workbooks for one team have in common: the first page, the checklist, all tasks to read, the dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from launchpad.domain.launch import Region
from launchpad.domain.register import Blackout
from launchpad.domain.task import Task
from launchpad.interchange.audience import HOME_TRACKS
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Book, Formula, launch_moment, long_day, moment
from launchpad.interchange.workbook.column import Column
from launchpad.interchange.workbook.columns import (
    CRITICALITY,
    FINISH,
    GATE,
    ID,
    KEY,
    LATE,
    OWNER,
    POINTS,
    PROGRESS,
    SCORED_FROM,
    START,
    STATUS,
    T_OFFSET,
    TITLE,
    TRACK,
)
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.plan_sheet import following
from launchpad.interchange.workbook.steps import CHECKLIST, PROVEN, STEPS
from launchpad.interchange.workbook.tables import Entry, Field, Listing, fit_rows, set_widths, write_listing
from launchpad.interchange.workbook.task_sheet import TaskSheet, TaskTable

DAY = {"num_format": look.DAY, "align": "left"}
OFFSET = {"num_format": look.OFFSET, "align": "center"}
WRAP = {"text_wrap": True}
QUIET = {"font_color": look.TEXT_2}
CHECKLIST_NOTE = (
    "Fill in the tinted columns (their headers end in *) and send the file back. "
    "Rows without tint belong to others: you wait for them."
)
ALL_NOTE = "Every task of the launch, to read. What you fill in on {} shows here."
ROLE_WIDTH = 22
"""Where people of other teams appear, their roles need room."""
FOLLOWED = (OWNER, STATUS, PROGRESS, PROVEN)
"""What the list of all tasks takes from the checklist for the team's own rows."""


@dataclass(frozen=True, slots=True)
class Team:
    """How a team's workbook calls things."""

    checklist: str
    scopes: frozenset[str]  # blackouts that concern it
    sheets: Sequence[tuple[str, str]]  # name and purpose, for the first page


def checklist_sheet(material: Material, team: Team) -> TaskSheet:
    """The team's own rows, open to be filled in, and what they wait for."""
    view = material.view
    chosen = {task.id for task in (*view.own, *view.awaited)}
    mine = [task for task in material.document.tasks if task.id in chosen and material.is_own(task)]
    others = [task for task in material.document.tasks if task.id in chosen and not material.is_own(task)]
    own = frozenset(task.id for task in view.own)
    empty = "No task of this plan is yours to fill in."
    columns = tuple(replace(column, width=ROLE_WIDTH) if column is OWNER else column for column in CHECKLIST)
    return TaskSheet(team.checklist, "Checklist", CHECKLIST_NOTE, [*mine, *others], columns, own, empty)


def all_tasks_sheet(material: Material, checklist: TaskTable) -> TaskSheet:
    """Every task, read only, with the steps to the score; the team's rows follow its checklist."""
    shown = (ID, KEY, TITLE, TRACK, OWNER, STATUS, PROGRESS, START, FINISH, T_OFFSET, CRITICALITY, GATE, LATE, POINTS)
    needless = ("proof_expires",)
    wanted = (column for column in (*shown, *SCORED_FROM, *STEPS) if column.key not in needless)
    columns = tuple(_read_only(column, checklist) for column in wanted)
    note = ALL_NOTE.format(checklist.sheet)
    tasks = material.document.tasks
    return TaskSheet("All tasks", "AllTasks", note, tasks, columns, (), "This plan has no tasks yet.", look.TEXT_3)


def _read_only(column: Column, checklist: TaskTable) -> Column:
    width = ROLE_WIDTH if column is OWNER else column.width
    if column in FOLLOWED:
        return replace(following(column, checklist), live=_is_own, width=width)
    return replace(column, header=column.header.rstrip("*"), editable=False, width=width)


def _is_own(task: Task, material: Material) -> bool:
    return material.is_own(task)


def write_start(book: Book, material: Material, team: Team) -> None:
    """Write the first page: what this is, how to fill it in, whom to ask, how secret it is."""
    page = book.add_sheet("Start", tab=look.ACCENT, portrait=True)
    set_widths(page, (2, 24, 90))
    launch = material.document.launch
    book.heading(page, launch.name, launch.one_sentence or launch.summary, column=1)
    rows = [*_facts(material), *_how(team, material)]
    area = write_listing(book, page, 3, 1, Listing("About this file", _PAIR, rows))
    fit_rows(page, area.first - 1, [[(str(row[1]), 90)] for row in rows])
    sheets: list[list[Entry]] = [[name, purpose] for name, purpose in team.sheets]
    write_listing(book, page, area.last + 1, 1, Listing("The sheets", _PAIR, sheets))


_PAIR = (Field("", form={"bold": True}), Field("", form=WRAP))


def _facts(material: Material) -> list[list[Entry]]:
    launch, stamp = material.document.launch, material.stamp
    return [
        ["Launches", launch_moment(launch)],
        ["Confidential", _confidence(material)],
        ["Exported", f"{moment(stamp.exported_at)}, as of {long_day(material.today)}"],
        ["Export", stamp.export_id],
    ]


def _confidence(material: Material) -> str:
    embargo = material.document.launch.embargo
    if embargo is None:
        return "For the people it was sent to."
    until = " ".join(part for part in (embargo.lifts.replace("T", " "), embargo.timezone) if part)
    return f"Under embargo until {until}: for the people it was sent to, and nobody else."


def _how(team: Team, material: Material) -> list[list[Entry]]:
    return [
        ["How to fill it in", f"On {team.checklist}, change only the tinted cells."],
        [
            "What counts as done",
            "Done needs evidence, a link or a file name. Without it the work counts as not proven.",
        ],
        ["Blocked?", "Choose Blocked and say in the note what you need and from whom."],
        ["Then", "Save it under any name and send it back. Sorting, hiding and filtering do no harm."],
        ["A new task?", "Unprotect the sheet and write it in a row under the last one, with no key."],
        ["Locked cells", "There is no password. To sort a sheet in Excel, choose Review, then Unprotect Sheet."],
        ["Whom to ask", _contact(material)],
    ]


def _contact(material: Material) -> str:
    keys = HOME_TRACKS[material.view.audience]
    leads = [track.lead for track in material.document.tracks if track.key in keys and track.lead]
    names = [material.view.person(person) for person in [*leads, material.document.launch.lead] if person]
    return ", then ".join(dict.fromkeys(names)) or "Whoever sent you this file."


def write_dates(book: Book, material: Material, team: Team) -> None:
    """Write the sheet Dates: launch by region, gates, milestones, training, days to keep clear of."""
    page = book.add_sheet("Dates", tab=look.INFO)
    set_widths(page, (2, 15, 15, 9, 18, 64))
    book.heading(
        page, "Dates", "Launch by region, decisions, milestones, training, and days to keep clear of.", column=1
    )
    fields = [
        Field("From", "first", DAY),
        Field("To", "last", DAY),
        Field("T±", form=OFFSET),
        Field("What", form=QUIET),
        Field("", form=WRAP),
    ]
    write_listing(book, page, 3, 1, Listing("", fields, _dates(material, team)))
    page.freeze_panes(5, 0)


def _dates(material: Material, team: Team) -> list[list[Entry]]:
    days = sorted([*_launch_days(material), *_task_days(material), *_closed_days(material, team)], key=_order)
    return [[first, last, _offset(first, material), what, name] for first, last, what, name in days]


Occasion = tuple[date, date | None, str, str]
"""First and last day, what it is, what it is called."""


def _order(each: Occasion) -> tuple[date, date, str, str]:
    first, last, what, name = each
    return first, last or first, what, name


def _launch_days(material: Material) -> Iterator[Occasion]:
    document = material.document
    yield document.launch.launch_date, None, "Launch", document.launch.name
    for region in document.rows(Region):
        if region.launch_date is not None:
            yield region.launch_date, None, f"Launch, wave {region.wave}", region.name
    for gate in material.places.gates:
        yield material.calendar.day_of(gate.when), None, "Decision", f"{gate.key}  {gate.name}"


def _task_days(material: Material) -> Iterator[Occasion]:
    for task in material.document.tasks:
        dates = material.dates(task)
        if task.is_milestone:
            yield dates.finish, None, "Milestone", task.title
        elif material.is_own(task) and any(word in task.title.casefold() for word in ("train", "certif")):
            yield dates.start, dates.finish, "Training", task.title


def _closed_days(material: Material, team: Team) -> Iterator[Occasion]:
    for row in material.document.rows(Blackout):
        if team.scopes & set(row.scope):
            yield row.first, row.last, f"{row.kind.label} blackout", row.name


def _offset(day: date, material: Material) -> Formula:
    text = "IF({first}<=LaunchDate,1-WORKDAYS({first},LaunchDate),WORKDAYS(LaunchDate,{first})-1)"
    return Formula(text, material.offset_of_day(day))
