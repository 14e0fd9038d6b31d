"""Reviews: what one needs before it begins, what the room looks at, and when the next is due. The front door."""

from launchpad.engines.review.agenda import part_title, seconds_spent, settled, usual_agenda
from launchpad.engines.review.chases import Chase
from launchpad.engines.review.criteria import CriterionState, Proof, criteria_of
from launchpad.engines.review.dates import ReviewDue, next_reviews, next_status_day
from launchpad.engines.review.pages import MustLine, TrackPage, pages
from launchpad.engines.review.preparation import Preparation, preparation
from launchpad.engines.review.promises import OpenPromise, open_actions, open_conditions
from launchpad.engines.review.voters import Quorum, Voter, quorum_of, voters_of
from launchpad.engines.review.which import (
    current_review,
    differs,
    gate_of,
    last_recorded,
    proposal,
    recorded_reviews,
    review_readiness,
)

__all__ = [
    "Chase",
    "CriterionState",
    "MustLine",
    "OpenPromise",
    "Preparation",
    "Proof",
    "Quorum",
    "ReviewDue",
    "TrackPage",
    "Voter",
    "criteria_of",
    "current_review",
    "differs",
    "gate_of",
    "last_recorded",
    "next_reviews",
    "next_status_day",
    "open_actions",
    "open_conditions",
    "pages",
    "part_title",
    "preparation",
    "proposal",
    "quorum_of",
    "recorded_reviews",
    "review_readiness",
    "seconds_spent",
    "settled",
    "usual_agenda",
    "voters_of",
]
