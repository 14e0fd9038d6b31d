"""Scoring a plan, whole and after an edit, against a plain weighed sum over the same tasks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.task import Task
from launchpad.engines.readiness import readiness
from launchpad.engines.readiness.board_after import follow_edit
from tests.benchmarks.bench_storage import measured
from tests.builders import a_gate, a_plan, a_task, a_track

TODAY = date(2026, 10, 12)
WEIGHTS = {Criticality.MUST: 5, Criticality.SHOULD: 3, Criticality.COULD: 1}
CREDITS = dict.fromkeys(TaskStatus, 0.5)


@pytest.fixture(scope="module")
def plan() -> Document:
    """Ten thousand tasks of every status and criticality, over ten tracks and eight gates, with a baseline."""
    statuses, criticalities = list(TaskStatus), list(Criticality)
    tasks = [
        a_task(
            f"t.{n}",
            track=f"k{n % 10}",
            gate=f"G{n % 8}",
            status=statuses[n % 7],
            criticality=criticalities[n % 3],
            progress=n % 100,
            updated=TODAY - timedelta(days=n % 20),
            baseline_start=TODAY + timedelta(days=n % 90 - 60),
            baseline_finish=TODAY + timedelta(days=n % 90 - 55),
        )
        for n in range(10_000)
    ]
    return a_plan(*(a_gate(f"G{n}", 12 * n - 70) for n in range(8)), *(a_track(f"k{n}") for n in range(10)), *tasks)


def plain_sum(document: Document) -> float:
    """The least that any weighed score costs."""
    earned = weights = 0.0
    for task in document.table(Task).values():
        weight = WEIGHTS[task.criticality]
        earned += weight * CREDITS[task.status]
        weights += weight
    return earned / weights


def test_readiness(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], plan: Document) -> None:
    """Floor: the plain sum. Every round scores a plan nobody asked about before."""

    def ours() -> None:
        readiness(plan.apply(Edit("Nothing", ())), TODAY)

    measured(benchmark, capsys, ours, lambda: plain_sum(plan), goal=20)


def test_readiness_after_an_edit(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], plan: Document
) -> None:
    """Floor: the plain sum. Every round follows one changed task."""
    readiness(plan, TODAY)
    task = plan.task("t.77")
    edit = Edit("Change progress", (Change(task, replace(task, progress=99)),))

    def ours() -> None:
        after = plan.apply(edit)
        follow_edit(plan, edit, after, TODAY)
        readiness(after, TODAY)

    measured(benchmark, capsys, ours, lambda: plain_sum(plan), goal=2)
