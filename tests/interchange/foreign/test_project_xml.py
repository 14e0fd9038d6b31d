"""Plans of Microsoft Project."""

from datetime import date
from typing import Any

import pytest

from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind, Criticality, LinkType, TaskStatus
from launchpad.domain.task import Baseline, Dependency, Task
from launchpad.domain.values import Anchor
from launchpad.engines.schedule import schedule
from launchpad.interchange.foreign.outline import ForeignRefused
from launchpad.interchange.foreign.planning import plan_from_outline
from launchpad.interchange.foreign.project_xml import read_project_xml
from launchpad.interchange.foreign.xml_tree import parse
from tests.interchange.foreign.samples import a_link, a_project, a_task

MANUAL = {"Manual": 1, "Start": "2026-03-17T08:00:00"}


def plan(data: bytes, **named: date) -> tuple[Document, list[str]]:
    outline = read_project_xml(parse(data, "loom.xml"), "loom.xml")
    made = plan_from_outline(outline, name=outline.name, launch_date=named.get("launch_date"))
    return made, list(outline.notices)


def task(document: Document, title: str) -> Task:
    return next(each for each in document.tasks if each.title == title)


def days(document: Document, title: str) -> tuple[date, date]:
    found = schedule(document, date(2026, 1, 1)).tasks[task(document, title).id]
    return found.start, found.finish


LAUNCH = date(2026, 4, 1)


def test_tasks_stand_on_the_days_that_the_other_program_gave_them():
    """Worked by hand: 4 March is a holiday, so three days from 2 March end on the 5th."""
    made, notices = plan(
        a_project(
            a_task(1, "Draft", days=3),
            a_task(2, "Review", 1, a_link(1, lag=4800), days=2),  # one working day of lag: tenths of a minute
            a_task(3, "Print", 1, a_link(1, format_=8, lag=2 * 14400), days=1),  # two elapsed days
            a_task(4, "Announce", 1, a_link(2, type_=3), days=1),
            a_task(5, "Wrap up", 1, a_link(2, type_=0), days=1),
            a_task(6, "Hand over", 1, a_link(1, type_=2), days=1),
        ),
        launch_date=LAUNCH,
    )

    assert days(made, "Draft") == (date(2026, 3, 2), date(2026, 3, 5))
    assert days(made, "Review") == (date(2026, 3, 9), date(2026, 3, 10))
    assert days(made, "Print") == (date(2026, 3, 9), date(2026, 3, 9))  # the 8th is a Sunday
    assert days(made, "Announce") == (date(2026, 3, 9), date(2026, 3, 9))
    assert days(made, "Wrap up")[1] == date(2026, 3, 10)
    assert {link.type for link in made.table(Dependency).values()} == set(LinkType)
    assert notices == []


@pytest.mark.parametrize(
    ("fields", "anchor"),
    [
        ({}, None),
        ({"ConstraintType": 1}, Anchor(AnchorKind.ALAP)),
        ({"ConstraintType": 2, "ConstraintDate": "2026-03-10T08:00:00"}, Anchor(AnchorKind.MSO, date(2026, 3, 10))),
        ({"ConstraintType": 7, "ConstraintDate": "2026-03-10T17:00:00"}, Anchor(AnchorKind.FNLT, date(2026, 3, 10))),
        ({"ConstraintType": 4}, None),
        (MANUAL, Anchor(AnchorKind.MSO, date(2026, 3, 17))),
    ],
)
def test_constraints_become_anchors(fields: dict[str, Any], anchor: Anchor | None):
    made, notices = plan(a_project(a_task(1, "Draft", **fields)), launch_date=LAUNCH)

    assert task(made, "Draft").anchor == anchor
    assert bool(notices) == (fields is MANUAL)


def test_the_outermost_headings_are_tracks_and_deeper_ones_are_kept_in_notes():
    made, _ = plan(
        a_project(
            a_task(1, "Whole launch", 1, Summary=1),
            a_task(2, "Marketing", 2, Summary=1),
            a_task(3, "Web", 3, Summary=1),
            a_task(4, "Page", 4, Notes="Two columns"),
            a_task(5, "Sales", 2, Summary=1),
            a_task(6, "Deck", 3),
        ),
        launch_date=LAUNCH,
    )

    assert {made.table(type(made.tracks[0]))[each.track].name: each.title for each in made.tasks} == {
        "Marketing": "Page",
        "Sales": "Deck",
    }
    assert task(made, "Page").note == "Two columns\nPart of: Web"


def test_a_link_with_a_heading_holds_for_all_that_is_under_it():
    made, notices = plan(
        a_project(
            a_task(1, "Prepare", 1, Summary=1),
            a_task(2, "Short", 2, days=1),
            a_task(3, "Long", 2, days=5),
            a_task(4, "Launch", 1, a_link(1), days=0, Milestone=1),
        ),
        launch_date=LAUNCH,
    )

    assert days(made, "Launch")[0] >= days(made, "Long")[1]
    assert len(made.table(Dependency)) == 2
    assert notices == ["A link with a heading became links with the tasks under it."]


def test_people_progress_priority_and_baseline_come_along():
    baseline = (
        "<Baseline><Number>0</Number><Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T17:00:00</Finish></Baseline>"
    )
    begun: dict[str, Any] = {"PercentComplete": 40, "ActualStart": "2026-03-03T08:00:00", "Priority": 900}
    done: dict[str, Any] = {"PercentComplete": 100, "Start": "2026-03-02T08:00:00", "Finish": "2026-03-02T17:00:00"}
    made, notices = plan(
        a_project(a_task(1, "Draft", 1, baseline, **begun), a_task(2, "Brief", **done), assigned={1: 7, 2: 8}),
        launch_date=LAUNCH,
    )

    draft, brief = task(made, "Draft"), task(made, "Brief")
    (person,) = made.people
    assert (person.name, person.email, draft.owner) == ("Mara Lind", "mara@example.org", person.id)
    assert (draft.status, draft.progress, draft.actual_start) == (TaskStatus.IN_PROGRESS, 40, date(2026, 3, 3))
    assert (draft.criticality, brief.criticality) == (Criticality.MUST, Criticality.SHOULD)
    assert (draft.baseline_start, draft.baseline_finish) == (date(2026, 3, 2), date(2026, 3, 3))
    assert (brief.status, brief.actual_finish) == (TaskStatus.DONE, date(2026, 3, 2))
    assert [each.active for each in made.rows(Baseline)] == [True]
    assert notices == ["An assignment of equipment, material or costs was left out."]


def test_launch_day_is_where_the_plan_ends_unless_it_is_told():
    milestone = a_task(1, "Launch", days=0, Milestone=1, Finish="2026-03-17T17:00:00")
    work = a_task(1, "Ship", days=1, Finish="2026-03-20T17:00:00")

    assert plan(a_project(milestone))[0].launch.launch_date == date(2026, 3, 17)
    assert plan(a_project(work))[0].launch.launch_date == date(2026, 3, 23)
    assert plan(a_project(work), launch_date=LAUNCH)[0].launch.launch_date == LAUNCH


def test_what_cannot_be_carried_over_is_told():
    _, notices = plan(
        a_project(
            a_task(1, "Half", Duration="PT4H0M0S"),
            a_task(2, "Cure", Duration="PT72H0M0S", DurationFormat=8),
            a_task(3, "Lost", 1, a_link(99)),
            a_task(4, "Share", 1, a_link(1, lag=50, format_=19)),
        ),
        launch_date=LAUNCH,
    )

    assert notices == [
        "A duration of part of a day was rounded up to whole days.",
        "A duration in elapsed days became the working days in it.",
        "A lag in percent became days.",
        "A link of “Lost” leads to “99”, which is not there; it was left out.",
    ]


def test_what_happens_more_than_once_is_counted():
    _, notices = plan(
        a_project(a_task(1, "Half", Duration="PT4H0M0S"), a_task(2, "Third", Duration="PT3H0M0S")), launch_date=LAUNCH
    )

    assert notices == ["2 durations of parts of a day were rounded up to whole days."]


@pytest.mark.parametrize("data", [b"<html><body/></html>", b"<Project></Project>", b"<project/>"])
def test_another_kind_of_xml_is_refused(data: bytes):
    with pytest.raises(ForeignRefused, match="Microsoft Project"):
        plan(data)
