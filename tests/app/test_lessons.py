"""What a launch taught comes back as the next version of its template."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from launchpad.app.commands.reviews.retrospective import add_retro_note, change_retro_note, remove_retro_note
from launchpad.app.commands.tasks import add_task, change_task, remove_task
from launchpad.app.lessons import propose, write_template
from launchpad.app.new_launch import new_plan, sample
from launchpad.app.session import Session
from launchpad.cli import main
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import RetroKind, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.people import Person
from launchpad.domain.review import RetroNote
from launchpad.engines.lessons import actual_days
from launchpad.templates.reader import load_template

LAUNCH_DAY = date(2027, 3, 2)
TODAY = date(2027, 3, 20)


def plan() -> Document:
    return new_plan("tier3-minor-release", "Loom 4.1", LAUNCH_DAY)


def done(document: Document, key: str, first: date, last: date) -> Document:
    fields = {"status": TaskStatus.DONE, "actual_start": first, "actual_finish": last}
    return document.apply(change_task(document, document.task(key), fields, TODAY))


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2027, 2, 15), date(2027, 2, 15), 1),
        (date(2027, 2, 15), date(2027, 2, 19), 5),
        (date(2027, 2, 19), date(2027, 2, 22), 2),  # over a weekend
        (date(2027, 2, 20), date(2027, 2, 21), 1),  # on a weekend
        (date(2027, 2, 19), date(2027, 2, 15), None),
    ],
)
def test_work_took_the_working_days_from_its_first_to_its_last(first, last, days):
    document = done(plan(), "prd.scope", first, last)

    assert actual_days(document, document.task("prd.scope")) == days


def test_a_plan_as_planned_teaches_nothing():
    document = plan()
    for task in document.tasks:
        if task.duration:
            task = document.task(task.key)
            last = date.fromordinal(date(2027, 2, 14).toordinal() + task.duration)
            document = done(document, task.key, date(2027, 2, 15), last) if task.duration < 6 else document
    proposal = propose(document, TODAY)

    assert not proposal.lessons
    assert replace(proposal.proposed, version=1) == proposal.template


def test_what_took_longer_was_added_or_never_used_is_in_the_next_version(tmp_path):
    document = done(plan(), "prd.scope", date(2027, 2, 15), date(2027, 2, 18))
    pm = next(person for person in document.people if person.key == "pm")
    track = document.task("prd.scope").track
    told = {"owner": pm.id, "duration": 2, "acceptance": "Two agree", "private_note": "Not for others"}
    document = document.apply(add_task(document, "prd.legal", "Ask legal", track, told, TODAY))
    unused = document.task("prd.known-issues")
    document = document.apply(change_task(document, unused, {"status": TaskStatus.NOT_APPLICABLE}, TODAY))
    document = document.apply(remove_task(document, document.task("prd.goals")))
    proposal = propose(document, TODAY)
    write_template(proposal, tmp_path / "next.yaml")
    read = load_template(tmp_path / "next.yaml")

    assert [(each.task.key, each.planned, each.actual) for each in proposal.lessons.durations] == [("prd.scope", 1, 4)]
    assert [task.key for task in proposal.lessons.added] == ["prd.legal"]
    assert proposal.lessons.unused == ("prd.goals", "prd.known-issues")
    assert read == proposal.proposed
    tasks = {task.key: task for task in read.tasks}
    assert (read.id, read.version) == ("tier3-minor-release", 2)
    assert tasks["prd.scope"].duration == 4
    assert (tasks["prd.legal"].owner, tasks["prd.legal"].acceptance, tasks["prd.legal"].duration) == (
        "pm",
        "Two agree",
        2,
    )
    assert "prd.goals" not in tasks
    assert "Not for others" not in (tmp_path / "next.yaml").read_text()


def test_no_name_of_a_person_is_in_the_template(tmp_path):
    document = plan()
    (pm,) = (person for person in document.people if person.key == "pm")
    renamed = replace(pm, name="Otis Secret", email="otis@example.com")
    document = document.apply(Edit("Rename", (Change(pm, renamed),)))
    track = document.task("prd.scope").track
    document = document.apply(add_task(document, "prd.legal", "Ask legal", track, {"owner": pm.id}, TODAY))
    write_template(propose(document, TODAY), tmp_path / "next.yaml")

    assert document.table(Person)[pm.id].name == "Otis Secret"
    assert "Otis" not in (tmp_path / "next.yaml").read_text()
    assert "otis@" not in (tmp_path / "next.yaml").read_text()


def test_the_sample_teaches_and_its_template_makes_a_plan_again(tmp_path):
    proposal = propose(sample(), date(2026, 10, 12))
    write_template(proposal, tmp_path / "next.yaml")
    again = new_plan(str(tmp_path / "next.yaml"), "Again", LAUNCH_DAY)

    taught = {each.task.key: (each.planned, each.actual) for each in proposal.lessons.durations}
    assert taught["sup.docs"] == (14, 19)
    assert proposal.lessons.unused == ("mkt.paid",)
    assert "Write the positioning" in proposal.tight
    assert again.task("sup.docs").duration == 19
    assert again.launch.template_version == 2


def test_a_plan_without_a_template_says_what_to_do(tmp_path):
    document = plan()
    bare = document.apply(Edit("Forget", (Change(document.launch, replace(document.launch, template="")),)))

    with pytest.raises(PlanError, match="name one with --template"):
        propose(bare, TODAY)
    assert propose(bare, TODAY, "tier3-minor-release").template.id == "tier3-minor-release"
    with pytest.raises(PlanError, match=r"ends in \.yaml"):
        write_template(propose(document, TODAY), tmp_path / "next.txt")


def test_notes_for_next_time_are_kept_in_the_plan_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "loom.launch"
    with Session.create(path, plan(), "New launch") as session:
        session.run(add_retro_note, RetroKind.KEEP, " Daily numbers ", None, TODAY)
        session.run(add_retro_note, RetroKind.CHANGE, "Ask legal first", None, TODAY, session.document.tasks[0].id)
        first, second = session.document.rows(RetroNote)
        session.run(change_retro_note, second.id, {"text": "Ask legal in week one"})
        session.run(remove_retro_note, first.id)
        session.undo()

        assert [(note.kind, note.text) for note in session.document.rows(RetroNote)] == [
            (RetroKind.KEEP, "Daily numbers"),
            (RetroKind.CHANGE, "Ask legal in week one"),
        ]
    assert main(["lessons", str(path), str(tmp_path / "next.yaml")]) == 0
    out = capsys.readouterr().out
    assert "Change: Ask legal in week one" in out
    assert "Version 2 is in" in out
    assert main(["lessons", str(path), "--json"]) == 0
    assert '"proposed_version": 2' in capsys.readouterr().out
