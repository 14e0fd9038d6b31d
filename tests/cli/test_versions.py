"""`launchpad versions` and `launchpad check --repair`: ways back from a damaged, lost or spoiled file."""

from pathlib import Path

import pytest

from launchpad.storage.check import problems
from tests.cli.conftest import CommandLine


@pytest.fixture(autouse=True)
def _nothing_kept_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def spoil(path: Path) -> bytes:
    """Damage a file as a failing disk does, and return what is left."""
    content = path.read_bytes()
    path.write_bytes(content[: 3 * 4096] + bytes(2 * 4096) + content[5 * 4096 :])
    assert problems(path)
    return path.read_bytes()


def test_versions_are_listed_and_taken_out(launchpad: CommandLine, sample_file: Path, tmp_path: Path):
    key = launchpad.done("show", sample_file, "--json").json["tasks"][0]["key"]
    launchpad.done("set", sample_file, key, "note=Later")
    (listed,) = launchpad.done("versions", sample_file, "--json").json["versions"]
    assert (listed["version"], listed["edit"]) == (1, 1)
    assert launchpad.done("versions", sample_file).out.splitlines()[0].split() == [
        *("Version", "Made", "(UTC)", "After", "edit")
    ]

    out = tmp_path / "earlier.launch"
    assert "after edit 1" in launchpad.done("versions", sample_file, "--open", 1, out).out
    assert [entry["number"] for entry in launchpad.done("log", out, "--json").json["entries"]] == [1]


def test_versions_of_a_damaged_or_deleted_file_are_found_by_where_it_lay(
    launchpad: CommandLine, sample_file: Path, tmp_path: Path
):
    key = launchpad.done("show", sample_file, "--json").json["tasks"][0]["key"]
    launchpad.done("set", sample_file, key, "note=Later")
    sample_file.write_bytes(b"")
    assert len(launchpad.done("versions", sample_file, "--json").json["versions"]) == 1

    sample_file.unlink()
    launchpad.done("versions", sample_file, "--open", "1", sample_file)
    assert problems(sample_file) == ()


def test_a_version_there_is_not_and_a_plan_nobody_knows_are_told(
    launchpad: CommandLine, sample_file: Path, tmp_path: Path
):
    assert launchpad.done("versions", sample_file).out == "No versions are kept of this plan yet.\n"
    assert "There is no version 3" in launchpad.refused("versions", sample_file, "--open", 3, tmp_path / "out.launch")
    assert "say which and where to" in launchpad.refused("versions", sample_file, "--open", 1)
    assert "there is no such file" in launchpad.refused("versions", tmp_path / "nowhere.launch")


def test_whoever_has_a_damaged_file_is_told_what_to_type(launchpad: CommandLine, sample_file: Path):
    key = launchpad.done("show", sample_file, "--json").json["tasks"][0]["key"]
    launchpad.done("set", sample_file, key, "note=Later")
    for content in (b"", bytes(40_960), sample_file.read_bytes()[:9000]):
        sample_file.write_bytes(content)
        assert launchpad.refused("show", sample_file).endswith(
            "Open its latest kept version instead. “launchpad versions FILE” lists them; “launchpad check FILE "
            "--repair OUT” saves what can be read."
        )
    out = launchpad.refused("versions", sample_file, "--open", 7, sample_file.with_name("out.launch"))
    assert "There is no version 7: 1 is kept." in out


def test_what_can_be_read_of_a_damaged_file_is_saved(launchpad: CommandLine, sample_file: Path, tmp_path: Path):
    whole = launchpad.done("show", sample_file, "--json").out
    left, out = spoil(sample_file), tmp_path / "repaired.launch"
    answer = launchpad.done("check", sample_file, "--repair", out, "--json").json

    assert answer["whole"] is False
    assert answer["repaired"]["rows"] > 100
    assert sample_file.read_bytes() == left
    assert launchpad.done("show", out, "--json").out == whole
    assert "were saved" in launchpad.done("check", sample_file, "--repair", tmp_path / "again.launch").out


def test_a_whole_file_is_not_repaired(launchpad: CommandLine, sample_file: Path, tmp_path: Path):
    assert "nothing to repair" in launchpad.refused("check", sample_file, "--repair", tmp_path / "out.launch")
    assert not (tmp_path / "out.launch").exists()
