"""A small plan in every shape the timeline draws, and its picture."""

from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.domain.ids import BlackoutId, RivalEventId
from launchpad.domain.register import Blackout, RivalEvent
from launchpad.engines.schedule import schedule
from launchpad.scenes.gantt.axis import TimeAxis
from launchpad.scenes.gantt.picture import Picture
from launchpad.scenes.gantt.plan import Look, TimelinePlan
from launchpad.scenes.gantt.rows import Heading, rows_of
from tests.builders import a_gate, a_plan, a_task, link

TODAY = date(2026, 10, 12)
AXIS = TimeAxis(date(2026, 9, 1), 8)


def a_timeline() -> Document:
    """Work before and after today, a milestone, a gate, links of every type, and what happens around them."""
    return a_plan(
        a_task("brief", duration=3, anchor="SNET:T-25", status=TaskStatus.DONE, actual_start=date(2026, 10, 6),
               actual_finish=date(2026, 10, 8), owner="mara"),
        a_task("copy", duration=5, progress=40, owner="mara", baseline_start=date(2026, 10, 8),
               baseline_finish=date(2026, 10, 14)),
        a_task("film", duration=8, anchor="SNET:T-20"),
        a_task("press", duration=2),
        a_task("ready", duration=0, anchor="SNET:T-3"),
        a_task("thanks", track="after", duration=4, anchor="SNET:T+2"),
        a_gate("G1", -10),
        link("brief", "copy"),
        link("copy", "press", lag=2),
        link("film", "press", "FF"),
        link("copy", "film", "SS", lag=1),
        link("press", "ready"),
        link("press", "gate:G1"),
        Blackout(id=BlackoutId("b"), key="B1", name="Quarter end", first=date(2026, 9, 28), last=date(2026, 9, 30)),
        RivalEvent(id=RivalEventId("r"), key="E1", rival="Knot", event="Expo", first=date(2026, 11, 3),
                   last=date(2026, 11, 4)),
    )  # fmt: skip


def measure(text: str, px: int, weight: int) -> float:
    """About as wide as the bundled font."""
    return len(text) * px * 0.55


def a_picture(document: Document | None = None, axis: TimeAxis = AXIS, look: Look = Look()) -> Picture:
    """The picture of a plan by track."""
    document = document or a_timeline()
    headings = [
        Heading(track.id, track.name, tuple(task for task in document.tasks if task.track == track.id), True, place)
        for place, track in enumerate(document.tracks)
    ]
    rows = rows_of(headings, with_gates=bool(document.gates))
    return Picture(TimelinePlan(document, schedule(document, TODAY), rows), axis, look, measure)
