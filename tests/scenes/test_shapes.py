from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from launchpad.scenes.axis import DayAxis, axis_labels, number_label, round_range
from launchpad.scenes.labels import Labels, shortened
from launchpad.scenes.shapes import Align, Box, Scene, Spot, Stroke
from tests.scenes.texts import measure

PLACES = st.tuples(st.floats(-20, 220), st.floats(-20, 120), st.sampled_from(list(Align)))


def test_the_topmost_spot_answers():
    below, above = Spot(Box(0, 0, 100, 100), "below"), Spot(Box(10, 10, 10, 10), "above", "key")
    scene = Scene(100, 100, (), (below, above))

    assert scene.spot_at(15, 15) is above
    assert scene.spot_at(50, 50) is below
    assert scene.spot_at(100, 50) is None
    assert scene.keys == ("key",)


def test_boxes_that_share_an_edge_do_not_overlap():
    assert not Box(0, 0, 10, 10).overlaps(Box(10, 0, 10, 10))
    assert Box(0, 0, 10, 10).overlaps(Box(9, 9, 10, 10))


@given(st.lists(st.tuples(st.text("abcdef", min_size=1, max_size=12), st.lists(PLACES, min_size=1, max_size=4))))
def test_labels_never_overlap_or_leave_their_room(wanted):
    labels = Labels(Box(0, 0, 200, 100), measure)
    for text, places in wanted:
        labels.place(text, places)

    boxes = [words.box for words in labels.placed]
    assert all(labels.room.holds(box) for box in boxes)
    assert not any(one.overlaps(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])


def test_a_label_steps_to_its_second_place_and_stays_away_when_both_are_taken():
    labels = Labels(Box(0, 0, 200, 20), measure)
    places = [(0.0, 0.0, Align.LEFT), (200.0, 0.0, Align.RIGHT)]

    assert [labels.place("launch day", places) for _ in range(3)] == [True, True, False]
    assert [words.box.x == 0 for words in labels.placed] == [True, False]


def test_a_label_rather_keeps_off_a_line_but_crosses_it_when_it_must():
    line = Stroke(((0, 10), (200, 10)), "accent")
    labels = Labels(Box(0, 0, 200, 60), measure)
    labels.avoid_lines([line])
    crossing, clear = (0.0, 4.0, Align.LEFT), (0.0, 30.0, Align.LEFT)

    assert labels.place("5,640", [crossing, clear])
    assert labels.place("9,000", [crossing])
    assert [words.box.y for words in labels.placed] == [30, 4]


@given(st.text(max_size=60), st.floats(0, 400))
def test_a_shortened_text_fits(text, width):
    assert measure(shortened(text, width, measure), 11, 400) <= width or shortened(text, width, measure) == ""


@given(st.floats(-1e9, 1e9), st.floats(0, 1e9))
def test_a_round_range_reaches_around_its_values(low, length):
    ticks = round_range(low, low + length)

    unseen = 1e-6 * (ticks[1] - ticks[0])  # a millionth of a step is no pixel
    assert ticks[0] <= low + unseen
    assert ticks[-1] >= low + length - unseen
    assert 2 <= len(ticks) <= 8
    assert list(ticks) == sorted(ticks)


@given(st.dates(), st.integers(0, 4000), st.integers(60, 1600))
def test_day_ticks_keep_their_distance(first, length, width):
    if first.toordinal() + length > date.max.toordinal() - 800:
        return
    axis = DayAxis(first, first + timedelta(days=length), 0, width)
    places = [axis.x_of(day) for day in axis.ticks(room=80)]

    assert all(after - before >= 75 for before, after in pairwise(places))
    assert all(-0.01 <= place <= width + 0.01 for place in places)


def test_numbers_are_written_short():
    assert [number_label(value) for value in (0, 3.1, 99.55, 9000, 12_000, 1_450_000, -150_000)] == [
        "0", "3.1", "99.55", "9,000", "12 k", "1.45 M", "-150 k",
    ]  # fmt: skip
    assert [axis_labels((0, 5000, 10_000))(value) for value in (0, 5000, 10_000)] == ["0", "5 k", "10 k"]
