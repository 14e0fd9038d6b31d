"""GanttProject's files: nested tasks, links told by the predecessor, people and days off as an outline."""

from datetime import date
from xml.etree.ElementTree import Element

from launchpad.domain.enums import AnchorKind, Criticality, LinkType
from launchpad.domain.values import LONGEST, Anchor
from launchpad.interchange.foreign.moments import day_of
from launchpad.interchange.foreign.outline import Item, Link, Outline, refused
from launchpad.interchange.foreign.xml_tree import each, whole

LINK_TYPES = {"1": LinkType.SS, "2": LinkType.FS, "3": LinkType.FF, "4": LinkType.SF}
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PRIORITIES = {"2": Criticality.MUST, "4": Criticality.MUST, "0": Criticality.COULD, "3": Criticality.COULD}
"""High and highest, low and lowest; 1 is the usual one."""
YEAR_LATEST, YEAR_EARLIEST = 2199, 1900


def read_gantt_project(root: Element, file_name: str) -> Outline:
    """The outline of a project; raise ForeignRefused when the file is another kind of XML."""
    if root.tag != "project" or root.find("tasks") is None:
        raise refused(file_name, "it is XML, but no project of GanttProject")
    outline = Outline(name=root.get("name", ""))
    _read_calendar(root, outline)
    owners = _owners(root, outline)
    stack: list[tuple[Element, str | None]] = [(task, None) for task in reversed([*each(root, "tasks/task")])]
    while stack:
        task, parent = stack.pop()
        children = [*each(task, "task")]
        item = _item(task, parent, owners, is_heading=bool(children))
        outline.items.append(item)
        outline.links += [_link(link, item.uid) for link in each(task, "depend")]
        stack += [(child, item.uid) for child in reversed(children)]
    _anchor_the_free(outline)
    return outline


def _item(task: Element, parent: str | None, owners: dict[str, list[str]], *, is_heading: bool) -> Item:
    uid = task.get("id", "")
    earliest = day_of(task.get("thirdDate", "")) if task.get("thirdDate-constraint") == "1" else None
    return Item(
        uid=uid,
        title=task.get("name", ""),
        parent=parent,
        is_heading=is_heading,
        duration=0 if task.get("meeting") == "true" else max(0, whole(task.get("duration", "1"), 1)),
        start=day_of(task.get("start", "")),
        anchor=Anchor(AnchorKind.SNET, earliest) if earliest else None,
        progress=min(100, max(0, whole(task.get("complete", "0"), 0))),
        criticality=PRIORITIES.get(task.get("priority", "1"), Criticality.SHOULD),
        owners=tuple(owners.get(uid, ())),
        note=(task.findtext("notes") or "").strip(),
    )


def _link(link: Element, predecessor: str) -> Link:
    lag = max(-LONGEST, min(LONGEST, whole(link.get("difference", "0"), 0)))
    return Link(predecessor, link.get("id", ""), LINK_TYPES.get(link.get("type", "2"), LinkType.FS), lag)


def _anchor_the_free(outline: Outline) -> None:
    """A task that waits for nothing stays where it was put; one that a loose link lets go later does too."""
    waiting = {link.successor for link in outline.links}
    for item in outline.items:
        if item.anchor is None and not item.is_heading and item.start is not None and item.uid not in waiting:
            item.anchor = Anchor(AnchorKind.SNET, item.start)


def _owners(root: Element, outline: Outline) -> dict[str, list[str]]:
    people = {each_one.get("id", ""): each_one for each_one in each(root, "resources/resource")}
    for person in people.values():
        if name := person.get("name", "").strip():
            outline.people.setdefault(name, person.get("contacts", "").strip())
    owners: dict[str, list[str]] = {}
    allocations = sorted(each(root, "allocations/allocation"), key=lambda one: one.get("responsible") != "true")
    for allocation in allocations:
        resource = people.get(allocation.get("resource-id", ""))
        if resource is not None and (name := resource.get("name", "").strip()):
            owners.setdefault(allocation.get("task-id", ""), []).append(name)
    return owners


def _read_calendar(root: Element, outline: Outline) -> None:
    week = root.find("calendars/day-types/default-week")
    if week is not None:
        worked = tuple(number for number, day in enumerate(WEEK, 1) if week.get(day, "0") != "1")
        outline.workdays = worked or outline.workdays
    for day in each(root, "calendars/date"):
        found = _calendar_day(day)
        if day.get("type", "HOLIDAY") != "HOLIDAY":
            outline.notices.count(
                "A special day of the calendar was left out.", "special days of the calendar were left out."
            )
        elif found is not None:
            outline.holidays.setdefault(found, (day.text or "").strip()[:200])
        else:
            outline.notices.count(
                "A holiday that returns every year was left out; add it under Settings.",
                "holidays that return every year were left out; add them under Settings.",
            )


def _calendar_day(day: Element) -> date | None:
    year = whole(day.get("year", ""), 0)
    try:
        found = date(year, whole(day.get("month", ""), 0), whole(day.get("date", ""), 0))
    except ValueError:
        return None
    return found if YEAR_EARLIEST <= found.year <= YEAR_LATEST else None
