"""Home: the launches a person works on."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from launchpad.app.commands.launch import change_launch
from launchpad.app.errands import wait_for_errands
from launchpad.app.launch_card import BrokenCard, LaunchCard
from launchpad.app.new_launch import new_plan, sample
from launchpad.app.recent_files import RecentFiles
from launchpad.app.session import Session
from launchpad.app.today import local_today
from launchpad.ui.home.home import Home
from launchpad.ui.home.launch_table import CARD, Column

DAY = date(2027, 3, 16)


AHEAD = local_today() + timedelta(days=300)
NEXT_YEAR = AHEAD + timedelta(days=(1 - AHEAD.weekday()) % 7)
"""A Tuesday."""


@pytest.fixture
def recent(tmp_path: Path) -> RecentFiles:
    return RecentFiles(tmp_path / "recent.json")


@pytest.fixture
def keep(tmp_path: Path, recent: RecentFiles) -> Callable[..., Path]:
    def keeping(name: str, day: date = DAY, template: str = "tier3-minor-release") -> Path:
        path = tmp_path / f"{name}.launch"
        Session.create(path, sample() if name == "sample" else new_plan(template, name, day), "New").close()
        recent.opened(path)
        return path

    return keeping


@pytest.fixture
def show(qtbot: QtBot, recent: RecentFiles) -> Callable[[], Home]:
    made: list[Home] = []

    def showing() -> Home:
        home = Home(recent)
        made.append(home)
        qtbot.addWidget(home, before_close_func=lambda _: wait_for_errands())
        QAbstractItemModelTester(home.page.table, QAbstractItemModelTester.FailureReportingMode.Fatal, home)
        home.resize(1240, 800)
        home.show()
        qtbot.waitUntil(lambda: is_read(home), timeout=10_000)
        return home

    return showing


def is_read(home: Home) -> bool:
    cards = [home.page.table.card(row) for row in range(home.page.table.rowCount())]
    return all(isinstance(c, BrokenCard) or (isinstance(c, LaunchCard) and c.on_time is not None) for c in cards)


def names(home: Home) -> list[str]:
    return [home.page.table.index(row, Column.NAME).data() for row in range(home.page.table.rowCount())]


def text(home: Home, row: int, column: Column) -> str:
    return str(home.page.table.index(row, column).data())


def click(qtbot: QtBot, home: Home, row: int, column: Column, *, double: bool = False) -> None:
    at = home.page.view.visualRect(home.page.table.index(row, column)).center()
    qtbot.mouseClick(home.page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    if double:
        qtbot.mouseDClick(home.page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_an_empty_home_says_what_to_do(qtbot: QtBot, show: Callable[[], Home]):
    home = show()
    buttons = [button for button in home.findChildren(QPushButton) if button.isVisible()]

    assert [button.text() for button in buttons] == ["New launch", "Open the sample", "Open…", "Import a plan…"]
    for button, signal in zip(
        buttons, (home.new_asked, home.sample_asked, home.choose_asked, home.import_asked), strict=True
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_launch_is_shown_as_its_file_says(keep: Callable[..., Path], show: Callable[[], Home]):
    keep("sample")
    home = show()

    assert names(home) == ["Loomtrack 4"]
    assert text(home, 0, Column.DATE) == "10 Nov 2026, T−21 · as of 12 Oct"
    assert text(home, 0, Column.READINESS).startswith("49 of 100, work ")
    assert text(home, 0, Column.VERDICT) == "At risk"
    assert text(home, 0, Column.CONFIDENCE).endswith("% on the date")
    assert any("Tapehaus" in line for line in home.page.collisions.texts())


def test_launches_that_fall_close_together_collide(keep: Callable[..., Path], show: Callable[[], Home]):
    keep("Aria", date(2027, 3, 16))
    keep("Pricing", date(2027, 3, 18))

    assert show().page.collisions.texts() == ("Aria and Pricing launch 2 working days apart",)


def test_enter_and_a_double_click_open_a_launch(qtbot: QtBot, keep: Callable[..., Path], show: Callable[[], Home]):
    first, second = keep("Aria"), keep("Pricing")
    home = show()

    assert names(home) == ["Pricing", "Aria"]
    with qtbot.waitSignal(home.open_asked) as asked:
        qtbot.keyClick(home.page.view, Qt.Key.Key_Return)
    assert asked.args == [second]
    qtbot.keyClick(home.page.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(home.open_asked) as asked:
        qtbot.keyClick(home.page.view, Qt.Key.Key_Return)
    assert asked.args == [first]
    with qtbot.waitSignal(home.open_asked) as asked:
        click(qtbot, home, 0, Column.NAME, double=True)
    assert asked.args == [second]


def test_p_and_a_click_on_the_pin_keep_a_launch_on_top(
    qtbot: QtBot, keep: Callable[..., Path], show: Callable[[], Home], recent: RecentFiles
):
    keep("Aria")
    keep("Pricing")
    home = show()

    qtbot.keyClick(home.page.view, Qt.Key.Key_Down)
    qtbot.keyClick(home.page.view, Qt.Key.Key_P)
    assert names(home) == ["Aria", "Pricing"]
    assert [file.pinned for file in recent.files()] == [True, False]
    assert home.page.view.currentIndex().row() == 0
    click(qtbot, home, 0, Column.PIN)
    assert names(home) == ["Pricing", "Aria"]


def test_delete_takes_a_launch_off_the_list_and_leaves_the_file(
    qtbot: QtBot, keep: Callable[..., Path], show: Callable[[], Home]
):
    path = keep("Aria")
    keep("Pricing")
    home = show()

    qtbot.keyClick(home.page.view, Qt.Key.Key_Down)
    qtbot.keyClick(home.page.view, Qt.Key.Key_Delete)

    assert names(home) == ["Pricing"]
    assert path.exists()


def test_the_next_launch_is_counted_from_today_not_from_the_samples_own_day(
    keep: Callable[..., Path], show: Callable[[], Home]
):
    keep("sample")
    keep("minor", day=NEXT_YEAR)
    home = show()

    days_left = next(card.days_left for card in home.page.table.cards() if not card.has_own_day)
    assert home.page._summary.text() == f"2 in flight · next in {days_left} working days"


def test_a_file_that_is_there_is_not_to_be_found_again(
    keep: Callable[..., Path], show: Callable[[], Home], recent: RecentFiles, tmp_path: Path
):
    keep("minor")
    recent.opened(tmp_path / "gone.launch")
    home = show()

    offered = [[action.text() for action in home.page.view.menu(row).actions()] for row in range(2)]
    assert ["Find the file…" in texts for texts in offered] == [True, False]


def test_a_missing_file_is_a_row_that_says_so_and_can_be_found_again(
    qtbot: QtBot,
    keep: Callable[..., Path],
    show: Callable[[], Home],
    recent: RecentFiles,
    monkeypatch: pytest.MonkeyPatch,
):
    path = keep("Aria")
    moved = path.with_name("moved.launch")
    path.rename(moved)
    recent.pin(path, True)
    home = show()

    assert "not there any more" in text(home, 0, Column.DATE)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(moved), ""))
    find = next(button for button in home.page.view.findChildren(QPushButton) if button.text() == "Find it…")
    qtbot.mouseClick(find, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: is_read(home), timeout=10_000)

    assert [file.path for file in recent.files()] == [moved]
    assert [file.pinned for file in recent.files()] == [True]
    assert names(home) == ["Aria"]
    assert home.page.view.columnSpan(0, Column.DATE) == 1


def test_a_broken_file_is_a_row_that_can_be_taken_off_the_list(
    qtbot: QtBot, keep: Callable[..., Path], show: Callable[[], Home]
):
    keep("Aria").write_bytes(b"not a plan")
    keep("Pricing")
    home = show()

    assert names(home) == ["Pricing", "Aria"]
    assert "is not a Launchpad plan" in text(home, 1, Column.DATE)
    remove = next(button for button in home.page.view.findChildren(QPushButton) if button.text() == "Remove from list")
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert names(home) == ["Pricing"]


def test_a_file_that_changed_is_read_again_when_home_is_shown(
    qtbot: QtBot, keep: Callable[..., Path], show: Callable[[], Home]
):
    path = keep("Aria")
    home = show()
    read = home.page.table.index(0, 0).data(CARD)
    home.hide()
    home.show()
    assert home.page.table.index(0, 0).data(CARD) is read

    home.hide()
    with Session.open(path) as session:
        session.run(change_launch, {"name": "Aria Two"})
    home.show()
    qtbot.waitUntil(lambda: names(home) == ["Aria Two"], timeout=10_000)


def test_a_click_into_the_calendar_chooses_its_launch(
    qtbot: QtBot, keep: Callable[..., Path], show: Callable[[], Home]
):
    keep("Later", date(2027, 5, 18))
    keep("Sooner", date(2027, 3, 16))
    keep("Latest", date(2027, 8, 17))
    home = show()

    assert names(home)[0] == "Latest"
    qtbot.mouseClick(home.page.calendar, Qt.MouseButton.LeftButton, pos=QPoint(40, 22 + 27 + 13))
    assert names(home)[home.page.view.currentIndex().row()] == "Later"
