"""Fractional order keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.domain.order import DIGITS, between, spread

KEYS = st.text(DIGITS, min_size=1, max_size=6).map(lambda text: text.rstrip("0")).filter(bool)


@given(st.one_of(st.none(), KEYS), st.one_of(st.none(), KEYS))
def test_there_is_always_room_between_two_keys(one, other):
    low, high = (one, other) if one is None or other is None or one < other else (other, one)
    if low is not None and low == high:
        return

    key = between(low, high)

    assert low is None or low < key
    assert high is None or key < high
    assert not key.endswith("0")


@given(st.lists(st.booleans(), max_size=60))
def test_rows_can_be_put_first_or_last_again_and_again(fronts):
    keys = ["V"]
    for front in fronts:
        keys = [between(None, keys[0]), *keys] if front else [*keys, between(keys[-1], None)]

    assert keys == sorted(set(keys))


@pytest.mark.parametrize("count", [0, 1, 2, 61, 62, 63, 5000])
def test_spread_keys_increase_and_never_end_in_nothing(count):
    keys = list(spread(count))

    assert len(keys) == count
    assert keys == sorted(set(keys))
    assert all(key and not key.endswith("0") for key in keys)


def test_keys_in_the_wrong_order_have_nothing_between_them():
    with pytest.raises(ValueError, match="not before"):
        between("b", "a")
