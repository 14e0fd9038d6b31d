"""The date confidence for several who ask at the same time, on threads of their own."""

from datetime import date
from threading import Lock

from launchpad.domain.document import Document
from launchpad.domain.watching import Watch, unwatched
from launchpad.engines.confidence import Confidence, confidence

_one_at_a_time = Lock()


def date_confidence(document: Document, today: date, watch: Watch = unwatched) -> Confidence:
    """Draw the confidence once however many ask: who comes second waits for the first one's answer.

    What `watch` raises ends it; who waited then draws for himself.
    """
    with _one_at_a_time:
        return confidence(document, today, watch=watch)
