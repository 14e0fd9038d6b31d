"""A window on a launch file and the hand that uses it: what a person can do, and what they would see."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QWidget,
)

from launchpad.app.plan_session import PlanSession
from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.ui.checklist.columns import NUMBERS
from launchpad.ui.checklist.remove_dialog import RemoveDialog
from launchpad.ui.checklist.screen import ChecklistScreen
from launchpad.ui.checklist.task_dialog import TaskDialog
from launchpad.ui.goals.screen import GoalsScreen
from launchpad.ui.history.screen import HistoryScreen
from launchpad.ui.people.screen import PeopleScreen
from launchpad.ui.risks.screen import RisksScreen
from launchpad.ui.screen import Screen
from launchpad.ui.settings.screen import SettingsScreen
from launchpad.ui.shell.launch_view import LaunchView
from launchpad.ui.shell.window import MainWindow
from launchpad.ui.timeline.screen import TimelineScreen

W = TypeVar("W", bound=QWidget)
S = TypeVar("S", bound=Screen)
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Desk:
    """A main window with one launch; `reopen` closes both and opens the file again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.refusals: list[str] = []
        self._open()
        self.before = self.document  # a gesture that needs a preparation sets it again

    @classmethod
    def on(cls, path: Path, document: Document) -> "Desk":
        """Write a plan to a file and open it."""
        Session.create(path, document, "Create launch").close()
        return cls(path)

    def _open(self) -> None:
        self.session = PlanSession(Session.open(self.path))
        self.window = MainWindow(QWidget)
        self.window.resize(1300, 800)
        self.view = LaunchView(self.session, self.window.offers.submenus["export"])
        self.session.refused.disconnect(self.view._on_refused)  # a dialog is answered by nobody here
        self.session.refused.connect(self.refusals.append)
        self.window.show_launch(self.view, "checklist")
        self.show()

    def show(self) -> None:
        """Bring the window up, active: keys are shortcuts in the active window only."""
        other = QWidget()  # without a screen, a window that was hidden while it was active does not become so again
        other.show()
        other.activateWindow()
        QTest.qWaitForWindowActive(other)
        self.window.show()
        other.close()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def put_away(self) -> None:
        """Close the window, which writes what is held."""
        self.close_dialogs()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def reopen(self) -> None:
        """Close and start again on the same file."""
        self.put_away()
        self._open()

    def undone_in_a_copy(self, copy: Path) -> Document:
        """The plan after one Undo in a copy of the file, opened anew."""
        self.session.session.file.copy_into(copy)
        with Session.open(copy) as session:
            session.undo()
            return session.document

    # --- places ----------------------------------------------------------------------------------------------------

    @property
    def document(self) -> Document:
        """The plan."""
        return self.session.document

    def go(self, kind: type[S]) -> S:
        """Go to a screen."""
        self.window.go(kind.name)
        return cast(S, self.view.current)

    @property
    def checklist(self) -> ChecklistScreen:
        """The checklist, shown."""
        return self.go(ChecklistScreen)

    @property
    def risks(self) -> RisksScreen:
        """The registers of risks and issues, shown."""
        return self.go(RisksScreen)

    @property
    def goals(self) -> GoalsScreen:
        """The goals, shown."""
        return self.go(GoalsScreen)

    @property
    def people(self) -> PeopleScreen:
        """The people, shown."""
        return self.go(PeopleScreen)

    @property
    def history(self) -> HistoryScreen:
        """The journal, shown."""
        return self.go(HistoryScreen)

    @property
    def timeline(self) -> TimelineScreen:
        """The timeline, shown."""
        return self.go(TimelineScreen)

    @property
    def settings(self) -> SettingsScreen:
        """The settings, shown."""
        return self.go(SettingsScreen)

    # --- the hand --------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Choose Undo from the menu."""
        self.window.offers["undo"].trigger()

    def redo(self) -> None:
        """Choose Redo from the menu."""
        self.window.offers["redo"].trigger()

    def select(self, *ids: str) -> ChecklistScreen:
        """Select tasks of the checklist by mouse."""
        screen = self.checklist
        for place, task_id in enumerate(ids):
            keys = Qt.KeyboardModifier.ControlModifier if place else NO_KEYS
            QTest.mouseClick(screen.view.viewport(), LEFT, keys, self._place(screen, task_id, "title"))
        QTest.qWait(5)  # the inspector follows once the selection is at rest
        return screen

    def _place(self, screen: ChecklistScreen, task_id: str, column: str) -> QPoint:
        index = screen.model.index_of(task_id, NUMBERS[column])
        screen.view.scrollTo(index)
        rect = screen.view.visualRect(index)
        return QPoint(rect.left() + (60 if column == "title" else rect.width() // 2), rect.center().y())

    def edit_cell(self, view: QAbstractItemView, index: QModelIndex, text: str) -> None:
        """Open the editor of a cell with F2, replace what it holds, and press Enter."""
        view.setFocus()
        view.setCurrentIndex(index)
        view.scrollTo(index)
        QTest.qWait(1)
        QTest.keyClick(view, Qt.Key.Key_F2)
        QTest.qWait(1)
        found = [each for each in view.viewport().findChildren(QWidget) if _is_editor(each, view)]
        assert found, f"no editor opened for “{index.data()}”"
        editor = found[-1]
        if isinstance(editor, QComboBox):
            choose(editor, text)
        else:
            retype(editor, text)
            QTest.keyClick(editor, Qt.Key.Key_Return)
        QTest.qWait(1)

    # --- dialogs ---------------------------------------------------------------------------------------------------

    def dialog(self, kind: type[W]) -> W:
        """The dialog that waits for an answer."""
        QTest.qWait(1)
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind), f"{found} instead of {kind.__name__}"
        return found

    def say_yes(self) -> None:
        """Press the button of a dialog of tasks that does what it is for."""
        found = QApplication.activeModalWidget()
        if isinstance(found, TaskDialog | RemoveDialog) and found.accept_button.isEnabled():
            found.accept_button.click()

    def close_dialogs(self) -> None:
        """Leave every dialog by Escape."""
        while (found := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is not None:
            if isinstance(found, QDialog):
                found.reject()
            else:
                found.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _is_editor(widget: QWidget, view: QAbstractItemView) -> bool:
    return widget.isVisible() and widget.parent() is view.viewport() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def retype(field: QWidget, text: str) -> None:
    """Replace what a field holds, by keys."""
    line = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit) or field
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(line, Qt.Key.Key_Delete)
    if text.isascii():
        QTest.keyClicks(line, text)
    else:
        typed = QInputMethodEvent()  # as an input method types what no key does
        typed.setCommitString(text)
        QApplication.sendEvent(line, typed)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def choose(combo: QComboBox, words: str) -> None:
    """Choose from a list by keys, as a person who knows the words."""
    row = next(row for row in range(combo.count()) if combo.itemText(row).startswith(words))
    if combo.view().isVisible() or QApplication.activePopupWidget() is not None:
        combo.view().setCurrentIndex(combo.model().index(row, 0))
        QTest.keyClick(combo.view(), Qt.Key.Key_Return)
        return
    combo.setFocus()
    combo.showPopup()
    combo.view().setCurrentIndex(combo.model().index(row, 0))
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)


def controls(root: QWidget) -> Iterator[QWidget]:
    """Everything below a widget that can have the keyboard now."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
