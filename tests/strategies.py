"""Random plans and edits for property tests.

`plans()` draws whole plans: every kind of link with lags, leads and calendar-day lags, all anchors in both frames,
deadlines, gates, holidays, days off and work in every state. They are small and crowded, so that rules meet.
"""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import AnchorKind, Criticality, LinkType, TaskStatus
from launchpad.domain.ids import DependencyId, GateId, NodeId, PersonId, TaskId
from launchpad.domain.people import Person
from launchpad.domain.row import Row
from launchpad.domain.task import Dependency, Task
from launchpad.domain.values import Anchor, When
from tests.builders import a_calendar, a_gate, a_holiday, a_launch, a_person, a_plan, a_task

LAUNCH_DAY = date(2026, 11, 10)
"""The launch day of every drawn plan: a Tuesday, which is always worked."""

TODAYS = st.integers(-40, 20).map(lambda days: LAUNCH_DAY + timedelta(days))
"""Days around a drawn plan from which to look at it."""

_DAYS = st.integers(-45, 25).map(lambda days: LAUNCH_DAY + timedelta(days))
_WHENS: st.SearchStrategy[When] = st.one_of(st.integers(-25, 12), _DAYS)
_WEEKS = st.sampled_from([(1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 7), (2, 4)])
_PEOPLE = ("ada", "ben", "cy")


def anchors() -> st.SearchStrategy[Anchor | None]:
    """Any of the eight anchors in either frame, or none."""
    free = st.sampled_from([None, Anchor(AnchorKind.ASAP), Anchor(AnchorKind.ALAP)])
    kinds = [kind for kind in AnchorKind if kind not in (AnchorKind.ASAP, AnchorKind.ALAP)]
    return st.one_of(free, st.builds(Anchor, st.sampled_from(kinds), _WHENS))


@st.composite
def people(draw: st.DrawFn) -> list[Person]:
    """Three people, some with days off."""
    ranges = st.tuples(_DAYS, st.integers(0, 9)).map(lambda away: (away[0], away[0] + timedelta(away[1])))
    return [a_person(key, *draw(st.lists(ranges, max_size=2))) for key in _PEOPLE]


@st.composite
def tasks_at(draw: st.DrawFn, key: str, gates: list[str], *, in_flight: bool) -> Task:
    """A task; when `in_flight`, in any state of work."""
    task = a_task(
        key,
        duration=draw(st.integers(0, 6)),
        owner=draw(st.sampled_from([None, *_PEOPLE])),
        gate=draw(st.sampled_from([None, *gates])),
        criticality=draw(st.sampled_from(list(Criticality))),
        anchor=draw(anchors()),
        deadline=draw(st.one_of(st.none(), st.none(), _WHENS)),
        expected_finish=draw(st.one_of(st.none(), st.none(), _DAYS)) if in_flight else None,
    )
    return draw(states_of(task)) if in_flight else task


@st.composite
def states_of(draw: st.DrawFn, task: Task) -> Task:
    """The task in some state of work, with dates, progress or neither."""
    status = draw(st.sampled_from([TaskStatus.NOT_STARTED, TaskStatus.NOT_STARTED, *TaskStatus]))
    started = draw(st.one_of(st.none(), _DAYS)) if status is not TaskStatus.NOT_STARTED else None
    finished = None
    if status is TaskStatus.DONE and draw(st.booleans()):
        finished = (started or draw(_DAYS)) + timedelta(draw(st.integers(0, 9)))
    progress = draw(st.one_of(st.none(), st.integers(0, 100))) if status is not TaskStatus.NOT_STARTED else None
    return replace(task, status=status, actual_start=started, actual_finish=finished, progress=progress)


@st.composite
def links_among(draw: st.DrawFn, nodes: list[NodeId]) -> list[Dependency]:
    """Links that lead from earlier to later nodes of the list."""
    pairs = st.tuples(st.integers(0, len(nodes) - 1), st.integers(0, len(nodes) - 1)).filter(lambda p: p[0] < p[1])
    count = len(nodes) * 2 if len(nodes) > 1 else 0
    links: list[Dependency] = []
    for first, second in draw(st.lists(pairs, max_size=count)) if count else []:
        links.append(
            Dependency(
                id=DependencyId(f"link:{len(links)}"),
                predecessor=nodes[first],
                successor=nodes[second],
                type=draw(st.sampled_from([LinkType.FS, LinkType.FS, *LinkType])),
                lag=draw(st.sampled_from([0, 0, 0, 1, 2, 4, -1, -3])),
                elapsed=draw(st.sampled_from([False, False, False, True])),
            )
        )
    return links


@st.composite
def plans(draw: st.DrawFn, *, most_tasks: int = 8, in_flight: bool = True) -> Document:
    """A whole plan without circles; `in_flight` also draws statuses, progress and actual dates."""
    gates = [a_gate(key, draw(_WHENS)) for key in draw(st.sampled_from([[], ["G1"], ["G1", "G2"]]))]
    names = [gate.key for gate in gates]
    tasks = [draw(tasks_at(f"t{n}", names, in_flight=in_flight)) for n in range(draw(st.integers(1, most_tasks)))]
    nodes: list[NodeId] = draw(st.permutations([*[task.id for task in tasks], *[gate.id for gate in gates]]))
    rows: list[Row] = [*gates, *tasks, *draw(people()), *draw(links_among(nodes))]
    rows += [a_holiday(day) for day in draw(st.sets(_DAYS.filter(lambda day: day != LAUNCH_DAY), max_size=5))]
    week = sorted({*draw(_WEEKS), LAUNCH_DAY.isoweekday()})
    calendar = a_calendar(workdays=tuple(week), extra_workdays=tuple(sorted(draw(st.sets(_DAYS, max_size=2)))))
    launch = a_launch(
        launch_date=LAUNCH_DAY,
        start=draw(st.one_of(st.none(), _WHENS, st.integers(-30, -5))),
        critical_slack=draw(st.integers(0, 2)),
    )
    return a_plan(*rows, launch=launch, calendar=calendar)


@st.composite
def task_edits(draw: st.DrawFn, document: Document) -> Edit:
    """An edit of one to three tasks' scheduling fields, keeping the plan without circles."""
    chosen = draw(st.lists(st.sampled_from(document.tasks), min_size=1, max_size=3, unique_by=lambda task: task.id))
    return Edit("Change tasks", tuple(Change(task, draw(_changed(task, document))) for task in chosen))


@st.composite
def _changed(draw: st.DrawFn, task: Task, document: Document) -> Task:
    field = draw(st.sampled_from(["duration", "anchor", "deadline", "owner", "gate", "state", "expected", "note"]))
    if field == "state":
        return draw(states_of(task))
    values: dict[str, st.SearchStrategy[object]] = {
        "duration": st.integers(0, 9),
        "anchor": anchors(),
        "deadline": st.one_of(st.none(), _WHENS),
        "owner": st.sampled_from([None, *[PersonId(person.id) for person in document.people]]),
        "gate": st.sampled_from([None, *[GateId(gate.id) for gate in document.gates]]),
        "expected": st.one_of(st.none(), _DAYS),
        "note": st.text(max_size=5),
    }
    name = "expected_finish" if field == "expected" else field
    value: object = draw(values[field])
    return replace(task, **{name: value})  # type: ignore[arg-type]


def task_id(key: str) -> TaskId:
    """The id the builders give a task."""
    return TaskId(f"task:{key}")
