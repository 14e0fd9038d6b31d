"""The picture: every row once, every bar on its dates, and the hand meets what is painted."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.domain.edit import Change, Edit
from launchpad.domain.task import Task
from launchpad.scenes.gantt.axis import NARROWEST, WIDEST, TimeAxis
from launchpad.scenes.gantt.bars import LEAST, Part, place
from launchpad.scenes.gantt.head import head_shapes
from launchpad.scenes.gantt.picture import Hit
from launchpad.scenes.gantt.plan import Look
from launchpad.scenes.gantt.rows import ROW, GateLine, Heading, rows_of
from launchpad.scenes.shapes import Area, Bar, Box, Dot, Stroke, Words
from tests.builders import a_plan, a_task, link
from tests.scenes.gantt.plans import AXIS, a_picture

ALL = Look(slack=True)
WHOLE = Box(-4000, 0, 12000, 4000)
PICTURE = a_picture()
widths = st.floats(NARROWEST, WIDEST)


@given(widths)
def test_no_bar_is_off_its_dates_at_any_zoom(width):
    picture = PICTURE.at_zoom(TimeAxis(AXIS.first, width))

    for number, task in _tasks(picture):
        dates, box = picture.plan.dates(task), place(picture.plan.days(task), number, picture.axis).box
        first = (dates.start - AXIS.first).days * width
        end = ((dates.finish - AXIS.first).days + 1) * width
        if task.is_milestone:
            assert first - 0.5 <= box.center[0] <= end + 0.5
        else:
            assert abs(box.x - first) <= 0.5
            assert abs(box.right - end) <= 0.5 or box.width == LEAST


@given(widths, st.integers(0, 200), st.integers(1, 300))
def test_rows_in_sight_are_drawn_once_and_others_not_at_all(width, top, height):
    picture = PICTURE.at_zoom(TimeAxis(AXIS.first, width)).looking(Look(critical=False, links=False, baseline=False))
    shapes = list(picture.shapes(Box(-9000, top, 40000, height)))

    for number, task in _tasks(picture):
        box = place(picture.plan.days(task), number, picture.axis).box
        in_sight = number * ROW < top + height and (number + 1) * ROW > top
        if not task.is_milestone:
            assert sum(isinstance(s, Bar) and s.box == box and s.opacity < 1 for s in shapes) == in_sight


def test_a_strip_of_days_has_the_bars_the_whole_has_there():
    whole = [shape for shape in PICTURE.shapes(WHOLE) if isinstance(shape, Words)]
    strips = {shape for x in range(-200, 1800, 40) for shape in PICTURE.shapes(Box(x, 0, 40, 4000))}

    assert set(whole) <= strips


@given(widths)
def test_the_hand_meets_the_bar_that_is_painted(width):
    picture = PICTURE.at_zoom(TimeAxis(AXIS.first, width))

    for number, task in _tasks(picture):
        box = place(picture.plan.days(task), number, picture.axis).box
        hit = picture.hit(box.x + box.width / 4, box.y + 2 if not task.is_milestone else box.center[1])
        assert hit == Hit(task, Part.BODY)
        if not task.is_milestone:
            assert picture.hit(box.right - 0.5, box.y + 2).part is Part.END
            assert picture.hit(box.right + 30, box.y + 2).task is None


@given(widths)
def test_the_hand_meets_a_milestone_and_a_gate_where_they_are_painted(width):
    picture = PICTURE.at_zoom(TimeAxis(AXIS.first, width))
    diamonds = [shape.points for shape in picture.shapes(WHOLE) if isinstance(shape, Area) and len(shape.points) == 5]
    dots = [shape.center for shape in picture.shapes(WHOLE) if isinstance(shape, Dot) and shape.diamond]

    for number, task in _tasks(picture):
        at = place(picture.plan.days(task), number, picture.axis)
        if task.is_milestone:
            x, y = at.box.center
            assert any(points[0] == (x, at.box.y) for points in diamonds), "painted where it is met"
            assert picture.hit(x, y) == Hit(task, Part.BODY)
    for gate in picture.plan.document.gates:
        found = picture.place_of(gate.id)
        assert found is not None
        assert found[0].box.center in dots
        assert picture.hit(*found[0].box.center).gate == gate


@given(widths)
def test_no_milestone_gate_or_heading_is_off_its_dates_at_any_zoom(width):
    picture = PICTURE.at_zoom(TimeAxis(AXIS.first, width))

    def span(first, last):
        return (first - AXIS.first).days * width, ((last - AXIS.first).days + 1) * width

    for gate in picture.plan.document.gates:
        found = picture.place_of(gate.id)
        assert found is not None
        left, right = span(*(picture.plan.schedule.gates[gate.id].day,) * 2)
        assert left - 0.5 <= found[0].box.center[0] <= right + 0.5
    for number, row in enumerate(picture.plan.rows.rows):
        if isinstance(row, Heading):
            dates = [picture.plan.dates(task) for task in row.tasks]
            left, right = span(min(each.start for each in dates), max(each.finish for each in dates))
            bar = next(shape for shape in picture.row_shapes(number, WHOLE) if isinstance(shape, Bar))
            assert abs(bar.box.x - left) <= 0.5
            assert abs(bar.box.right - right) <= 0.5 or bar.box.width == LEAST


@given(widths, st.integers(0, 240), st.integers(1, 300))
def test_headings_milestones_and_gates_in_sight_are_drawn_once_and_others_not_at_all(width, top, height):
    picture = PICTURE.at_zoom(TimeAxis(AXIS.first, width)).looking(Look(critical=False, links=False, baseline=False))
    shapes = list(picture.shapes(Box(-9000, top, 40000, height)))

    for number, row in enumerate(picture.plan.rows.rows):
        in_sight = number * ROW < top + height and (number + 1) * ROW > top
        if isinstance(row, Heading):
            drawn = sum(isinstance(s, Bar) and s.box.y == number * ROW + 12 and s.box.height == 4 for s in shapes)
        elif isinstance(row, Task) and row.is_milestone:
            tip = place(picture.plan.days(row), number, picture.axis).box
            drawn = sum(isinstance(s, Area) and s.points[0] == (tip.center[0], tip.y) for s in shapes)
        elif isinstance(row, GateLine):
            drawn = sum(isinstance(s, Dot) and s.diamond for s in shapes)
        else:
            continue
        assert drawn == in_sight


def test_the_line_of_launch_day_is_met_but_not_where_a_bar_stands():
    x = PICTURE.axis.x_of(PICTURE.plan.schedule.launch_date)

    assert PICTURE.hit(x + 2, PICTURE.plan.rows.height + 200).launch
    assert PICTURE.hit(x - 2, 2).launch
    assert not PICTURE.hit(x + 9, PICTURE.plan.rows.height + 200).launch


def test_the_ends_of_a_picked_link_are_met_where_they_are_painted():
    for each in PICTURE.plan.document.dependencies:
        picked = PICTURE.looking(Look(link=each.id))
        dots = [s.center for s in picked.shapes(WHOLE) if isinstance(s, Dot) and s.tone == "accent"]

        assert len(dots) == 2
        assert [picked.hit(*dot).end for dot in dots] == [False, True]
        assert PICTURE.hit(*dots[0]).end is None, "only when it is picked"


def test_links_are_indexed_anew_only_when_they_or_the_rows_are_others():
    plan = a_plan(a_task("a"), a_task("b"), link("a", "b"))
    first = a_picture(plan)
    index = first.links
    longer = plan.apply(Edit("", (Change(plan.task("a"), replace(plan.task("a"), duration=3)),)))
    unlinked = longer.apply(Edit("", (Change(plan.dependencies[0], None),)))

    for document, is_kept in ((longer, True), (unlinked, False)):
        later = a_picture(document)
        later.keep_links_of(first)
        assert (later.links is index) == is_kept


def test_a_link_is_met_on_its_line_and_not_beside_it():
    picture = a_picture(look=ALL)

    for each in picture.plan.document.dependencies:
        points = picture.link_points(each)
        assert points is not None
        (x1, y1), (x2, y2) = points[1], points[2]
        hit = picture.hit((x1 + x2) / 2, (y1 + y2) / 2)
        assert hit.link is not None or hit.task is not None


@pytest.mark.parametrize("look", [Look(links=False), ALL])
def test_links_are_drawn_when_they_are_wanted(look):
    areas = [shape for shape in a_picture(look=look).shapes(WHOLE) if isinstance(shape, Area)]
    heads = [shape for shape in areas if shape.tone in ("disabled", "bad")]

    assert len(heads) == (6 if look.links else 0)


def test_links_run_level_or_upright_and_end_at_the_bars():
    for each in PICTURE.plan.document.dependencies:
        points = PICTURE.link_points(each)
        assert points is not None
        for (x1, y1), (x2, y2) in itertools.pairwise(points):
            assert x1 == x2 or y1 == y2
        source, target = PICTURE.place_of(each.predecessor), PICTURE.place_of(each.successor)
        assert source is not None
        assert target is not None
        assert points[0] == (source[0].right if each.type.value[0] == "F" else source[0].left, source[0].middle)
        assert points[-1] == (target[0].left if each.type.value[1] == "S" else target[0].right, target[0].middle)


def test_a_link_goes_where_it_crosses_the_fewest_bars():
    #  one ──┐
    #  wall ▇▇▇▇▇▇   the line down right behind "one" would cross the wall
    #        └─ two
    plan = a_plan(
        a_task("one", duration=1, anchor="SNET:T-20"),
        a_task("wall", duration=9, anchor="SNET:T-20"),
        a_task("two", duration=1, anchor="SNET:T-9"),
        link("one", "two"),
    )
    picture = a_picture(plan)
    points = picture.link_points(plan.dependencies[0])
    wall = picture.place_of("task:wall")

    assert points is not None
    assert wall is not None
    assert points[1][0] > wall[0].right


def test_only_links_of_rows_in_sight_are_looked_at():
    tasks = [a_task(f"t{n}") for n in range(200)]
    picture = a_picture(a_plan(*tasks, *(link(f"t{n}", f"t{n + 1}") for n in range(199))))

    assert {each.id for each in picture.links.touching(50, 51)} >= {"task:t49>task:t50:FS", "task:t48>task:t49:FS"}
    assert len(list(picture.links.touching(50, 51))) < 12


def test_progress_baseline_slack_and_forecast_are_drawn_beside_the_bar():
    picture = a_picture(look=ALL)
    task = picture.plan.document.task("copy")
    number = picture.plan.rows.place_of(task.id)
    assert number is not None
    shapes = list(picture.row_shapes(number, WHOLE))
    box = place(picture.plan.days(task), number, picture.axis).box

    assert any(isinstance(s, Bar) and s.box.width == pytest.approx(box.width * 0.4) and s.opacity == 1 for s in shapes)
    assert any(isinstance(s, Bar) and s.box.y > box.bottom for s in shapes), "baseline"
    ghosts = [s for s in shapes if isinstance(s, Stroke) and s.tone == "warn"]
    assert bool(ghosts) == (picture.plan.dates(task).forecast_finish > picture.plan.dates(task).finish)


def test_another_baseline_than_the_promise_is_drawn_when_it_is_chosen():
    picture = a_picture(look=ALL)
    task = picture.plan.document.task("copy")
    number = picture.plan.rows.place_of(task.id)
    assert number is not None
    days = date(2026, 9, 14), date(2026, 9, 17)
    chosen = replace(picture, plan=replace(picture.plan, baseline={task.id: days}))
    empty = replace(picture, plan=replace(picture.plan, baseline={}))

    def drawn(each):
        foot = place(each.plan.days(task), number, each.axis).box.bottom
        return [s.box for s in each.row_shapes(number, WHOLE) if isinstance(s, Bar) and s.box.y > foot]

    assert [(box.x, box.right) for box in drawn(chosen)] == [
        (picture.axis.x_of(days[0]), picture.axis.x_of_ordinal(days[1].toordinal() + 1))
    ]
    assert drawn(empty) == []


def test_labels_step_aside_from_the_lines_of_today_and_launch():
    for width in (4, 6, 8, 12, 20):
        picture = PICTURE.at_zoom(TimeAxis(AXIS.first, width))
        lines = [picture.axis.x_of(day) for day in (picture.plan.today, picture.plan.schedule.launch_date)]
        for number, _ in _tasks(picture):
            words = [shape for shape in picture.row_shapes(number, WHOLE) if isinstance(shape, Words)]
            assert not any(word.box.x < line < word.box.right for word in words for line in lines)


def test_free_days_and_occasions_lie_behind():
    bars = [shape for shape in PICTURE.shapes(Box(0, 0, 700, 300)) if isinstance(shape, Bar)]
    tones = {bar.tone for bar in bars if bar.box.height == 300}

    assert tones == {"text3", "warn", "bad"}
    saturday = PICTURE.axis.x_of(date(2026, 10, 10))
    assert any(bar.box.x == saturday and bar.box.width == 16 for bar in bars)


def test_closed_headings_hide_their_tasks_and_the_links_of_those():
    document = PICTURE.plan.document
    heading = Heading("track:track", "Track", document.tasks, is_open=False, place=0)
    plan = replace(PICTURE.plan, rows=rows_of([heading], with_gates=True))
    picture = replace(PICTURE, plan=plan, _links=None, _ways=None)

    assert len(picture.plan.rows) == 2
    assert picture.link_points(document.dependencies[0]) is None
    assert not list(picture.links.touching(0, 1))


def _tasks(picture):
    return [(number, row) for number, row in enumerate(picture.plan.rows.rows) if isinstance(row, Task)]


@given(widths, st.integers(0, 60), st.integers(60, 900))
def test_a_chip_whose_day_is_in_sight_is_seen_whole(width, days_before, pane):
    picture = PICTURE.at_zoom(TimeAxis(AXIS.first, width))
    left = picture.axis.x_of(picture.plan.today) - days_before * width / 4
    found = {shape.text: shape.box for shape in head_shapes(picture, left, pane) if isinstance(shape, Words)}
    at = picture.axis.x_of(picture.plan.today) - left
    yields = "Launch" in found and abs(found["Launch"].center[0] - at) < 120
    if 0 <= at <= pane and not yields:
        assert found["Today"].x >= 0
        assert found["Today"].right <= pane
