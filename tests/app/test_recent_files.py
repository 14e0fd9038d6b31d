"""The launches opened lately are remembered, whatever happens to the list."""

import json
from pathlib import Path

import pytest

from launchpad.app.recent_files import MOST, RecentFiles


@pytest.fixture
def place(tmp_path):
    return tmp_path / "state" / "recent.json"


@pytest.fixture
def recent(place):
    return RecentFiles(place)


def names(recent: RecentFiles) -> list[str]:
    return [file.path.stem for file in recent.files()]


def test_the_file_opened_last_comes_first_and_once(recent, tmp_path):
    for name in ("a", "b", "a"):
        recent.opened(tmp_path / f"{name}.launch")

    assert names(recent) == ["a", "b"]


def test_the_list_survives_a_restart_and_is_shared_by_windows(recent, place, tmp_path):
    other = RecentFiles(place)
    recent.opened(tmp_path / "a.launch")
    other.opened(tmp_path / "b.launch")

    assert names(recent) == names(other) == ["b", "a"]


def test_pinned_files_stay_on_top_and_are_never_forgotten(recent, tmp_path):
    recent.opened(tmp_path / "kept.launch")
    recent.pin(tmp_path / "kept.launch", True)
    for number in range(MOST + 5):
        recent.opened(tmp_path / f"{number}.launch")

    assert names(recent)[0] == "kept"
    assert len(names(recent)) == MOST
    recent.pin(tmp_path / "kept.launch", False)
    assert names(recent)[0] == str(MOST + 4)


def test_pinning_a_file_that_is_not_on_the_list_does_nothing(recent, tmp_path):
    recent.pin(tmp_path / "a.launch", True)

    assert names(recent) == []


def test_a_file_is_taken_off_the_list_and_stays_on_the_disk(recent, tmp_path):
    path = tmp_path / "a.launch"
    path.touch()
    recent.opened(path)
    recent.forget(path)

    assert names(recent) == []
    assert path.exists()


def test_a_relative_path_is_the_file_it_names(recent, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    recent.opened(Path("a.launch"))
    recent.opened(tmp_path / "a.launch")

    assert [file.path for file in recent.files()] == [tmp_path / "a.launch"]


@pytest.mark.parametrize("text", ["", "{", "[1]", '[{"path": "a"}]', '{"path": 3}', '[{"path": "a", "opened": "x"}]'])
def test_a_damaged_list_counts_as_empty_and_is_written_anew(recent, place, tmp_path, text):
    place.parent.mkdir()
    place.write_text(text)

    assert names(recent) == []
    recent.opened(tmp_path / "a.launch")
    assert names(recent) == ["a"]
    assert json.loads(place.read_text())


def test_a_place_that_cannot_be_written_keeps_nobody_from_a_launch(tmp_path):
    (tmp_path / "file").touch()

    recent = RecentFiles(tmp_path / "file" / "recent.json")

    recent.opened(tmp_path / "a.launch")
    assert recent.files() == ()
