"""What becomes of each proposal of a workbook: taken, kept as it is, or not decided yet."""

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum, auto

from launchpad.app.merge import Homecoming
from launchpad.interchange.homecoming.proposals import Blocking, Kind, Proposal


class Choice(Enum):
    """What was decided about a proposal. NONE: there is nothing to decide."""

    NONE = auto()
    OPEN = auto()
    MINE = auto()
    THEIRS = auto()


_FIRST = {
    Kind.TAKE: Choice.THEIRS,
    Kind.NEW: Choice.THEIRS,
    Kind.CONFLICT: Choice.OPEN,
    Kind.NOT_IN_FILE: Choice.MINE,
    Kind.CONFIRM: Choice.MINE,
}
"""What is chosen before anybody has looked."""
_SWEEPING = frozenset({Kind.TAKE, Kind.NEW, Kind.CONFLICT})
"""What “take all theirs” takes: nothing is removed, and nothing counted toward a goal, but one by one."""


class Decisions:
    """The choices about one workbook; proposals are named by their place among `proposals`."""

    def __init__(self, home: Homecoming, prefer: Choice | None = None) -> None:
        """`prefer` is chosen for conflicts from the start."""
        self.proposals = home.proposals
        self._blocking: dict[int, Blocking] = {}
        self._choices = [_FIRST.get(each.kind, Choice.NONE) for each in self.proposals]
        if prefer is not None:
            self.choose([place for place, each in enumerate(self.proposals) if each.kind is Kind.CONFLICT], prefer)

    def __getitem__(self, place: int) -> Choice:
        return self._choices[place]

    def choose(self, places: Iterable[int], choice: Choice) -> list[int]:
        """Decide about some proposals; return those for which it is another choice than before."""
        changed = [each for each in places if self._choices[each] not in (Choice.NONE, choice)]
        for place in changed:
            self._choices[place] = choice
        return changed

    def blocking(self, place: int) -> Blocking:
        """What was said of the task that a proposal calls blocked."""
        return self._blocking.get(place, Blocking())

    def explain(self, places: Iterable[int], why: Blocking) -> None:
        """Say why tasks are blocked; whoever says so means to take it."""
        for place in places:
            self._blocking[place] = why
            self.choose([place], Choice.THEIRS)

    @property
    def unexplained(self) -> list[int]:
        """The places of tasks that would become blocked for no reason anybody gave."""
        asking = (place for place, each in enumerate(self.proposals) if each.asks_why_blocked)
        return [place for place in asking if not self.blocking(place).reason]

    def take_all(self) -> list[int]:
        """Take everything of theirs but removals, and what is not explained."""
        waiting = set(self.unexplained)
        sweeping = (place for place, each in enumerate(self.proposals) if each.kind in _SWEEPING)
        return self.choose((place for place in sweeping if place not in waiting), Choice.THEIRS)

    def confirm(self) -> list[int]:
        """Agree to what has to be confirmed."""
        asked = (place for place, each in enumerate(self.proposals) if each.kind is Kind.CONFIRM)
        return self.choose(asked, Choice.THEIRS)

    def keep_all(self) -> list[int]:
        """Keep everything as it is."""
        return self.choose(range(len(self.proposals)), Choice.MINE)

    def follow(self, before: "Decisions") -> None:
        """Decide as was decided before about the same cells."""
        known = {(each.row, each.field, each.cell): place for place, each in enumerate(before.proposals)}
        for place, each in enumerate(self.proposals):
            there = known.get((each.row, each.field, each.cell))
            if there is None:
                continue
            if there in before._blocking:
                self._blocking[place] = before._blocking[there]
            self.choose([place], before[there])

    @property
    def taken(self) -> tuple[Proposal, ...]:
        """What will be taken over."""
        return self._with(Choice.THEIRS)

    @property
    def undecided(self) -> tuple[Proposal, ...]:
        """Conflicts nobody decided about."""
        return self._with(Choice.OPEN)

    def _with(self, choice: Choice) -> tuple[Proposal, ...]:
        return tuple(
            replace(each, blocking=self._blocking[place]) if place in self._blocking else each
            for place, each in enumerate(self.proposals)
            if self._choices[place] is choice
        )
