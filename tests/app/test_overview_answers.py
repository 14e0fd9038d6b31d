from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from launchpad.app.commands.tasks import change_task
from launchpad.app.new_launch import sample
from launchpad.app.overview_answers import Journal, Past, overview_answers
from launchpad.app.session import Session
from launchpad.domain.enums import TaskStatus
from launchpad.domain.values import Evidence
from launchpad.journal.entry import Entry
from tests.builders import a_plan, a_task

BORN = date(2026, 9, 7)  # a Monday
PROOF = (Evidence("Link", "https://example.com", None),)


def test_the_answers_about_the_sample_are_its_recorded_points_and_its_date():
    document = sample()

    answers = overview_answers(document, date(2026, 10, 12), date(2026, 11, 22), ())

    assert [point.readiness for point in answers.points][-2:] == [41.4, 48.6]
    assert all(point.is_recorded for point in answers.points)
    assert answers.confidence.on_time == 1
    assert answers.expected[0].day == date(2026, 7, 20)
    assert answers.expected[-1].day == document.launch.launch_date
    assert any(point.day == date(2026, 10, 12) and point.expected == 63.7 for point in answers.expected)


def test_weeks_without_a_recorded_point_are_replayed_from_the_journal():
    plan = a_plan(a_task("a", baseline_start=BORN, baseline_finish=BORN), a_task("b"))
    edit = change_task(plan, plan.task("a"), {"status": TaskStatus.DONE, "evidence": PROOF}, BORN)
    when = datetime(2026, 9, 16, 12, tzinfo=UTC)
    after = plan.apply(edit)

    answers = overview_answers(after, date(2026, 9, 23), BORN, (Entry(2, when, "Mara", "app", edit),))

    assert [(point.day, point.readiness) for point in answers.points] == [
        (date(2026, 9, 11), 0.0),
        (date(2026, 9, 18), 50.0),
        (date(2026, 9, 23), 50.0),
    ]


def test_the_past_is_the_plan_at_the_end_of_each_day():
    plan = a_plan(a_task("a", duration=1))
    states, entries = [plan], []
    for number in range(2, 5):
        edit = change_task(states[-1], states[-1].task("a"), {"duration": number}, BORN)
        states.append(states[-1].apply(edit))
        when = datetime(2026, 9, 7 + number // 2, 9, number, tzinfo=UTC)  # two edits on one day
        entries.append(Entry(number, when, "Mara", "app", edit))

    past = Past(states[-1], entries, BORN)

    assert past.on(BORN - timedelta(days=1)) is None
    assert past.on(BORN) == states[0]
    assert past.on(date(2026, 9, 8)) == states[2]
    assert past.on(date(2026, 9, 30)) == states[3]


def test_a_young_file_has_no_past_and_an_old_one_reads_its_journal_once(tmp_path: Path):
    plan = a_plan(a_task("a"))
    with Session.create(tmp_path / "p.launch", plan, "Create launch") as session:
        journal = Journal(session)
        session.run(change_task, plan.task("a"), {"duration": 3}, BORN)

        assert journal.entries(journal.born) == ()
        later = journal.born + timedelta(days=30)
        assert [entry.number for entry in journal.entries(later)] == [2]
        session.undo()
        assert [entry.number for entry in journal.entries(later)] == [2, 3]
