"""Tables of tasks from trackers and spreadsheets."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from launchpad.app.foreign_plan import ForeignPlan, foreign_plan
from launchpad.domain.enums import Criticality, LinkType, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.task import Dependency, Task
from launchpad.engines.schedule import schedule
from launchpad.interchange.homecoming.days import DayOrder
from tests.interchange.foreign.samples import TABLE

TODAY = date(2026, 3, 3)
Read = Callable[..., ForeignPlan]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def reading(text: str, written: str = "utf-8", **more: object) -> ForeignPlan:
        path = tmp_path / "plan.csv"
        path.write_bytes(text.encode(written))
        return foreign_plan(path, TODAY, **more)  # type: ignore[arg-type]

    return reading


def tasks(made: ForeignPlan) -> dict[str, Task]:
    return {task.title: task for task in made.document.tasks}


def links(made: ForeignPlan) -> set[tuple[str, str, LinkType, int, bool]]:
    titles = {task.id: task.title for task in made.document.tasks}
    return {
        (titles[link.predecessor], titles[link.successor], link.type, link.lag, link.elapsed)  # type: ignore[index]
        for link in made.document.table(Dependency).values()
    }


def test_a_table_becomes_a_plan_whose_dates_go_with_launch_day(read: Read):
    made = read(TABLE)
    found, plan = tasks(made), made.document
    dates = schedule(plan, TODAY)

    assert plan.launch.launch_date == date(2026, 3, 13)
    assert [track.name for track in plan.tracks] == ["Marketing", "Launch"]
    assert dates.tasks[found["Review page"].id].start == date(2026, 3, 9)
    assert found["Review page"].anchor is not None
    assert found["Review page"].anchor.at == -4
    assert (found["Draft page"].duration, found["Draft page"].progress) == (4, 50)
    assert found["Draft page"].criticality is Criticality.MUST
    assert found["Review page"].status is TaskStatus.NOT_STARTED
    assert found["Review page"].note == "Also assigned: June Park"
    assert links(made) == {
        ("Draft page", "Review page", LinkType.FS, 1, False),
        ("Review page", "Launch", LinkType.FS, 0, False),
    }
    assert made.notices == ()


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("1", {("A", LinkType.FS, 0, False)}),
        ("1SS", {("A", LinkType.SS, 0, False)}),
        ("1FF-2 days", {("A", LinkType.FF, -2, False)}),
        ('"1FS+3ed, 2"', {("A", LinkType.FS, 3, True), ("B FS", LinkType.FS, 0, False)}),
        ("A;B FS", {("A", LinkType.FS, 0, False), ("B FS", LinkType.FS, 0, False)}),
        ("2+1w", {("B FS", LinkType.FS, 5, False)}),
    ],
)
def test_predecessors_are_read_as_people_write_them(read: Read, cell: str, wanted: set[object]):
    made = read(f"No,Task,Start,Predecessors\n1,A,2026-03-02,\n2,B FS,2026-03-02,\n3,C,2026-03-09,{cell}\n")

    assert {(before, *rest) for before, after, *rest in links(made) if after == "C"} == wanted


def test_a_circle_is_opened_and_told_once_by_its_path(read: Read):
    made = read(
        "Summary,Issue key,Due date,Outward issue link (Blocks),Inward issue link (Blocks)\n"
        "A,P-1,2026-03-05,P-2,P-3\nB,P-2,,P-3,P-1\nC,P-3,,P-1,P-2\nD,P-4,32/Foo/26,P-99,\n"
    )

    assert [task.key for task in made.document.tasks] == ["P-1", "P-2", "P-3", "P-4"]
    assert len(links(made)) == 2
    assert made.notices == (
        "Line 5: “32/Foo/26” is not a date and was left out.",
        "“D” is linked with “P-99”, which is not there; the link was left out.",
        "P-3 → P-1 → P-2 → P-3 wait for each other in a circle; the last of these links was left out.",
    )


def test_dates_that_could_be_either_way_round_are_asked_about_unless_one_tells(read: Read):
    with pytest.raises(PlanError, match="say --dates day or --dates month"):
        read("Task,Due\nA,03/04/2026\n")
    told = read("Task,Due\nA,03/04/2026\n", order=DayOrder.MONTH_FIRST)
    shown = read("Task,Due\nA,03/04/2026\nB,25/04/2026\n")

    assert told.document.launch.launch_date == date(2026, 3, 5)
    assert schedule(shown.document, TODAY).tasks[tasks(shown)["A"].id].finish == date(2026, 4, 3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_letters_are_right_however_the_file_is_written(read: Read, encoding: str, divider: str):
    made = read(f"Task{divider}Due\nMüller “Größe”{divider}2026-03-05\n", encoding)

    assert [task.title for task in made.document.tasks] == ["Müller “Größe”"]
    assert len(made.notices) == (encoding == "cp1252")


def test_a_named_encoding_is_taken_at_its_word(read: Read):
    assert tasks(read("Task,Due\nÉté,2026-03-05\n", "mac_roman", encoding="mac_roman")).keys() == {"Été"}
    with pytest.raises(PlanError, match="no encoding “klingon”"):
        read("Task,Due\nA,2026-03-05\n", encoding="klingon")


def test_what_was_kept_from_being_a_formula_comes_back_as_it_was(read: Read):
    made = read("Task,Start\n'=SUM(A1) in the pack,2026-03-09\n'tis the day,2026-03-10\n")

    assert tasks(made).keys() == {"=SUM(A1) in the pack", "'tis the day"}


def test_outline_levels_make_tracks_and_parents_stay_tasks(read: Read):
    levels = read("WBS,Task,Due\n1,Marketing,\n1.1,Page,2026-03-05\n2,Sales,\n2.1,Deck,2026-03-06\n")
    parents = read("Task,Section,Parent task,Due\nPage,Marketing,,2026-03-05\nText,,Page,2026-03-04\n")

    assert [track.name for track in levels.document.tracks] == ["Marketing", "Sales"]
    assert tasks(levels).keys() == {"Page", "Deck"}
    assert tasks(parents).keys() == {"Page", "Text"}
    assert tasks(parents)["Text"].note == "Part of: Page"
    assert len(parents.document.tracks) == 1


def test_rows_without_a_name_are_told_and_blank_ones_passed_over(read: Read):
    made = read("Task,Owner,Due\n,Mara,2026-03-02\nReview,Bo,2026-03-10,extra,extra\n\n,,,,\n")

    assert tasks(made).keys() == {"Review"}
    assert made.notices == ("Line 2 has no name of a task and was left out.",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1,Draft,Ana,2026-03-02\n", "no row that names its columns"),
        ("Task,Owner\n", "no tasks"),
        ("Task,Owner\nA,Mara\n", "names no days"),
        ("\x01\x02\x03\x04\x05\x06\x07\x08", "not text"),
    ],
)
def test_what_is_no_plan_is_refused_in_a_sentence(read: Read, text: str, says: str):
    with pytest.raises(PlanError, match=says) as refusal:
        read(text)
    assert str(refusal.value).startswith("“plan.csv” cannot be imported: ")
    assert str(refusal.value).endswith("Nothing was made.")


def test_a_workbook_is_read_with_its_real_dates_and_percents(tmp_path: Path):
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Our launch"])
    sheet.append([])
    sheet.append(["Task", "Owner", "Start", "Finish", "Progress", "Days"])
    sheet.append(["Page", "Mara", datetime(2026, 3, 2), datetime(2026, 3, 5), 0.5, 4])
    sheet.append(["Deck", None, datetime(2026, 3, 9), None, None, "2 d"])
    book.create_sheet("Notes").append(["nothing"])
    path = tmp_path / "plan.xlsx"
    book.save(path)
    made = foreign_plan(path, TODAY)

    assert {title: (task.duration, task.progress) for title, task in tasks(made).items()} == {
        "Page": (4, 50),
        "Deck": (2, None),
    }
    assert made.notices == ("Only the sheet “Sheet” was read.",)


def test_many_tasks_of_one_name_have_keys_of_their_own(read: Read):
    made = read("Task,Due\n" + "Page,2026-03-05\n" * 3_000)

    assert len({task.key for task in made.document.tasks}) == 3_000
