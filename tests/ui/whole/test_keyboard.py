"""Everything can be reached and seen by keyboard, and a screen reader knows what it is."""

from collections.abc import Callable
from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QThreadPool
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from launchpad.app.commands.risks import add_risk
from launchpad.app.errands import wait_for_errands
from launchpad.app.plan_session import PlanSession
from launchpad.domain.register import Risk
from launchpad.domain.task import Dependency, Task
from launchpad.ui.checklist.remove_dialog import RemoveDialog
from launchpad.ui.checklist.status_dialogs import BlockedDialog, DoneDialog, NotApplicableDialog, WaivedDialog
from launchpad.ui.inspector.link_dialog import LinkDialog
from launchpad.ui.new_launch.dialog import NewLaunchDialog
from launchpad.ui.people.days_off import DaysOffDialog
from launchpad.ui.people.hand_over import HandOverDialog
from launchpad.ui.review_room.keys_dialog import KeysDialog
from launchpad.ui.review_room.sizes import Sizes
from launchpad.ui.reviews.plan_dialog import PlanDialog
from launchpad.ui.reviews.skip_dialog import SkipDialog
from launchpad.ui.shell import registry
from launchpad.ui.shell.about import AboutDialog
from launchpad.ui.shell.shortcuts import ShortcutsDialog
from launchpad.ui.shell.window import MainWindow
from launchpad.ui.theme.manager import ThemeChoice, theme_manager
from launchpad.ui.timeline.baselines_dialog import BaselinesDialog
from launchpad.ui.timeline.fit_dialog import FitDialog
from launchpad.ui.timeline.plan_back_dialog import PlanBackDialog
from tests.ui.shell.test_accessible import INSIDE, unnamed
from tests.ui.whole.desk import Desk, controls
from tests.ui.whole.plans import TODAY, a_full_plan

IDS = ["task:page"]
DIALOGS: dict[str, Callable[[PlanSession, QWidget], QDialog]] = {
    "done": lambda session, window: DoneDialog(session, IDS, window),
    "blocked": lambda session, window: BlockedDialog(session, IDS, window),
    "not applicable": lambda session, window: NotApplicableDialog(session, IDS, window),
    "waived": lambda session, window: WaivedDialog(session, IDS, window),
    "remove": lambda session, window: RemoveDialog(session.document, IDS, session.document.tasks[:2], window),
    "days off": lambda session, window: DaysOffDialog(session.document.people[0], TODAY, window),
    "link": lambda session, window: LinkDialog(session.document.rows(Dependency)[0], "Do train", window),
    "plan back": lambda session, window: PlanBackDialog(session, IDS, window),
    "does it fit": lambda session, window: FitDialog(session, window),
    "baselines": lambda session, window: BaselinesDialog(session, "", window),
    "new launch": lambda session, window: NewLaunchDialog(date(2026, 11, 2), window),
    "plan a review": lambda session, window: PlanDialog(session, window),
    "skip a gate": lambda session, window: SkipDialog(session, window),
    "keys of the room": lambda session, window: KeysDialog(Sizes(), window),
    "about": lambda session, window: AboutDialog(window),
    "shortcuts": lambda session, window: ShortcutsDialog(cast(MainWindow, window).all_actions(), parent=window),
}
SCREENS = tuple(entry.name for entry in registry.SCREENS if entry.name != "timeline")
TOP = Qt.WindowType.Window
SPEECHLESS = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window}


def focus() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


def tabbed(window: QWidget) -> list[QWidget]:
    """The widgets that Tab leads through, from where the keyboard is."""
    seen: list[QWidget] = []
    again = 0
    while again < 60:  # twice around: the first time may enable what it has passed
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        here = focus()
        again = again + 1 if here in seen else 0
        if here not in seen:
            seen.append(here)
    return seen


def unreached(root: QWidget, seen: list[QWidget]) -> list[str]:
    """Controls that Tab passed by; of buttons that exclude each other one is enough, arrows lead to the others."""
    reached = set(seen) | {proxy for each in seen if (proxy := each.focusProxy())}
    left = []
    for widget in controls(root):
        if widget in reached or widget.focusProxy() is not None or any(widget.isAncestorOf(each) for each in seen):
            continue
        if isinstance(widget.parent(), INSIDE):
            continue
        group = widget.group() if isinstance(widget, QAbstractButton) else None
        if group is not None and group.exclusive() and reached & set(group.buttons()):
            continue
        left.append(f"{type(widget).__name__} “{widget.accessibleName()}”")
    return left


def seen_around(widget: QWidget) -> QImage:
    """The pixels of a widget and of a few around it."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4)
    return window.grab(place.intersected(window.rect())).toImage()


def bring_into_view(widget: QWidget) -> None:
    """Scroll as Tab does."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def invisibly_focused(widgets: list[QWidget]) -> list[str]:
    """Widgets that look the same with and without the keyboard."""
    found = []
    for widget in widgets:
        bring_into_view(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        with_focus = seen_around(widget)
        widget.clearFocus()
        if with_focus == seen_around(widget):
            found.append(f"{type(widget).__name__} “{widget.accessibleName() or getattr(widget, 'text', str)()}”")
    return found


def deaf_to_return(dialog: QDialog) -> list[str]:
    """Buttons on which Return would press another; and all that Return presses in a field, when that is not one."""
    buttons = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
    defaults = [each.text() for each in buttons if each.isDefault()]
    deaf = [each.text() for each in buttons if not (each.autoDefault() or each.isDefault())]
    return deaf + (defaults if len(defaults) != 1 else [])


def speechless(root: QWidget) -> list[str]:
    """Controls of which a screen reader would not know what they are."""
    found = []
    for widget in controls(root):
        if isinstance(widget.parent(), INSIDE) or isinstance(widget, QScrollArea):
            continue  # Qt has no role for a scroll area
        face = QAccessible.queryAccessibleInterface(widget)
        if face is None or face.role() in SPEECHLESS:
            found.append(f"{type(widget).__name__} “{widget.accessibleName()}”")
    return found


def is_stray(widget: QWidget) -> bool:
    """Whether a widget is a window of its own, and is not meant to be."""
    return widget.windowType() is TOP and not isinstance(widget, MainWindow) and type(widget) is not QWidget


class Strays(QObject):
    """Remembers parts of windows that were windows of their own for a moment: they take the keyboard with them."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and is_stray(watched):
            self.seen.append(f"{type(watched).__name__} “{watched.accessibleName()}”")
        return False


@pytest.fixture(autouse=True)
def strays(qapp):
    """No part of a window may be shown before it is in it."""
    watching = Strays()
    qapp.installEventFilter(watching)
    yield
    qapp.removeEventFilter(watching)
    assert watching.seen == []


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_worked_by_keyboard(name, open_desk):
    desk: Desk = open_desk(a_full_plan())
    desk.window.go(name)
    screen = desk.view.current
    assert screen is not None
    QTest.qWait(20)
    QThreadPool.globalInstance().waitForDone()  # what is worked out in the background may make controls
    QTest.qWait(20)
    screen.setFocus()

    seen = [each for each in tabbed(desk.window) if screen.isAncestorOf(each)]
    assert unreached(screen, seen) == []
    assert unnamed(screen) == []
    assert speechless(screen) == []
    assert invisibly_focused(seen) == []


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_is_worked_by_keyboard(name, theme, full_desk):
    theme_manager().choose(theme)
    dialog = DIALOGS[name](full_desk.session, full_desk.window)
    dialog.open()
    QTest.qWaitForWindowExposed(dialog)
    dialog.activateWindow()
    QTest.qWaitForWindowActive(dialog)
    for _ in range(4):  # one errand leads to another
        wait_for_errands()
        QTest.qWait(40)
    assert dialog.windowTitle() != ""
    assert dialog.isAncestorOf(focus()), "nothing has the keyboard at first"

    seen = tabbed(dialog)
    assert unreached(dialog, seen) == []
    assert unnamed(dialog) == []
    assert speechless(dialog) == []
    assert invisibly_focused(seen) == []
    assert deaf_to_return(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    wait_for_errands()


def test_arrows_go_from_task_to_task_and_keep_the_keyboard(full_desk):
    view = full_desk.checklist.view
    view.setFocus()
    for _ in range(view.model().rowCount() + len(full_desk.document.tasks)):
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.qWait(30)  # the inspector follows
        assert view.hasFocus()


VIEWS: dict[str, Callable[[Desk], QAbstractItemView]] = {
    "tasks": lambda desk: desk.checklist.view,
    "bars": lambda desk: desk.timeline.view,
    "risks": lambda desk: desk.risks.risks,
}


@pytest.mark.parametrize("name", VIEWS)
def test_what_is_below_has_the_keyboard_once_something_is_removed(name, open_desk):
    desk: Desk = open_desk(a_full_plan())
    for title in ("No room", "No snow"):
        desk.session.run(add_risk, title, TODAY)
    view = VIEWS[name](desk)
    view.setFocus()
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down)
    rows = {kind: len(desk.document.rows(kind)) for kind in (Task, Risk)}
    for gone in (1, 2):
        QTest.keyClick(view, Qt.Key.Key_Delete)
        desk.say_yes()
        QTest.qWait(1)
        assert sum(rows.values()) - sum(len(desk.document.rows(kind)) for kind in rows) == gone


def test_a_screen_s_keys_work_also_from_the_rail(full_desk):
    checklist = full_desk.checklist
    full_desk.window.rail.item("checklist").setFocus()
    QTest.keyClick(focus(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert checklist.isAncestorOf(focus())
    assert isinstance(focus(), QLineEdit)


def test_return_presses_the_button_that_has_the_keyboard(full_desk):
    full_desk.people.hand_over_button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(focus(), Qt.Key.Key_Return)

    assert isinstance(QApplication.activeModalWidget(), HandOverDialog)


def test_the_palette_is_worked_by_keyboard(full_desk):
    full_desk.window.offers["palette"].trigger()
    palette = full_desk.window.palette_
    assert palette.isAncestorOf(focus())
    assert unnamed(palette) == []
    assert speechless(palette) == []

    QTest.keyClicks(focus(), "do train")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    QTest.qWait(5)
    assert [task.id for task in full_desk.checklist.view.selected_tasks()] == ["task:train"]


def test_the_plan_these_tests_share_is_left_as_it_was(full_desk):
    assert len(full_desk.document.tasks) == len(a_full_plan().tasks)
