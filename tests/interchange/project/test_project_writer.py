"""A plan for Microsoft Project: read back it has the same dates, and what a reader looks for is where it looks."""

from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.people import Person
from launchpad.engines.schedule import schedule
from launchpad.interchange.audience import Audience
from launchpad.interchange.export import export
from launchpad.interchange.foreign.planning import plan_from_outline
from launchpad.interchange.foreign.project_xml import read_project_xml
from launchpad.interchange.foreign.xml_tree import each, parse, text
from tests.builders import a_calendar, a_gate, a_holiday, a_person, a_plan, a_task, link
from tests.interchange.plans import a_request, the_sample

TODAY = date(2026, 10, 12)


def exported(document: Document, folder: Path) -> Element:
    export(document, folder / "plan.xml", a_request())
    return parse((folder / "plan.xml").read_bytes(), "plan.xml")


def days(document: Document) -> dict[str, tuple[date, date]]:
    dates = schedule(document, TODAY).tasks
    return {task.title: (dates[task.id].start, dates[task.id].finish) for task in document.tasks}


def read_back(root: Element, document: Document) -> Document:
    return plan_from_outline(read_project_xml(root, "plan.xml"), name="Again", launch_date=document.launch.launch_date)


def owners(document: Document) -> dict[str, str]:
    return {task.title: document.table(Person)[task.owner].name for task in document.tasks if task.owner is not None}


def test_the_sample_has_the_same_dates_and_links_when_it_comes_back(tmp_path: Path) -> None:
    plan = the_sample()
    again = read_back(exported(plan, tmp_path), plan)

    assert {title: each for title, each in days(again).items() if title in days(plan)} == days(plan)
    assert len(again.dependencies) == len(plan.dependencies)
    assert [track.name for track in again.tracks] == [*(track.name for track in plan.tracks), "Gates"]
    assert {title: owner for title, owner in owners(again).items() if title in days(plan)} == owners(plan)


A_PLAN = a_plan(
    a_person("mara", (date(2026, 10, 28), date(2026, 10, 28)), email="mara@loom.example"),
    a_holiday(date(2026, 11, 2), "Founders' day"),
    a_gate("G1", -5),
    a_task("brief", title="Brief\x07 <press>", owner="mara", duration=3, anchor="SNET:T-10", deadline=-2),
    a_task(
        "print",
        title="Print",
        duration=2,
        anchor="FNLT:2026-11-05",
        criticality=Criticality.MUST,
        status=TaskStatus.DONE,
    ),
    a_task("skip", title="Skip", status=TaskStatus.WAIVED),
    a_task("event", title="Event", duration=0, anchor="MSO:2026-11-06"),
    link("brief", "print", "SS", 2),
    link("print", "skip", "FF", -3, True),
    link("brief", "gate:G1"),
    calendar=a_calendar(extra_workdays=(date(2026, 10, 31),)),
)


def by_name(root: Element) -> dict[str, Element]:
    return {text(task, "Name"): task for task in each(root, "Tasks/Task")}


def test_each_field_is_where_a_reader_looks_for_it(tmp_path: Path) -> None:
    root = exported(A_PLAN, tmp_path)
    tasks = by_name(root)
    brief, printing = tasks["Brief␇ <press>"], tasks["Print"]

    assert (text(brief, "ConstraintType"), text(brief, "ConstraintDate")) == ("4", "2026-10-27T08:00:00")
    assert (text(brief, "Start"), text(brief, "Finish")) == ("2026-10-27T08:00:00", "2026-10-30T17:00:00")
    assert (text(brief, "Duration"), text(brief, "Deadline")) == ("PT24H0M0S", "2026-11-06T17:00:00")
    assert (text(printing, "ConstraintType"), text(printing, "ConstraintDate")) == ("7", "2026-11-05T17:00:00")
    assert (text(printing, "Priority"), text(printing, "PercentComplete")) == ("700", "100")
    assert (text(tasks["Skip"], "Active"), text(tasks["Event"], "Milestone")) == ("0", "1")
    assert text(tasks["G1 Gate G1"], "ConstraintDate") == "2026-11-03T08:00:00"
    assert text(tasks["Launch: Loom"], "Start") == "2026-11-10T08:00:00"


def test_links_have_their_kind_and_lag_in_tenths_of_minutes(tmp_path: Path) -> None:
    tasks = by_name(exported(A_PLAN, tmp_path))
    found = {
        name: [
            tuple(text(link, tag) for tag in ("Type", "LinkLag", "LagFormat")) for link in each(row, "PredecessorLink")
        ]
        for name, row in tasks.items()
    }

    assert found["Print"] == [("3", "9600", "7")]
    assert found["Skip"] == [("0", "-43200", "8")]
    assert found["G1 Gate G1"] == [("1", "0", "7")]


def test_the_calendar_has_the_week_the_days_off_and_those_of_people(tmp_path: Path) -> None:
    base, own = each(exported(A_PLAN, tmp_path), "Calendars/Calendar")

    assert [text(day, "DayWorking") for day in each(base, "WeekDays/WeekDay")] == list("0111110")
    exceptions = [*each(base, "Exceptions/Exception"), *each(own, "Exceptions/Exception")]
    assert [(text(one, "TimePeriod/FromDate")[:10], text(one, "DayWorking")) for one in exceptions] == [
        ("2026-11-02", "0"),
        ("2026-10-31", "1"),
        ("2026-10-28", "0"),
    ]


@pytest.mark.parametrize("audience", [Audience.SALES, Audience.SUPPORT, Audience.EXECUTIVE])
def test_it_is_only_for_those_who_may_see_everything(tmp_path: Path, audience: Audience) -> None:
    with pytest.raises(PlanError, match="A project file holds the whole plan"):
        export(A_PLAN, tmp_path / "plan.xml", a_request(audience))
