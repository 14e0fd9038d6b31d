"""The journal for looking at."""

from datetime import date

import pytest

from launchpad.app.commands.tasks import change_task
from launchpad.app.journal_pages import JournalFilter, JournalPages, label_of_entry, matching, source_text
from launchpad.app.past_plan import kept_versions, open_past, open_version, past_file, past_plan
from launchpad.app.session import Session
from launchpad.app.settings import backups_folder
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.storage.backup import back_up
from launchpad.storage.launch_file import read_document
from tests.builders import a_plan, a_task, link

EDITS = 250


def lasting(plan: Document, key: str, days: int) -> Edit:
    return change_task(plan, plan.task(key), {"duration": days}, date(2026, 10, 1))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory):
    plan = a_plan(a_task("a"), a_task("b"), link("a", "b"))
    with Session.create(tmp_path_factory.mktemp("journal") / "plan.launch", plan, "New launch") as made:
        for number in range(2, EDITS):
            made.who = "Mara" if number % 2 else "Otis"
            key = "a" if number % 5 else "b"
            made.run(lasting, key, number)
        made.undo()
        yield made


def test_any_line_is_read_without_those_before(session):
    pages = JournalPages(session.file)

    assert pages.last == EDITS
    assert [pages.headline(number).number for number in (250, 1, 101, 100)] == [250, 1, 101, 100]
    assert pages.headline(1).edit.label == "New launch"
    assert label_of_entry(pages.headline(250)).startswith("Undo: Set duration")


def found(session, **wanted: str) -> list[int]:
    return [number for number in matching(session.file, JournalFilter(**wanted)) if number is not None]


def test_lines_are_found_by_person_source_words_and_row(session):
    assert found(session, who="Mara") == [n for n in range(2, EDITS + 1) if n % 2] + [250]
    assert found(session, source="undo") == [250]
    assert found(session, text="set DURATION of do b")[:2] == [5, 10]
    assert found(session, text="new launch") == [1]
    assert found(session, row="task:b")[:3] == [1, 5, 10]
    assert found(session, row="task:b", who="Otis")[:2] == [10, 20]


def test_sources_are_words():
    assert source_text("workbook:plan.xlsx") == "Workbook plan.xlsx"
    assert source_text("cli") == "Command line"


def test_the_plan_as_it_was_is_a_file_of_its_own(session):
    path = past_file(session, 3)

    assert path.name == "plan as of edit 3.launch"
    assert read_document(path).task("a").duration == 3
    assert session.document.task("a").duration == 248
    for number in (0, -1, 4000):
        with pytest.raises(PlanError, match="no edit"):
            past_plan(session, number)


def test_kept_versions_are_listed(session):
    version = back_up(session.file, backups_folder())

    assert [each.number for each in kept_versions(session)] == [version.number]


def test_an_earlier_plan_and_a_version_are_opened_for_reading_only(session):
    version = back_up(session.file, backups_folder())

    for opened, duration in ((open_past(session.file.path, 3), 3), (open_version(version.path), 248)):
        with opened.session as past:
            assert opened.is_past
            assert past.file.is_read_only
            assert past.document.task("a").duration == duration
