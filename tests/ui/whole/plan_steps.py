"""What the dialogs about the whole plan can edit, as steps of somebody who uses the whole window."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from launchpad.app.commands.bars import stretch_bar
from launchpad.app.errands import wait_for_errands
from launchpad.ui.timeline.baselines_dialog import BaselinesDialog
from launchpad.ui.timeline.fit_dialog import FitDialog
from launchpad.ui.timeline.plan_back_dialog import PlanBackDialog
from tests.ui.whole.desk import Desk
from tests.ui.whole.hands import Step

Key = Qt.Key
D = TypeVar("D", PlanBackDialog, FitDialog, BaselinesDialog)


def opened(desk: Desk, offer: str, kind: type[D]) -> D:
    """A dialog from the menu, once it has worked out what it shows."""
    desk.window.offers[offer].trigger()
    return rested(desk.dialog(kind))


def rested(dialog: D) -> D:
    """The dialog when nothing is under way any more."""
    for _ in range(400):
        wait_for_errands()
        QTest.qWait(5)
        if not dialog.is_busy:
            break
    return dialog


def planned_back(desk: Desk) -> None:
    QTest.keyClick(opened(desk, "plan_back", PlanBackDialog), Key.Key_Return)


def repaired(desk: Desk) -> None:
    assert desk.session.run(stretch_bar, "task:train", 30, desk.session.today)
    desk.before = desk.document
    dialog = opened(desk, "fit", FitDialog)
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    rested(dialog).reject()


def baseline_set(desk: Desk) -> None:
    dialog = opened(desk, "baselines", BaselinesDialog)
    QTest.keyClick(dialog.name, Key.Key_Return)
    rested(dialog).reject()


def two_baselines(desk: Desk) -> BaselinesDialog:
    """One as the promise and a newer one, which is chosen."""
    dialog = opened(desk, "baselines", BaselinesDialog)
    for _ in range(2):
        QTest.keyClick(dialog.name, Key.Key_Return)
        rested(dialog)
    desk.before = desk.document
    return dialog


def baseline_removed(desk: Desk) -> None:
    dialog = two_baselines(desk)
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Key.Key_Delete)
    rested(dialog).reject()


def baseline_renamed(desk: Desk) -> None:
    dialog = two_baselines(desk)
    desk.edit_cell(dialog.list, dialog.list.currentIndex(), "Plan lock")
    rested(dialog).reject()


def promise_chosen(desk: Desk) -> None:
    dialog = two_baselines(desk)
    QTest.mouseClick(dialog.promise, Qt.MouseButton.LeftButton)
    rested(dialog).reject()


PLAN_DIALOGS: dict[str, Step] = {
    "a plan planned back": planned_back,
    "a repair taken": repaired,
    "a baseline set": baseline_set,
    "a baseline removed": baseline_removed,
    "a baseline renamed": baseline_renamed,
    "another promise": promise_chosen,
}
