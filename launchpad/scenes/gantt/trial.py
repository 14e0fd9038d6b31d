"""What a gesture shows over the picture while it lasts: ghosts, tags, a link in the making, and words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from launchpad.domain.ids import GateId, TaskId
from launchpad.domain.task import Task
from launchpad.scenes.gantt.bars import BAR, TOP
from launchpad.scenes.gantt.picture import Picture
from launchpad.scenes.gantt.plan import HasDays
from launchpad.scenes.gantt.rows import ROW
from launchpad.scenes.labels import shortened
from launchpad.scenes.shapes import Align, Bar, Box, Shape, Stroke, Words

TAG, WORDS = 11, 12
"""Pixels of the fonts of a tag and of the words."""
BUBBLE = 24
"""Pixels of the height of the words' ground."""


@dataclass(slots=True)
class Shown:
    """What is drawn of a gesture over the picture.

    `words` say what it would do. `moved` and `gates` are tasks and gates and where they would stand, `tags` what is
    written at some of them. `rubber` is a line from a point to the pointer, `target` the task or gate that is meant by
    it. `done` is a task and its percent. `slot` is a row before which tasks would be put, `day` where launch day
    would be.
    """

    words: str = ""
    is_refused: bool = False
    moved: Mapping[TaskId, HasDays] = field(default_factory=dict)
    gates: Mapping[GateId, date] = field(default_factory=dict)
    tags: Mapping[TaskId, str] = field(default_factory=dict)
    rubber: tuple[float, float] | None = None
    target: str = ""
    done: tuple[Task, int] | None = None
    slot: int | None = None
    day: int | None = None


def trial_shapes(picture: Picture, shown: Shown, pointer: tuple[float, float], area: Box) -> Iterator[Shape]:
    """The shapes of a gesture in the area that is in sight, from back to front."""
    yield from picture.ghosts(shown.moved, area)
    yield from picture.gate_ghosts(shown.gates)
    yield from _tags(picture, shown, area)
    if shown.rubber is not None:
        yield from _rubber(picture, shown, shown.rubber, pointer)
    if shown.done is not None:
        yield from _progress(picture, *shown.done)
    if shown.slot is not None:
        yield Bar(Box(area.x, shown.slot * ROW - 1, area.width, 3), "accent")
    if shown.day is not None:
        x = picture.axis.x_of_ordinal(shown.day)
        yield Stroke(((x, area.y), (x, area.bottom)), "bad", 2, (5, 4))
    if shown.words:
        yield from _words(picture, shown, pointer, area)


def _tags(picture: Picture, shown: Shown, area: Box) -> Iterator[Shape]:
    """What is written, before the ghost it is about; for that, only rows in sight are looked at."""
    for number in picture.plan.rows.between(area.y, area.bottom):
        row = picture.plan.rows[number]
        tag = shown.tags.get(row.id, "") if isinstance(row, Task) else ""
        if not tag or not isinstance(row, Task) or row.id not in shown.moved:
            continue
        wide = picture.measure(tag, TAG, 600) + 10
        right = picture.axis.x_of(shown.moved[row.id].start) - 4
        yield from _chip(Box(max(right - wide, area.x + 2), number * ROW + TOP - 1, wide, BAR + 2), tag, TAG, "accent")


def _chip(box: Box, text: str, px: int, tone: str, radius: float = 4) -> Iterator[Shape]:
    yield Bar(box, tone, radius)
    yield Words(box, text, px, 600, "surface", Align.CENTER)


def _rubber(picture: Picture, shown: Shown, root: tuple[float, float], pointer: tuple[float, float]) -> Iterator[Shape]:
    tone = "bad" if shown.is_refused else "accent"
    target = picture.place_of(shown.target) if shown.target else None
    end = pointer if target is None else (target[0].left, target[0].middle)
    yield Stroke((root, end), tone, 1.5, (4, 3))
    if target is not None:
        box = target[0].box.inset(-3)
        corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom), (box.x, box.y))
        yield Stroke(corners, tone, 2)


def _progress(picture: Picture, task: Task, percent: int) -> Iterator[Shape]:
    found = picture.place_of(task.id)
    if found is None:
        return
    box, tone = found[0].box, picture.plan.tone(task)
    yield Bar(box, "surface")
    yield Bar(box, tone, 0, 0.3)
    yield Bar(Box(box.x, box.y, box.width * percent / 100, box.height), tone)


def _words(picture: Picture, shown: Shown, pointer: tuple[float, float], area: Box) -> Iterator[Shape]:
    words = shortened(shown.words, area.width - 24, picture.measure, WORDS, 600)
    wide = picture.measure(words, WORDS, 600) + 16
    left = min(max(pointer[0] + 12, area.x + 4), area.right - wide - 4)
    top = pointer[1] + 18 if pointer[1] + 18 + BUBBLE < area.bottom else pointer[1] - BUBBLE - 10
    top = min(max(top, area.y + 4), area.bottom - BUBBLE - 4)
    yield from _chip(Box(left, top, wide, BUBBLE), words, WORDS, "bad" if shown.is_refused else "text", 6)
