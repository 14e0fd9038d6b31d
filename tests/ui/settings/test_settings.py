"""Settings: of the person, and of the launch that is open."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from launchpad.app.errands import wait_for_errands
from launchpad.app.plan_session import PlanSession
from launchpad.app.settings import Settings, load_settings, save_settings
from launchpad.domain.document import Document
from launchpad.domain.enums import LaunchStatus
from launchpad.domain.launch import Holiday
from launchpad.domain.values import TIER_THRESHOLDS, CriticalityWeights, Thresholds
from launchpad.storage.launch_file import read_document
from launchpad.ui.settings.fields import NumberBox
from launchpad.ui.settings.screen import SettingsScreen
from launchpad.ui.theme.manager import ThemeChoice, current_theme, theme_manager
from tests.builders import a_launch, a_plan, a_task

Open = Callable[..., PlanSession]


@pytest.fixture
def screen(qtbot: QtBot, open_plan: Open) -> SettingsScreen:
    save_settings(Settings(name="Mara"))
    made = SettingsScreen(open_plan())
    qtbot.addWidget(made, before_close_func=lambda _: wait_for_errands())
    QAbstractItemModelTester(made.calendar.table, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(1200, 900)
    made.show()
    qtbot.waitUntil(lambda: made.calendar.region.countries.count() > 100, timeout=10_000)
    return made


def on_disk(screen: SettingsScreen) -> Document:
    screen.session.flush()
    return read_document(screen.session.path)


def who(screen: SettingsScreen) -> str:
    return screen.session.session.file.entry(screen.session.session.last_number).who


def type_number(qtbot: QtBot, box: NumberBox, text: str) -> None:
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def test_a_new_name_signs_the_edits_to_come(qtbot: QtBot, screen: SettingsScreen):
    screen.you.name.selectAll()
    qtbot.keyClicks(screen.you.name, "Otis Bloom")
    qtbot.keyClick(screen.you.name, Qt.Key.Key_Return)
    screen.launch.product.selectAll()
    qtbot.keyClicks(screen.launch.product, "Loom")
    qtbot.keyClick(screen.launch.product, Qt.Key.Key_Return)

    assert load_settings().name == "Otis Bloom"
    assert on_disk(screen).launch.product == "Loom"
    assert who(screen) == "Otis Bloom"


def test_an_empty_name_is_not_taken(qtbot: QtBot, screen: SettingsScreen):
    screen.you.name.selectAll()
    qtbot.keyClick(screen.you.name, Qt.Key.Key_Backspace)
    qtbot.keyClick(screen.you.name, Qt.Key.Key_Return)

    assert load_settings().name == "Mara"
    assert screen.you.name.text() == "Mara"


def test_the_theme_changes_at_once(qtbot: QtBot, screen: SettingsScreen):
    dark = screen.you.themes[ThemeChoice.DARK]
    qtbot.mouseClick(dark, Qt.MouseButton.LeftButton)
    assert current_theme().name == "dark"

    theme_manager().choose(ThemeChoice.LIGHT)
    assert screen.you.themes[ThemeChoice.LIGHT].isChecked()


def test_name_tier_and_status_of_the_launch_are_edits(qtbot: QtBot, screen: SettingsScreen):
    screen.launch.name.selectAll()
    qtbot.keyClicks(screen.launch.name, "Loomtrack 5")
    qtbot.keyClick(screen.launch.name, Qt.Key.Key_Return)
    screen.launch.tier.setCurrentIndex(2)
    screen.launch.tier.activated.emit(2)
    place = screen.launch.status.findText("On hold")
    screen.launch.status.setCurrentIndex(place)
    screen.launch.status.activated.emit(place)

    launch = on_disk(screen).launch
    assert (launch.name, launch.tier, launch.status) == ("Loomtrack 5", 3, LaunchStatus.ON_HOLD)
    assert screen.thresholds.boxes["go"].value() == launch.thresholds.go
    for _ in range(3):
        screen.session.undo()
    assert screen.launch.name.text() == "Loomtrack 4"
    assert screen.launch.tier.currentData() == 1


def test_launch_day_moves_and_a_weekend_is_refused_and_taken_back(qtbot: QtBot, screen: SettingsScreen):
    screen.launch.day.setDate(QDate(2026, 11, 17))
    screen.launch.day.editingFinished.emit()
    assert on_disk(screen).launch.launch_date == date(2026, 11, 17)

    with qtbot.waitSignal(screen.session.refused):
        screen.launch.day.setDate(QDate(2026, 11, 15))
        screen.launch.day.editingFinished.emit()
    assert screen.launch.day.date() == QDate(2026, 11, 17)
    assert on_disk(screen).launch.launch_date == date(2026, 11, 17)


def test_the_working_week_is_ticked_and_launch_day_stays_worked(qtbot: QtBot, screen: SettingsScreen):
    saturday, tuesday = screen.calendar.days[6], screen.calendar.days[2]
    qtbot.keyClick(saturday, Qt.Key.Key_Space)
    assert on_disk(screen).calendar.workdays == (1, 2, 3, 4, 5, 6)

    with qtbot.waitSignal(screen.session.refused):
        qtbot.keyClick(tuesday, Qt.Key.Key_Space)
    assert tuesday.isChecked()


def test_holidays_are_taken_added_and_removed(qtbot: QtBot, screen: SettingsScreen):
    own = len(on_disk(screen).rows(Holiday))
    countries = screen.calendar.region.countries
    countries.setCurrentIndex(countries.findText("United States"))
    with qtbot.waitSignal(screen.session.changed, timeout=10_000):
        qtbot.mouseClick(screen.calendar.take_button, Qt.MouseButton.LeftButton)
    taken = on_disk(screen)
    assert taken.calendar.holiday_region == "US"
    assert "Thanksgiving Day" in {holiday.name for holiday in taken.rows(Holiday)}

    screen.session.undo()
    assert screen.calendar.table.rowCount() == own
    screen.calendar.new_day.setDate(QDate(2026, 10, 30))
    qtbot.keyClicks(screen.calendar.new_name, "Company day")
    qtbot.keyClick(screen.calendar.new_name, Qt.Key.Key_Return)
    assert "Company day" in {holiday.name for holiday in on_disk(screen).rows(Holiday)}

    row = next(row for row in range(own + 1) if screen.calendar.table.index(row, 1).data() == "Company day")
    screen.calendar.view.selectRow(row)
    screen.calendar.view.setFocus()
    qtbot.keyClick(screen.calendar.view, Qt.Key.Key_Delete)
    assert len(on_disk(screen).rows(Holiday)) == own


def test_a_spin_button_held_down_is_one_edit(qtbot: QtBot, screen: SettingsScreen):
    before = screen.session.session.last_number
    box = screen.weights.boxes["must"]
    for _ in range(4):
        qtbot.keyClick(box, Qt.Key.Key_Up)

    assert on_disk(screen).launch.weights == CriticalityWeights(must=9, should=3, could=1)
    assert screen.session.session.last_number == before + 1


def test_thresholds_are_typed_and_go_back_to_the_tiers_own(qtbot: QtBot, screen: SettingsScreen):
    type_number(qtbot, screen.thresholds.boxes["go"], "90")
    assert on_disk(screen).launch.thresholds == Thresholds(90, 70, 75, 60)

    type_number(qtbot, screen.thresholds.boxes["conditional"], "95")
    with qtbot.waitSignal(screen.session.refused):
        screen.session.flush()
    assert screen.thresholds.boxes["conditional"].value() == 70

    qtbot.mouseClick(screen.thresholds.usual_button, Qt.MouseButton.LeftButton)
    assert on_disk(screen).launch.thresholds == TIER_THRESHOLDS[1]
    assert not screen.thresholds.usual_button.isEnabled()


def test_a_track_is_weighed_and_made_core(qtbot: QtBot, screen: SettingsScreen):
    track = screen.session.document.tracks[0]
    type_number(qtbot, screen.tracks.weights[track.id], "7.5")
    qtbot.keyClick(screen.tracks.cores[track.id], Qt.Key.Key_Space)
    qtbot.keyClick(screen.tracks.stricts[track.id], Qt.Key.Key_Space)

    after = on_disk(screen).tracks[0]
    assert (after.weight, after.core, after.strict_signoff) == (7.5, not track.core, not track.strict_signoff)
    assert screen.tracks._total.text().startswith("101.5 in all")


def test_a_file_that_is_only_read_shows_and_changes_nothing(qtbot: QtBot, screen: SettingsScreen):
    reader = PlanSession(type(screen.session.session).open(screen.session.path, read_only=True))
    shown = SettingsScreen(reader)
    qtbot.addWidget(shown, before_close_func=lambda _: wait_for_errands())
    shown.show()

    assert shown.launch.name.text() == "Loomtrack 4"
    assert not shown.launch.name.isEnabled()
    assert shown.you.name.isEnabled()
    reader.close()


def test_the_day_off_that_is_suggested_can_be_taken_and_the_next_one_follows(qtbot: QtBot, screen: SettingsScreen):
    card, before = screen.calendar, len(screen.session.document.table(Holiday))
    for name in ("Offsite", "Moving house"):
        card.new_name.setText(name)
        qtbot.mouseClick(card.add_button, Qt.MouseButton.LeftButton)

    added = [holiday for holiday in on_disk(screen).rows(Holiday) if holiday.name in ("Offsite", "Moving house")]
    assert [holiday.day for holiday in added] == [date(2026, 10, 13), date(2026, 10, 14)]
    assert len(screen.session.document.table(Holiday)) == before + 2


def test_launch_day_is_not_suggested_as_a_day_off(qtbot: QtBot, open_plan: Open):
    eve = a_plan(a_task("brief"), launch=a_launch(launch_date=date(2026, 11, 10), as_of=date(2026, 11, 9)))
    made = SettingsScreen(open_plan(eve))
    qtbot.addWidget(made, before_close_func=lambda _: wait_for_errands())

    assert made.calendar.new_day.date() == QDate(2026, 11, 11)
