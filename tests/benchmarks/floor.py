"""The same network in C: the floor that the schedule's speed is measured against."""

import ctypes
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from launchpad.engines.schedule.compiled import Compiled
from launchpad.engines.schedule.network import Link
from launchpad.engines.schedule.terms import FAR

SOURCE = Path(__file__).with_name("floor.c")
LOW, DAYS = -20_000, 40_000
NEVER = 2**31 - 1


class _Network(ctypes.Structure):
    _fields_ = (
        ("nodes", ctypes.c_int),
        *((name, ctypes.POINTER(ctypes.c_int)) for name in
          ("early_start", "early_finish", "late_start", "late_finish", "duration", "calendar",
           "in_first", "in_end", "in_target", "in_lag", "out_first", "out_end", "out_source", "out_lag")),
        ("low", ctypes.c_int),
        ("days", ctypes.c_int),
        ("number", ctypes.POINTER(ctypes.c_int)),
        ("day", ctypes.POINTER(ctypes.c_int)),
    )  # fmt: skip


def has_compiler() -> bool:
    """Whether there is a C compiler to make the floor with."""
    return shutil.which("gcc") is not None


class Floor:
    """Both passes over a compiled plan of tasks without calendar-day lags, work begun or open ends."""

    def __init__(self, network: Compiled, folder: Path) -> None:
        """Compile the C source into a folder and lay the network out for it."""
        library = folder / "floor.so"
        subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-o", str(library), str(SOURCE)], check=True)
        self._run = ctypes.CDLL(str(library)).both_passes
        self._run.restype = ctypes.c_double
        size = len(network.nodes)
        self._ends = (ctypes.c_int * (2 * size))(), (ctypes.c_int * (2 * size))()
        self._network = _laid_out(network)

    def run(self, times: int = 1) -> float:
        """Run both passes that often and return the seconds they take."""
        return float(self._run(ctypes.byref(self._network), *self._ends, times))

    @property
    def early(self) -> list[int]:
        """Early starts and finishes as found by the last run."""
        return list(self._ends[0])

    @property
    def late(self) -> list[int]:
        """Late starts and finishes as found by the last run."""
        return list(self._ends[1])


def _laid_out(network: Compiled) -> _Network:
    terms, graph = network.terms, network.graph
    calendars = [None, *{id(t.days): t.days for t in terms if t.days is not None}.values()]
    offsets = range(LOW, LOW + DAYS)
    numbers = [[o - LOW if c is None else c.number(o) - c.number(LOW) for o in offsets] for c in calendars]
    days = [[LOW + n if c is None else c.day(n + c.number(LOW)) for n in range(DAYS)] for c in calendars]
    incoming = [link for links in graph.incoming for link in links]
    outgoing = [link for links in graph.outgoing for link in links]
    return _Network(
        len(terms),
        _ints([t.span[0] if t.span else t.earliest_start for t in terms]),
        _ints([max(t.earliest_finish, -NEVER) for t in terms]),
        _ints([min(t.latest_start, NEVER) for t in terms]),
        _ints([min(t.latest_finish, NEVER) for t in terms]),
        _ints([t.duration for t in terms]),
        _ints([next(n for n, c in enumerate(calendars) if c is t.days) for t in terms]),
        _ints(_firsts(graph.incoming)),
        _ints([2 * link.source + link.source_end for link in incoming]),
        _ints([link.target_end for link in incoming]),
        _ints([link.lag for link in incoming]),
        _ints(_firsts(graph.outgoing)),
        _ints([2 * link.target + link.target_end for link in outgoing]),
        _ints([link.source_end for link in outgoing]),
        _ints([link.lag for link in outgoing]),
        LOW,
        DAYS,
        _ints([n for table in numbers for n in table]),
        _ints([n for table in days for n in table]),
    )


def _firsts(links_at: Sequence[Sequence[Link]]) -> list[int]:
    firsts = [0]
    for links in links_at:
        firsts.append(firsts[-1] + len(links))
    return firsts


def _ints(values: Sequence[int]) -> ctypes.Array[ctypes.c_int]:
    assert max(map(abs, values), default=0) < FAR, "only offsets that C can hold"
    return (ctypes.c_int * len(values))(*values)
