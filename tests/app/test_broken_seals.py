"""A sealed record in a file that somebody changes behind our back: check finds it and says which record it is."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from launchpad.app.review_room import add_addendum
from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.gate import Review
from launchpad.journal.entry import Entry
from launchpad.journal.seal_check import SealStanding, seal_states
from launchpad.journal.seals import digest_of, parts_of
from launchpad.storage.check import broken_seals, problems
from launchpad.storage.errors import StorageError
from launchpad.storage.launch_file import LaunchFile
from tests.app.review_steps import hold, make

RECORDED = ("reviews", "addenda", "decisions", "readiness_points")
LIVING = {("decisions", "status"), ("decisions", "order")}


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a sealed review and an addendum to it."""
    path = make(tmp_path_factory.mktemp("sealed") / "loom.launch")
    with Session.open(path) as session:
        review = hold(session)
        add_addendum(session, review, "person:gil", "The room was booked before.", date(2026, 11, 3))
    return path


@pytest.fixture
def path(sealed: Path, tmp_path: Path) -> Path:
    """A copy of it to tamper with."""
    return Path(shutil.copy(sealed, tmp_path / "loom.launch"))


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as driver:
        for statement in statements:
            driver.execute(statement)


def cells(path: Path, *tables: str) -> list[tuple[str, str, int, str]]:
    """Every stored text of some tables: table, column, rowid, text."""
    found = []
    with closing(sqlite3.connect(path)) as driver:
        for table in tables:
            names = [line[1] for line in driver.execute(f"PRAGMA table_info({table})")]
            for name in names:
                values = driver.execute(f'SELECT rowid, "{name}" FROM {table} WHERE typeof("{name}") = \'text\'')
                found += [(table, name, rowid, text) for rowid, text in values if text]
    return found


# --- any byte ------------------------------------------------------------------------------------------------------


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_byte_of_the_record_changed_in_the_file_is_found(sealed, tmp_path, data):
    path = Path(shutil.copy(sealed, tmp_path / "loom.launch"))
    table, name, rowid, text = data.draw(st.sampled_from(cells(path, *RECORDED)))
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from("0a9\"',[]}Z –"))
    assume(letter != text[place])
    with closing(sqlite3.connect(path, isolation_level=None)) as driver:
        changed = text[:place] + letter + text[place + 1 :]
        driver.execute(f'UPDATE {table} SET "{name}" = ? WHERE rowid = ?', (changed, rowid))

    assert problems(path)
    if (table, name) not in LIVING and opens(path):
        assert broken_seals(path)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_byte_of_the_entry_that_sealed_is_found(sealed, tmp_path, data):
    path = Path(shutil.copy(sealed, tmp_path / "loom.launch"))
    with closing(sqlite3.connect(path)) as driver:
        (last,) = driver.execute("SELECT max(number) FROM journal").fetchone()
    found = [cell for cell in cells(path, "journal") if cell[2] >= last - 1]
    _, name, number, text = data.draw(st.sampled_from(found))
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from("0a9\"',[]}Z –"))
    assume(letter != text[place])
    with closing(sqlite3.connect(path, isolation_level=None)) as driver:
        changed = text[:place] + letter + text[place + 1 :]
        driver.execute(f'UPDATE journal SET "{name}" = ? WHERE number = ?', (changed, number))

    assert problems(path) or broken_seals(path)


def opens(path: Path) -> bool:
    try:
        Session.open(path, read_only=True).close()
    except StorageError:
        return False
    return True


# --- by somebody who knows the file --------------------------------------------------------------------------------


def test_a_record_changed_together_with_its_journal_is_found_and_named(path):
    new = "replace({0}, 'nearly there', 'all there')"
    change(
        path,
        f"UPDATE reviews SET rationale = {new.format('rationale')}",
        f"UPDATE decisions SET rationale = {new.format('rationale')}",
        f"UPDATE journal SET changes = {new.format('changes')}",
    )

    assert problems(path) == ()
    (sentence,) = broken_seals(path).values()
    assert sentence == "The seal of review R1 “Go or not” is broken: what it says is not what was sealed."


def test_a_plan_changed_behind_the_record_that_looked_at_it_is_found(path):
    change(
        path,
        "UPDATE tasks SET private_note = 'Gil will stay'",
        "UPDATE journal SET changes = replace(changes, 'Gil may leave', 'Gil will stay')",
    )

    assert problems(path) == ()
    (sentence,) = broken_seals(path).values()
    assert "review R1" in sentence
    assert "the plan after edit 2, which it looked at, is not what it was" in sentence


@pytest.mark.parametrize(
    "what",
    ["who = 'Somebody'", "moment = '2020-01-01T00:00:00Z'", "label = 'Tidy up'", "source = 'app'", "permanent = 0"],
)
def test_what_the_journal_says_about_the_sealing_is_part_of_it(path, what):
    with Session.open(path, read_only=True) as session:
        (record,) = session.document.rows(Review)
        assert record.seal is not None
        number = record.seal.edit
    change(path, f"UPDATE journal SET {what} WHERE number = {number}")

    assert problems(path) == ()
    assert "the journal does not hold the edit that sealed it" in broken_seals(path)[record.id]


def test_a_journal_that_goes_by_another_name_bears_out_no_seal(path):
    change(path, "UPDATE facts SET journal = 'another'")

    assert len(broken_seals(path)) == 2


def test_an_edit_that_went_past_the_session_is_found(path):
    forge(path, lambda plan: replace(plan.rows(Review)[0], verdict="go"))

    assert problems(path) == ()
    assert "review R1" in next(iter(broken_seals(path).values()))


def test_a_record_sealed_anew_is_missed_by_what_was_sealed_after_it(path):
    def sealed_anew(plan: Document) -> Review:
        (review,) = plan.rows(Review)
        assert review.seal is not None
        forged = replace(review, verdict="go")
        return replace(forged, seal=replace(review.seal, digest=digest_of(forged, parts_of(plan, forged))))

    forge(path, sealed_anew)

    assert any("the record sealed before it is missing" in sentence for sentence in broken_seals(path).values())


def forge(path: Path, forged: Callable[[Document], Review]) -> None:
    with LaunchFile.open(path) as file:
        (before,) = file.document.rows(Review)
        edit = Edit("Tidy up", (Change(before, forged(file.document)),))
        file.append(Entry(file.last_number + 1, datetime(2026, 11, 9, tzinfo=UTC), "Mallory", "app", edit))


# --- and then ------------------------------------------------------------------------------------------------------


def test_nothing_is_found_where_nothing_was_done(path):
    assert problems(path) == ()
    assert broken_seals(path) == {}


def test_a_file_with_a_broken_seal_opens_and_says_so(path):
    change(path, "UPDATE reviews SET verdict = 'go'")

    with Session.open(path) as session:
        states = [each.state for each in seal_states(session.document)]
    assert states == [SealStanding.BROKEN, SealStanding.SEALED]
