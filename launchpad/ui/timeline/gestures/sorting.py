"""Putting tasks elsewhere in the order of the rows, also under another track."""

from collections.abc import Sequence

from launchpad.app.commands.task_order import move_tasks
from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.people import Track
from launchpad.domain.task import Task
from launchpad.scenes.gantt.picture import Hit, Picture
from launchpad.scenes.gantt.rows import ROW, Heading, Rows
from launchpad.scenes.gantt.trial import Shown
from launchpad.ui.timeline.gestures.gesture import Gesture


class RowMove(Gesture):
    """Carries tasks up or down; rows are grouped by track."""

    def __init__(self, session: PlanSession, ids: Sequence[str]) -> None:
        super().__init__(session)
        self.ids = tuple(ids)
        self._place: tuple[str, str | None] | None = None

    def trial(self, picture: Picture, x: float, y: float, hit: Hit) -> Shown:
        """Where the tasks would be with the hand at a height."""
        rows = picture.plan.rows
        slot = min(max(0, round(y / ROW)), len(rows))
        self._place = place_at(rows, slot)
        if self._place is None:
            return Shown("Drop among the tasks of a track")
        track, before = self._place
        name = self.session.document.table(Track)[track].name
        where = f"before “{self.task(before).title}”" if before else "at its end"
        return Shown(f"{name} · {where}", slot=slot)

    def edit(self, document: Document) -> Edit:
        """The tasks in their new order."""
        if self._place is None:
            return Edit("Move", ())
        return move_tasks(document, self.ids, *self._place, self.session.today)

    def sentence(self) -> str:
        """Where they are now."""
        return "" if self._place is None else _moved_to(self.session.document, self.ids, self._place[0])


def place_at(rows: Rows, slot: int) -> tuple[str, str | None] | None:
    """The track, and the task before which a slot between rows is (None: at the end); None above the first track."""
    heading = next((row for number in range(slot - 1, -1, -1) if isinstance(row := rows[number], Heading)), None)
    if heading is None or heading.place < 0:
        return None
    following = rows[slot] if slot < len(rows) else None
    return heading.key, following.id if isinstance(following, Task) else None


def place_beside(rows: Rows, ids: Sequence[str], step: int) -> tuple[str, str | None] | None:
    """The place a row further up (−1) or down (+1), in the next open track where this one ends; None at the edge."""
    numbers = sorted(number for each in ids if (number := rows.place_of(each)) is not None)
    if not numbers:
        return None
    slot = numbers[0] - 1 if step < 0 else numbers[-1] + 2
    if step < 0 and slot >= 0 and isinstance(rows[slot], Heading):
        return place_at(rows, slot)  # behind the last task of the track above
    if step > 0 and slot <= len(rows) and isinstance(rows[slot - 1], Heading):
        return place_at(rows, slot)  # before the first task of the track below
    return place_at(rows, slot) if 0 <= slot <= len(rows) else None


def place_in_track(rows: Rows, ids: Sequence[str], step: int) -> tuple[str, str | None] | None:
    """The end of the track above (−1) or below (+1) that of the first of some tasks; None where there is none."""
    number = min((found for each in ids if (found := rows.place_of(each)) is not None), default=None)
    if number is None:
        return None
    headings = [place for place, row in enumerate(rows.rows) if isinstance(row, Heading) and row.place >= 0]
    here = sum(place <= number for place in headings) - 1
    wanted = here + step
    if here < 0 or not 0 <= wanted < len(headings):
        return None
    heading = rows[headings[wanted]]
    assert isinstance(heading, Heading)
    return heading.key, None


def put(session: PlanSession, ids: Sequence[str], track: str, before: str | None) -> str:
    """Put tasks into a track before another task, or at its end; return a sentence about it, or nothing."""
    document, sentence = session.document, _moved_to(session.document, ids, track)
    is_done = session.run(move_tasks, list(ids), track, before, session.today)
    return sentence if is_done and session.document is not document else ""


def _moved_to(document: Document, ids: Sequence[str], track: str) -> str:
    tasks = document.table(Task)
    is_elsewhere = any(tasks[each].track != track for each in ids)
    what = f"“{tasks[ids[0]].title}”" if len(ids) == 1 else f"{len(ids)} tasks"
    return f"Moved {what} {'to' if is_elsewhere else 'within'} {document.table(Track)[track].name}."
