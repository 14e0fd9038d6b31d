"""The table of the three-way merge, cell by cell, for random edits of both sides."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import TaskStatus
from launchpad.domain.task import Task
from launchpad.domain.values import Evidence
from launchpad.interchange.homecoming.proposals import Kind, judge
from launchpad.interchange.homecoming.values import values_of
from launchpad.interchange.workbook.material import STATUS_LABELS
from tests.builders import a_person, a_plan, a_task, a_track
from tests.interchange.homecoming.returning import Desk, Filled, editing, found

KEYS = ("one", "two", "three", "four")
DAYS = [None, *(date(2026, 11, day) for day in (3, 5, 6))]
OPEN = [TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS, TaskStatus.IN_REVIEW, TaskStatus.WAIVED]
CHOICES: dict[str, list[Any]] = {
    "owner": [None, "person:ada", "person:ben"],
    "status": OPEN,
    "progress": [None, 0, 1, 33, 100],
    "expected_finish": DAYS,
    "evidence": [(), (Evidence("a.pdf", "a.pdf"),), (Evidence("Deck", "b.pdf"), Evidence("", "c.pdf"))],
    "note": ["", "Ask Ada", "Ask Ada: then Ben"],
}
VALUES = [None, 1, 2, "a", "b"]


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "kind"),
    [
        (1, 1, 1, None),
        (1, 1, 2, Kind.TAKE),
        (1, 2, 1, Kind.KEEP),
        (1, 2, 2, None),
        (1, 2, 3, Kind.CONFLICT),
        (None, None, "x", Kind.TAKE),
        ("x", "x", None, Kind.TAKE),
        ("a  b", "a b\n", "a b", None),
    ],
)
def test_the_table(base: Any, mine: Any, theirs: Any, kind: Kind | None):
    assert judge("progress", {"progress": base}, mine, theirs) is kind


@given(st.sampled_from(VALUES), st.sampled_from(VALUES))
def test_without_a_base_a_difference_is_for_a_person(mine: Any, theirs: Any):
    assert judge("progress", None, mine, theirs) is (None if mine == theirs else Kind.CONFLICT)


def random_plan(chance: Random) -> Document:
    plan = a_plan(a_person("ada"), a_person("ben"), a_track("track"), *(a_task(key) for key in KEYS))
    return random_edit(plan, chance)


def random_edit(plan: Document, chance: Random) -> Document:
    """The plan after somebody worked on it, cell by cell."""
    changes = []
    for task in plan.tasks:
        fields = {name: chance.choice(values) for name, values in CHOICES.items() if chance.random() < 0.4}
        changes.append(Change(task, replace(task, **fields)))
    return plan.apply(Edit("Work", tuple(changes)))


def typed(field: str, task: Task, chance: Random) -> Any:
    """A value as somebody might type it, or as the cell would show it."""
    value = values_of(task)[field]
    if value is None:
        return chance.choice([None, None, "", " "])
    match field:
        case "owner":
            return str(value).removeprefix("person:").capitalize() + chance.choice(["", " ", "\u00a0"])
        case "status":
            status = TaskStatus(str(value))
            return chance.choice([STATUS_LABELS[status], status.label, status.value, status.label.upper() + " "])
        case "progress" if isinstance(value, int):
            forms = [value / 100, f"{value} %", f"{value}%", f"{value / 100}"]
            return chance.choice([*forms, value, str(value)] if value != 1 else forms[:3])
        case "expected_finish" if isinstance(value, date):
            forms = [value, value.isoformat(), f"{value:%d.%m.%Y}", f"{value.day} Nov 2026", f"Nov {value.day}, 2026"]
            return chance.choice([*forms, value.toordinal() - date(1899, 12, 30).toordinal()])
    return value


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9))
def test_random_edits_of_both_sides_follow_the_table_cell_by_cell(seed: int, tmp_path_factory: pytest.TempPathFactory):
    chance = Random(seed)
    folder = tmp_path_factory.mktemp("merge")
    with Session.create(folder / "plan.launch", random_plan(chance), "A plan") as session:
        desk = Desk(session, folder)
        base, sent = desk.plan, desk.send("out.xlsx")
        theirs = random_edit(base, chance)
        _fill_in(sent, theirs, chance)
        session.run(lambda plan: Edit("Mine", _changes(plan, random_edit(plan, chance))))
        mine = desk.plan
        home = desk.read(sent)

        proposals = found(home)
        for key in KEYS:
            sides = [values_of(plan.task(key)) for plan in (base, mine, theirs)]
            for field in CHOICES:
                expected = judge(field, sides[0], sides[1][field], sides[2][field])
                got = proposals.get((key, field))
                if field == "note" and sides[2]["note"] is None and expected in (Kind.TAKE, Kind.CONFLICT):
                    expected = Kind.KEEP  # a note is only ever added to
                if not (field == "note" and got is None):  # said already
                    assert (got.kind if got else None) is expected, (key, field)

        wins = chance.random() < 0.5
        desk.merge(sent, theirs=wins)
        for key in KEYS:
            sides = [values_of(plan.task(key)) for plan in (base, mine, theirs, desk.plan)]
            for field in ("owner", "status", "progress", "expected_finish"):
                kind = judge(field, sides[0], sides[1][field], sides[2][field])
                takes = kind is Kind.TAKE or (kind is Kind.CONFLICT and wins)
                assert sides[3][field] == (sides[2] if takes else sides[1])[field], (key, field)
        if desk.session.stacks.undo[-1:] == (desk.session.last_number,) and desk.plan != mine:
            session.undo()
            assert desk.plan == mine


def _changes(before: Document, after: Document) -> tuple[Change, ...]:
    pairs = ((task, after.table(Task)[task.id]) for task in before.tasks)
    return tuple(Change(one, other) for one, other in pairs if one != other)


def _fill_in(sent: Path, theirs: Document, chance: Random) -> None:
    """Type what they hold into the file, then shuffle its rows and move its columns."""
    with editing(sent) as book:
        page = Filled(book["Plan"])
        for key in KEYS:
            page.fill(key, **{field: typed(field, theirs.task(key), chance) for field in CHOICES})
        _shuffle(page, chance)


def _shuffle(page: Filled, chance: Random) -> None:
    rows = [[cell.value for cell in row] for row in page.page.iter_rows(min_row=4)]
    names, head, *tasks = rows
    order = list(range(len(names)))
    chance.shuffle(order)
    chance.shuffle(tasks)
    for number, row in enumerate([names, head, *tasks], 4):
        for column, old in enumerate(order, 1):
            value = row[old]
            cell = page.page.cell(number, column)
            cell.number_format = "General"  # dates bring their own
            cell.value = None if str(value).startswith("=") else value
