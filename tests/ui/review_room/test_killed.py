"""The computer dies in the middle of a review, and nothing that was said is lost."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from launchpad.app.session import Session
from launchpad.domain.enums import Answer, ReviewStatus
from launchpad.domain.gate import Action, Condition, Review, SignOff
from launchpad.journal.seal_check import seal_states
from tests.ui.review_room.hand import go, press, to, write
from tests.ui.review_room.plans import a_plan_to_review
from tests.ui.whole.conftest import settle
from tests.ui.whole.desk import Desk

ROOT = Path(__file__).parents[3]
Hold = Callable[[Path], "Meeting"]


class Meeting:
    """A review held by another process."""

    def __init__(self, path: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.review_room.held_elsewhere", str(path)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._said() == "begun"

    def does(self, *steps: str) -> None:
        """Let it do something and wait until it is done."""
        assert self._process.stdin is not None
        for step in steps:
            self._process.stdin.write(f"{step}\n")
            self._process.stdin.flush()
            assert self._said() == "done"

    def is_killed(self) -> None:
        """Pull the plug: SIGKILL cannot be caught."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def _said(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@pytest.fixture
def hold() -> Iterator[Hold]:
    meetings: list[Meeting] = []

    def holding(path: Path) -> Meeting:
        meetings.append(Meeting(path))
        return meetings[-1]

    yield holding
    for meeting in meetings:
        meeting.is_killed()


@pytest.mark.slow
def test_a_review_whose_process_is_killed_is_taken_up_again_with_nothing_lost(hold, tmp_path, qapp):
    path = tmp_path / "plan.launch"
    Session.create(path, a_plan_to_review(), "Create launch").close()
    meeting = hold(path)
    meeting.does("go track:marketing", "press g r", "write Kit by Friday", "press Escape")
    meeting.does("press a", "write Order the kit @june fri", "press Return Escape")
    meeting.does("press k", "write Trained @otis 20 oct else sell later", "press Return Escape")
    meeting.does("go track:sales", "press n r", "write Nobody is trained, and nobody", "rest")
    meeting.is_killed()  # in the middle of a sentence

    desk = Desk(path)
    try:
        review = next(row for row in desk.document.rows(Review) if row.status is ReviewStatus.IN_SESSION)
        answers = {row.track: (row.answer, row.comment) for row in desk.document.rows(SignOff)}
        assert answers == {
            "track:marketing": (Answer.APPROVE, "Kit by Friday"),
            "track:sales": (Answer.REFUSE, "Nobody is trained, and nobody"),
        }
        assert [row.text for row in desk.document.rows(Action)] == ["Order the kit"]
        assert [row.text for row in desk.document.rows(Condition) if row.review == review.id] == ["Trained"]
        assert desk.view.notice.isVisible()
        assert review.title in desk.view.notice.text
        _go_on(desk)
        (state,) = [state for state in seal_states(desk.document) if state.row.id == review.id]
        assert state.state == "sealed"
    finally:
        desk.put_away()
        settle()


def _go_on(desk: Desk) -> None:
    """Press the button of the notice, and bring the review to its end."""
    desk.view.notice.button.click()
    assert desk.view.reviews.meeting is not None
    room = desk.view.reviews.meeting.room
    to(room)
    assert room.part == "track:sales"
    assert room.side.words.toPlainText() == "Nobody is trained, and nobody"
    go(room, "decision")
    press("n", "r")
    write("Sales is not ready")
    press("Escape", "Right")
    press("Ctrl+Return")
    QTest.qWait(1)
    press("Space")
