"""Writes a plan as a file of another program: the kind by the file's suffix, the content by who it is for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from launchpad.domain.document import Document
from launchpad.domain.enums import ReviewStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Review
from launchpad.domain.people import Track
from launchpad.domain.task import Task
from launchpad.domain.watching import followed
from launchpad.interchange import atomic
from launchpad.interchange.atomic import write_bytes, written_aside
from launchpad.interchange.audience import Audience
from launchpad.interchange.csv import Value, csv_text
from launchpad.interchange.ics import CalendarEntry, calendar_bytes
from launchpad.interchange.json import plan_json
from launchpad.interchange.pack.changes import Changes
from launchpad.interchange.pack.model import Pack
from launchpad.interchange.workbook.material import Material, Stamp

__all__ = ["SUFFIXES", "Request", "Stamp", "export", "pack_for"]


LAID_OUT = 0.7
"""How much of a page is done when it is known what stands on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to write: for whom, as of which day, and what the file says about its origin.

    `tracks` are the keys of the tracks that get a sheet of their own in the full workbook, `review` that of the review
    whose record a pack holds (empty: none), and `changes` what the team reads of the time since the last review.
    """

    audience: Audience = Audience.FULL
    today: date
    stamp: Stamp
    tracks: Sequence[str] = ()
    review: str = ""
    changes: Changes = Changes()


def export(document: Document, target: Path, request: Request) -> None:
    """Write the plan to `target`, whole or not at all.

    Raise PlanError for a kind of file or an audience that cannot be, ExportError when the world refuses the file.
    """
    write = SUFFIXES.get(target.suffix.lower())
    if write is None:
        raise PlanError(f"“{target.name}” is of no kind Launchpad writes; choose {', '.join(SUFFIXES)}.")
    write(document, target, request)


def _write_workbook(document: Document, target: Path, request: Request) -> None:
    from launchpad.interchange.workbook.workbook import write_workbook  # XlsxWriter is loaded when it is needed

    tracks = [_track(document, key) for key in request.tracks]
    material = Material(document, request.audience, request.today, request.stamp)
    with written_aside(target) as aside:
        write_workbook(aside, material, tracks)


def _track(document: Document, key: str) -> Track:
    track = document.by_key(Track, key)
    if track is None:
        raise PlanError(f"There is no track “{key[:80]}” in this plan.")
    return track


def _write_page(document: Document, target: Path, request: Request) -> None:
    from launchpad.interchange.pack.html import html_of  # Jinja2 is loaded when it is needed

    pack = pack_for(document, request)
    atomic.watch.get()(LAID_OUT)
    write_bytes(target, html_of(pack).encode("utf-8"))


def pack_for(document: Document, request: Request) -> Pack:
    """The pack that is asked for, to be written as HTML here or painted elsewhere."""
    from launchpad.interchange.pack.pack import pack_of

    material = Material(document, request.audience, request.today, request.stamp)
    return pack_of(material, _review(document, request.review) if request.review else None, request.changes)


def _review(document: Document, key: str) -> Review:
    review = document.by_key(Review, key)
    if review is None:
        raise PlanError(f"There is no review “{key[:80]}” in this plan.")
    if review.status is not ReviewStatus.RECORDED:
        raise PlanError(f"The review “{key[:80]}” is not recorded yet; its pack comes without a record.")
    return review


def _write_csv(document: Document, target: Path, request: Request) -> None:
    from launchpad.interchange.workbook.columns import PLAN_DETAILS, PROGRESS, SHOWN

    _refuse(request, Audience.EXECUTIVE, "A CSV file holds the checklist, which executives do not get")
    material = Material(document, request.audience, request.today, request.stamp)
    columns = [column for column in (*SHOWN, *PLAN_DETAILS) if column.key != "id"]
    header = [column.header.rstrip("*") + (" %" if column is PROGRESS else "") for column in columns]

    def cells(task: Task) -> Iterator[Value]:
        for column in columns:
            value = task.progress if column is PROGRESS else column.read(task, material)
            yield value if isinstance(value, str | int | float | date) else None

    tasks = followed(document.tasks, atomic.watch.get())
    text = csv_text(header, (list(cells(task)) for task in tasks))
    write_bytes(target, text.encode("utf-8"))


def _write_calendar(document: Document, target: Path, request: Request) -> None:
    material = Material(document, request.audience, request.today, request.stamp)
    stamp = request.stamp
    content = calendar_bytes(
        document.launch.name, _entries(material), written_at=stamp.exported_at, revision=stamp.edit_number
    )
    write_bytes(target, content)


def _entries(material: Material) -> Iterator[CalendarEntry]:
    document = material.document
    launch = document.launch
    yield CalendarEntry(launch.id, launch.launch_date, f"Launch: {launch.name}", launch.one_sentence, "Launch")
    for gate in material.places.gates:
        day = material.calendar.day_of(gate.when)
        yield CalendarEntry(gate.id, day, f"{gate.key} {gate.name}", gate.question, "Gate")
    if material.view.audience is not Audience.EXECUTIVE:
        yield from _task_entries(material)


def _task_entries(material: Material) -> Iterator[CalendarEntry]:
    for task in followed(material.document.tasks, atomic.watch.get()):
        dates, owner = material.dates(task), material.view.person(task.owner)
        details = "\n".join(part for part in (owner, task.acceptance, task.key) if part)
        if task.is_milestone:
            yield CalendarEntry(task.id, dates.finish, task.title, details, "Milestone")
        elif task.is_open and (material.view.is_whole or material.is_own(task)):
            yield CalendarEntry(task.id, dates.due, f"Due: {task.title}", details, "Due")


def _write_json(document: Document, target: Path, request: Request) -> None:
    for audience in (Audience.SALES, Audience.SUPPORT, Audience.EXECUTIVE):
        _refuse(request, audience, "A JSON file holds the whole plan")
    write_bytes(target, plan_json(document, atomic.watch.get()).encode("utf-8", errors="replace"))


def _write_project(document: Document, target: Path, request: Request) -> None:
    from launchpad.interchange.project.writer import project_xml

    for audience in (Audience.SALES, Audience.SUPPORT, Audience.EXECUTIVE):
        _refuse(request, audience, "A project file holds the whole plan")
    write_bytes(target, project_xml(Material(document, request.audience, request.today, request.stamp)))


def _refuse(request: Request, audience: Audience, why: str) -> None:
    if request.audience is audience:
        raise PlanError(f"{why}; choose another kind of file for the audience “{audience.value}”.")


Writer = Callable[[Document, Path, Request], None]
SUFFIXES: dict[str, Writer] = {
    ".xlsx": _write_workbook,
    ".csv": _write_csv,
    ".ics": _write_calendar,
    ".json": _write_json,
    ".html": _write_page,
    ".xml": _write_project,
}
"""Kinds of files, by the end of their names."""
