"""The readiness model once more, slowly and without cleverness: in fractions, one item at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from launchpad.domain.document import Document
from launchpad.domain.register import Issue, Risk
from launchpad.domain.task import Task

DAY = timedelta(days=1)
WEIGHTS = {"must": 5, "should": 3, "could": 1}
Number = Fraction | None


@dataclass(frozen=True)
class PlainScore:
    """Scores from 0 to 100, None without data."""

    score: Number
    work: Number
    expected: Number
    confidence: Number
    tracks: dict[str, Number]


def score_plainly(document: Document, today: date, items: Iterable[Task]) -> PlainScore:
    """The scores over some items, all of which have a baseline, in a plan without holidays."""
    counted = [task for task in items if task.status.value != "not_applicable"]
    tracks: dict[str, Number] = {}
    work, expected, weights = Fraction(0), Fraction(0), Fraction(0)
    for track in document.tracks:
        own = [task for task in counted if task.track == track.id]
        total = sum(weight(task) for task in own)
        if not total:
            tracks[track.key] = None
            continue
        raw = 100 * sum(weight(task) * credit(document, task, today) for task in own) / total
        tracks[track.key] = max(Fraction(0), raw - points(document, today, track.id, 15))
        share = Fraction(str(track.weight))
        weights += share
        work += share * raw
        expected += share * 100 * sum(weight(task) * promised(task, today) for task in own) / total
    overall = sum((Fraction(str(t.weight)) * (tracks[t.key] or 0) for t in document.tracks), Fraction(0))
    if not weights:
        return PlainScore(None, None, None, None, tracks)
    stale = sum(
        (weight(task) for task in counted if is_open(task) and freshness(document, task, today) < 1), Fraction()
    )
    all_weight = sum((weight(task) for task in counted), Fraction())
    return PlainScore(
        min(Fraction(100), max(Fraction(0), overall / weights - points(document, today, None, 10))),
        work / weights,
        expected / weights,
        100 - 100 * stale / all_weight,
        tracks,
    )


def weight(task: Task) -> Fraction:
    """What the item counts."""
    return Fraction(str(task.weight)) if task.weight is not None else Fraction(WEIGHTS[task.criticality.value])


def is_open(task: Task) -> bool:
    """Whether lateness and staleness apply."""
    return task.status.value in ("in_progress", "in_review", "blocked")


def credit(document: Document, task: Task, today: date) -> Fraction:
    """What the item earns, from 0 to 1."""
    status = task.status.value
    if status == "done":
        approved = task.approver is None or task.approved_by == task.approver
        return Fraction(1) if task.evidence and approved else Fraction(8, 10)
    if not is_open(task):
        return Fraction(0)
    progress = Fraction(3, 10) if task.progress is None else Fraction(6, 10) * task.progress / 100
    base = {"in_progress": progress, "blocked": progress / 2, "in_review": Fraction(8, 10)}[status]
    assert task.baseline_finish is not None
    late = max(Fraction(1, 2), 1 - Fraction(5, 100) * workdays(task.baseline_finish, today))
    return base * late * freshness(document, task, today)


def freshness(document: Document, task: Task, today: date) -> Fraction:
    """The factor for the age of the last update."""
    left = workdays(today, document.launch.launch_date)
    patience = 10 if left > 40 else 5 if left >= 11 else 2
    if task.updated is None:
        return Fraction(1, 2)
    age = workdays(task.updated, today)
    return Fraction(1) if age <= patience else Fraction(3, 4) if age <= 2 * patience else Fraction(1, 2)


def promised(task: Task, today: date) -> Fraction:
    """What the baseline promises of the item by today."""
    first, last = task.baseline_start, task.baseline_finish
    assert first is not None
    assert last is not None
    if today > last:
        return Fraction(1)
    return Fraction(6, 10) * Fraction(workdays(first, today), workdays(first, last + DAY))


def points(document: Document, today: date, track: str | None, cap: int) -> int:
    """What open risks and issues take."""
    total = 0
    for risk in document.rows(Risk):
        if risk.track == track and risk.status.value == "open":
            s = risk.probability * risk.impact
            unmanaged = risk.owner is None or not risk.plan or (risk.review is not None and risk.review < today)
            total += (6 if s >= 15 else 3 if s >= 10 else 1 if s >= 5 else 0) * (2 if unmanaged else 1)
    for issue in document.rows(Issue):
        if issue.track == track and issue.status.value == "open":
            total += {1: 6, 2: 3, 3: 1}[issue.severity]
    return min(cap, total)


def workdays(first: date, last: date) -> int:
    """Mondays to Fridays from `first` up to but not including `last`."""
    count = 0
    while first < last:
        count += first.weekday() < 5
        first += DAY
    return count
