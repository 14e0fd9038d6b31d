"""Figures of the long proofs, shown at the end of a run."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from launchpad.app.session import Session
from tests.trust.acts import PLAN
from tests.trust.gestures import a_busy_plan
from tests.trust.mortals import Mortals, mortals

FIGURES = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash.setdefault(FIGURES, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for figure in config.stash.get(FIGURES, []):
        terminalreporter.write_line(figure)


@pytest.fixture
def figures(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """`figures("edit: 300 kills, 0 lost")` is shown when all tests are over."""
    return pytestconfig.stash[FIGURES].append


@pytest.fixture(scope="module")
def born(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a plan that nobody has edited yet."""
    folder = tmp_path_factory.mktemp("born")
    Session.create(folder / PLAN, a_busy_plan(), "New plan").close()
    return folder


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where processes live and die."""
    return tmp_path_factory.mktemp("field")


@pytest.fixture(scope="module")
def lives(field: Path) -> Iterator[Mortals]:
    with mortals(field) as lives:
        yield lives
