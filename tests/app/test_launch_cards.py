"""What Home reads of a file."""

from datetime import date
from pathlib import Path

import pytest

from launchpad.app.launch_card import BrokenCard, LaunchCard
from launchpad.app.launch_cards import card_of, read_card, with_confidence
from launchpad.app.new_launch import new_plan, sample
from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.domain.enums import DecisionStatus, LaunchStatus
from launchpad.domain.gate import Decision
from launchpad.domain.ids import BlackoutId, DecisionId
from launchpad.domain.register import Blackout
from tests.builders import LAUNCH_DAY, a_gate, a_launch, a_person, a_plan, a_task

TODAY = date(2026, 11, 3)


def card(*rows: object, today: date = TODAY) -> LaunchCard:
    return card_of(Path("plan.launch"), a_plan(*rows), today)  # type: ignore[arg-type]


def write(folder: Path, document: Document) -> Path:
    path = folder / "plan.launch"
    Session.create(path, document, "New").close()
    return path


def test_a_file_is_read_as_it_is(tmp_path: Path):
    path = write(tmp_path, sample())

    found, document = read_card(path, date(2030, 1, 1))

    assert isinstance(found, LaunchCard)
    assert document is not None
    assert (found.name, found.tier, found.launch_date) == ("Loomtrack 4", 1, date(2026, 11, 10))
    assert found.today == sample().launch.as_of
    assert found.days_left == 21
    assert found.chip.text == "At risk"
    assert found.is_in_flight
    assert found.on_time is None
    assert with_confidence(found, document).on_time is not None


def test_a_plan_without_a_day_of_its_own_is_read_on_the_real_day(tmp_path: Path):
    path = write(tmp_path, new_plan("tier3-minor-release", "Minor", date(2026, 11, 10)))

    found, _ = read_card(path, date(2026, 11, 3))

    assert isinstance(found, LaunchCard)
    assert (found.today, found.days_left) == (date(2026, 11, 3), 5)


def test_a_missing_file_says_so(tmp_path: Path):
    found, document = read_card(tmp_path / "gone.launch", TODAY)

    assert document is None
    assert isinstance(found, BrokenCard)
    assert found.is_missing
    assert "not there any more" in found.problem


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + b"x" * 4000])
def test_a_broken_file_is_a_sentence(tmp_path: Path, content: bytes):
    path = tmp_path / "broken.launch"
    path.write_bytes(content)

    found, _ = read_card(path, TODAY)

    assert isinstance(found, BrokenCard)
    assert not found.is_missing
    assert found.problem.endswith(".")


def test_a_launch_is_in_flight_until_its_day_is_over_or_it_is_called_off():
    assert card(a_task("a"), today=LAUNCH_DAY).is_in_flight
    assert not card(a_task("a"), today=date(2026, 11, 11)).is_in_flight
    assert not card(a_launch(status=LaunchStatus.CANCELLED), a_task("a")).is_in_flight


def test_without_gates_the_chip_says_how_work_is_against_plan():
    assert card(a_task("a", anchor="SNET:T-2")).chip.text == "On plan"
    assert card().chip.text == "No data"
    assert card(a_launch(status=LaunchStatus.CANCELLED), a_task("a")).chip.text == "Canceled"


def test_with_a_gate_ahead_the_chip_is_its_forecast():
    assert card(a_task("a", gate="go", anchor="SNET:T-3"), a_gate("go", -1)).chip.text == "On course"
    assert card(a_task("a", gate="go", duration=20), a_gate("go", -1)).chip.text == "Off course"


def test_a_role_without_a_name_is_nobody():
    plan = card(a_person("pmm", name="Product marketing", role="Product marketing"), a_task("a", owner="pmm"))
    named = card(a_person("pmm", name="June", role="Product marketing"), a_task("a", owner="pmm"))

    assert plan.busy == ()
    assert [busy.name for busy in named.busy] == ["June"]


def test_a_blackout_that_was_decided_about_is_settled():
    decision = Decision(id=DecisionId("d"), key="D-1", title="Go on", status=DecisionStatus.DECIDED)
    freeze = Blackout(id=BlackoutId("b"), key="B-1", name="Freeze", first=TODAY, last=TODAY, decision=decision.id)

    assert [event.is_settled for event in card(decision, freeze).events] == [True]
