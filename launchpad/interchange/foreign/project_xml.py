"""Microsoft Project's XML: tasks, links, constraints, calendar and people as an outline.

Names and codes are those of the published schema (http://schemas.microsoft.com/project, “Project XML Data
Interchange”): link types, constraint types, and the formats of durations and lags.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from xml.etree.ElementTree import Element

from launchpad.domain.enums import AnchorKind, Criticality, LinkType, TaskStatus
from launchpad.domain.values import LONGEST, Anchor
from launchpad.interchange.foreign.moments import day_of, minutes_of, whole_days
from launchpad.interchange.foreign.outline import Item, Link, Outline, refused
from launchpad.interchange.foreign.project_calendar import read_calendar
from launchpad.interchange.foreign.xml_tree import each, is_set, number, text
from launchpad.interchange.project.codes import ANCHORS, IMPORTANT, LINK_TYPES, MINOR, WHOLE_DAY

ELAPSED = frozenset({4, 6, 8, 10, 12, 20, 36, 38, 40, 42, 44, 52})
PERCENT = frozenset({19, 20, 51, 52})
"""Formats of durations and lags: of the whole day, and as a share of the predecessor."""
WORK = 1
"""The kind of resource that is a person."""
NOBODY = "-65535"


def read_project_xml(root: Element, file_name: str) -> Outline:
    """The outline of a project; raise ForeignRefused when the file is another kind of XML."""
    if root.tag != "Project" or root.find("Tasks") is None:
        raise refused(file_name, "it is XML, but no project of Microsoft Project")
    outline = Outline(name=text(root, "Title") or text(root, "Name"), start=day_of(text(root, "StartDate")))
    read_calendar(root, outline)
    per_day = max(1, number(root, "MinutesPerDay", 480))
    owners = _owners(root, outline)
    above: list[str] = []
    for task in each(root, "Tasks/Task"):
        if text(task, "UID") == "0":
            outline.name = outline.name or text(task, "Name")
        elif not is_set(task, "IsNull"):
            _add_task(task, outline, above, owners, per_day)
    durations = {item.uid: item.duration or 0 for item in outline.items}
    for task in each(root, "Tasks/Task"):
        outline.links += _links(task, outline, durations, per_day)
    return outline


def _owners(root: Element, outline: Outline) -> dict[str, list[str]]:
    people: dict[str, str] = {}
    for resource in each(root, "Resources/Resource"):
        name = text(resource, "Name")
        if name and number(resource, "Type", WORK) == WORK:
            people[text(resource, "UID")] = name
            outline.people.setdefault(name, text(resource, "EmailAddress"))
    owners: dict[str, list[str]] = {}
    for assignment in each(root, "Assignments/Assignment"):
        who = text(assignment, "ResourceUID")
        if who in people:
            owners.setdefault(text(assignment, "TaskUID"), []).append(people[who])
        elif who != NOBODY:
            outline.notices.count(
                "An assignment of equipment, material or costs was left out.",
                "assignments of equipment, material or costs were left out.",
            )
    return owners


def _add_task(task: Element, outline: Outline, above: list[str], owners: dict[str, list[str]], per_day: int) -> None:
    uid = text(task, "UID") or text(task, "ID")
    depth = max(1, number(task, "OutlineLevel", 1))
    del above[depth - 1 :]
    item = Item(
        uid=uid,
        title=text(task, "Name"),
        parent=above[-1] if above else None,
        is_heading=is_set(task, "Summary"),
        duration=_duration(task, outline, per_day),
        start=day_of(text(task, "Start")),
        finish=day_of(text(task, "Finish")),
        deadline=day_of(text(task, "Deadline")),
        baseline=_baseline(task),
        progress=min(100, max(0, number(task, "PercentComplete", 0))),
        criticality=_criticality(task),
        actual_start=day_of(text(task, "ActualStart")),
        actual_finish=day_of(text(task, "ActualFinish")),
        owners=tuple(owners.get(uid, ())),
        note=text(task, "Notes"),
    )
    item.anchor = _anchor(task, item, outline)
    if text(task, "Active") in ("0", "false"):
        item.status = TaskStatus.NOT_APPLICABLE
    if is_set(task, "ExternalTask") or is_set(task, "IsSubproject"):
        outline.notices.count(
            "A task stands for work in another file; only its dates were taken.",
            "tasks stand for work in another file; only their dates were taken.",
        )
    outline.items.append(item)
    above.append(uid)


def _duration(task: Element, outline: Outline, per_day: int) -> int | None:
    minutes = minutes_of(text(task, "Duration"))
    if is_set(task, "Milestone") and not minutes:
        return 0
    if minutes is None:
        return None
    if number(task, "DurationFormat", 7) in ELAPSED:
        outline.notices.count(
            "A duration in elapsed days became the working days in it.",
            "durations in elapsed days became the working days in them.",
        )
        return whole_days(minutes / WHOLE_DAY * len(outline.workdays) / 7)
    if minutes % per_day and not is_set(task, "Summary"):
        outline.notices.count(
            "A duration of part of a day was rounded up to whole days.",
            "durations of parts of a day were rounded up to whole days.",
        )
    return whole_days(minutes / per_day)


def _anchor(task: Element, item: Item, outline: Outline) -> Anchor | None:
    if item.is_heading:
        return None
    if is_set(task, "Manual") and item.start is not None:
        outline.notices.count(
            "A manually scheduled task is pinned to its dates.", "manually scheduled tasks are pinned to their dates."
        )
        return Anchor(AnchorKind.MSO, item.start)
    kind = ANCHORS.get(number(task, "ConstraintType", 0))
    if kind is AnchorKind.ALAP:
        return Anchor(kind)
    day = day_of(text(task, "ConstraintDate"))
    return None if kind is None or day is None else Anchor(kind, day)


def _baseline(task: Element) -> tuple[date, date] | None:
    for baseline in each(task, "Baseline"):
        first, last = day_of(text(baseline, "Start")), day_of(text(baseline, "Finish"))
        if number(baseline, "Number", 0) == 0 and first is not None and last is not None:
            return first, max(first, last)
    return None


def _criticality(task: Element) -> Criticality:
    priority = number(task, "Priority", 500)
    if priority >= IMPORTANT:
        return Criticality.MUST
    return Criticality.COULD if priority <= MINOR else Criticality.SHOULD


def _links(task: Element, outline: Outline, durations: Mapping[str, int], per_day: int) -> Iterator[Link]:
    for link in each(task, "PredecessorLink"):
        if is_set(link, "CrossProject"):
            outline.notices.count("A link with another file was left out.", "links with other files were left out.")
            continue
        before, after = text(link, "PredecessorUID"), text(task, "UID") or text(task, "ID")
        amount, kind = number(link, "LinkLag", 0), number(link, "LagFormat", 7)
        is_elapsed = kind in ELAPSED
        lag = round(amount / 10 / (WHOLE_DAY if is_elapsed else per_day))
        if kind in PERCENT:
            lag = round(amount / 100 * durations.get(before, 0))
            outline.notices.count("A lag in percent became days.", "lags in percent became days.")
        type_ = LINK_TYPES.get(number(link, "Type", 1), LinkType.FS)
        yield Link(before, after, type_, max(-LONGEST, min(LONGEST, lag)), is_elapsed)
