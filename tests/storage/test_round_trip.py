"""Whatever a plan can hold comes back from the file as it was."""

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from launchpad.domain.edit import Change
from launchpad.domain.kinds import KINDS
from launchpad.domain.launch import Calendar, Launch
from launchpad.domain.row import Row
from launchpad.storage.check import problems
from launchpad.storage.launch_file import LaunchFile, read_document
from tests.storage.edits import an_entry, birth_of
from tests.storage.rows import EACH, Drawn, a_full_plan, a_row


def test_a_full_plan_has_something_unusual_in_every_field() -> None:
    plans = [a_full_plan(seed) for seed in (1, 2, 3)]

    for kind in KINDS.values():
        for field in dataclasses.fields(kind):
            values = [getattr(row, field.name) for plan in plans for row in plan.table(kind).values()]
            assert any(value != field.default for value in values), (kind, field.name)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_full_plan_comes_back_as_it_was(path: Path, state: Path, seed: int) -> None:
    plan = a_full_plan(seed)
    with LaunchFile.create(path, plan, birth_of(plan), state=state) as file:
        other = a_full_plan(seed + 100)
        changes = tuple(Change(row, other.table(type(row))[row.id]) for row in plan)
        file.append(an_entry(2, *changes))

    assert read_document(path) == other
    assert problems(path) == ()


@settings(max_examples=40)
@given(data=st.data(), kind=st.sampled_from([*KINDS.values()]))
def test_any_row_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, kind: type[Row]
) -> None:
    path, state = _shared(tmp_path_factory)
    is_single = kind in (Launch, Calendar)
    with LaunchFile.open(path, state=state) as file:
        row = a_row(kind, 1 if is_single else EACH + 1, Drawn(data))
        before = file.document.find(kind, row.id)
        file.append(an_entry(file.last_number + 1, Change(before, row)))
        with LaunchFile.open(path, read_only=True, state=state) as again:
            assert again.document.find(kind, row.id) == row
            assert again.document == file.document
            assert again.entry(again.last_number) == file.entry(file.last_number)


def _shared(folders: pytest.TempPathFactory) -> tuple[Path, Path]:
    """One document that all examples work on, which is quicker than one each."""
    folder = folders.getbasetemp() / "any_row"
    path = folder / "any.launch"
    if not folder.exists():
        folder.mkdir()
        plan = a_full_plan(1)
        LaunchFile.create(path, plan, birth_of(plan), state=folder / "state").close()
    return path, folder / "state"
