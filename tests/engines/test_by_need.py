"""Values that are worked out when somebody asks."""

import pytest

from launchpad.engines.by_need import ByNeed, ListByNeed


def test_a_list_works_out_what_is_looked_at_once() -> None:
    asked: list[int] = []

    def double(source: int) -> int:
        asked.append(source)
        return 2 * source

    doubled = ListByNeed([1, 2, 3, 4], double)

    assert (len(doubled), doubled[1], doubled[-1], doubled[:2]) == (4, 4, 8, (2, 4))
    assert asked == [2, 4, 1]


def test_a_list_reads_like_a_tuple() -> None:
    doubled = ListByNeed([1, 2], lambda source: 2 * source)

    assert list(doubled) == [2, 4]
    assert doubled == (2, 4)
    assert doubled != (2, 5)
    assert not ListByNeed([], str)
    with pytest.raises(IndexError):
        doubled[2]


def test_a_mapping_works_out_what_is_looked_at_once_and_knows_its_keys() -> None:
    asked: list[str] = []

    def upper(key: str) -> str:
        asked.append(key)
        return key.upper()

    known = ByNeed(lambda: ("a", "b"), upper)

    assert (known["b"], known["b"], len(known), "a" in known) == ("B", "B", 2, True)
    assert asked == ["b", "a"]
    with pytest.raises(KeyError):
        known["c"]
