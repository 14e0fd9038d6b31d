"""The item models of the timeline's panels keep Qt's rules, whatever they show."""

from datetime import date

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from launchpad.app.commands.bars import stretch_bar
from launchpad.app.commands.baselines import baselines_of, set_baseline
from launchpad.app.fit_answers import fit_answer
from launchpad.app.task_facts import TaskFacts
from launchpad.engines.schedule.moved import what_moved
from launchpad.engines.schedule.slips import slips
from launchpad.ui.timeline.chain_model import ChainModel
from launchpad.ui.timeline.moved_model import MovedModel
from launchpad.ui.timeline.slip_model import SlipModel
from tests.ui.timeline.plans import a_small_plan

TODAY = date(2026, 10, 12)
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def plan():
    plan = a_small_plan()
    frozen = plan.apply(set_baseline(plan, "Lock", TODAY))
    return frozen.apply(stretch_bar(frozen, "task:brief", 20, TODAY))


def test_moves(qapp, plan):
    model = MovedModel()
    tester = QAbstractItemModelTester(model, FATAL)
    edit = stretch_bar(plan, "task:brief", 3, TODAY)
    after = plan.apply(edit)
    model.show(what_moved(plan, after, TODAY).moves, edit, TaskFacts(after, TODAY))

    assert model.rowCount() > 1
    model.clear()
    assert (model.rowCount(), tester.model()) == (0, model)


def test_a_chain(qapp, plan):
    model = ChainModel()
    tester = QAbstractItemModelTester(model, FATAL)
    answer = fit_answer(plan, TODAY)
    model.show(answer.steps, answer.miss, TaskFacts(plan, TODAY))

    assert model.rowCount() == len(answer.steps) + 1 > 2
    model.show((), None, TaskFacts(plan, TODAY))
    assert (model.rowCount(), tester.model()) == (0, model)


def test_slips_by_track_keep_their_indexes_when_they_are_sorted(qapp, plan):
    model = SlipModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show(slips(plan, baselines_of(plan)[0], TODAY), TaskFacts(plan, TODAY))
    first = model.index(0, 0)
    kept = QPersistentModelIndex(model.index(2, 0, first))
    task = model.task_at(kept)

    for column in range(model.columnCount()):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            model.sort(column, order)
            assert model.task_at(kept) == task
    model.sort(3, Qt.SortOrder.DescendingOrder)
    track = model.parent(kept)
    values = [model.index(row, 3, track).data() for row in range(model.rowCount(track))]
    assert values == sorted(values, key=lambda text: -int(text.replace("−", "-")))
    model.sort(-1)
    assert [model.index(row, 0).data().split(" ")[0] for row in range(2)] == ["Track", "Film"]
    assert tester.model() is model
