"""What is done by hand about reviews outside of their room, for the test that takes everything back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from launchpad.ui.parts.register_view import RegisterView
from launchpad.ui.reviews.plan_dialog import PlanDialog
from launchpad.ui.reviews.screen import ReviewsScreen
from launchpad.ui.reviews.skip_dialog import SkipDialog
from tests.ui.whole.desk import LEFT, Desk, retype
from tests.ui.whole.hands import Step


def board(desk: Desk) -> ReviewsScreen:
    """The Reviews screen at its first page."""
    screen = desk.go(ReviewsScreen)
    screen.show_board()
    return screen


def prepared(desk: Desk) -> ReviewsScreen:
    """The page that prepares a review of the gate; planning it is not the step."""
    screen = board(desk)
    planned(desk)
    desk.before = desk.document
    return screen


def planned(desk: Desk) -> None:
    """Plan the review that comes up next."""
    QTest.mouseClick(board(desk).board.next.rows[0], LEFT)


def planned_by_dialog(desk: Desk) -> None:
    """Plan one that nothing asks for."""
    board(desk).plan()
    desk.dialog(PlanDialog).accept_button.click()


def skipped(desk: Desk) -> None:
    """Pass a gate by, with a reason."""
    board(desk).plan()
    desk.dialog(PlanDialog).skip_button.click()
    dialog = desk.dialog(SkipDialog)
    retype(dialog.person, "June Park")
    retype(dialog.reason, "Too small a change")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)


def typed(field: QWidget, text: str) -> None:
    """Replace what a field holds and leave it by Enter."""
    retype(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def person(name: str) -> Step:
    """Name somebody for a part in the meeting."""
    return lambda desk: typed(prepared(desk).prepare.people[name], "June Park")


def promise_cell(which: str, title: str, text: str) -> Step:
    """A cell of the register of conditions or actions."""

    def step(desk: Desk) -> None:
        screen = board(desk)
        screen.board.promises.which.button(which).click()
        view: RegisterView = getattr(screen.board.promises, f"{which.removesuffix('s')}_list")
        column = next(n for n, each in enumerate(view.register.columns) if each.title == title)
        desk.edit_cell(view, view.filter.index(0, column), text)

    return step


def noted(desk: Desk) -> None:
    """Write down what to keep."""
    screen = board(desk)
    screen.show_after()
    typed(screen.after.notes.add, "Brief the press early")


def removed(desk: Desk) -> None:
    """Forget a review that never began."""
    prepared(desk).prepare.remove.click()


REVIEWS: dict[str, Step] = {
    "a review planned by a click": planned,
    "a review planned by asking": planned_by_dialog,
    "a gate skipped": skipped,
    "the day of a review": lambda desk: typed(prepared(desk).prepare.day, "2026-10-20"),
    **{f"the {name} of a review": person(name) for name in ("decider", "facilitator", "scribe")},
    "hidden votes": lambda desk: prepared(desk).prepare.hidden.click(),
    "a review removed": removed,
    "the owner of a condition": promise_cell("conditions", "Owner", "June Park"),
    "the day of a condition": promise_cell("conditions", "Due", "2026-10-30"),
    "the status of a condition": promise_cell("conditions", "Status", "Closed"),
    "the owner of an action": promise_cell("actions", "Owner", "June Park"),
    "the day of an action": promise_cell("actions", "Due", "2026-10-30"),
    "the status of an action": promise_cell("actions", "Status", "Done"),
    "a note for next time": noted,
}
