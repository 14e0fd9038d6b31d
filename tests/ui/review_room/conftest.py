"""A window on a plan, and what holds for every room a test opens."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from launchpad.app.commands.reviews.planning import plan_review
from launchpad.domain.document import Document
from launchpad.domain.enums import ReviewKind, ReviewStatus
from launchpad.domain.gate import Review
from launchpad.ui.review_room.room import RoomWindow
from launchpad.ui.theme.manager import ThemeChoice, theme_manager
from tests.ui.review_room.hand import to
from tests.ui.review_room.plans import a_plan_to_review
from tests.ui.whole.conftest import settle
from tests.ui.whole.desk import Desk


@pytest.fixture(autouse=True)
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person who is asked for a file says that the pack is to be written."""
    target = tmp_path / "pack.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "*.html"))
    return target


@pytest.fixture
def desk_on(tmp_path: Path, qapp) -> Iterator[Callable[..., Desk]]:
    """`desk_on()` opens a window on the plan on the eve of a gate, or on another."""
    desks: list[Desk] = []

    def opening(document: Document | None = None) -> Desk:
        desks.append(Desk.on(tmp_path / f"plan{len(desks)}.launch", document or a_plan_to_review()))
        return desks[-1]

    yield opening
    for desk in desks:
        desk.close_dialogs()
        desk.put_away()
    settle()
    theme_manager().choose(ThemeChoice.LIGHT)


@pytest.fixture
def open_room(desk_on) -> Callable[..., tuple[Desk, RoomWindow]]:
    """`open_room()` begins the review of gate G2, or with `gate=None` a status review, and opens its room."""

    def opening(document: Document | None = None, gate: str | None = "gate:G2") -> tuple[Desk, RoomWindow]:
        desk: Desk = desk_on(document)
        kind = ReviewKind.GATE if gate else ReviewKind.STATUS
        assert desk.session.run(plan_review, "Ready?", desk.session.today, gate=gate, kind=kind)
        review = next(row for row in desk.document.rows(Review) if row.status is ReviewStatus.PLANNED)
        desk.view.reviews.enter(review.id)
        assert desk.view.reviews.meeting is not None
        room = desk.view.reviews.meeting.room
        room.showNormal()
        room.resize(1280, 720)
        to(room)
        return desk, room

    return opening
