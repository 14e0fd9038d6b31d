"""The launches that are photographed: the sample in mid-flight, one that is hardly begun, and a few more for Home."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from launchpad.app.commands.launch import change_launch
from launchpad.app.commands.task_status import set_progress
from launchpad.app.new_launch import new_plan, sample
from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import TaskStatus
from launchpad.domain.ids import CalendarId, LaunchId, TrackId
from launchpad.domain.launch import Calendar, Launch
from launchpad.domain.people import Track

TODAY = date(2026, 10, 12)
"""The day of the pictures: the sample's own."""
OTHERS = (
    ("pricing-change", "Loomtrack plans and prices", date(2027, 1, 19)),
    ("tier2-feature-launch", "Loomtrack for schools", date(2027, 2, 9)),
    ("beta-early-access", "Loomtrack Live beta", date(2027, 4, 13)),
    ("product-sunset", "Loomtrack 2 end of life", date(2027, 6, 30)),
)
"""Template, name and launch day of what else is in flight."""


def sample_file(folder: Path) -> Path:
    """Make the sample's file, with a few edits in its journal that leave its numbers as they are."""
    path = folder / "Loomtrack 4.launch"
    with Session.create(path, sample(), "The sample launch") as session:
        plan = session.document
        session.run(change_launch, {"one_sentence": "Finish a clean, shared episode in one sitting, together."})
        begun = next(task for task in plan.tasks if task.status is TaskStatus.IN_PROGRESS)
        session.run(set_progress, [begun.id], 90, TODAY)
        session.undo()
    return path


def fresh_file(folder: Path) -> Path:
    """Make the file of a launch that has nothing but a name, a day and one track."""
    path = folder / "New idea.launch"
    Session.create(path, _fresh_plan(), "New launch New idea").close()
    return path


def _fresh_plan() -> Document:
    launch = Launch(id=LaunchId("launch"), name="New idea", launch_date=date(2027, 3, 9), as_of=TODAY)
    track = Track(id=TrackId("track"), key="mkt", name="Marketing", weight=100, order="U")
    return Document((launch, Calendar(id=CalendarId("calendar")), track))


def other_files(folder: Path) -> Iterator[Path]:
    """Make the files of the other launches that stand on Home."""
    for template, name, day in OTHERS:
        plan = new_plan(template, name, day, "US")
        dated = plan.apply(Edit("Date it", (Change(plan.launch, replace(plan.launch, as_of=TODAY)),)))
        path = folder / f"{name}.launch"
        Session.create(path, dated, f"New launch {name}").close()
        yield path
