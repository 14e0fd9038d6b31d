"""The plan that the window is measured with: as a team would have it in the middle of its work, of any size."""

import random
from datetime import timedelta
from pathlib import Path

from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality, TaskStatus
from tests.builders import LAUNCH_DAY, a_gate, a_launch, a_person, a_plan, a_task, a_track, link

TODAY = LAUNCH_DAY - timedelta(days=60)
TRACKS, GATES, PEOPLE = 8, 6, 12
STATUSES = [TaskStatus.NOT_STARTED] * 5 + [TaskStatus.DONE] * 4 + [TaskStatus.IN_PROGRESS]
LAST = -2
"""The offset of the last gate before launch."""


def a_plan_of(size: int) -> Document:
    """Tasks of every track, half of them done or begun, each but the first of its track after one or two others."""
    chance = random.Random(size)
    gates = [a_gate(f"G{n}", LAST - 20 * (GATES - n - 1)) for n in range(GATES)]
    tasks = [
        a_task(
            f"t{n}",
            track=f"k{n % TRACKS}",
            gate=f"G{n * GATES // size}",
            owner=f"p{n % PEOPLE}",
            duration=chance.choice([0, 1, 1, 2, 3, 5]),
            criticality=chance.choice(list(Criticality)),
            status=chance.choice(STATUSES),
            acceptance="It is done when the page is live and legal has agreed to every word on it.",
        )
        for n in range(size)
    ]
    chains = [link(f"t{n - TRACKS}", f"t{n}") for n in range(TRACKS, size) if n // TRACKS % 12]
    jumps = [link(f"t{n - chance.randrange(1, TRACKS)}", f"t{n}", "SS") for n in range(TRACKS, size, 2)]
    around = [*(a_track(f"k{n}") for n in range(TRACKS)), *(a_person(f"p{n}") for n in range(PEOPLE)), *gates]
    return a_plan(*around, *tasks, *chains, *jumps, launch=a_launch(start=-120, as_of=TODAY))


def a_file_of(folder: Path, size: int) -> Path:
    """Write such a plan to a launch file."""
    path = folder / f"{size}.launch"
    Session.create(path, a_plan_of(size), "Create launch").close()
    return path
