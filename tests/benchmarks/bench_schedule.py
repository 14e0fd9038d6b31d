"""Scheduling a plan, whole and after one task moved, and its confidence, against the same network in C."""

import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.ids import DependencyId
from launchpad.engines.confidence import confidence
from launchpad.engines.schedule import schedule
from launchpad.engines.schedule.compiled import compiled
from launchpad.engines.schedule.passes import backward, forward
from launchpad.engines.schedule.scheduler import Scheduler
from launchpad.engines.schedule.solver import solve
from tests.benchmarks.floor import Floor, has_compiler
from tests.builders import a_launch, a_person, a_plan, a_task, link

TODAY = date(2026, 1, 5)
SIZES = [300, 1_000, 10_000]
GOALS = {300: 100, 1_000: 50, 10_000: 40}

needs_gcc = pytest.mark.skipif(not has_compiler(), reason="the floor is compiled by gcc")


@cache
def a_plan_of(size: int) -> Document:
    """Tasks with about one and a half links each, of all kinds, on the plan's calendar and two others."""
    chance = random.Random(size)
    people = (
        a_person("ada", (date(2026, 8, 3), date(2026, 8, 14))),
        a_person("ben", (date(2026, 9, 1), date(2026, 9, 4))),
    )
    tasks = [
        a_task(f"t{n}", duration=chance.choice([0, 1, 2, 3, 5, 8]), owner=chance.choice([None, None, "ada", "ben"]))
        for n in range(size)
    ]
    links = []
    for n in range(size * 154 // 100):
        last = chance.randrange(1, size)
        kind = chance.choice(["FS"] * 7 + ["SS", "FF", "SF"])
        one = link(
            f"t{chance.randrange(max(0, last - 60), last)}", f"t{last}", kind, chance.choice([0, 0, 0, 1, 2, -1])
        )
        links.append(replace(one, id=DependencyId(f"link:{n}")))
    return a_plan(*people, *tasks, *links, launch=a_launch(start=-250))


def told(
    benchmark: BenchmarkFixture,
    capsys: pytest.CaptureFixture[str],
    ours: Callable[..., object],
    floor: Callable[[], float],
    goal: float,
    setup: Callable[[], tuple[tuple[object, ...], dict[str, object]]] | None = None,
    rounds: int = 25,
) -> None:
    """Run ours and the floor in turn, and print both medians and their ratio beside the goal."""
    floors: list[float] = []

    def run_floor() -> tuple[tuple[object, ...], dict[str, object]]:
        floors.append(floor())
        return setup() if setup else ((), {})

    benchmark.pedantic(ours, setup=run_floor, rounds=rounds if benchmark.enabled else 1, warmup_rounds=1)
    if benchmark.stats is None:
        return
    least, median = statistics.median(floors), benchmark.stats.stats.median
    benchmark.extra_info.update(floor=least, ratio=median / least, goal=goal)
    with capsys.disabled():
        times = f"{median * 1e3:.3f} ms, floor {least * 1e3:.3f} ms"
        sys.stdout.write(f"\n{benchmark.name}: {times}, {median / least:.1f}x (goal {goal:g}x)\n")


@needs_gcc
@pytest.mark.parametrize("size", SIZES)
def test_both_passes(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], tmp_path: Path, size: int
) -> None:
    """Floor: both passes in C over the same network; the dates are the same."""
    solution = solve(a_plan_of(size), TODAY)
    network, early, late = solution.network, list(solution.early), list(solution.late)
    floor = Floor(network, tmp_path)

    def ours() -> None:
        forward(network.forward_rows, early)
        backward(network.backward_rows, late)

    told(benchmark, capsys, ours, floor.run, GOALS[size])
    assert (floor.early, floor.late) == (early, late[: 2 * size])


@needs_gcc
@pytest.mark.parametrize("size", [1_000, 10_000])
def test_one_task_moved(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], tmp_path: Path, size: int
) -> None:
    """Floor: the whole network in C. Ours takes in one longer task: plan, late dates and forecast."""
    plan = a_plan_of(size)
    scheduler = Scheduler(plan, TODAY)
    floor = Floor(compiled(plan), tmp_path)
    chance = random.Random(1)
    done: list[Edit] = []

    def next_edit() -> tuple[tuple[object, ...], dict[str, object]]:
        if done:
            scheduler.follow(plan, done.pop().inverse())
        task = chance.choice(plan.tasks)
        done.append(Edit("Longer", (Change(task, replace(task, duration=task.duration + 1)),)))
        return (plan.apply(done[-1]), done[-1]), {}

    told(benchmark, capsys, scheduler.follow, floor.run, 0.2, next_edit, rounds=200)


@pytest.mark.parametrize("size", SIZES)
def test_a_whole_schedule(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], size: int) -> None:
    """From rows to every task's dates, nothing kept; floor: walking the rows once."""
    plan = a_plan_of(size)

    def ours() -> None:
        list(schedule(Document(plan), TODAY).tasks.values())

    def floor() -> float:
        start = time.perf_counter()
        list(Document(plan).tasks)
        return time.perf_counter() - start

    told(benchmark, capsys, ours, floor, 20, rounds=5)


@needs_gcc
@pytest.mark.parametrize("size", [300, 1_000])
def test_confidence(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], tmp_path: Path, size: int) -> None:
    """1,000 samples with the tasks that drive them; floor: a thousand runs of both passes in C."""
    plan = a_plan_of(size)
    floor = Floor(compiled(plan), tmp_path)

    def ours() -> None:
        confidence(plan.apply(Edit("Nothing", ())), TODAY)

    told(benchmark, capsys, ours, lambda: floor.run(1000), 8, rounds=10)
