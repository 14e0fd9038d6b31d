"""Plans of GanttProject."""

from datetime import date
from pathlib import Path

from launchpad.app.foreign_plan import foreign_plan
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.launch import Holiday
from launchpad.engines.schedule import schedule
from tests.interchange.foreign.samples import GAN

TODAY = date(2026, 3, 3)


def test_a_project_comes_over_with_its_dates_people_and_days_off(tmp_path: Path):
    path = tmp_path / "loom.gan"
    path.write_text(GAN, encoding="utf-8")
    made = foreign_plan(path, TODAY)
    plan = made.document
    dates = schedule(plan, TODAY)

    assert plan.launch.launch_date == date(2026, 3, 12)
    assert {task.title: (dates.tasks[task.id].start, dates.tasks[task.id].finish) for task in plan.tasks} == {
        "Draft page": (date(2026, 3, 2), date(2026, 3, 5)),  # the 4th is a holiday
        "Review page": (date(2026, 3, 9), date(2026, 3, 10)),
        "Launch": (date(2026, 3, 12), date(2026, 3, 12)),
    }
    draft = next(task for task in plan.tasks if task.title == "Draft page")
    assert (draft.status, draft.progress, draft.criticality) == (TaskStatus.IN_PROGRESS, 50, Criticality.MUST)
    assert draft.note == "Two columns\nAlso assigned: Otis Reed"
    assert {person.name: person.email for person in plan.people} == {"Mara Lind": "mara@example.org", "Otis Reed": ""}
    assert [(each.day, each.name) for each in plan.rows(Holiday)] == [(date(2026, 3, 4), "Founders")]
    assert made.notices == ("A holiday that returns every year was left out; add it under Settings.",)
