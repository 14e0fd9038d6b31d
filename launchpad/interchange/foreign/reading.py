"""Reads a plan of another program: which reader a file gets, and what it says as an outline."""

from datetime import date
from pathlib import Path

from launchpad.interchange.foreign.csv_rows import csv_rows
from launchpad.interchange.foreign.file_text import read_bytes
from launchpad.interchange.foreign.gantt_project import read_gantt_project
from launchpad.interchange.foreign.outline import Notices, Outline, checked, refused
from launchpad.interchange.foreign.project_xml import read_project_xml
from launchpad.interchange.foreign.sheet_rows import sheet_table
from launchpad.interchange.foreign.table import read_table
from launchpad.interchange.foreign.xml_tree import parse
from launchpad.interchange.homecoming.days import DayOrder
from launchpad.interchange.homecoming.reading import EPOCH_1900

KINDS = (".xml", ".csv", ".tsv", ".xlsx", ".gan")
"""Endings of files that are read."""
_KNOWN = "Microsoft Project XML (.xml), GanttProject (.gan), a table (.csv, .xlsx)"


def read_foreign(path: Path, today: date, *, order: DayOrder = DayOrder.UNKNOWN, encoding: str = "") -> Outline:
    """The outline of the file at `path`; raise ForeignRefused, one sentence, for whatever is no plan.

    `order` settles dates of tables that could be either way round, `encoding` how a CSV file is written where it does
    not show it.
    """
    kind, name = path.suffix.casefold(), path.name
    if kind not in KINDS:
        raise refused(name, f"its kind is not known; Launchpad reads {_KNOWN}")
    if kind == ".xlsx":
        notices = Notices()
        found = sheet_table(path, notices)
        outline = read_table(found.rows, name, notices, order=order, today=today, epoch=found.epoch)
    elif kind in (".csv", ".tsv"):
        notices = Notices()
        rows = csv_rows(read_bytes(path), name, notices, encoding)
        outline = read_table(rows, name, notices, order=order, today=today, epoch=EPOCH_1900)
    else:
        root = parse(read_bytes(path), name)
        is_gantt_project = root.tag == "project"
        outline = read_gantt_project(root, name) if is_gantt_project else read_project_xml(root, name)
    return checked(outline, name)
