from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from launchpad.engines.load import PersonLoad
from launchpad.scenes.load_bars import LoadRow, WeekLoad, load_rows, load_scene
from launchpad.scenes.shapes import Bar
from tests.builders import a_person
from tests.scenes.texts import assert_readable, measure, texts

MONDAY = date(2026, 10, 12)


def test_a_week_counts_its_busiest_day_and_the_days_that_are_too_many():
    mara = a_person("mara", capacity=2)
    days = {MONDAY: 3, MONDAY + timedelta(days=1): 4, MONDAY + timedelta(days=8): 1}

    (row,) = load_rows([PersonLoad(mara, days, {})], MONDAY + timedelta(days=2), MONDAY + timedelta(days=9))

    assert row.weeks == (WeekLoad(MONDAY, 4, 2), WeekLoad(MONDAY + timedelta(days=7), 1, 0))


def test_overload_is_marked_by_color_and_sign():
    row = LoadRow("p", "Mara", 2, (WeekLoad(MONDAY, 3, 1), WeekLoad(MONDAY + timedelta(7), 2, 0)))

    scene = load_scene([row], MONDAY, 400, measure)

    assert {"3!", "2"} <= set(texts(scene))
    assert [shape.tone for shape in scene.shapes if isinstance(shape, Bar)][-2:] == ["bad", "accent"]
    assert scene.keys == ("p", "p@2026-10-12", "p@2026-10-19")
    assert scene.summary == "Load by week. Overloaded: Mara."


@given(st.data())
def test_no_text_overlaps_whoever_works(data):
    weeks = data.draw(st.integers(1, 30))
    peaks = st.tuples(*(st.integers(0, 40) for _ in range(weeks)))
    names = data.draw(st.lists(st.text("abc def", min_size=1, max_size=40), min_size=1, max_size=6))
    rows = [
        LoadRow(str(n), name, 6, tuple(WeekLoad(MONDAY + timedelta(weeks=at), peak, max(0, peak - 6))
                for at, peak in enumerate(data.draw(peaks))))
        for n, name in enumerate(names)
    ]  # fmt: skip

    assert_readable(load_scene(rows, MONDAY, data.draw(st.integers(100, 1500)), measure))
