"""Collections whose values are worked out when somebody asks, and then kept."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Generic, TypeVar, overload

K = TypeVar("K")
S = TypeVar("S")
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


class ListByNeed(Sequence[V], Generic[S, V]):
    """Reads like a tuple; `work_out` runs once per place that is really looked at."""

    __slots__ = ("_known", "_sources", "_work_out")

    def __init__(self, sources: Sequence[S], work_out: Callable[[S], V]) -> None:
        """Each of `sources` is what the value at its place is worked out from."""
        self._sources = sources
        self._work_out = work_out
        self._known: dict[int, V] = {}

    @overload
    def __getitem__(self, place: int) -> V: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[V, ...]: ...
    def __getitem__(self, place: int | slice) -> V | tuple[V, ...]:
        found = range(len(self._sources))[place]
        return tuple(map(self._at, found)) if isinstance(found, range) else self._at(found)

    def _at(self, place: int) -> V:
        if place not in self._known:
            self._known[place] = self._work_out(self._sources[place])
        return self._known[place]

    def __len__(self) -> int:
        return len(self._sources)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]
