"""A page for each track: its score against what was expected, and the must-haves still open."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import Answer, TaskStatus
from launchpad.domain.gate import Review
from launchpad.domain.people import Person, Track
from launchpad.domain.task import Task
from launchpad.engines.readiness import Readiness
from launchpad.engines.readiness.board import Item
from launchpad.engines.readiness.scores import TrackReadiness
from launchpad.engines.readiness.shown import shown, shown_or_none
from launchpad.engines.readiness.signoffs import answers_at
from launchpad.engines.review.criteria import standing_text
from launchpad.engines.review.which import gate_of, last_recorded, review_readiness


@dataclass(frozen=True, slots=True)
class MustLine:
    """A must-have that is still open."""

    task: Task
    owner: str
    due: date
    text: str  # “In progress · due 16 Feb · 60 %”
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class TrackPage:
    """One track in the room. Scores are as shown, 0–100.

    `since` is in points against the last recorded review, None unless that judged the same gate: only then were the
    same items counted.
    """

    track: Track
    score: float | None
    expected: float | None
    since: float | None
    open_musts: tuple[MustLine, ...]
    answer: Answer
    is_red: bool


def pages(document: Document, today: date, review: Review) -> tuple[TrackPage, ...]:
    """A page for every track with work in scope: red ones first, else in the order of tracks."""
    answer = review_readiness(document, today, review)
    gate = gate_of(document, review)
    answers = answers_at(document, gate) if gate is not None else {}
    before = _scores_before(document, review)
    musts = _musts_by_track(document, answer)
    found = [
        _page(
            each, answers.get(each.track.id, Answer.MISSING), before.get(each.track.key), musts.get(each.track.id, ())
        )
        for each in answer.tracks
        if each.total
    ]
    return tuple(sorted(found, key=lambda page: not page.is_red))


def _page(each: TrackReadiness, answer: Answer, before: float | None, musts: tuple[MustLine, ...]) -> TrackPage:
    score = shown_or_none(each.score)
    since = None if score is None or before is None else shown(score - before)
    red = answer is Answer.REFUSE or any(line.is_overdue for line in musts)
    return TrackPage(each.track, score, shown_or_none(each.expected), since, musts, answer, red)


def _scores_before(document: Document, review: Review) -> dict[str, float | None]:
    last = last_recorded(document, review)
    snapshot = None if last is None or last.gate != review.gate else last.closing or last.snapshot
    return {} if snapshot is None else {each.track: each.score for each in snapshot.tracks}


def _musts_by_track(document: Document, answer: Readiness) -> dict[str, tuple[MustLine, ...]]:
    lines: dict[str, list[MustLine]] = {}
    for task in document.tasks:
        item = answer.items[task.id]
        if item.shelf in answer.scope.musts and item.is_open_must:
            lines.setdefault(task.track, []).append(_must(document, item))
    return {track: tuple(sorted(found, key=lambda line: line.due)) for track, found in lines.items()}


def _must(document: Document, item: Item) -> MustLine:
    owner = document.find(Person, item.task.owner)
    late = item.credit.days_over > 0 or item.task.status is TaskStatus.BLOCKED
    return MustLine(item.task, owner.name if owner else "nobody", item.due, standing_text(item), late)
