"""What takes long about a launch, asked at once: where it stands, how sure the date is, how readiness came about."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from launchpad.app.session import Session
from launchpad.domain.document import Document
from launchpad.domain.enums import TaskStatus
from launchpad.domain.ids import TrackId
from launchpad.domain.watching import Watch, part, unwatched
from launchpad.engines.feasibility import feasibility
from launchpad.engines.readiness import Readiness, readiness
from launchpad.engines.readiness.curve import ExpectedPoint, expected_curve
from launchpad.engines.readiness.pace import Pace, pace
from launchpad.engines.readiness.trend import TrendPoint, trend
from launchpad.journal.entry import Entry
from launchpad.storage.errors import StorageError

if TYPE_CHECKING:
    from launchpad.engines.confidence import Confidence

EXPECTED_POINTS = 48
"""Days of the expected curve that are worked out."""
LOOKED_BACK, DRAWN = 0.3, 0.8
"""How much is done when the days gone by are looked at, and when the date confidence is drawn."""

WEEK = timedelta(days=7)


def finished_lately(answer: Readiness) -> Mapping[TrackId, int]:
    """By track how many of the tasks that count were finished in the last seven days, kept while the plan lives."""
    question = ("finished lately", answer.today, answer.scope.items)
    return answer.document.once(question, lambda: _finished_lately(answer))


def _finished_lately(answer: Readiness) -> Mapping[TrackId, int]:
    first, today, scope = answer.today - WEEK, answer.today, answer.scope.items
    finished = [(task, task.actual_finish) for task in answer.document.tasks if task.status is TaskStatus.DONE]
    lately = (task for task, finish in finished if finish is not None and first < finish <= today)
    return Counter(task.track for task in lately if answer.items[task.id].shelf in scope)


def board_answers(document: Document, today: date) -> Readiness:
    """How ready a plan is, with all that the overview's cards ask about it, kept while it lives."""
    return document.once(_board(today), lambda: _work_out(document, today))


def has_board_answers(document: Document, today: date) -> bool:
    """Whether they were worked out already."""
    return document.knows(_board(today))


def _board(today: date) -> tuple[object, ...]:
    return ("board answers", today)


def _work_out(document: Document, today: date) -> Readiness:
    answer = readiness(document, today)
    _ = answer.verdict, answer.stops, answer.conditions, answer.gains, answer.gates, finished_lately(answer)
    return answer


class OverviewAnswers(NamedTuple):
    """The answers for one plan on one day."""

    today: date
    confidence: "Confidence"
    points: tuple[TrendPoint, ...]
    expected: tuple[ExpectedPoint, ...]
    pace: Pace
    short: int = 0  # working days by which the plan does not fit


class Journal:
    """The edits of an open file since it was made, read once and then only added to."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._born: date | None = None
        self._entries: tuple[Entry, ...] = ()

    @property
    def born(self) -> date:
        """The day on which the file was made (UTC); while it cannot be read, a day that never comes."""
        if self._born is None:
            try:
                self._born = self._session.file.entry(1, changes=False).when.date()
            except StorageError:  # the file was changed elsewhere, which the window says
                return date.max
        return self._born

    def entries(self, today: date) -> tuple[Entry, ...]:
        """All edits but the first, which made the file; none while the file is younger than a week."""
        last = self._entries[-1].number if self._entries else 1
        with suppress(StorageError):  # the file was changed elsewhere, which the window says
            if (today - self.born).days >= 7:
                self._entries += tuple(self._session.file.entries(after=last))
        return self._entries


def overview_answers(
    document: Document,
    today: date,
    born: date,
    entries: Sequence[Entry],
    asked: Document | None = None,
    watch: Watch = unwatched,
) -> OverviewAnswers:
    """Answer all of it; seconds for a large plan, so ask in the background.

    `asked` is the same plan where others ask for its confidence and its fit too. What `watch` raises ends it.
    """
    from launchpad.app.date_confidence import date_confidence  # a plan is seen before it is rolled

    past = Past(document, entries, born)
    points = trend(document, today, past.on, born if entries else None)
    watch(LOOKED_BACK)
    days = _spread(min([today, *(point.day for point in points)]), max(today, document.launch.launch_date))
    return OverviewAnswers(
        today,
        date_confidence(asked or document, today, part(watch, LOOKED_BACK, DRAWN)),
        points,
        expected_curve(document, today, sorted({*days, today})),
        pace(document, today, points),
        feasibility(asked or document, today).days,
    )


class Past:
    """The plan as it stood at the end of days gone by."""

    def __init__(self, document: Document, entries: Iterable[Entry], born: date) -> None:
        """Walk back from `document`, the plan after the last of the entries."""
        self._born = born
        self._states: list[tuple[date, Document]] = []
        for entry in reversed(list(entries)):
            day = entry.when.date()
            if not self._states or self._states[-1][0] != day:
                self._states.append((day, document))
            document = document.apply(entry.edit.inverse())
        self._states.append((born, document))

    def on(self, day: date) -> Document | None:
        """The plan at the end of a day; None before the file was made."""
        return next((document for first, document in self._states if first <= day), None)


def _spread(first: date, last: date) -> list[date]:
    days = (last - first).days
    step = max(1, days // EXPECTED_POINTS)
    return [*(first + timedelta(days=n) for n in range(0, days, step)), last]
