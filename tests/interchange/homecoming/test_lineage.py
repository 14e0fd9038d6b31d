"""One export, several files: which of the versions that came home before is each made from."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from launchpad.app.merge import compare_home
from launchpad.domain.document import Document
from tests.builders import a_person, a_plan, a_task, a_track
from tests.interchange.homecoming.returning import Desk, editing, fill, kinds

NewDesk = Callable[[Document], Desk]
FILLED: dict[str, dict[str, Any]] = {"cards": {"progress": 0.2, "owner": "Ben"}, "demo": {"progress": 0.4}}
EMPTIED: dict[str, dict[str, Any]] = {"cards": {"progress": None, "owner": "Ada"}, "demo": {"progress": None}}


@pytest.fixture
def home(desk: NewDesk) -> Desk:
    plan = a_plan(
        a_person("ada"),
        a_person("ben"),
        a_track("sales", lead="ada"),
        a_task("cards", track="sales", owner="ada"),
        a_task("demo", track="sales", owner="ben"),
        a_task("kit", track="sales"),
    )
    return desk(plan)


def by(path: Path, who: str) -> Path:
    with editing(path) as book:
        book.properties.lastModifiedBy = who
    return path


def test_a_second_version_that_puts_everything_back_is_taken(home: Desk):
    sent = home.send("out.xlsx")
    first = fill(sent, home.folder / "sales.xlsx", FILLED)
    before = home.plan
    home.merge(first)
    second = fill(first, home.folder / "sales v2.xlsx", EMPTIED)

    assert kinds(home.read(second)) == {
        ("cards", "owner"): "take",
        ("cards", "progress"): "take",
        ("demo", "progress"): "take",
    }
    home.merge(second)
    assert [(task.owner, task.progress) for task in home.plan.tasks] == [
        (task.owner, task.progress) for task in before.tasks
    ]


def test_a_copy_that_nobody_filled_in_takes_nothing_back(home: Desk):
    sent = home.send("out.xlsx")
    home.merge(fill(sent, home.folder / "a.xlsx", FILLED))

    assert set(kinds(home.read(sent)).values()) == {"keep"}


def test_most_put_back_by_the_same_hand_is_taken_back(home: Desk):
    sent = home.send("out.xlsx")
    first = by(fill(sent, home.folder / "one.xlsx", FILLED), "Dana Fox")
    home.merge(first)
    second = by(fill(first, home.folder / "two.xlsx", {"cards": EMPTIED["cards"]}), "Dana Fox")

    assert kinds(home.read(second)) == {("cards", "owner"): "take", ("cards", "progress"): "take"}


def test_a_file_by_another_hand_is_compared_with_the_export(home: Desk):
    sent = home.send("out.xlsx")
    home.merge(by(fill(sent, home.folder / "plan.xlsx", FILLED), "Dana Fox"))
    other = by(fill(sent, home.folder / "plan 2.xlsx", {"demo": {"progress": 0.4}, "kit": {"progress": 0.1}}), "Eli")

    assert kinds(home.read(other)) == {
        ("kit", "progress"): "take",
        ("cards", "owner"): "keep",
        ("cards", "progress"): "keep",
    }


def test_a_file_saved_before_a_version_was_is_not_made_from_it(home: Desk):
    sent = home.send("out.xlsx")
    bare = fill(sent, home.folder / "bare.xlsx", {})
    home.merge(fill(sent, home.folder / "a.xlsx", FILLED))
    arrival = home.read(bare).arrival
    early = replace(arrival.returned, saved=arrival.returned.saved - timedelta(hours=1))
    read = compare_home(replace(arrival, returned=early), home.today)

    assert set(kinds(read).values()) == {"keep"}


def test_three_versions_are_each_compared_with_the_one_before(home: Desk):
    path = home.send("out.xlsx")
    for number, progress in enumerate([0.2, 0.4, 0.3], 1):
        path = fill(path, home.folder / f"sales-{number}.xlsx", {"cards": {"progress": progress}})
        assert kinds(home.read(path)) == {("cards", "progress"): "take"}
        home.merge(path)

    assert home.task("cards").progress == 30
