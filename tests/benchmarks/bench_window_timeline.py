"""The timeline: scrolled, dragged, zoomed and shown, each beside the least that Qt itself takes in the same run."""

import gc
import sys
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPicture
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytest_benchmark.fixture import BenchmarkFixture

from launchpad.app.plan_session import PlanSession
from launchpad.app.session import Session
from launchpad.domain.task import Task
from launchpad.ui.theme.manager import ThemeChoice, theme_manager
from launchpad.ui.timeline.screen import TimelineScreen
from tests.benchmarks.bench_storage import measured
from tests.benchmarks.window_plan import a_file_of

SIZES = (300, 10_000, 100_000)
STEP = 60
"""Pixels of a turn of the wheel."""
SCROLL, DRAG, TAKE, ZOOM = 3.0, 2.0, 3.0, 4.0
"""Goals. To take hold of a bar and to zoom is to paint the whole frame."""
ALIKE = 1.1
"""Goal of a frame of a large plan over one of a small plan."""
FIRST = {300: 12.0, 10_000: 30.0, 100_000: 200.0}
"""Goals of the first sight, for which Qt lays out every row."""
HELD = 600
"""Bytes a row that the screen may hold beside the plan and its schedule, of many rows."""


@pytest.fixture(scope="module", params=SIZES, ids="{} tasks".format)
def session(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[PlanSession]:
    path = a_file_of(tmp_path_factory.mktemp("timeline"), request.param)
    with closing(PlanSession(Session.open(path))) as session:
        assert session.readiness
        assert session.schedule
        yield session


@pytest.fixture
def screen(session: PlanSession, qapp: QApplication) -> Iterator[TimelineScreen]:
    theme_manager().apply(qapp, ThemeChoice.LIGHT)
    screen = a_screen(session)
    go_to_work(screen)
    yield screen
    put_away(screen)


def a_screen(session: PlanSession) -> TimelineScreen:
    screen = TimelineScreen(session)
    screen.resize(1600, 900)
    screen.show()
    painted()
    return screen


def go_to_work(screen: TimelineScreen) -> None:
    """Scroll to the middle, where bars and links are in sight."""
    view = screen.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2 // STEP * STEP)
    top = view.verticalScrollBar().value()
    tasks = [
        row for number in screen.rows.rows.between(top, top + 800) if isinstance(row := screen.rows.rows[number], Task)
    ]
    assert view.picture is not None
    firsts = sorted(view.picture.plan.days(task).first for task in tasks)
    view.go_to_ordinal(firsts[len(firsts) // 2])
    QTest.qWait(50)  # links of large plans come after the bars
    painted()


def put_away(screen: QWidget) -> None:
    screen.close()
    screen.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def painted() -> None:
    """Let Qt lay out and paint what has changed."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()


class Replay:
    """The same frame as a recorded picture, played into an image: the least that painting it can take."""

    def __init__(self, widget: QWidget) -> None:
        self._recorded = QPicture()
        with QPainter(self._recorded) as painter:
            widget.render(painter, QPoint())
        self._image = QImage(widget.size(), QImage.Format.Format_RGB32)

    def __call__(self) -> None:
        with QPainter(self._image) as painter:
            self._recorded.play(painter)


def test_scroll_step(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], screen: TimelineScreen) -> None:
    """A turn of the wheel, to and fro; floor: the frame replayed."""
    view, steps = screen.view, cycle([STEP] * 20 + [-STEP] * 20)
    replay = Replay(view.viewport())

    def ours() -> None:
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + next(steps))
        painted()

    measured(benchmark, capsys, ours, replay, goal=SCROLL)


def test_slide_step(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], screen: TimelineScreen) -> None:
    """Other days, to and fro; floor: the frame replayed."""
    screen.view.zoom_to("day")
    painted()
    view, steps = screen.view, cycle([STEP] * 20 + [-STEP] * 20)
    replay = Replay(view.viewport())

    def ours() -> None:
        view.slide.setValue(view.slide.value() + next(steps))
        painted()

    measured(benchmark, capsys, ours, replay, goal=SCROLL)


def test_frame(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], screen: TimelineScreen) -> None:
    """The whole frame painted anew; floor: the frame replayed."""
    measured(benchmark, capsys, screen.view.viewport().repaint, Replay(screen.view.viewport()), goal=SCROLL)


def test_frame_of_a_large_plan(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], qapp: QApplication, tmp_path: Path
) -> None:
    """A frame of the largest plan; floor: one of the smallest."""
    theme_manager().apply(qapp, ThemeChoice.LIGHT)
    with (
        closing(PlanSession(Session.open(a_file_of(tmp_path, SIZES[0])))) as small,
        closing(PlanSession(Session.open(a_file_of(tmp_path, SIZES[-1])))) as large,
    ):
        screens = [a_screen(small), a_screen(large)]
        for screen in screens:
            go_to_work(screen)
        floor, ours = (screen.view.viewport().repaint for screen in screens)
        measured(benchmark, capsys, ours, floor, goal=ALIKE)
        for screen in screens:
            put_away(screen)


@pytest.fixture
def other(session: PlanSession) -> Iterator[TimelineScreen]:
    """The same timeline, to be scrolled while the first is worked."""
    screen = a_screen(session)
    go_to_work(screen)
    yield screen
    put_away(screen)


def test_drag_step(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], screen: TimelineScreen, other: TimelineScreen
) -> None:
    """A bar dragged a day on, with all that would move; floor: a scroll step."""
    view, steps = screen.view, cycle([STEP] * 20 + [-STEP] * 20)
    start = taken(screen)
    days = cycle(range(1, 16))

    def ours() -> None:
        send(view.viewport(), QEvent.Type.MouseMove, start + QPoint(round(view.axis.day_width) * next(days), 0))
        painted()

    def scroll() -> None:
        other.view.verticalScrollBar().setValue(other.view.verticalScrollBar().value() + next(steps))
        painted()

    measured(benchmark, capsys, ours, scroll, goal=DRAG)
    assert view.hands.drag is not None
    view.hands.cancel()
    send(view.viewport(), QEvent.Type.MouseButtonRelease, start)


def test_taking_hold(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], screen: TimelineScreen) -> None:
    """From the press to the first ghosts; floor: the frame replayed."""
    view, replay = screen.view, Replay(screen.view.viewport())

    def ours() -> None:
        start = taken(screen)
        send(view.viewport(), QEvent.Type.MouseMove, start + QPoint(round(view.axis.day_width) * 2, 0))
        painted()
        view.hands.cancel()
        send(view.viewport(), QEvent.Type.MouseButtonRelease, start)
        painted()

    measured(benchmark, capsys, ours, replay, goal=TAKE)


def taken(screen: TimelineScreen) -> QPoint:
    """Press on the bar of some open task in sight, and tell where."""
    view, picture = screen.view, screen.view.picture
    assert picture is not None
    rows = screen.rows.rows.between(view.verticalScrollBar().value() + 200, view.verticalScrollBar().value() + 800)
    tasks = [row for number in rows if isinstance(row := screen.rows.rows[number], Task)]
    task = next(each for each in tasks if each.is_open and each.duration > 1)
    view.show_bar(task.id)
    painted()
    found = picture.place_of(task.id)
    assert found is not None
    start = view.point(found[0].left + 2, found[0].box.y + 3)
    send(view.viewport(), QEvent.Type.MouseButtonPress, start)
    return start


def send(widget: QWidget, kind: QEvent.Type, place: QPoint) -> None:
    """A mouse event as the window system would send it."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind is QEvent.Type.MouseMove else left
    held = none if kind is QEvent.Type.MouseButtonRelease else left
    at = QPointF(place)
    keys = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(kind, at, widget.mapToGlobal(at), button, held, keys))


def test_zoom(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], screen: TimelineScreen) -> None:
    """A notch of Ctrl and wheel, to and fro; floor: the frame replayed."""
    steps = cycle([1.25, 0.8])

    def ours() -> None:
        screen.view.zoom(next(steps))
        painted()

    measured(benchmark, capsys, ours, Replay(screen.view.viewport()), goal=ZOOM)


def test_first_sight(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], session: PlanSession, qapp: QApplication
) -> None:
    """The screen made and painted for the first time, its answers known; floor: the frame replayed."""
    theme_manager().apply(qapp, ThemeChoice.LIGHT)
    made: list[TimelineScreen] = [a_screen(session)]
    replay = Replay(made[0].view.viewport())

    def again() -> None:
        put_away(made.pop())
        replay()

    measured(benchmark, capsys, lambda: made.append(a_screen(session)), again, goal=FIRST[len(session.document.tasks)])
    put_away(made.pop())


def test_memory(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], session: PlanSession) -> None:
    """What Python holds for the screen beside the plan and its schedule, when all rows were in sight once."""
    held: list[int] = []

    def ours() -> None:
        tracemalloc.start()
        screen = a_screen(session)
        bar = screen.view.verticalScrollBar()
        for part in range(40):
            bar.setValue(bar.maximum() * part // 40)
            painted()
        gc.collect()
        held.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
        put_away(screen)

    benchmark.pedantic(ours, rounds=1)
    rows = len(session.document.tasks)
    with capsys.disabled():
        sys.stdout.write(f"\n{benchmark.name}: {held[-1] / rows:.0f} bytes a task (goal {HELD})\n")
