"""What stands above the bars: the days, what they are called, and what happens around the launch."""

from collections.abc import Iterator

from launchpad.scenes.gantt.bands import tone_of
from launchpad.scenes.gantt.picture import Picture
from launchpad.scenes.labels import Labels
from launchpad.scenes.shapes import Align, Bar, Box, Shape, Stroke, Words

LANE = 22
"""Pixels of a line of the axis."""
OCCASIONS = 18
"""Pixels of the line of blackouts and rivals' events, if there are any."""
CHIP = 17
PX = 11
LAUNCH, TODAY = "Launch", "Today"


def head_height(picture: Picture) -> int:
    """Pixels of the head."""
    return 2 * LANE + (OCCASIONS if picture.occasions else 0)


def head_shapes(picture: Picture, left: float, width: float) -> Iterator[Shape]:
    """The head of a stretch of days, from its own top left corner."""
    yield from _upper(picture, left, width)
    chips = list(_chips(picture, left, width))
    taken = [chip.box for chip in chips if isinstance(chip, Bar)]
    yield from _lower(picture, left, width, taken)
    yield from chips
    if picture.occasions:
        yield from _occasions(picture, left, width)


def _upper(picture: Picture, left: float, width: float) -> Iterator[Shape]:
    ticks = picture.axis.upper_ticks(left, left + width)
    starts = [picture.axis.x_of(tick.day) - left for tick in ticks]
    for tick, x, end in zip(ticks, starts, [*starts[1:], width + 1e6], strict=True):
        if x > 0:
            yield Stroke(((x, 0), (x, 2 * LANE)), "line")
        at = max(x, 0) + 5
        for text in (tick.text, tick.text[:3].strip()):  # September 2026 or Sep, Q4 2026 or Q4
            wide = picture.measure(text, 12, 600)
            if at + wide < end:
                yield Words(Box(at, 4, wide, 12 * 1.3), text, 12, 600, "text")
                break


def _lower(picture: Picture, left: float, width: float, taken: list[Box]) -> Iterator[Shape]:
    last = -1e9
    for tick in picture.axis.lower_ticks(left, left + width):
        x = picture.axis.x_of(tick.day) - left
        wide = picture.measure(tick.text, PX, 400)
        box = Box(x + 4, LANE + 3, wide, PX * 1.3)
        yield Stroke(((x, LANE + 6), (x, 2 * LANE)), "line")
        if box.x > last and not any(box.overlaps(other.inset(-3)) for other in taken):
            yield Words(box, tick.text, PX, 400, "text2")
            last = box.right + 3


def _chips(picture: Picture, left: float, width: float) -> Iterator[Shape]:
    for text, (place, tone) in _chip_boxes(picture, left).items():
        is_whole = 0 <= place.center[0] <= width  # a chip at the edge is pushed inside
        x = min(max(place.x, 0), width - place.width) if is_whole else place.x
        box = Box(x, place.y, place.width, place.height)
        if -box.width < box.x < width:
            yield Bar(box, tone, CHIP / 2)
            yield Words(box, text, PX, 600, "surface", Align.CENTER)


def launch_chip(picture: Picture, left: float) -> Box:
    """Where the chip of launch day is, by which it can be dragged, in a head that begins at a pixel of the axis."""
    return _chip_boxes(picture, left)[LAUNCH][0]


def _chip_boxes(picture: Picture, left: float) -> dict[str, tuple[Box, str]]:
    """Today and launch day; where they meet, today yields."""
    marks = [(LAUNCH, picture.plan.schedule.launch_date, "bad"), (TODAY, picture.plan.today, "accent")]
    found: dict[str, tuple[Box, str]] = {}
    for text, day, tone in marks:
        wide = picture.measure(text, PX, 600) + 14
        box = Box(picture.axis.x_of(day) - left - wide / 2, LANE + 2, wide, CHIP)
        if found and box.overlaps(found[LAUNCH][0]):
            edge = found[LAUNCH][0]
            box = Box(edge.x - wide - 2 if box.x < edge.x else edge.right + 2, box.y, wide, CHIP)
        found[text] = box, tone
    return found


def _occasions(picture: Picture, left: float, width: float) -> Iterator[Shape]:
    top = 2 * LANE
    labels = Labels(Box(-1e6, top, 2e6, OCCASIONS), picture.measure)
    for each in picture.occasions:
        x, end = picture.axis.x_of_ordinal(each.first) - left, picture.axis.x_of_ordinal(each.end) - left
        if end < 0 or x > width:
            continue
        yield Bar(Box(x, top + OCCASIONS - 3, max(2, end - x), 3), tone_of(each), 0, 0.5)
        start = max(x, 2) + 1
        wide = picture.measure(each.name, PX, 400)
        labels.place(
            each.name, [(start, top, Align.LEFT), (start - wide - 6, top, Align.LEFT)], px=PX, tone=tone_of(each)
        )
    yield from labels.placed
