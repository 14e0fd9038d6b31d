"""The sign of a task's status as shapes, so that color never speaks alone on paper either."""

from collections.abc import Iterator

from launchpad.domain.enums import TaskStatus
from launchpad.scenes.shapes import Arc, Area, Box, Dot, Shape, Stroke

TONES = {
    TaskStatus.NOT_STARTED: "text2",
    TaskStatus.IN_PROGRESS: "info",
    TaskStatus.IN_REVIEW: "accent",
    TaskStatus.BLOCKED: "bad",
    TaskStatus.DONE: "ok",
    TaskStatus.WAIVED: "text2",
    TaskStatus.NOT_APPLICABLE: "text2",
}
WIDTH = 1.4
"""Pixels of its lines."""


def status_sign(status: TaskStatus, box: Box) -> Iterator[Shape]:
    """The sign of a status in a square."""
    tone, inner = TONES[status], box.inset(0.7)
    (x, y), r = inner.center, inner.width / 2
    if status is TaskStatus.DONE:
        corner = (inner.x + inner.width * 0.38, inner.bottom - inner.height * 0.12)
        start, end = (inner.x, y + inner.height * 0.05), (inner.right, inner.y + inner.height * 0.12)
        yield Stroke((start, corner, end), tone, WIDTH)
        return
    if status in (TaskStatus.WAIVED, TaskStatus.NOT_APPLICABLE):
        yield Stroke(((inner.x + 1, y), (inner.right - 1, y)), tone, WIDTH)
        return
    yield Arc((x, y), r, 0, 360, WIDTH, tone)
    if status is TaskStatus.IN_PROGRESS:
        yield Area(((x, inner.y), *_left_half(x, y, r), (x, inner.bottom)), tone)
    elif status is TaskStatus.IN_REVIEW:
        yield Dot((x, y), r - 2.4, tone)
    elif status is TaskStatus.BLOCKED:
        by = inner.width * 0.15
        yield Stroke(((inner.x + by, inner.y + by), (inner.right - by, inner.bottom - by)), tone, WIDTH)


def _left_half(x: float, y: float, r: float) -> Iterator[tuple[float, float]]:
    for across, down in ((0.5, 0.866), (0.866, 0.5), (1, 0), (0.866, -0.5), (0.5, -0.866)):
        yield x - across * r, y - down * r
