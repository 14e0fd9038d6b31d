"""Backups: made, verified, listed, thinned out."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from launchpad.storage.backup import back_up, back_up_apart, kept, plans_from, versions
from launchpad.storage.check import problems
from launchpad.storage.errors import StorageError
from launchpad.storage.launch_file import LaunchFile
from tests.storage.edits import NOON, retitle

Opener = Callable[..., LaunchFile]


def test_a_backup_is_the_whole_document(opened: Opener, tmp_path: Path, state: Path) -> None:
    with opened() as file:
        retitle(file, "Before")
        version = back_up(file, tmp_path / "backups", NOON)
        retitle(file, "After")

        with LaunchFile.open(version.path, read_only=True, state=state) as kept_file:
            assert kept_file.document.task("brief").title == "Before"
            assert len(list(kept_file.entries())) == 2
    assert problems(version.path) == ()
    assert (version.made, version.number) == (NOON, 2)


def test_versions_are_listed_latest_first(opened: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with opened() as file:
        made = [back_up(file, folder, NOON)]
        for hour in (1, 2):
            retitle(file, f"Title {hour}")
            made.append(back_up(file, folder, NOON + timedelta(hours=hour)))
        (made[0].path.parent / "notes.txt").write_text("not a version")

        assert versions(folder, file.facts.plan) == made[::-1]
        assert versions(folder, "another plan") == []


def test_an_unchanged_plan_is_not_kept_twice(opened: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with opened() as file:
        first = back_up(file, folder, NOON)
    with opened() as file:
        assert back_up(file, folder, NOON + timedelta(days=1)) == first
        assert versions(folder, file.facts.plan) == [first]


def test_a_reader_can_keep_a_version_too(opened: Opener, tmp_path: Path) -> None:
    with opened(), opened(read_only=True) as reader:
        assert back_up(reader, tmp_path / "backups").number == 1


def test_another_thread_keeps_a_version_of_what_is_being_edited(
    opened: Opener, made: Path, tmp_path: Path, state: Path
) -> None:
    folder = tmp_path / "backups"
    with opened() as file, ThreadPoolExecutor(1) as aside:
        retitle(file, "Before")
        keeping = aside.submit(back_up_apart, made, folder, NOON)
        for number in range(20):
            retitle(file, f"Title {number}")
        version = keeping.result()

        again = aside.submit(back_up_apart, made, folder, NOON + timedelta(hours=1)).result()
        assert again.number == file.last_number == 22
    with LaunchFile.open(version.path, read_only=True, state=state) as kept_file:
        assert (kept_file.last_number, kept_file.facts.stamp[:8]) == (version.number, version.stamp)
    assert problems(version.path) == ()


def test_another_thread_does_not_keep_an_unchanged_plan_twice(opened: Opener, made: Path, tmp_path: Path) -> None:
    with opened() as file:
        first = back_up(file, tmp_path / "backups", NOON)

        assert back_up_apart(made, tmp_path / "backups") == first


def test_a_backup_that_cannot_be_written_says_so(opened: Opener, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file in the way")
    with opened() as file, pytest.raises(StorageError, match="“backups” could not be listed: not a directory"):
        back_up(file, tmp_path / "backups")


def test_old_versions_are_thinned_out(opened: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with opened() as file:
        for hour in range(24):
            retitle(file, f"Title {hour}")
            back_up(file, folder, NOON + timedelta(hours=hour))

        hours = [round((version.made - NOON) / timedelta(hours=1)) for version in versions(folder, file.facts.plan)]
    assert hours == [*range(23, 13, -1), 11]


def test_what_is_kept_gets_sparse_with_age() -> None:
    now = datetime(2026, 10, 30, 12, tzinfo=UTC)
    moments = [now - timedelta(hours=hours) for hours in range(0, 24 * 200, 3)]
    left = sorted(kept(moments, now), reverse=True)

    assert left[:10] == moments[:10]
    days = {moment.date() for moment in left if now - moment <= timedelta(days=14)}
    assert len(days) == 15
    assert len([moment for moment in left if now - moment > timedelta(days=14)]) == 11
    assert now - left[-1] <= timedelta(days=90)
    assert kept(left, now) == set(left)


def test_a_clock_that_was_set_back_costs_no_version_of_today(opened: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with opened() as file:
        for hour in range(12):
            retitle(file, f"Title {hour}")
            back_up(file, folder, NOON + timedelta(hours=hour))
        ahead = {version.path for version in versions(folder, file.facts.plan)[:10]}
        for hour in range(12):
            retitle(file, f"Title {hour}, a year earlier by the clock")
            latest = back_up(file, folder, NOON - timedelta(days=365) + timedelta(minutes=hour))

            assert latest.path.exists()
        assert ahead <= {version.path for version in versions(folder, file.facts.plan)}


def test_a_clock_set_back_by_an_hour_costs_neither_what_is_kept_now_nor_what_was_kept(
    opened: Opener, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    with opened() as file:
        for minute in range(12):
            retitle(file, f"Title {minute}")
            back_up(file, folder, NOON + timedelta(minutes=minute))
        ahead = versions(folder, file.facts.plan)[:10]
        for minute in range(12):
            retitle(file, f"Title {minute}, an hour earlier by the clock")
            latest = back_up(file, folder, NOON - timedelta(minutes=60 - minute))

            assert latest.path.exists()
        left = versions(folder, file.facts.plan)
    assert {version.number for version in left} >= {*range(16, 26), *(version.number for version in ahead)}


def test_a_plan_kept_already_is_not_kept_again_when_the_clock_is_set_back(opened: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with opened() as file:
        back_up(file, folder, NOON)
        retitle(file, "Later, an hour earlier by the clock")
        kept_now = back_up(file, folder, NOON - timedelta(hours=1))

        assert back_up(file, folder, NOON - timedelta(minutes=50)) == kept_now
        assert back_up_apart(file.path, folder, NOON - timedelta(minutes=40)) == kept_now
        assert len(versions(folder, file.facts.plan)) == 2


def test_where_a_plan_lies_is_remembered_with_its_versions(opened: Opener, made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with opened() as file:
        back_up(file, folder, NOON)
        plan = file.facts.plan
    moved = made.rename(made.with_name("moved.launch"))
    assert plans_from(folder, made) == [plan]

    with LaunchFile.open(moved) as file:
        back_up(file, folder, NOON)
    assert (plans_from(folder, made), plans_from(folder, moved)) == ([], [plan])
    assert plans_from(tmp_path / "nowhere", moved) == []
