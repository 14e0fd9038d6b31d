"""One door for every kind of file."""

from datetime import date
from pathlib import Path

import icalendar
import pytest

from launchpad.domain.errors import PlanError
from launchpad.interchange import atomic
from launchpad.interchange.audience import Audience
from launchpad.interchange.errors import ExportError
from launchpad.interchange.export import SUFFIXES, export
from tests.builders import a_gate, a_person, a_plan, a_task
from tests.interchange.plans import a_request, the_sample
from tests.interchange.test_csv import rows_of

PLAN = a_plan(
    a_person("mara"),
    a_gate("G1", -5, question="Are we\x07 ready?"),
    a_task("brief", title="Brief the press", owner="mara", duration=3, anchor="SNET:T-10", progress=40),
    a_task("launch", title="Launch", duration=0, anchor="SNET:T+0"),
)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_suffix_decides_the_kind(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"plan{suffix.upper()}"

    export(PLAN, path, a_request())

    start = path.read_bytes()[:15]
    assert start.startswith(
        {
            ".xlsx": b"PK",
            ".csv": b"\xef\xbb\xbf",
            ".ics": b"BEGIN:VCALENDAR",
            ".json": b"{",
            ".html": b"<!doctype html>",
            ".xml": b"<?xml version=",
        }[suffix]
    )


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_plan_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    for name in ("one", "two"):
        export(the_sample(), tmp_path / f"{name}{suffix}", a_request())

    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()


def test_another_suffix_is_refused_with_the_ones_there_are(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match=r"“plan.docx” is of no kind Launchpad writes; choose .xlsx, .csv, .ics, .json"):
        export(PLAN, tmp_path / "plan.docx", a_request())

    assert list(tmp_path.iterdir()) == []


def test_an_unknown_track_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="no track “juggling”"):
        export(PLAN, tmp_path / "plan.xlsx", a_request(tracks=["juggling"]))


@pytest.mark.parametrize("audience", [Audience.SALES, Audience.SUPPORT, Audience.EXECUTIVE])
def test_json_is_only_for_those_who_may_see_everything(tmp_path: Path, audience: Audience) -> None:
    with pytest.raises(PlanError, match="A JSON file holds the whole plan"):
        export(PLAN, tmp_path / "plan.json", a_request(audience))


def test_executives_get_no_checklist(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="holds the checklist"):
        export(PLAN, tmp_path / "plan.csv", a_request(Audience.EXECUTIVE))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / f"plan{suffix}"
    target.write_bytes(b"last week")

    def full(path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "_sync", full)
    with pytest.raises(ExportError, match="the disk is full"):
        export(PLAN, target, a_request())

    assert target.read_bytes() == b"last week"
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_a_workbook_in_a_folder_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="the folder does not exist"):
        export(PLAN, tmp_path / "gone" / "plan.xlsx", a_request())


def test_the_csv_has_a_row_a_task(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"

    export(PLAN, path, a_request())

    head, brief, launch = rows_of(path.read_text(encoding="utf-8"))
    row = dict(zip(head, brief, strict=True))
    assert (row["Key"], row["Task"], row["Owner"], row["Progress %"]) == ("brief", "Brief the press", "Mara", "40")
    assert (row["Start"], row["Finish"], row["T±"]) == ("2026-10-27", "2026-10-29", "-8")
    assert launch[0] == "launch"


def events_of(path: Path) -> dict[str, icalendar.Component]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_the_calendar_holds_gates_milestones_due_dates_and_launch_day(tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"

    export(PLAN, path, a_request())

    days = {name: event.decoded("dtstart") for name, event in events_of(path).items()}
    assert days == {
        "Launch: Loom": date(2026, 11, 10),
        "G1 Gate G1": date(2026, 11, 3),
        "Due: Brief the press": date(2026, 10, 29),
        "Launch": date(2026, 11, 10),
    }


def test_calendar_text_holds_nothing_that_a_reader_chokes_on(tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"

    export(PLAN, path, a_request())

    assert str(events_of(path)["G1 Gate G1"]["description"]) == "Are we␇ ready?"


def test_a_team_gets_its_own_due_dates_only(tmp_path: Path) -> None:
    path = tmp_path / "sales.ics"

    export(the_sample(), path, a_request(Audience.SALES))

    due = [name for name in events_of(path) if name.startswith("Due: ")]
    assert "Due: Train the sellers" in due
    assert "Due: Complete the security review" not in due
