"""A plan at its desk."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from launchpad.app.session import Session
from launchpad.domain.document import Document
from tests.interchange.homecoming.returning import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Callable[[Document], Desk]]:
    """`desk(plan)` keeps a plan in a file of its own."""
    with ExitStack() as open_files:

        def keep(plan: Document) -> Desk:
            folder = tmp_path / f"desk-{len(list(tmp_path.iterdir()))}"
            folder.mkdir()
            session = open_files.enter_context(Session.create(folder / "plan.launch", plan, "A plan"))
            return Desk(session, folder)

        yield keep
