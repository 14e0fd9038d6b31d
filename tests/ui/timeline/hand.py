"""A hand that works a timeline."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from launchpad.domain.task import Task
from launchpad.scenes.gantt.bars import KNOB, Part, progress_x
from launchpad.ui.timeline.screen import TimelineScreen

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Hand:
    """What a person does with a timeline, by mouse and keys, and what they see in the plan after it."""

    def __init__(self, screen: TimelineScreen) -> None:
        self.screen = screen
        self.view = screen.view
        self.session = screen.session
        self.refusals: list[str] = []
        self.told: list[str] = []
        self.asked: list[str] = []
        self.session.refused.connect(self.refusals.append)
        screen.told.connect(self.told.append)
        screen.task_asked.connect(self.asked.append)

    def task(self, key: str) -> Task:
        return self.session.document.task(key)

    @property
    def edits(self) -> int:
        return self.session.session.last_number

    def place(self, key: str, part: Part = Part.BODY) -> QPoint:
        """Where a part of a bar is, after bringing it into sight."""
        task = self.session.document.task(key)
        self.view.scrollTo(self.screen.rows.index_of(task.id))
        self.view.show_bar(task.id)
        picture = self.view.picture
        assert picture is not None
        found = picture.place_of(task.id)
        assert found is not None
        at = found[0]
        x, y = at.left + min(at.box.width / 4, 8), at.box.y + 3
        if at.is_diamond:
            x, y = at.box.center
        if part is Part.END:
            x = at.right - 2
        elif part is Part.KNOB_AFTER:
            x, y = at.right + KNOB, at.middle
        elif part is Part.KNOB_BEFORE:
            x, y = at.left - KNOB, at.middle
        elif part is Part.PROGRESS:
            mark = progress_x(task, at)
            assert mark is not None
            x, y = mark, at.box.bottom + 1
        return self.view.point(x, y)

    def press(self, place: QPoint, on: QWidget | None = None) -> None:
        QTest.mousePress(on or self.view.viewport(), LEFT, NO_KEYS, place)

    def move(self, place: QPoint, on: QWidget | None = None) -> None:
        QTest.mouseMove(on or self.view.viewport(), place)

    def release(self, place: QPoint, on: QWidget | None = None) -> None:
        QTest.mouseRelease(on or self.view.viewport(), LEFT, NO_KEYS, place)

    def drag(self, start: QPoint, end: QPoint, on: QWidget | None = None) -> None:
        self.press(start, on)
        for step in range(1, 5):
            self.move(start + (end - start) * step / 4, on)
        self.release(end, on)

    def drag_days(self, key: str, days: int, part: Part = Part.BODY) -> None:
        """Drag a part of a bar over calendar days."""
        start = self.place(key, part)
        self.drag(start, start + QPoint(round(days * self.view.axis.day_width), 0))

    def click(self, place: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, keys, place)

    def click_widget(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, LEFT)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        QTest.keyClick(self.view, key, keys)
