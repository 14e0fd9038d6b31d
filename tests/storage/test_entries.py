"""Texts that stand for changes."""

import pytest

from launchpad.domain.errors import PlanError
from launchpad.storage.entries import changes_from_text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{}", "no list of changes"),
        ('{"0": []}', "no list of changes"),
        ('"tasks"', "no list of changes"),
        ("null", "no list of changes"),
        ("[[]]", "no change"),
        ('[["tasks", null, null]]', "no change"),
        ('[["moons", null, {}]]', "no change"),
    ],
)
def test_what_is_no_list_of_changes_is_refused(text: str, reason: str) -> None:
    with pytest.raises(PlanError, match=reason):
        changes_from_text(text)


def test_no_changes_are_a_list_too() -> None:
    assert changes_from_text("[]") == ((), None)
