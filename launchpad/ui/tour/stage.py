"""The launches that are photographed: the sample in mid-flight, one that is hardly begun, and a few more for Home."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from launchpad.app.commands.bars import stretch_bar
from launchpad.app.commands.launch import change_launch
from launchpad.app.commands.reviews.planning import plan_review
from launchpad.app.commands.reviews.promises import add_action, add_condition
from launchpad.app.commands.reviews.room import begin
from launchpad.app.commands.reviews.signoffs import sign
from launchpad.app.commands.reviews.verdict import decide
from launchpad.app.commands.task_status import set_progress
from launchpad.app.export import export_session
from launchpad.app.new_launch import new_plan, sample
from launchpad.app.plan_session import PlanSession
from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import Answer, Outcome, TaskStatus
from launchpad.domain.gate import Review
from launchpad.domain.ids import CalendarId, LaunchId, TrackId
from launchpad.domain.launch import Calendar, Launch
from launchpad.domain.people import Track
from launchpad.engines.review import current_review, last_recorded

TODAY = date(2026, 10, 12)
"""The day of the pictures: the sample's own."""
PLAN = "xl/worksheets/sheet2.xml"
"""The part of a workbook that holds the tasks."""
NOON = datetime(2026, 10, 12, 12, 0)
MEETING = datetime(2026, 10, 12, 12, 18, 42)
LATER = date(2026, 10, 27)
"""When the review of the pictures began, what the clock says in them, and by when its condition is due."""
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


def returned_files(folder: Path) -> tuple[Path, Path]:
    """Make a launch and a workbook of it that somebody filled in, while the plan went on as well."""
    path, sent = folder / "Loomtrack 4 team.launch", folder / "from-sales.xlsx"
    with Session.create(path, sample(), "The sample launch") as session:
        export_session(session, sent, TODAY)
        under_way = [task for task in session.document.tasks if task.progress is not None and task.is_open]
        for task, percent in zip(under_way[1:3], (45, 75), strict=False):
            session.run(set_progress, [task.id], percent, TODAY)
    _fill_in(sent, [task.progress or 0 for task in under_way[::2]])
    return path, sent


def _fill_in(workbook: Path, percents: Sequence[int]) -> None:
    """Raise some of the percentages in the sheet of tasks, by text: no other program is at hand."""
    with ZipFile(workbook) as parts:
        content = {name: parts.read(name) for name in parts.namelist()}
    sheet = content[PLAN].decode()
    for percent in percents:
        sheet = sheet.replace(f"<v>{percent / 100:g}</v>", f"<v>{min(100, percent + 15) / 100:g}</v>", 1)
    content[PLAN] = sheet.encode()
    with ZipFile(workbook, "w", ZIP_DEFLATED) as parts:
        for name, part in content.items():
            parts.writestr(name, part)


class StillSession(PlanSession):
    """A session whose clock stands still, so that a picture of the room is always the same."""

    @property
    def now(self) -> datetime:
        """A moment in the middle of the review."""
        return MEETING


def review_under_way(session: PlanSession) -> str:
    """Begin the review of the next gate, if that was not done yet, with something said; return its id."""
    review = current_review(session.document)
    if review is not None:
        return review.id
    plan = session.document
    gate = next(gate for gate in plan.gates if gate.key == "G3")
    session.run(plan_review, gate.name, session.today, gate=gate.id)
    new = session.document.rows(Review)[-1].id
    session.mark(begin, new, session.session.last_number, NOON, session.today)
    sales, june = plan.by_key(Track, "sales"), plan.person("june").id
    assert sales is not None, "the sample sells"
    session.run(sign, new, sales.id, Answer.APPROVE, "If all twelve are certified by 27 October.", sales.lead, NOON)
    session.run(add_condition, new, "All twelve account executives certified", sales.lead, LATER, "Train in November")
    session.run(add_action, new, "Book a second certification slot", june, date(2026, 10, 16))
    session.run(decide, new, Outcome.CONDITIONAL, "The open work is owned and fits before the gate.", session.today)
    return new


def latest_record(session: PlanSession) -> str:
    """The id of the review recorded last."""
    review = last_recorded(session.document)
    assert review is not None, "the sample was reviewed"
    return review.id


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


def longer_work(document: Document) -> Edit:
    """Let a task in the middle of the sample take much longer."""
    return stretch_bar(document, document.task("sal.crm").id, 14, TODAY)
