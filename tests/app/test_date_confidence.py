"""The date confidence is drawn once, however many ask."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from launchpad.app.date_confidence import date_confidence
from launchpad.domain.watching import Progress, Stopped
from tests.builders import LAUNCH_DAY, a_plan, a_task


def test_two_who_ask_at_once_get_one_and_the_same_answer() -> None:
    plan = a_plan(a_task("brief", duration=3))

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: date_confidence(plan, LAUNCH_DAY), range(2))

    assert first is second


def test_a_drawing_that_is_stopped_is_not_kept_and_can_be_begun_again() -> None:
    plan = a_plan(a_task("brief", duration=3))
    progress = Progress()
    progress.is_stopped = True

    with pytest.raises(Stopped):
        date_confidence(plan, LAUNCH_DAY, progress)

    assert date_confidence(plan, LAUNCH_DAY) == date_confidence(a_plan(a_task("brief", duration=3)), LAUNCH_DAY)


def test_a_drawing_tells_how_far_it_is() -> None:
    plan = a_plan(*(a_task(f"t{number}", duration=3) for number in range(500)))
    shares: list[float] = []

    date_confidence(plan, LAUNCH_DAY, shares.append)

    assert shares == sorted(shares)
    assert len(set(shares)) >= 3
