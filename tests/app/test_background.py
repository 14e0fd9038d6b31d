import threading
from collections.abc import Callable
from itertools import count

import pytest
from pytestqt.qtbot import QtBot

from launchpad.app.background import Background
from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.domain.watching import Progress
from tests.builders import a_plan, a_task


def test_a_question_is_answered_elsewhere_with_the_document_it_was_asked_about(qtbot: QtBot):
    background, plan = Background(), a_plan(a_task("a"))
    here = threading.get_ident()

    with qtbot.waitSignal(background.answered) as told:
        background.ask(plan, lambda document: (len(document.tasks), threading.get_ident() != here))
        assert background.is_busy

    assert told.args[0] is plan
    assert told.args[1] == (1, True)
    assert not background.is_busy


def test_the_other_thread_keeps_its_answers_to_itself(qtbot: QtBot):
    background, plan = Background(), a_plan(a_task("a"))

    with qtbot.waitSignal(background.answered) as told:
        background.ask(plan, lambda document: (document, document.once("slow", lambda: "theirs")))

    aside, _ = told.args[1]
    assert aside == plan
    assert plan.once("slow", lambda: "ours") == "ours"


def test_asked_while_busy_it_tells_the_newest_answer_only(qtbot: QtBot):
    background, plan = Background(), a_plan()
    go, told = threading.Event(), []
    background.answered.connect(lambda _, answer: told.append(answer))

    def slow(document: Document) -> str:
        go.wait(5)
        return "first"

    background.ask(plan, slow)
    background.ask(plan, lambda _: "second")
    background.ask(plan, lambda _: "third")
    go.set()
    qtbot.waitUntil(lambda: not background.is_busy)

    assert told == ["third"]


def test_a_plan_without_an_answer_is_told_in_a_sentence(qtbot: QtBot):
    background = Background()

    def refuse(document: Document) -> None:
        raise PlanError("The links form a circle.")

    with qtbot.waitSignal(background.refused) as told:
        background.ask(a_plan(), refuse)

    assert told.args == ["The links form a circle."]


def test_an_error_of_our_own_is_raised_where_it_can_be_told(qtbot: QtBot):
    background = Background()

    with qtbot.captureExceptions() as raised:
        background.ask(a_plan(), lambda _: 1 / 0)
        qtbot.waitUntil(lambda: not background.is_busy)

    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


@pytest.mark.parametrize("count", [1, 5])
def test_one_that_is_gone_takes_its_questions_along(qtbot: QtBot, count: int):
    go = threading.Event()
    background = Background()
    for _ in range(count):
        background.ask(a_plan(), lambda _: go.wait(5))
    background.deleteLater()
    del background
    qtbot.wait(1)
    go.set()
    qtbot.wait(20)  # nothing is told to anybody, and nothing is raised


def test_about_a_small_plan_the_answer_is_there_at_once(qtbot: QtBot):
    def refuse(document: Document) -> None:
        raise PlanError("That cannot be.")

    background = Background(at_once=1)
    told: list[object] = []
    background.answered.connect(lambda document, answer: told.append(answer))
    background.refused.connect(told.append)

    background.ask(a_plan(a_task("one")), lambda document: len(document.tasks))
    background.ask(a_plan(a_task("one")), refuse)
    assert told == [1, "That cannot be."]

    background.ask(a_plan(a_task("one"), a_task("two")), lambda document: len(document.tasks))
    assert background.is_busy
    qtbot.waitUntil(lambda: told == [1, "That cannot be.", 2])


def an_endless_one(begun: threading.Event, progress: Progress) -> Callable[[Document], None]:
    def question(document: Document) -> None:
        begun.set()
        for step in count():
            progress(step % 100 / 100)

    return question


@pytest.mark.parametrize("asks_anew", [False, True])
def test_what_nobody_wants_any_more_ends_midway(qtbot: QtBot, asks_anew: bool):
    background, plan, begun, progress = Background(), a_plan(), threading.Event(), Progress()
    told: list[str] = []
    background.answered.connect(lambda _, answer: told.append(answer))

    background.ask(plan, an_endless_one(begun, progress), progress)
    assert begun.wait(5)
    if asks_anew:
        background.ask(plan, lambda _: "second")
    else:
        background.stop()
    qtbot.waitUntil(lambda: not background.is_busy)

    assert told == (["second"] if asks_anew else [])
