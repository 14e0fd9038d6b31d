"""The calendar of all launches as rectangles."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from launchpad.scenes.launch_calendar import HEAD, ROW, Line, Occasion, launch_calendar

TODAY = date(2026, 11, 2)


def a_line(start: int, launch: int, name: str = "Aria") -> Line:
    return Line(name, "ok", TODAY + timedelta(days=start), TODAY + timedelta(days=launch))


def test_a_launch_is_a_bar_that_ends_in_its_diamond():
    scene = launch_calendar([a_line(-10, 40), a_line(0, 80)], [], TODAY, 900)

    assert [bar.row for bar in scene.bars] == [0, 1]
    assert scene.bars[0].right == scene.bars[0].diamond
    assert scene.bars[0].left < (scene.today or 0) < scene.bars[0].right
    assert scene.row_at(HEAD + ROW * 1.5) == 1
    assert scene.row_at(2) is None
    assert [month.text for month in scene.months][:3] == ["Nov", "Dec", "Jan 2027"]


def test_a_long_past_is_cut():
    scene = launch_calendar([a_line(-700, 40)], [], TODAY, 900)

    assert scene.bars[0].left == 0
    assert scene.today is not None
    assert scene.today < 400


def test_a_label_stands_where_it_fits():
    inside, outside = launch_calendar([a_line(-10, 80), a_line(30, 33)], [], TODAY, 900).bars

    assert inside.left < inside.label_left < inside.right
    assert outside.label_left > outside.right


def test_an_event_is_told_over_its_days_and_on_its_label():
    expo = Occasion("Sound Expo", TODAY + timedelta(days=5), TODAY + timedelta(days=7), False)
    scene = launch_calendar([a_line(0, 60)], [expo], TODAY, 900)
    (band,) = scene.bands

    assert scene.band_at(band.left + 1, HEAD + 5) is band
    assert scene.band_at(band.label_right - 2, scene.foot + 5) is band
    assert scene.band_at(band.right + 300, HEAD + 5) is None


def test_six_events_at_once_all_have_their_names():
    week = [Occasion(f"A fair with a long name {n}", TODAY, TODAY + timedelta(days=3), False) for n in range(7)]
    bands = launch_calendar([a_line(0, 60)], week, TODAY, 500).bands

    assert [band.lane for band in bands] == [0, 1, 2, 3, 4, 5, None]


offsets = st.integers(-600, 900)


@given(
    st.lists(st.tuples(offsets, st.integers(0, 500), st.text(max_size=40)), max_size=12),
    st.lists(st.tuples(offsets, st.integers(0, 60), st.text(max_size=40)), max_size=12),
    st.integers(100, 2000),
)
def test_nothing_leaves_the_picture_and_no_two_labels_of_a_lane_overlap(launches, events, width):
    lines = [a_line(start, start + days, name) for start, days, name in launches]
    first = [TODAY + timedelta(days=start) for start, _, _ in events]
    occasions = [
        Occasion(name, day, day + timedelta(days=days), True)
        for day, (_, days, name) in zip(first, events, strict=True)
    ]

    scene = launch_calendar(lines, occasions, TODAY, width)

    for bar in scene.bars:
        assert 0 <= bar.left <= bar.right <= width
        assert bar.diamond is None or 0 <= bar.diamond <= width
    lanes: dict[int, float] = {}
    for band in scene.bands:
        assert 0 <= band.left <= width
        if band.lane is not None:
            assert band.label_left >= lanes.get(band.lane, 0)
            lanes[band.lane] = band.label_right
