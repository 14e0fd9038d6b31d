"""On paper every row stands once beside its days, every day is there, and the pages are full."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.domain.enums import TaskStatus
from launchpad.scenes.gantt.axis import SCALES
from launchpad.scenes.gantt.paper import (
    COMFORTABLE,
    LARGEST,
    MARGIN,
    Layout,
    PrintOptions,
    lay_out,
    part_page,
    reach,
    whole_page,
)
from launchpad.scenes.gantt.plan import Look
from launchpad.scenes.gantt.rows import ROW
from launchpad.scenes.paper import Page, Pane, Paper
from launchpad.scenes.shapes import Align, Bar, Box, Words
from launchpad.scenes.status_sign import status_sign
from tests.builders import a_plan, a_task
from tests.scenes.gantt.plans import a_picture

options_ = st.builds(
    PrintOptions,
    st.sampled_from(Paper),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", *SCALES]),
)


def plan_of(count: int, spread: int = 3):
    """So many tasks, each a few days after the one before, all before launch."""
    starts = [(n - count) * spread // 5 for n in range(count)]
    return a_plan(*(a_task(f"t{n}", duration=2, anchor=f"SNET:T{at:+d}") for n, at in enumerate(starts)))


def layout_of(count: int, options: PrintOptions = PrintOptions(), spread: int = 3) -> Layout:
    return lay_out(a_picture(plan_of(count, spread)), options)


def titles(page: Page) -> list[str]:
    """The names in the columns of a page, without what stands in other panes."""
    return [words.text for words in words_of(page) if words.text.startswith("Do t")]


def words_of(page: Page) -> list[Words]:
    return [shape for pane in page.panes for shape in pane.shapes if isinstance(shape, Words)]


def pane_with(page: Page, text: str) -> Pane:
    return next(p for p in page.panes if any(isinstance(s, Words) and s.text == text for s in p.shapes))


@given(st.integers(1, 90), st.integers(0, 12), options_)
def test_every_row_and_every_day_is_on_exactly_one_page(count, spread, options):
    layout = layout_of(count, options, spread)

    rows = [row for number in range(0, len(layout), layout.across) for row in layout.rows_of(number)]
    days = [day for number in range(layout.across) for day in layout.days_of(number)]
    first, last = reach(layout.picture.plan, layout.picture.look)
    assert rows == list(range(len(layout.picture.plan.rows)))
    assert days == list(range(days[0], days[-1] + 1))
    assert days[0] <= first <= last <= days[-1]


@given(st.integers(1, 90), st.integers(0, 12), options_)
def test_pages_are_filled_from_edge_to_edge_and_nothing_leaves_them(count, spread, options):
    layout = layout_of(count, options, spread)
    width, height = options.paper.size(landscape=options.landscape)

    for number, page in enumerate(layout.pages()):
        assert (page.width, page.height) == (width, height)
        for pane in page.panes:
            assert Box(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN).holds(pane.box, 0.5), pane.box
        chart = page.panes[-2 if options.legend else -1].box
        assert chart.right == pytest.approx(width - MARGIN)
        if number // layout.across < layout.down - 1:  # the last ones hold what is left
            assert chart.bottom > 0.78 * height
    covered = layout.days_a_page * layout.picture.axis.day_width
    assert covered == pytest.approx(layout.chart)


@given(st.integers(1, 90), options_.filter(lambda options: not options.one_page))
def test_text_on_several_pages_can_be_read(count, options):
    layout = layout_of(count, options)

    assert COMFORTABLE / 1.25 <= layout.scale <= LARGEST
    assert layout.is_readable


def test_each_page_repeats_the_columns_the_days_and_the_legend():
    layout = layout_of(80, PrintOptions(scale="day"))

    assert layout.across > 1
    assert layout.down > 1
    for page in layout.pages():
        texts = [words.text for words in words_of(page)]
        assert {"Task", "Start", "Finish", "Days", "Loom", "Launch day", "Not worked"} <= set(texts)
        assert titles(page)
    assert titles(layout.page(0)) == titles(layout.page(1)), "pages side by side show the same rows"
    assert titles(layout.page(0)) != titles(layout.page(layout.across))


def test_a_page_says_which_it_is():
    layout = layout_of(80, PrintOptions(scale="day"))
    texts = [words.text for words in words_of(layout.page(1))]

    said = next(text for text in texts if "Page 2" in text)
    assert said.endswith(f"Page 2 of {len(layout)}")
    assert f"Rows 1–{layout.rows_a_page} of 81" in said


def test_a_few_rows_too_many_do_not_take_another_page():
    full = layout_of(10).rows_a_page
    rows = int(layout_of(200).rows_a_page)

    assert layout_of(rows + 1).down == 1
    assert layout_of(2 * rows - 2).down == 2
    assert full >= 11


def test_one_page_is_one_page_and_its_days_stay_readable():
    layout = layout_of(300, PrintOptions(one_page=True))

    assert len(layout) == 1
    assert not layout.is_readable
    assert layout.head_scale >= COMFORTABLE
    assert len(titles(layout.page(0))) == 300
    launch = pane_with(layout.page(0), "Launch")
    assert launch.scale * 11 >= 6


@pytest.mark.parametrize("look", [Look(), Look(baseline=False)])
def test_a_baseline_beyond_all_work_is_on_the_paper_unless_it_is_not_wanted(look):
    plan = plan_of(5)
    task = plan.tasks[0]
    early = date(2026, 6, 1)
    moved = replace(task, baseline_start=early, baseline_finish=early + timedelta(days=4))
    picture = a_picture(a_plan(moved, *plan.tasks[1:]), look=look)

    layout = lay_out(picture, PrintOptions())
    drawn = [
        shape
        for pane in layout.page(0).panes[:-1]  # but the legend
        for shape in pane.shapes
        if isinstance(shape, Bar) and shape.box.height == 3 and shape.tone == "text3" and pane.area.overlaps(shape.box)
    ]
    days = layout.days_of(0)
    assert (early.toordinal() in days) is look.baseline
    assert bool(drawn) is look.baseline


def test_another_baseline_than_the_promise_is_on_the_paper_too():
    plan = plan_of(5)
    picture = a_picture(plan)
    early = date(2026, 5, 4)
    picture.plan.baseline = {plan.tasks[0].id: (early, early)}

    layout = lay_out(picture, PrintOptions())
    assert early.toordinal() in layout.days_of(0)
    assert "Baseline" in [words.text for words in words_of(layout.page(0))]

    picture.plan.baseline_name = "Plan of 12 Oct"
    assert "Baseline: Plan of 12 Oct" in [words.text for words in words_of(lay_out(picture, PrintOptions()).page(0))]
    picture.plan.baseline_name = "x" * 200
    assert not [words for words in words_of(lay_out(picture, PrintOptions()).page(0)) if len(words.text) > 60]


def test_without_columns_and_legend_all_the_page_is_bars():
    bare = layout_of(20, PrintOptions(tree=False, legend=False))

    assert bare.tree == 0
    assert titles(bare.page(0)) == []
    assert not [words for words in words_of(bare.page(0)) if words.text == "Not worked"]
    assert bare.chart > layout_of(20).chart


@given(st.integers(1, 60), st.integers(1, 9), options_)
def test_no_word_above_the_bars_is_cut_at_the_edge(count, spread, options):
    layout = layout_of(count, options, spread)
    for page in layout.pages():
        head = pane_with(page, "Task").box.height if options.tree and not options.one_page else 0
        for pane in page.panes:
            for shape in pane.shapes:
                if isinstance(shape, Words) and head and pane.box.height == head and shape.align is Align.LEFT:
                    assert shape.box.x + a_picture().measure(shape.text, shape.px, shape.weight) <= pane.area.right + 1


def test_what_is_selected_in_the_window_is_not_printed():
    plan = plan_of(3)
    selected = a_picture(plan, look=Look(selected=frozenset({plan.tasks[0].id})))

    tones = {shape.tone for page in lay_out(selected, PrintOptions()).pages() for pane in page.panes
             for shape in pane.shapes if isinstance(shape, Bar)}  # fmt: skip
    assert "accent_tint" not in tones


@pytest.mark.parametrize("options", [PrintOptions(), PrintOptions(tree=False)])
def test_the_whole_plan_is_one_picture_in_its_own_size(options):
    picture = a_picture(plan_of(40))
    page = whole_page(picture, options)

    assert page.height >= 41 * ROW
    assert len(titles(page)) == (40 if options.tree else 0)
    first, last = reach(picture.plan, picture.look)
    assert page.width >= (last - first + 1) * picture.axis.day_width


def test_what_is_in_sight_is_those_rows_and_days_only():
    picture = a_picture(plan_of(40))
    page = part_page(picture, PrintOptions(), Box(80, 5 * ROW, 300, 10 * ROW))

    assert titles(page) == [f"Do t{n}" for n in range(4, 14)]
    assert page.panes[-2].area == Box(80, 5 * ROW, 300, 10 * ROW)


def test_a_long_name_is_cut_and_no_column_lies_over_it():
    plan = a_plan(a_task("long", title="A name " * 40), a_task("short"))
    page = lay_out(a_picture(plan), PrintOptions()).page(0)

    name = next(words for words in words_of(page) if words.text.startswith("A name"))
    start = next(words for words in words_of(page) if words.text == "Start")
    assert name.text.endswith("…")
    assert name.box.right <= start.box.x


def test_a_plan_without_tasks_is_a_page_too():
    layout = lay_out(a_picture(a_plan()), PrintOptions())

    assert len(layout) == 1
    assert words_of(layout.page(0))


@pytest.mark.parametrize("status", TaskStatus)
def test_every_status_has_a_sign_of_its_own_inside_its_square(status):
    square = Box(10, 20, 11, 11)
    shapes = list(status_sign(status, square))

    others = [list(status_sign(other, square)) for other in TaskStatus if other is not status]
    assert shapes
    assert shapes not in others or status in (TaskStatus.WAIVED, TaskStatus.NOT_APPLICABLE)
