from hypothesis import given
from hypothesis import strategies as st

from launchpad.scenes.risk_matrix import RiskMark, band_of, matrix_scene
from launchpad.scenes.shapes import Bar
from tests.scenes.texts import assert_readable, measure, texts

MARKS = st.builds(
    RiskMark,
    st.integers(1, 99).map(lambda n: f"R-{n:02d}"),
    st.just("Risk"),
    st.integers(1, 5),
    st.integers(1, 5),
    st.booleans(),
)


def test_every_risk_stands_in_its_cell_and_an_unmanaged_one_is_marked():
    scene = matrix_scene(
        [RiskMark("R-01", "Late", 4, 2), RiskMark("R-07", "Alone", 4, 2, True)], None, (460, 230), measure
    )

    inside = [words for words in scene.words if "R-" in words.text]
    spot = next(spot for spot in scene.spots if spot.key == "4,2")
    assert " ".join(words.text for words in inside) == "R-01 R-07!"
    assert all(spot.box.holds(words.box) for words in inside)
    assert "R-07 Alone (unmanaged)" in spot.tip
    assert scene.summary == "Open risks: 2 moderate."


def test_likely_is_up_and_bad_is_right():
    scene = matrix_scene([], None, (460, 230), measure)
    boxes = {spot.key: spot.box for spot in scene.spots}

    assert len(boxes) == 25
    assert boxes["5,1"].y < boxes["1,1"].y
    assert boxes["1,1"].x < boxes["1,5"].x


def test_the_chosen_cell_is_outlined():
    scene = matrix_scene([], (3, 3), (460, 230), measure)

    assert [shape.edge for shape in scene.shapes if isinstance(shape, Bar)].count("accent") == 1


def test_bands_are_those_of_the_points():
    assert [band_of(score)[0] for score in (4, 5, 9, 10, 14, 15, 25)] == [
        "low", "moderate", "moderate", "high", "high", "severe", "severe",
    ]  # fmt: skip


def test_risks_that_do_not_fit_are_counted():
    marks = [RiskMark(f"R-{n:02d}", "Risk", 3, 3) for n in range(12)]

    assert "12 risks" in texts(matrix_scene(marks, None, (460, 230), measure))


@given(st.lists(MARKS, max_size=30), st.integers(300, 900), st.integers(190, 600))
def test_no_text_overlaps_whatever_the_risks(marks, width, height):
    assert_readable(matrix_scene(marks, (1, 1), (width, height), measure))
