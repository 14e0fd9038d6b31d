"""The date confidence is drawn once, however many ask."""

from concurrent.futures import ThreadPoolExecutor

from launchpad.app.date_confidence import date_confidence
from tests.builders import LAUNCH_DAY, a_plan, a_task


def test_two_who_ask_at_once_get_one_and_the_same_answer() -> None:
    plan = a_plan(a_task("brief", duration=3))

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: date_confidence(plan, LAUNCH_DAY), range(2))

    assert first is second
