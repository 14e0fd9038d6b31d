"""What is in memory when the window is seen whole for the first time: nothing that is not in the picture."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from launchpad.app.recent_files import RecentFiles

LOOK = """
import sys
from importlib import import_module
from pathlib import Path
from launchpad.app.collector import loading
from launchpad.app.lean_imports import import_lean
from launchpad.cli import main
from launchpad.cli.window import open_window

with loading():
    import_lean()
    from PySide6 import QtWidgets
    from PySide6.QtCore import QEvent, QObject, QTimer
    from launchpad.ui.shell import application

class Look(QObject):
    def __init__(self, window):
        super().__init__(window)
        self.window = window
        window.installEventFilter(self)

    def is_whole(self):
        view = self.window.view
        return self.window.place == "home" if not FILES else view is not None and view.facts is not None

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.UpdateRequest and self.is_whole():
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self):
        kinds = [f"QtWidgets.{name}" for name in vars(QtWidgets)]
        print("loaded:", *sys.modules, *kinds)
        self.window.removeEventFilter(self)
        self.window.close()

real = application.Launchpad.start
def start(program, files=()):
    for place in sys.argv[1].split():
        module, _, name = place.partition(":")
        assert hasattr(import_module(module), name), place
        setattr(import_module(module), name, 60_000)
    window = real(program, files)
    program.look = Look(window)
    return window

application.Launchpad.start = start
FILES = [Path(name) for name in sys.argv[2:]]
sys.exit(open_window(FILES))
"""

HEAVY = {"sqlalchemy", "alembic", "openpyxl", "xlsxwriter", "yaml", "holidays", "numpy", "icalendar", "jinja2", "typer"}
"""Libraries of which each takes longer than the whole picture."""
UNUSED = {"QtWidgets.QDial", "QtWidgets.QWizard", "QtWidgets.QMdiArea", "QtWidgets.QCalendarWidget"}
"""Kinds of widget that we have nowhere: where they are loaded, PySide was asked for a widget that it did not know."""
ASKED_FOR = {
    "difflib",
    "fractions",
    "html.entities",
    "uuid",
    "launchpad.app.rescue",
    "launchpad.app.review_room",
    "launchpad.app.past_plan",
    "launchpad.app.commands.take_back",
    "launchpad.ui.shell.ways_back",
    "launchpad.ui.shell.palette",
    "launchpad.ui.shell.copies",
    "launchpad.ui.shell.shortcuts",
    "launchpad.app.task_filter",
    "launchpad.app.date_confidence",
    "launchpad.engines.confidence",
    "launchpad.engines.feasibility.repairs",
    "launchpad.ui.overview.panel",
    "launchpad.ui.overview.explained",
    "launchpad.ui.homecoming",
    "launchpad.ui.inspector",
    "launchpad.ui.checklist",
    "launchpad.ui.timeline",
    "launchpad.ui.reviews",
    "launchpad.ui.review_room",
    "launchpad.storage.salvage",
    "QtWidgets.QMessageBox",
    "QtWidgets.QFileDialog",
}
"""What comes in when somebody asks for it."""
A_PLANS = {
    "getpass",
    "sqlite3",
    "launchpad.domain.document",
    "launchpad.domain.enums",
    "launchpad.engines",
    "launchpad.journal",
    "launchpad.storage.launch_file",
    "launchpad.app.plan_session",
    "launchpad.ui.overview",
    "launchpad.ui.shell.launch_view",
    "launchpad.ui.shell.opening_page",
}
"""What only a plan needs."""
A_LISTS = {
    "dataclasses",
    "launchpad.app.launch_card",
    "launchpad.app.card_reader",
    "launchpad.ui.home.launches_page",
    "QtWidgets.QStyle",
    "QtWidgets.QTableView",
}
"""What only the list of launches needs."""


AFTER_OPENING = (
    "launchpad.ui.shell.application:SETTLES",
    "launchpad.ui.shell.application:SPARE",
    "launchpad.ui.shell.facts_watch:CONFIDENCE_AFTER",
    "launchpad.ui.overview.screen:FIRST_REST",
)
AFTER_LISTING = ("launchpad.ui.home.launches_page:REST",)
"""Milliseconds after which more is loaded; put off, so that a slow machine does not load it before the picture."""


def loaded(tmp_path: Path, *files: Path, put_off: tuple[str, ...] = ()) -> set[str]:
    """What is in memory when a window for these files is first seen whole."""
    home = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE")}
    home["QT_QPA_PLATFORM"] = "offscreen"
    done = subprocess.run(
        [sys.executable, "-c", LOOK, " ".join(put_off), *map(str, files)], env=os.environ | home,
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split("loaded:", 1)[1].split())


def test_home_without_launches_loads_what_it_shows(tmp_path):
    found = loaded(tmp_path)

    assert "launchpad.ui.parts.empty_state" in found
    assert sorted(found & (HEAVY | UNUSED | ASKED_FOR | A_PLANS | A_LISTS)) == []


def test_a_plan_loads_what_it_shows(sample_file, tmp_path):
    plan = tmp_path / "plan.launch"
    shutil.copy(sample_file, plan)

    found = loaded(tmp_path, plan, put_off=AFTER_OPENING)

    assert "launchpad.ui.overview.screen" in found
    assert sorted(found & (HEAVY | UNUSED | ASKED_FOR)) == []


def test_home_with_a_launch_loads_what_it_shows(sample_file, tmp_path):
    (tmp_path / "STATE" / "launchpad").mkdir(parents=True)
    RecentFiles(tmp_path / "STATE" / "launchpad" / "recent.json").opened(sample_file)

    found = loaded(tmp_path, put_off=AFTER_LISTING)

    assert "launchpad.ui.home.launches_page" in found
    assert sorted(found & (HEAVY | UNUSED | ASKED_FOR | A_PLANS)) == []
