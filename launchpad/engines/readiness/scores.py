"""From sums to scores: per track, over all, and how far both can be trusted."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from launchpad.domain.people import Track
from launchpad.engines.readiness.board import Board, Exact, Sums
from launchpad.engines.readiness.credit import WHOLE
from launchpad.engines.readiness.deductions import deductions, points_of
from launchpad.engines.readiness.expected import EXPECTED
from launchpad.engines.readiness.scope import Scope
from launchpad.engines.readiness.shown import shown_or_none


@dataclass(frozen=True, slots=True)
class TrackReadiness:
    """One track's scores (0–100, as computed) and counts. All scores are None when no item applies."""

    track: Track
    score: float | None  # after its points
    raw: float | None
    expected: float | None
    deduction: int  # points, after the cap
    weight: float  # of its applicable items
    done: int
    total: int  # applicable items
    overdue: int  # open, past due and not blocked
    blocked: int
    later: int  # applicable items due after what is scored
    is_empty: bool  # no item, or items left out that nobody confirmed


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of one scope, as computed; `shown` them before comparing. None means there is no data."""

    tracks: tuple[TrackReadiness, ...]
    score: float | None
    work: float | None  # before any points
    expected: float | None
    confidence: float | None  # share of weight that is not stale, 0–100
    deduction: int  # launch-wide points
    open_musts: int
    waived_musts: int

    @property
    def gap(self) -> float | None:
        """Work less expected, rounded once: −9.3 is behind plan."""
        return None if self.work is None or self.expected is None else shown_or_none(self.work - self.expected)


def scores_of(board: Board, scope: Scope) -> Scores:
    """The scores of one scope, kept while the document lives."""
    key = ("scores", board.today, scope.items, scope.musts)
    return board.document.once(key, lambda: _scores(board, scope))


def _scores(board: Board, scope: Scope) -> Scores:
    points = deductions(board.document, board.today)
    tracks, weight, stale = [], _NOTHING, _NOTHING
    for track in board.document.tracks:
        sums = board.sums_over(track.id, scope.items)
        later = board.due_after(track.id, scope.items)
        tracks.append(_track(board, track, sums, points_of(points, track.id), later))
        weight, stale = weight + sums.weight, stale + sums.stale
    deduction = points_of(points, None)
    overall = weighed((each.track.weight, each.score) for each in tracks)
    return Scores(
        tracks=tuple(tracks),
        score=None if overall is None else min(100.0, max(0.0, overall - deduction)),
        work=weighed((each.track.weight, each.raw) for each in tracks),
        expected=weighed((each.track.weight, each.expected) for each in tracks),
        confidence=None if not weight else float(100 * (weight - stale) / weight),
        deduction=deduction,
        open_musts=_musts(board, scope, "open_musts"),
        waived_musts=_musts(board, scope, "waived_musts"),
    )


_NOTHING: Exact = 0


def _track(board: Board, track: Track, sums: Sums, points: int, later: int) -> TrackReadiness:
    weight = sums.weight
    raw = float(100 * sums.earned / (WHOLE * weight)) if weight else None
    return TrackReadiness(
        track=track,
        score=None if raw is None else max(0.0, raw - points),
        raw=raw,
        expected=float(100 * sums.expected / (EXPECTED * weight)) if weight else None,
        deduction=points,
        weight=float(weight),
        done=sums.done,
        total=sums.total,
        overdue=sums.late,
        blocked=sums.blocked,
        later=later,
        is_empty=not sums.total and _is_unexplained(board, track, sums),
    )


def _is_unexplained(board: Board, track: Track, sums: Sums) -> bool:
    """Whether a track without data here is a gap in the plan: no item at all, or one left out unconfirmed."""
    if sums.not_applicable:
        return sums.unconfirmed > 0
    return not any(of == track.id and (other.total or other.not_applicable) for (of, _), other in board.sums.items())


def weighed(scores: Iterable[tuple[float, float | None]]) -> float | None:
    """The mean of the scores there are; the weight of a track without one drops out."""
    known = [(weight, score) for weight, score in scores if score is not None]
    total = fsum(weight for weight, _ in known)
    return fsum(weight * score for weight, score in known) / total if total else None


def _musts(board: Board, scope: Scope, which: str) -> int:
    return sum(getattr(sums, which) for (_, shelf), sums in board.sums.items() if shelf in scope.musts)
