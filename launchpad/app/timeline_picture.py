"""The timeline of a plan as a picture: its rows by track, as a file or a page shows them."""

from datetime import date

from launchpad.app.task_facts import TaskFacts
from launchpad.domain.document import Document
from launchpad.engines.schedule import schedule
from launchpad.scenes.gantt.axis import SCALES, TimeAxis
from launchpad.scenes.gantt.picture import Picture
from launchpad.scenes.gantt.plan import Look, TimelinePlan
from launchpad.scenes.gantt.rows import Heading, rows_of
from launchpad.scenes.widths import text_width


def timeline_picture(document: Document, today: date, look: Look, scale: str) -> Picture:
    """The whole timeline by track, at a named zoom; raise PlanError when the plan has no dates."""
    answer = schedule(document, today)
    readiness = TaskFacts(document, today).readiness
    scores = {} if readiness is None else {each.track.id: each.score for each in readiness.tracks}
    headings = [
        Heading(
            track.id,
            track.name,
            tuple(task for task in document.tasks if task.track == track.id),
            place=place,
            score=scores.get(track.id),
        )
        for place, track in enumerate(document.tracks)
    ]
    plan = TimelinePlan(document, answer, rows_of(headings, with_gates=bool(document.gates)))
    return Picture(plan, TimeAxis(plan.reach[0], SCALES[scale]), look, text_width)
