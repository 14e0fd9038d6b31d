"""The launches on the pictures."""

from pathlib import Path

from launchpad.app.new_launch import sample
from launchpad.app.session import Session
from launchpad.engines.readiness import readiness
from launchpad.ui.tour import stage


def test_the_edits_in_the_journal_leave_the_numbers_of_the_sample_alone(tmp_path: Path):
    with Session.open(stage.sample_file(tmp_path), read_only=True) as session:
        score = readiness(session.document, stage.TODAY).score
        edits = session.last_number

    assert score == readiness(sample(), stage.TODAY).score
    assert edits > 3


def test_the_fresh_launch_has_no_task_yet(tmp_path: Path):
    with Session.open(stage.fresh_file(tmp_path), read_only=True) as session:
        assert session.document.tasks == ()


def test_the_launches_on_home_stand_on_the_day_of_the_sample(tmp_path: Path):
    days = set()
    for path in stage.other_files(tmp_path):
        with Session.open(path, read_only=True) as session:
            days.add(session.document.launch.as_of)

    assert days == {sample().launch.as_of}
