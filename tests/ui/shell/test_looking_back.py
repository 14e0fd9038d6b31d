"""The plan as it was is opened in a window of its own, to be looked at only."""

from PySide6.QtCore import Qt

from launchpad.app.commands.launch import change_launch
from launchpad.ui.history.screen import HistoryScreen
from tests.builders import a_launch, a_plan, a_task


def test_the_plan_as_it_was_opens_beside_the_plan_as_it_is(program, opened, launch_file, qtbot):
    window = opened(launch_file(a_plan(a_task("brief"), launch=a_launch(name="Loom"))))
    assert window.session.run(change_launch, {"name": "Loom Two"})
    window.go("history")
    history = window.view.current
    assert isinstance(history, HistoryScreen)
    history.view.selectRow(1)
    qtbot.mouseClick(history.detail.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(program.windows) == 2 and program.windows[1].session is not None, timeout=10_000)
    past = program.windows[1]

    assert past.session.document.launch.name == "Loom"
    assert past.session.is_read_only
    assert past.view.notice.text == "This is the plan as it was after edit 1. It can only be looked at."
    assert past.view.notice.button.text() == "Save a copy…"
    assert window.session.document.launch.name == "Loom Two"
    assert [file.path for file in program.recent.files()] == [window.session.path]
