"""Writes the workbook for one audience."""

from collections.abc import Sequence
from pathlib import Path

from launchpad.domain.people import Track
from launchpad.interchange.audience import Audience
from launchpad.interchange.plain_text import clean
from launchpad.interchange.workbook.base_sheet import write_base
from launchpad.interchange.workbook.book import FILLED, Book, moment
from launchpad.interchange.workbook.executive import write_one_page
from launchpad.interchange.workbook.gantt_sheet import write_gantt
from launchpad.interchange.workbook.gates_sheet import write_gates
from launchpad.interchange.workbook.goals_sheet import write_goals
from launchpad.interchange.workbook.handouts import kit, promised, write_assets, write_facts
from launchpad.interchange.workbook.lists_sheet import write_lists
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.plan_sheet import plan_sheet, track_sheet
from launchpad.interchange.workbook.registers import write_decisions, write_risks
from launchpad.interchange.workbook.sales import SALES, write_accounts, write_certification, write_objections
from launchpad.interchange.workbook.summary_sheet import write_summary
from launchpad.interchange.workbook.support import SUPPORT, write_contacts, write_known_issues, write_questions
from launchpad.interchange.workbook.task_sheet import TaskSheet, table_of, write_task_sheet
from launchpad.interchange.workbook.team import Team, all_tasks_sheet, checklist_sheet, write_dates, write_start
from launchpad.interchange.workbook.weeks_sheet import write_weeks

KIT_NOTE = "Use what is approved or published. Anything under embargo stays inside until it lifts."
PROMISED_NOTE = "What customers see and sellers use, and in which state it is."


def write_workbook(path: Path, material: Material, tracks: Sequence[Track] = ()) -> None:
    """Write the workbook to `path`; the full one has a sheet of its own for each of `tracks`."""
    launch, stamp = material.document.launch, material.stamp
    footer = f"Exported {moment(stamp.exported_at)} · as of {material.today.isoformat()}"
    with Book(path, launch.name, footer, has_extra_days=bool(material.extra_days)) as book:
        _describe(book, material)
        write_base(book, material, _write_sheets(book, material, tracks))


def _describe(book: Book, material: Material) -> None:
    stamp, audience = material.stamp, material.view.audience
    about = {
        "title": clean(material.document.launch.name)[:200],
        "subject": "Launch plan",
        "author": clean(stamp.who)[:200] if material.view.is_whole else "Launchpad",
        "category": audience.value,
        "comments": f"Exported by Launchpad on {moment(stamp.exported_at)}",
        "created": stamp.exported_at.replace(tzinfo=None),
    }
    book.workbook.set_properties(about)


def _write_sheets(book: Book, material: Material, tracks: Sequence[Track]) -> TaskSheet | None:
    """Write all that people see; return the sheet they fill in."""
    audience = material.view.audience
    if audience is Audience.EXECUTIVE:
        write_one_page(book, material)
        write_weeks(book, material)
        return None
    if audience is Audience.FULL:
        return _write_full(book, material, tracks)
    return _write_team(book, material, SALES if audience is Audience.SALES else SUPPORT)


def _write_full(book: Book, material: Material, tracks: Sequence[Track]) -> TaskSheet:
    plan = plan_sheet(material)
    table = table_of(plan)
    book.steps.begin(len(plan.columns) * (1 + len(tracks)), 0, FILLED)
    write_summary(book, material, table, table)
    write_task_sheet(book, plan, material)
    write_gantt(book, material, table)
    for track in tracks:
        taken = [*book.workbook.sheetnames, "Gates", "Risks", "Goals", "Decisions", "Lists"]
        write_task_sheet(book, track_sheet(material, track, table, taken), material)
    write_gates(book, material, table)
    write_risks(book, material)
    write_goals(book, material)
    write_decisions(book, material)
    write_lists(book, material)
    return plan


def _write_team(book: Book, material: Material, team: Team) -> TaskSheet:
    checklist = checklist_sheet(material, team)
    own = table_of(checklist)
    everything = all_tasks_sheet(material, own)
    book.steps.begin(len(checklist.columns) + len(everything.columns), 0, FILLED)
    write_start(book, material, team)
    write_summary(book, material, table_of(everything), own)
    write_task_sheet(book, checklist, material)
    _write_handouts(book, material)
    write_dates(book, material, team)
    write_goals(book, material)
    write_task_sheet(book, everything, material)
    write_lists(book, material)
    return checklist


def _write_handouts(book: Book, material: Material) -> None:
    if material.view.audience is Audience.SALES:
        write_assets(book, material, "Kit", KIT_NOTE, kit(material))
        write_facts(book, material)
        write_objections(book, material)
        write_accounts(book, material)
        write_certification(book, material)
    else:
        write_questions(book, material)
        write_known_issues(book, material)
        write_contacts(book, material)
        write_facts(book, material)
        write_assets(book, material, "Promised", PROMISED_NOTE, promised(material))
