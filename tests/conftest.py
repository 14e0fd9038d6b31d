"""What every test may ask for, and what no test may leave behind."""

import logging
import os
import sys
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before any QApplication
os.environ.setdefault("QT_SCALE_FACTOR", "1")

import hypothesis
import pytest

from tests.browser import Browser, browser_program
from tests.goldens import Goldens
from tests.libreoffice import LibreOffice
from tests.tools import is_ci, miss, needed_tool

# A build server judges a commit, so the same commit meets the same examples; developers and soak meet new ones.
hypothesis.settings.register_profile("check", max_examples=50, deadline=None, print_blob=True, derandomize=is_ci())
hypothesis.settings.register_profile(
    "soak",
    max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "2000")),
    stateful_step_count=100,
    deadline=None,
    print_blob=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("check")


# --- tools that may be missing -------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """LibreOffice without a window: `recalculate` and `to_pdf` many files at once."""
    return LibreOffice(needed_tool("soffice", "libreoffice-calc-nogui"), tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    """Chromium without a window: `look` at a page, or `print` it."""
    return Browser(browser_program(), tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="session")
def pdftotext() -> str:
    return needed_tool("pdftotext", "poppler-utils")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        used = getattr(item, "fixturenames", ())
        if "soffice" in used:
            item.add_marker("libreoffice")
        if "browser" in used:
            item.add_marker("slow")


@pytest.hookimpl(tryfirst=True)  # before a fixture makes a QApplication, which aborts without a display
def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("xcb") is None:
        return
    if os.environ["QT_QPA_PLATFORM"] != "xcb":
        pytest.skip("needs an X server: QT_QPA_PLATFORM=xcb pytest -m xcb")
    if "DISPLAY" not in os.environ:
        miss("Xvfb is not installed (Debian: xvfb xauth)")


# --- texts agreed on -----------------------------------------------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden with what the tests got")


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Goldens:
    """`golden("name.txt", text)` fails unless the text is the one in tests/golden."""
    return Goldens(Path(__file__).parent / "golden", update=bool(pytestconfig.getoption("update_golden")))


# --- nothing is left behind ----------------------------------------------------------------------------------------


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """A log record at WARNING fails a test, unless the test asked for `caplog` and so looks for itself."""
    if "caplog" in getattr(item, "fixturenames", ()):
        return (yield)
    complaints = _Complaints()
    logging.getLogger().addHandler(complaints)
    try:
        result = yield
    finally:
        logging.getLogger().removeHandler(complaints)
    if complaints.texts:
        pytest.fail("logged, but not expected:\n" + "\n".join(complaints.texts), pytrace=False)
    return result


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    patience = time.monotonic() + 5
    left = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    for thread in left:
        thread.join(max(0.0, patience - time.monotonic()))
    names = [thread.name for thread in left if thread.is_alive()]
    assert not names, f"still running after the test: {names}"


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, locks and recent files of the person at this machine are none of a test's business."""
    if sys.platform != "linux":
        return
    home = tmp_path_factory.getbasetemp() / "home"
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
