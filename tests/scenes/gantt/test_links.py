"""The index of links: those that touch some rows are found, and no row is passed by more than can be told apart."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from launchpad.domain.ids import DependencyId
from launchpad.domain.task import Dependency
from launchpad.scenes.gantt.links import MOST_PASSING, NEAR_LEVEL, link_index
from launchpad.scenes.gantt.plan import Look
from launchpad.scenes.shapes import Area, Box, Stroke
from tests.builders import a_plan, a_task, link
from tests.scenes.gantt.plans import a_picture

rows = st.integers(0, 300)
pairs = st.lists(st.tuples(rows, rows).filter(lambda each: each[0] != each[1]), max_size=60)


def links_of(found: list[tuple[int, int]]) -> dict[str, tuple[Dependency, int, int]]:
    return {
        f"{one}-{two}": (replace(link(f"t{one}", f"t{two}"), id=DependencyId(f"{one}-{two}")), one, two)
        for one, two in found
    }


@given(pairs, st.integers(0, 300), st.integers(0, 40))
def test_every_link_that_touches_rows_is_found_once_whole_or_by_its_ends(
    found: list[tuple[int, int]], first: int, more: int
) -> None:
    links, last = links_of(found), first + more
    index = link_index([each for each, _, _ in links.values()], {f"task:t{row}": row for row in range(301)})
    whole = [each.id for each in index.touching(first, last)]

    touching = {key for key, (_, one, two) in links.items() if min(one, two) <= last and max(one, two) >= first}
    assert sorted(whole) == sorted(touching - index.broken)
    ends = {(end.row, end.leaves) for end in index.loose_ends(first, last)}
    broken = [links[key] for key in index.broken]
    rows = [(one, True) for _, one, _ in broken] + [(two, False) for _, _, two in broken]
    assert ends == {each for each in rows if first <= each[0] <= last}


def test_a_row_is_passed_by_a_bounded_number_of_long_links() -> None:
    size = 4000
    links = [link(f"t{row}", f"t{size - row}") for row in range(size // 2 - 20)]
    index = link_index(links, {f"task:t{row}": row for row in range(size + 1)})
    passing = list(index.touching(size // 2, size // 2))

    assert index.broken
    assert 0 < len(passing) < 4 * MOST_PASSING


def test_links_over_few_rows_are_always_whole() -> None:
    rows = {f"task:t{row}": row for row in range(400)}
    near = (1 << NEAR_LEVEL) - 1
    links = [link(f"t{row}", f"t{row + 1 + way}") for row in range(99) for way in range(near)]

    assert not link_index(links, rows).broken


def test_a_broken_link_is_drawn_where_it_begins_and_ends_and_whole_when_it_is_picked() -> None:
    size = 300
    links = [link(f"t{row}", f"t{size - row}") for row in range(130)]
    picture = a_picture(a_plan(*(a_task(f"t{row}") for row in range(size + 1)), *links))
    broken = min(picture.links.broken)
    row = picture.plan.rows.place_of(picture.plan.document.table(Dependency)[broken].predecessor)
    assert row is not None
    area = Box(-4000, row * 30, 12000, 30)
    middle = Box(-4000, 149 * 30, 12000, 30)

    ends = list(picture.ways.shapes(range(row, row + 1), area, Look()))
    assert any(isinstance(shape, Stroke) and shape.dash for shape in ends)
    picked = picture.looking(Look(link=broken))
    drawn = [shape for shape in picked.ways.shapes(range(149, 150), middle, picked.look) if isinstance(shape, Area)]
    assert any(shape.tone == "accent" for shape in drawn)
    assert not any(shape.tone == "accent" for shape in picture.ways.shapes(range(149, 150), middle, Look()))
