"""A process of its own in which a review is held until it is killed: ``python -m tests.ui.review_room.held_elsewhere
FILE``. It types what its input says, line by line, and answers each line once it is typed."""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from launchpad.app.commands.reviews.planning import plan_review
from launchpad.app.plan_session import PlanSession
from launchpad.app.session import Session
from launchpad.domain.enums import ReviewStatus
from launchpad.domain.gate import Gate, Review
from launchpad.ui.review_room.room import RoomWindow
from launchpad.ui.shell.launch_view import LaunchView
from launchpad.ui.shell.window import MainWindow
from launchpad.ui.theme.manager import theme_manager
from tests.ui.review_room.hand import go, press, to, write


def begin(path: Path) -> RoomWindow:
    """Open the file in a window and begin the review of its gate."""
    session = PlanSession(Session.open(path))
    gate = next(row for row in session.document.rows(Gate) if row.key == "G2")
    session.run(plan_review, gate.name, session.today, gate=gate.id)
    window = MainWindow(QWidget)
    view = LaunchView(session, window.offers.submenus["export"])
    window.show_launch(view, "reviews")
    window.show()
    to(window)
    planned = next(row for row in session.document.rows(Review) if row.status is ReviewStatus.PLANNED)
    view.reviews.enter(planned.id)
    assert view.reviews.meeting is not None
    to(view.reviews.meeting.room)
    return view.reviews.meeting.room


def obey(room: RoomWindow) -> None:
    """Do what each line of the input says: ``go PART``, ``press KEYS``, ``write TEXT``, ``rest`` until
    what was typed is kept."""
    say("begun")
    for each in sys.stdin:
        what, _, rest = each.rstrip("\n").partition(" ")
        if what == "go":
            go(room, rest)
        elif what == "press":
            press(*rest.split())
        elif what == "write":
            write(rest)
        elif what == "rest":
            while room.session._timer.isActive():
                QTest.qWait(20)
        say("done")


def say(word: str) -> None:
    """Answer whoever waits."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> None:
    """Hold the review."""
    app = QApplication(["launchpad"])
    theme_manager().apply(app)
    room = begin(Path(sys.argv[1]))
    QTimer.singleShot(0, partial(obey, room))
    app.exec()


if __name__ == "__main__":
    main()
