"""A small plan to be worked on the timeline."""

from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from tests.builders import a_gate, a_launch, a_plan, a_task, a_track, link


def a_small_plan() -> Document:
    """Launch on Tuesday 10 November 2026; today is Monday 12 October.

    brief (T−20, 3 days) → copy (5 days) → press (T−8, 2 days); film (T−15, 6 days); done; ready, a milestone.
    """
    return a_plan(
        a_track("track"),
        a_track("film"),
        a_task("done", duration=2, status=TaskStatus.DONE, actual_start=date(2026, 10, 5),
               actual_finish=date(2026, 10, 6)),
        a_task("brief", duration=3, anchor="SNET:T-20"),
        a_task("copy", duration=5),
        a_task("press", duration=2, anchor="SNET:T-8"),
        a_task("film", track="film", duration=8, anchor="SNET:T-15"),
        a_task("ready", track="film", duration=0, anchor="SNET:T-2"),
        a_gate("G1", -1),
        link("brief", "copy"),
        link("copy", "press"),
        launch=a_launch(as_of=date(2026, 10, 12)),
    )  # fmt: skip
