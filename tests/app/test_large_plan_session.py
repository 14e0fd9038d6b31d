"""An edit of a large plan is made on another thread, and is what any edit is: whole on disk, or not there."""

from threading import Event, get_ident

import pytest

from launchpad.app.commands.task_rows import remove_tasks
from launchpad.app.plan_session import SMALL, PlanSession
from launchpad.app.session import Applied, Session
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.watching import Progress, Stopped, Watch
from launchpad.storage.launch_file import read_document
from tests.app.plan_sessions import TODAY, Heard, refuse, rename
from tests.builders import a_launch, a_plan, a_task


@pytest.fixture
def large(tmp_path, qapp):
    tasks = [a_task(f"t{number}") for number in range(SMALL + 1)]
    path = tmp_path / "large.launch"
    Session.create(path, a_plan(*tasks, launch=a_launch(as_of=TODAY)), "Create launch").close()
    session = PlanSession(Session.open(path))
    yield session
    session.close()


def renamed_after(document: Document, gate: Event, name: str) -> Edit:
    """A command that takes until the gate is opened."""
    assert gate.wait(20)
    return rename(document, name)


def test_an_edit_of_a_large_plan_is_on_disk_when_run_returns(large):
    heard = Heard(large)
    threads = []

    def renaming(document: Document) -> Edit:
        threads.append(get_ident())
        return rename(document, "Loom 2")

    assert large.run(renaming)
    assert threads != [get_ident()]
    assert read_document(large.path).launch.name == large.document.launch.name == "Loom 2"
    assert heard.all == [large.last_edit]
    assert large.undo()
    assert read_document(large.path) == large.document


def test_bringing_a_large_plan_back_is_work_for_another_thread_too(large: PlanSession, monkeypatch):
    whole, undo = large.document, large.session.undo
    threads: list[int] = []

    def undoing() -> Applied:
        threads.append(get_ident())
        return undo()

    monkeypatch.setattr(large.session, "undo", undoing)
    assert large.run(remove_tasks, [task.id for task in whole.tasks])
    assert not large.document.tasks

    assert large.undo()
    assert threads != [get_ident()]
    assert read_document(large.path) == large.document == whole


def test_a_refusal_of_a_large_plan_is_told_as_usual(large):
    heard = Heard(large)

    assert not large.run(refuse)
    assert heard.all == ["That cannot be."]


def test_while_an_edit_is_made_the_plan_is_as_before_and_nobody_else_changes_it(large):
    heard, gate, seen = Heard(large), Event(), []
    before = large.document

    def meanwhile(progress: Progress) -> None:
        seen.append((large.document is before, large.is_at_work, large.undo_label, large.flush()))
        assert not large.run(rename, "Nobody’s")
        gate.set()

    large.took_long.connect(meanwhile)
    assert large.run(renamed_after, gate, "Loom 2")

    assert seen == [(True, True, None, False)]
    assert heard.all == ["Another change is still being written. Do this again in a moment.", large.last_edit]
    assert read_document(large.path).launch.name == "Loom 2"
    assert not large.is_at_work


def test_an_edit_that_is_stopped_leaves_nothing(large):
    heard, gate = Heard(large), Event()
    before = large.document

    def stop(progress: Progress) -> None:
        progress.is_stopped = True
        gate.set()

    large.took_long.connect(stop)
    assert not large.run(renamed_after, gate, "Loom 2")

    assert heard.all == []
    assert large.document is before
    assert read_document(large.path) == before
    large.took_long.disconnect(stop)
    assert large.run(rename, "Loom 3")
    assert read_document(large.path).launch.name == "Loom 3"


def test_what_is_held_comes_after_the_edit_that_is_being_written(large, qtbot):
    gate = Event()

    def meanwhile(progress: Progress) -> None:
        large.hold("name", rename, "Held")
        large.flush()
        gate.set()

    large.took_long.connect(meanwhile)
    assert large.run(renamed_after, gate, "Loom 2")
    assert large.flush()

    assert read_document(large.path).launch.name == "Held"


def test_a_question_about_a_large_plan_is_answered_on_another_thread(large, plan):
    def where(watch: Watch) -> int:
        watch(0.5)
        return get_ident()

    assert large.ask(where, "Looking") != get_ident()
    assert plan.ask(where, "Looking") == get_ident()


@pytest.mark.parametrize("can_be_stopped", [True, False])
def test_a_question_can_be_stopped_where_nobody_needs_the_answer(large, can_be_stopped):
    gate = Event()

    def looking(watch: Watch) -> str:
        assert gate.wait(20)
        watch(0.5)
        return "answer"

    def stop(progress: Progress) -> None:
        progress.is_stopped = True
        gate.set()

    large.took_long.connect(stop)
    if can_be_stopped:
        with pytest.raises(Stopped):
            large.ask(looking, "Looking", can_be_stopped=True)
    else:
        assert large.ask(looking, "Looking", can_be_stopped=False) == "answer"
