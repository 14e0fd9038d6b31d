"""What a file of another program says, in words that all of them share, before it becomes a plan of ours."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from launchpad.domain.enums import Criticality, LinkType, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.values import Anchor

MOST_ITEMS = 100_000
MOST_LINKS = 400_000
"""Tasks and links of a file that are read; more are refused."""
EVERY_DAY = (1, 2, 3, 4, 5)


class ForeignRefused(PlanError):
    """A file that does not become a plan. The text names the file and the reason, for the user."""


@dataclass(slots=True, kw_only=True)
class Item:
    """A task or heading of the other program. `duration` is in working days, 0 a milestone, None when not told.

    `finish` is the last day covered. `uid` is what the file's links call it, `key` what its people do. `parent` is the
    `uid` of the heading above; `track` the name of a group where the file has groups instead of headings.
    """

    uid: str
    title: str
    key: str = ""
    parent: str | None = None
    is_heading: bool = False
    track: str = ""
    duration: int | None = None
    start: date | None = None
    finish: date | None = None
    anchor: Anchor | None = None
    deadline: date | None = None
    baseline: tuple[date, date] | None = None
    status: TaskStatus | None = None
    progress: int | None = None
    criticality: Criticality | None = None
    actual_start: date | None = None
    actual_finish: date | None = None
    owners: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """`successor` waits for `predecessor`, by `uid`. `lag` is in working days, in calendar days when `elapsed`."""

    predecessor: str
    successor: str
    type: LinkType = LinkType.FS
    lag: int = 0
    elapsed: bool = False


@dataclass(slots=True)
class Notices:
    """What could not be carried over as it was, in sentences; those alike are counted."""

    _counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, sentence: str) -> None:
        """Note something that is said once, however often it happens."""
        self._counts[sentence, ""] = 1

    def count(self, one: str, many: str, times: int = 1) -> None:
        """Note what may happen often: `one` is told of a single time, `many` of several, behind their number."""
        if times:
            self._counts[one, many] += times

    def __iter__(self) -> Iterator[str]:
        return (one if count == 1 else f"{count:,} {many}" for (one, many), count in self._counts.items())


@dataclass(slots=True, kw_only=True)
class Outline:
    """A whole file. `holidays` are days off with their names; `people` are names with their addresses."""

    name: str = ""
    start: date | None = None
    workdays: tuple[int, ...] = EVERY_DAY
    holidays: dict[date, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    notices: Notices = field(default_factory=Notices)
    has_own_dates: bool = False
    """Whether the starts in the file are wishes (a table) rather than answers of a scheduler."""


def checked(outline: Outline, file_name: str) -> Outline:
    """The outline; raise ForeignRefused when there is nothing in it, or more than any plan."""
    if not any(not item.is_heading for item in outline.items):
        raise refused(file_name, "it has no tasks")
    if len(outline.items) > MOST_ITEMS or len(outline.links) > MOST_LINKS:
        raise refused(file_name, f"it has more than {MOST_ITEMS:,} tasks")
    seen: set[str] = set()
    for number, item in enumerate(outline.items):
        if item.uid in seen:
            item.uid = f"{item.uid} again {number}"
            outline.notices.count(
                "A task has the number of another; links with it lead to the first.",
                "tasks have the number of another; links with them lead to the first.",
            )
        seen.add(item.uid)
    return outline


def refused(file_name: str, reason: str) -> ForeignRefused:
    """The refusal of a file, in a sentence."""
    return ForeignRefused(f"“{file_name[:120]}” cannot be imported: {reason}. Nothing was made.")
