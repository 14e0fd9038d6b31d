"""The scores a review looks at, as they stand."""

from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.gate import Review
from launchpad.domain.values import Snapshot, TrackScore
from launchpad.engines.readiness import readiness
from launchpad.engines.readiness.shown import shown_or_none
from launchpad.engines.review import gate_of, review_readiness


def snapshot_of(document: Document, today: date, review: Review) -> Snapshot:
    """The readiness of the launch, and of the review's gate with its verdict and the reasons for it."""
    launch, judged = readiness(document, today), review_readiness(document, today, review)
    confidence = judged.confidence
    return Snapshot(
        readiness=launch.score,
        gate_readiness=judged.score if gate_of(document, review) is not None else None,
        expected=launch.expected,
        work=launch.work,
        confidence=None if confidence is None else round(confidence / 100, 3),
        tracks=tuple(TrackScore(each.track.key, shown_or_none(each.score)) for each in judged.tracks if each.total),
        recommended=judged.verdict.value,
        stops=tuple(stop.text for stop in judged.stops),
        conditions=tuple(condition.text for condition in judged.conditions),
    )
