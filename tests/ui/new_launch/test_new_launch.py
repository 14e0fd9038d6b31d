"""Making a launch, with the plan in view."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from launchpad.app.errands import wait_for_errands
from launchpad.app.launch_preview import offers
from launchpad.app.new_launch import new_plan
from launchpad.domain.enums import TaskStatus
from launchpad.storage.launch_file import read_document
from launchpad.ui.new_launch import form as form_module
from launchpad.ui.new_launch import place_field
from launchpad.ui.new_launch.dialog import NewLaunchDialog
from launchpad.ui.new_launch.file_names import free_path
from launchpad.ui.new_launch.template_card import TemplateCard
from launchpad.ui.new_launch.track_chips import TrackChip
from launchpad.ui.parts.region_picker import RegionPicker

TODAY = date(2026, 11, 2)


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NewLaunchDialog:
    monkeypatch.setattr(place_field, "documents_folder", lambda: tmp_path)
    monkeypatch.setattr(form_module, "region_here", lambda: "")
    made = NewLaunchDialog(TODAY)
    qtbot.addWidget(made, before_close_func=lambda _: wait_for_errands())
    made.show()
    settle(qtbot, made)
    return made


def settle(qtbot: QtBot, dialog: NewLaunchDialog) -> None:
    """Wait until what was chosen last is worked out."""
    qtbot.waitUntil(lambda: dialog.form.wish() is not None, timeout=10_000)
    qtbot.wait(160)
    qtbot.waitUntil(lambda: not dialog._is_busy and not dialog._timer.isActive(), timeout=10_000)


def cards(dialog: NewLaunchDialog) -> list[TemplateCard]:
    return [card for card in dialog.templates.findChildren(TemplateCard) if card.isCheckable()]


def choose(qtbot: QtBot, dialog: NewLaunchDialog, name: str) -> None:
    card = next(card for card in cards(dialog) if name in card.text())
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    settle(qtbot, dialog)


def test_three_steps_make_a_plan_of_ones_own(qtbot: QtBot, dialog: NewLaunchDialog, tmp_path: Path):
    qtbot.keyClicks(dialog.form.name, "Aria 4.0")
    settle(qtbot, dialog)
    with qtbot.waitSignal(dialog.created, timeout=10_000) as created:
        qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)

    assert created.args == [tmp_path / "Aria 4.0.launch"]
    plan = read_document(tmp_path / "Aria 4.0.launch")
    assert (plan.launch.name, plan.launch.template) == ("Aria 4.0", offers()[0].id)
    assert {task.status for task in plan.tasks} == {TaskStatus.NOT_STARTED}
    assert dialog.isHidden()


def test_the_templates_are_cards_that_the_arrow_keys_go_through(qtbot: QtBot, dialog: NewLaunchDialog):
    assert [card.text() for card in cards(dialog)] == [offer.name for offer in offers()]
    assert cards(dialog)[0].isChecked()

    qtbot.keyClick(cards(dialog)[0], Qt.Key.Key_Right)
    settle(qtbot, dialog)

    assert cards(dialog)[1].isChecked()
    wish = dialog.form.wish()
    assert wish is not None
    assert wish.template == offers()[1].id


def test_the_suggested_day_leaves_room_and_the_preview_says_it_fits(qtbot: QtBot, dialog: NewLaunchDialog):
    fits, starts = dialog.preview.texts()[:2]

    assert fits.startswith("Fits: ")
    assert starts.startswith("Starts ")
    assert dialog.form.launch_date.strftime("%a") == "Tue"


def test_a_day_that_cannot_be_made_is_told_at_once(qtbot: QtBot, dialog: NewLaunchDialog):
    dialog.form.day.setDate(QDate(2026, 11, 10))
    settle(qtbot, dialog)

    assert dialog.preview.texts()[0].startswith("Does not fit: ")
    assert dialog.create_button.isEnabled()
    choose(qtbot, dialog, "Tier 3")
    assert dialog.form.launch_date == date(2026, 11, 10)


def test_a_day_off_is_no_launch_day_and_cannot_be_created(qtbot: QtBot, dialog: NewLaunchDialog):
    dialog.form.day.setDate(QDate(2026, 11, 8))
    settle(qtbot, dialog)

    assert "Sunday) is not a working day" in dialog.preview.texts()[0]
    assert not dialog.create_button.isEnabled()
    dialog.form.day.setDate(QDate(2027, 3, 16))
    settle(qtbot, dialog)
    assert dialog.create_button.isEnabled()


def test_answers_and_holidays_change_the_plan_in_view(qtbot: QtBot, dialog: NewLaunchDialog):
    before = dialog.preview.texts()
    qtbot.keyClick(dialog.form.questions["press"], Qt.Key.Key_Space)
    settle(qtbot, dialog)

    assert "leave out" in dialog.preview.texts()[2]
    assert dialog.preview.texts()[2] != before[2]

    countries = dialog.form.region.countries
    countries.setCurrentIndex(countries.findText("United States"))
    settle(qtbot, dialog)
    assert "Thanksgiving" in dialog.preview.texts()[3]
    assert not dialog.form.region.regions.isHidden()


def chip(dialog: NewLaunchDialog, key: str) -> TrackChip:
    return next(each for each in dialog.form.tracks.chips if each.key == key)


def test_a_track_switched_off_is_left_out_of_the_plan_in_view_and_of_the_file(qtbot: QtBot, dialog: NewLaunchDialog):
    qtbot.keyClicks(dialog.form.name, "Aria")
    settle(qtbot, dialog)
    counts = {each.key: each.words for each in dialog.form.tracks.chips}
    before = dialog.preview.texts()[2]
    assert counts["support"] == "Support 14"
    qtbot.mouseClick(chip(dialog, "support"), Qt.MouseButton.LeftButton)
    settle(qtbot, dialog)
    assert dialog.preview.texts()[2] != before
    assert chip(dialog, "support").words == "Support"

    with qtbot.waitSignal(dialog.created, timeout=10_000) as created:
        qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
    assert "support" not in {track.key for track in read_document(created.args[0]).tracks}


def test_a_track_left_out_stays_so_with_another_template(qtbot: QtBot, dialog: NewLaunchDialog):
    qtbot.keyClick(chip(dialog, "legal"), Qt.Key.Key_Space)
    choose(qtbot, dialog, "Tier 2")

    assert not chip(dialog, "legal").isChecked()
    assert chip(dialog, "support").isChecked()


def test_without_any_track_there_is_no_plan(qtbot: QtBot, dialog: NewLaunchDialog):
    for each in dialog.form.tracks.chips:
        each.click()
    settle(qtbot, dialog)

    assert dialog.preview.texts()[0] == "A launch needs at least one track."
    assert not dialog.create_button.isEnabled()


def test_names_and_answers_end_in_the_file(qtbot: QtBot, dialog: NewLaunchDialog):
    roles = list(dialog.form.people)
    qtbot.keyClicks(dialog.form.people[roles[0]], "Dana Vu")
    qtbot.keyClicks(dialog.form.name, "Aria")
    qtbot.keyClick(dialog.form.questions["partners"], Qt.Key.Key_Space)
    settle(qtbot, dialog)
    with qtbot.waitSignal(dialog.created, timeout=10_000) as created:
        qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)

    plan = read_document(created.args[0])
    assert plan.person("Dana Vu").key == roles[0]
    assert {answer.question: answer.yes for answer in plan.launch.answers}["partners"] is False


def test_a_launch_without_a_name_is_asked_for_one_in_place(qtbot: QtBot, dialog: NewLaunchDialog, tmp_path: Path):
    qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)

    assert dialog.form.name_problem.text() == "Give the launch a name."
    assert dialog.form.name_problem.isVisible()
    assert list(tmp_path.iterdir()) == []
    qtbot.keyClicks(dialog.form.name, "A")
    assert not dialog.form.name_problem.isVisible()


def test_an_existing_file_is_never_written_over(qtbot: QtBot, dialog: NewLaunchDialog, tmp_path: Path):
    (tmp_path / "Aria.launch").write_text("mine")
    qtbot.keyClicks(dialog.form.name, "Aria")
    assert dialog.form.place.path == tmp_path / "Aria 2.launch"

    dialog.form.place.line.selectAll()
    qtbot.keyClicks(dialog.form.place.line, str(tmp_path / "Aria.launch"))
    settle(qtbot, dialog)
    qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)

    assert "exists already" in dialog.form.place.problem.text()
    assert (tmp_path / "Aria.launch").read_text() == "mine"


def test_a_folder_that_refuses_is_a_sentence(qtbot: QtBot, dialog: NewLaunchDialog, tmp_path: Path):
    (tmp_path / "file").write_text("")
    qtbot.keyClicks(dialog.form.name, "Aria")
    dialog.form.place.line.selectAll()
    qtbot.keyClicks(dialog.form.place.line, str(tmp_path / "file" / "Aria.launch"))
    settle(qtbot, dialog)
    qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=10_000)

    assert dialog.isVisible()
    assert dialog.create_button.isEnabled()


def test_a_template_of_ones_own_becomes_a_card(
    qtbot: QtBot, dialog: NewLaunchDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "own.yaml"
    text = "schema: launchpad.template/1\nid: own\nname: Our way\ntasks:\n  - {key: a, title: Do it, duration: 3}\n"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    own = next(card for card in dialog.templates.findChildren(TemplateCard) if not card.isCheckable())
    qtbot.mouseClick(own, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: cards(dialog)[-1].text() == "Our way", timeout=10_000)
    settle(qtbot, dialog)

    assert cards(dialog)[-1].isChecked()
    assert dialog.preview.texts()[2] == "1 task, 0 gates."

    path.write_text("schema: launchpad.template/1\nname: [", encoding="utf-8")
    dialog.templates.read_own(str(path))
    qtbot.waitUntil(lambda: "own.yaml" in dialog.templates._problem.text(), timeout=10_000)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Aria 4.0", "Aria 4.0.launch"),
        ('a/b\\c:d*e?f"g', "a b c d e f g.launch"),
        ("", "New launch.launch"),
        (" .. ", "New launch.launch"),
        ("x" * 300, "x" * 80 + ".launch"),
    ],
)
def test_any_name_makes_a_file_name(tmp_path: Path, name: str, file: str):
    assert free_path(tmp_path, name) == tmp_path / file


def test_a_region_is_chosen_in_two_steps(qtbot: QtBot):
    picker = RegionPicker("DE-BY")
    qtbot.addWidget(picker, before_close_func=lambda _: wait_for_errands())
    picker.show()
    qtbot.waitUntil(lambda: picker.countries.count() > 100, timeout=10_000)

    assert (picker.countries.currentText(), picker.regions.currentText()) == ("Germany", "Bayern")
    with qtbot.waitSignal(picker.changed) as changed:
        picker.regions.setCurrentIndex(picker.regions.findText("Berlin"))
    assert changed.args == ["DE-BE"]
    with qtbot.waitSignal(picker.changed) as changed:
        picker.countries.setCurrentIndex(0)
    assert (changed.args, picker.region, picker.regions.isVisible()) == ([""], "", False)


def test_a_plan_made_by_hand_is_the_one_the_command_line_makes(qtbot: QtBot, dialog: NewLaunchDialog, tmp_path: Path):
    choose(qtbot, dialog, "Tier 3")
    qtbot.keyClicks(dialog.form.name, "Aria")
    settle(qtbot, dialog)
    with qtbot.waitSignal(dialog.created, timeout=10_000) as created:
        qtbot.keyClick(dialog.form.name, Qt.Key.Key_Return)

    made = read_document(created.args[0])
    usual = new_plan("tier3-minor-release", "Aria", made.launch.launch_date)
    assert [(task.key, task.title, task.anchor) for task in made.tasks] == [
        (task.key, task.title, task.anchor) for task in usual.tasks
    ]


def test_tab_goes_through_the_form_as_it_is_read(qtbot: QtBot, dialog: NewLaunchDialog):
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.form.name.setFocus()
    met = []
    for _ in range(200):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        met.append(dialog.focusWidget())
        if met[-1] is dialog.create_button:
            break

    form = dialog.form
    chips = form.tracks.chips
    wanted = [form.day, form.region.countries, *chips, *form.questions.values(), *form.people.values(), form.place.line]
    assert form.questions
    assert form.people
    assert list(dict.fromkeys(widget for widget in met if widget in wanted)) == wanted  # a date has three stops
    assert met[-1] is dialog.create_button
