"""Microsoft Project's XML: the plan with its dates as they are, to be opened and scheduled on by another program.

The order of elements is that of the published schema. The whole plan goes out, so it is for the full audience only.
"""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, indent, tostring

from launchpad.domain.people import Person
from launchpad.interchange.project.calendars import BASE, add_calendars
from launchpad.interchange.project.codes import NAMESPACE
from launchpad.interchange.project.elements import MINUTES, SPANS, add, begins, ends, lasting
from launchpad.interchange.project.tasks import add_tasks
from launchpad.interchange.workbook.material import Material


def project_xml(material: Material) -> bytes:
    """The plan as the XML that Microsoft Project opens."""
    document, stamp = material.document, material.stamp
    wanted = {task.owner for task in document.tasks}
    owners = [person for person in document.people if person.id in wanted]
    project = Element("Project", {"xmlns": NAMESPACE})
    add(project, "SaveVersion", 14)
    add(project, "Title", document.launch.name)
    add(project, "Company", document.launch.company)
    add(project, "Author", stamp.who)
    add(project, "CreationDate", stamp.exported_at.strftime("%Y-%m-%dT%H:%M:%S"))
    _add_frame(project, material)
    add_calendars(project, material, owners)
    numbers = add_tasks(project, material)
    _add_people(project, material, owners, numbers)
    indent(project, " ")
    written: bytes = tostring(project, encoding="UTF-8", xml_declaration=True)
    return written


def _add_frame(project: Element, material: Material) -> None:
    dates = [material.dates(task) for task in material.document.tasks]
    day = material.document.launch.launch_date
    add(project, "ScheduleFromStart", True)
    add(project, "StartDate", begins(min((each.start for each in dates), default=day)))
    add(project, "FinishDate", ends(max((each.finish for each in dates), default=day)))
    add(project, "CalendarUID", BASE)
    add(project, "DefaultStartTime", SPANS[0][0])
    add(project, "DefaultFinishTime", SPANS[-1][1])
    add(project, "MinutesPerDay", MINUTES)
    add(project, "MinutesPerWeek", MINUTES * len(material.document.calendar.workdays))
    add(project, "DaysPerMonth", 20)
    add(project, "CurrentDate", begins(material.today))


def _add_people(project: Element, material: Material, owners: Sequence[Person], numbers: Mapping[str, int]) -> None:
    """People as resources, each with a calendar of their own, and who owns what."""
    resources = add(project, "Resources")
    places = {person.id: number for number, person in enumerate(owners, 1)}
    for person in owners:
        resource = add(resources, "Resource")
        add(resource, "UID", places[person.id])
        add(resource, "ID", places[person.id])
        add(resource, "Name", person.name)
        add(resource, "Type", 1)
        add(resource, "IsNull", False)
        add(resource, "EmailAddress", person.email)
        add(resource, "CalendarUID", BASE + places[person.id])
    assignments = add(project, "Assignments")
    owned = ((task, places[task.owner]) for task in material.document.tasks if task.owner is not None)
    for number, (task, place) in enumerate(owned, 1):
        assignment = add(assignments, "Assignment")
        add(assignment, "UID", number)
        add(assignment, "TaskUID", numbers[task.id])
        add(assignment, "ResourceUID", place)
        add(assignment, "Units", 1)
        add(assignment, "Work", lasting(task.duration))
