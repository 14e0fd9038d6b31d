"""What goes out of an open file: the pack after a review holds its sealed record and what changed since."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from launchpad.app.commands.tasks import change_task
from launchpad.app.export import export_of, export_session, watched
from launchpad.app.review_room import add_addendum
from launchpad.app.session import Session
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import TaskStatus
from launchpad.domain.watching import Stopped
from launchpad.interchange.audience import Audience
from launchpad.interchange.pack.changes import MOST, Changed, Changes, changes_section
from launchpad.interchange.pack.model import Table
from tests.app.review_steps import TODAY, hold, make, only_review
from tests.builders import a_launch, a_plan, a_task

SINCE = "What changed since the review on 2 Nov"


class Words(HTMLParser):
    """The words of a page, as a reader sees them."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.all: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_data(self, data: str) -> None:
        self.all.append(data)

    def __contains__(self, text: str) -> bool:
        return text in " ".join(self.all)


@pytest.fixture
def reviewed(tmp_path):
    """A plan after a review, with an addendum to its record and a change since."""
    with Session.open(make(tmp_path / "plan.launch")) as session:
        review = hold(session)
        add_addendum(session, review, "person:mara", "Gil joined by phone.", TODAY)
        task = session.document.task("pitch")
        session.run(change_task, task, {"status": TaskStatus.DONE, "private_note": "Gil stays after all"}, TODAY)
        gil = session.document.person("gil")
        after = replace(gil, email="gil@example.org", role="Sales lead")
        session.run(lambda plan: Edit("Change a person", (Change(gil, after),)))
        yield session


def test_the_team_reads_the_sealed_record_and_what_changed_since(reviewed, tmp_path):
    review = only_review(reviewed)
    assert review.seal is not None
    export_session(reviewed, tmp_path / "pack.html", TODAY, Audience.FULL, (), review.key)
    page = Words(tmp_path / "pack.html")

    for said in (review.seal.digest, "I would wait.", "Finish the pitch", "Gil joined by phone.", SINCE, "✓ Do pitch"):
        assert said in page, said
    assert "broken" not in page
    assert "Gil stays" not in page
    assert "Gil may leave" not in page
    assert "Sales lead" in page
    assert "gil@example.org" not in page


@pytest.mark.parametrize("audience", [Audience.SALES, Audience.SUPPORT, Audience.EXECUTIVE])
def test_nobody_else_reads_what_changed(reviewed, tmp_path, audience):
    export_session(reviewed, tmp_path / "pack.html", TODAY, audience)

    assert SINCE not in Words(tmp_path / "pack.html")


def test_before_the_first_review_nothing_is_said_of_changes(tmp_path):
    with Session.open(make(tmp_path / "plan.launch")) as session:
        export_session(session, tmp_path / "pack.html", TODAY)

    assert "What changed" not in Words(tmp_path / "pack.html")


def test_a_track_is_named_once_and_of_very_many_changes_the_first_are_told():
    lines = [Changed("Sales", "→", f"Task {number}", "later") for number in range(MOST + 5)]
    (section,) = changes_section(Changes(TODAY, lines), TODAY)
    (table,) = section.blocks

    assert isinstance(table, Table)
    assert len(table.rows) == MOST
    assert [row[0].text for row in table.rows[:3] if not isinstance(row[0], str)] == ["Sales", "", ""]
    assert section.note == f"The first {MOST} of {MOST + 5}."


# --- how far it is -------------------------------------------------------------------------------------------------

MANY = 450
"""Tasks, so that every kind of file is told of more than once."""


@pytest.fixture
def many(tmp_path):
    tasks = [a_task(f"t{number}", note="seen") for number in range(MANY)]
    session = Session.create(tmp_path / "many.launch", a_plan(*tasks, launch=a_launch(as_of=TODAY)), "Create launch")
    yield session
    session.close()


@pytest.mark.parametrize(
    ("suffix", "audience"),
    [
        (".xlsx", "full"),
        (".xlsx", "support"),
        (".csv", "full"),
        (".ics", "full"),
        (".html", "full"),
        (".json", "full"),
        (".xml", "full"),
    ],
)
def test_a_file_tells_how_far_it_is(many, tmp_path, suffix, audience):
    shares: list[float] = []
    writing = export_of(many, tmp_path / f"plan{suffix}", TODAY, Audience(audience))

    watched(shares.append, writing)()

    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len({round(share, 2) for share in shares}) >= (20 if suffix == ".xlsx" else 2)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.99])
@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".ics", ".html", ".json", ".xml"])
def test_a_file_that_is_stopped_leaves_what_was_there(many, tmp_path, suffix, share):
    target, folder = tmp_path / "out" / f"plan{suffix}", tmp_path / "out"
    folder.mkdir()
    target.write_text("last week")

    def stop(told: float) -> None:
        if told >= share:
            raise Stopped

    with pytest.raises(Stopped):
        watched(stop, export_of(many, target, TODAY))()

    assert target.read_text() == "last week"
    assert [each.name for each in folder.iterdir()] == [target.name]
