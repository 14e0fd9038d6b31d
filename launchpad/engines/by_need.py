"""A mapping whose values are worked out when somebody asks, and then kept."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class ByNeed(Mapping[K, V]):
    """Reads like a dict of all `keys`; `work_out` runs once per key that is really looked at."""

    __slots__ = ("_keys", "_known", "_work_out")

    def __init__(self, keys: Callable[[], Collection[K]], work_out: Callable[[K], V]) -> None:
        """`keys` gives all of them in the order of iteration, each time; its `in` should be quick."""
        self._keys = keys
        self._work_out = work_out
        self._known: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        try:
            return self._known[key]
        except KeyError:
            if key not in self._keys():
                raise
        value = self._known[key] = self._work_out(key)
        return value

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(self._keys())
