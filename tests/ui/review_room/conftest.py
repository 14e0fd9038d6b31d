"""A window on a plan, and what holds for every room a test opens."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from launchpad.domain.document import Document
from launchpad.ui.theme.manager import ThemeChoice, theme_manager
from tests.ui.review_room.plans import a_plan_to_review
from tests.ui.whole.conftest import settle
from tests.ui.whole.desk import Desk


@pytest.fixture
def desk_on(tmp_path: Path, qapp) -> Iterator[Callable[..., Desk]]:
    """`desk_on()` opens a window on the plan on the eve of a gate, or on another."""
    desks: list[Desk] = []

    def opening(document: Document | None = None) -> Desk:
        desks.append(Desk.on(tmp_path / f"plan{len(desks)}.launch", document or a_plan_to_review()))
        return desks[-1]

    yield opening
    for desk in desks:
        desk.put_away()
    settle()
    theme_manager().choose(ThemeChoice.LIGHT)
