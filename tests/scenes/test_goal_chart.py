from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from launchpad.domain.enums import GoalDirection, GoalType
from launchpad.domain.ids import GoalId, MeasurementId
from launchpad.domain.register import Goal, Measurement
from launchpad.domain.values import Checkpoint
from launchpad.engines.goal_progress import goals_progress
from launchpad.scenes.goal_chart import INVITATION, GoalNumbers, goal_scene
from launchpad.scenes.labels import Labels
from launchpad.scenes.shapes import Box, Dot, Scene, Words
from tests.builders import LAUNCH_DAY, a_plan, a_task
from tests.scenes.texts import assert_readable, measure, texts

TODAY = date(2026, 10, 12)
VALUES = st.floats(-1e7, 1e7, allow_nan=False).map(lambda value: round(value, 2))
DAYS = st.dates(date(2026, 6, 1), date(2027, 6, 1))


def a_scene(goal: Goal, *measured: tuple[date, float], size: tuple[float, float] = (640, 220)) -> Scene:
    rows = [
        Measurement(id=MeasurementId(f"m:{n}"), goal=goal.id, day=day, value=value)
        for n, (day, value) in enumerate(measured)
    ]
    plan = a_plan(a_task("a"), goal, *rows)
    return goal_scene(GoalNumbers(goals_progress(plan, TODAY)[0], TODAY, LAUNCH_DAY), size, measure)


def test_checkpoints_target_actuals_and_forecast_are_drawn():
    goal = Goal(
        id=GoalId("g"), key="g", name="Waiting list", baseline=0, target=9000, due=date(2026, 11, 9),
        checkpoints=(Checkpoint(TODAY, 5200),),
    )  # fmt: skip

    scene = a_scene(goal, (date(2026, 9, 14), 1180), (date(2026, 9, 28), 3020), (TODAY, 5640))

    assert {"5,640", "target 9,000", "at this pace 10.1 k"} <= set(texts(scene))
    assert len([shape for shape in scene.shapes if isinstance(shape, Dot) and shape.diamond]) == 1
    assert scene.summary.startswith("Waiting list, on track, 5,640 on 12 Oct 2026, expected 5,200")


def test_in_a_small_chart_no_label_lies_on_a_line():
    goal = Goal(
        id=GoalId("g"), key="g", name="Waiting list", baseline=0, target=9000, due=date(2026, 11, 9),
        checkpoints=(Checkpoint(TODAY, 5200),),
    )  # fmt: skip

    scene = a_scene(goal, (date(2026, 9, 14), 1180), (date(2026, 9, 28), 3020), (TODAY, 5640), size=(486, 200))

    lines = Labels(Box(0, 0, 486, 200), measure)
    lines.avoid_lines(shape for shape in scene.shapes if getattr(shape, "tone", "") != "bad")
    words = [shape for shape in scene.shapes if isinstance(shape, Words)]
    ends = [each for each in words if each.text.startswith(("target", "at this"))]
    assert len(ends) == 2
    assert not [each.text for each in ends if any(each.box.overlaps(box) for box in lines.crossed)]


def test_a_goal_without_numbers_says_what_to_do():
    scene = a_scene(Goal(id=GoalId("g"), key="g", name="Love"))

    assert texts(scene) == [INVITATION]
    assert scene.summary == "Love: no target and no values yet."


@given(st.data())
def test_no_text_overlaps_whatever_the_goal(data):
    checkpoints = [Checkpoint(day, data.draw(VALUES)) for day in data.draw(st.lists(DAYS, max_size=4, unique=True))]
    goal = Goal(
        id=GoalId("g"), key="g", name="Goal", checkpoints=tuple(checkpoints),
        baseline=data.draw(st.none() | VALUES), target=data.draw(st.none() | VALUES), due=data.draw(st.none() | DAYS),
        type=data.draw(st.sampled_from(GoalType)), direction=data.draw(st.sampled_from(GoalDirection)),
    )  # fmt: skip
    days = data.draw(st.lists(st.dates(date(2026, 6, 1), TODAY), max_size=5, unique=True))
    size = data.draw(st.tuples(st.integers(260, 1400), st.integers(140, 500)))

    assert_readable(a_scene(goal, *((day, data.draw(VALUES)) for day in days), size=size))
