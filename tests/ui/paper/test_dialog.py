"""The dialog shows what will come, and writes what it showed."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from launchpad.app.errands import wait_for_errands
from launchpad.app.timeline_picture import timeline_picture
from launchpad.domain.watching import Stopped
from launchpad.scenes.gantt.plan import Look
from launchpad.scenes.paper import Paper
from launchpad.scenes.shapes import Box
from launchpad.scenes.tokens import LIGHT
from launchpad.ui.paper import preview
from launchpad.ui.paper.ask import timeline_dialog
from launchpad.ui.paper.dialog import QUIET, TimelineDialog
from launchpad.ui.paper.files import picture_of
from launchpad.ui.paper.preview import WORKING
from launchpad.ui.paper.timeline import PDF, PNG, SVG, write_printed
from launchpad.ui.paper.usual import usual_paper
from launchpad.ui.screen import LARGE
from launchpad.ui.shell.exports import Exports
from launchpad.ui.timeline.screen import TimelineScreen
from tests.benchmarks.window_plan import TODAY, a_plan_of
from tests.interchange.plans import SAMPLE_DAY, the_sample

LEFT = Qt.MouseButton.LeftButton
SIGHT = Box(200, 60, 700, 600)


@pytest.fixture
def dialog(qtbot):
    picture = timeline_picture(the_sample(), SAMPLE_DAY, Look(slack=True), "week")
    made = TimelineDialog(picture, SIGHT)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def press(button: QWidget) -> None:
    QTest.mouseClick(button, LEFT)
    QTest.qWait(QUIET + 40)


def test_it_begins_with_what_the_timeline_shows(dialog):
    assert dialog.suffix == PDF
    assert dialog.looks["slack"].isChecked()
    assert dialog.said.text() == "5 pages of Letter, names in 7.2 pt."
    assert dialog.preview.place.text() == "1 of 5"


@pytest.mark.parametrize(
    ("country", "paper"), [(QLocale.Country.UnitedStates, Paper.LETTER), (QLocale.Country.Germany, Paper.A4)]
)
def test_the_paper_is_the_one_that_is_usual_here(country, paper):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, country))
    found = usual_paper()
    QLocale.setDefault(before)

    assert found is paper


def test_what_is_chosen_is_what_will_be_printed(dialog):
    press(dialog.paper.button("A3"))
    press(dialog.turned.button("portrait"))
    for box in (dialog.columns, dialog.legend, dialog.looks["baseline"]):
        QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.qWait(QUIET + 40)

    wanted = dialog.wanted
    assert (wanted.options.paper, wanted.options.landscape) == (Paper.A3, False)
    assert (wanted.options.tree, wanted.options.legend, wanted.picture.look.baseline) == (False, False, False)
    assert wanted.picture.look.slack
    assert "of A3" in dialog.said.text()


def test_the_pages_are_turned_by_buttons_and_by_keys(dialog):
    press(dialog.preview.on)
    assert dialog.preview.place.text() == "2 of 5"

    dialog.preview.sheet.setFocus()
    for _ in range(9):
        QTest.keyClick(dialog.preview.sheet, Qt.Key.Key_PageDown)
    assert dialog.preview.place.text() == "5 of 5"
    assert not dialog.preview.on.isEnabled()
    QTest.keyClick(dialog.preview.sheet, Qt.Key.Key_PageUp)
    assert dialog.preview.sheet.accessibleName() == "Preview, Page 4 of 5"


def test_text_nobody_could_read_is_told_before_it_is_printed(dialog):
    press(dialog.pages.button("one"))

    assert "1 page of Letter" in dialog.said.text()
    assert "Nobody can read that" in dialog.said.text()
    assert dialog.said.property("tone") == "bad"


def test_a_picture_may_be_of_what_is_in_sight(dialog, tmp_path):
    press(dialog.kind.button(SVG))
    press(dialog.part.button("part"))

    assert not dialog.paper.isVisible()
    write_printed(tmp_path / "t.svg", dialog.wanted)
    assert "Launch management" not in (tmp_path / "t.svg").read_text(), "its row is above what is in sight"
    assert "Write the launch-day runbook" in (tmp_path / "t.svg").read_text()


def test_every_control_has_a_name(dialog):
    controls = [each for each in dialog.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    nameless = [
        each
        for each in controls
        if not (each.accessibleName() or (hasattr(each, "text") and each.text())) and each.isVisible()
    ]
    assert nameless == []


def test_the_window_s_timeline_is_what_is_exported(open_plan, qtbot):
    session = open_plan()
    window = QWidget()
    qtbot.addWidget(window)
    screen = TimelineScreen(session, window)
    screen.resize(1200, 700)
    window.resize(1200, 700)
    window.show()
    screen.refresh(None)
    screen.bar.shown["links"].click()

    dialog = timeline_dialog(session, window)
    assert not dialog.looks["links"].isChecked()
    assert dialog.wanted.picture.axis == screen.view.axis
    press(dialog.kind.button(PNG))
    assert dialog.part.button("part").isVisibleTo(dialog)
    window.close()


def test_without_a_timeline_in_the_window_the_whole_plan_is_offered(open_plan, qtbot):
    window = QWidget()
    qtbot.addWidget(window)

    dialog = timeline_dialog(open_plan(), window)
    dialog.kind.choose(SVG)
    dialog.show_preview()
    assert not dialog.part.button("part").isVisibleTo(dialog)


def test_a_large_plan_is_laid_out_while_one_watches(qtbot, tmp_path):
    picture = timeline_picture(a_plan_of(300), TODAY, Look(), "week")
    dialog = TimelineDialog(picture, None)
    qtbot.addWidget(dialog)

    write_printed(tmp_path / "t.pdf", dialog.wanted)
    assert dialog.preview.place.text().endswith(" of 11")
    assert (tmp_path / "t.pdf").stat().st_size > 100_000


@pytest.fixture
def large(qtbot):
    """The dialog on a plan so large that its pages are worked out and painted on another thread."""
    picture = timeline_picture(a_plan_of(LARGE + 1), TODAY, Look(), "week")
    made = TimelineDialog(picture, None)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.said.text() != WORKING)
    yield made
    made.close()


def test_a_large_plan_is_previewed_when_its_picture_is_worked_out(large, qtbot):
    sheet, ground = large.preview.sheet, {QColor(LIGHT.sunken).rgb()}
    large.pages.choose("one")

    large.show_preview()
    assert large.said.text() == WORKING
    assert colors_above_the_middle(sheet) > ground, "what was there before stays meanwhile"
    qtbot.waitUntil(lambda: "1 page" in large.said.text())
    qtbot.waitUntil(lambda: QColor(LIGHT.surface).rgb() in colors_above_the_middle(sheet))


def colors_above_the_middle(sheet: QWidget) -> set[int]:
    image = sheet.grab().toImage()
    return {image.pixel(image.width() // 2, at) for at in range(1, image.height() // 3)}


def test_the_newest_choice_is_the_one_that_is_shown(large, qtbot):
    for kind in (SVG, PDF, SVG):
        large.kind.choose(kind)
        large.show_preview()
    large.kind.choose(PDF)
    large.pages.choose("one")
    large.show_preview()

    qtbot.waitUntil(lambda: large.said.text() != WORKING)
    assert "1 page of Letter" in large.said.text()
    assert large.preview.sheet.page.summary == "Page 1 of 1"


def test_a_dialog_that_is_closed_lets_its_preview_be(large, qtbot, monkeypatch):
    is_begun, is_closed, stopped = Event(), Event(), []

    def painted(*given):
        is_begun.set()
        is_closed.wait(60)
        try:
            return picture_of(*given)
        except Stopped:
            stopped.append(True)
            raise

    monkeypatch.setattr(preview, "picture_of", painted)
    large.kind.choose(PNG)
    large.show_preview()
    qtbot.waitUntil(is_begun.is_set)

    large.reject()
    is_closed.set()
    wait_for_errands()

    assert stopped == [True]


def test_export_asks_for_a_name_and_writes_off_the_window_s_thread(open_plan, qtbot, monkeypatch, tmp_path):
    window, menu = QWidget(), QMenu()
    qtbot.addWidget(window)
    exports = Exports(menu, window)
    exports.show_session(open_plan())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(tmp_path / "plan"), ""))
    action = next(each for each in menu.actions() if "Timeline" in each.text())

    action.trigger()
    asked = window.findChild(TimelineDialog)
    assert isinstance(asked, TimelineDialog)
    asked.kind.choose(SVG)
    with qtbot.waitSignal(exports.told, check_params_cb=lambda said: said.startswith("Written")):
        QTest.mouseClick(asked.export_button, LEFT)
    assert Path(tmp_path / "plan.svg").read_bytes().startswith(b"<svg")
