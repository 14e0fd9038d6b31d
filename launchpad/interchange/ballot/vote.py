"""What a ballot proposes: one track's answer, beside what the plan holds."""

from dataclasses import dataclass

from launchpad.domain.enums import Answer
from launchpad.interchange.ballot.ballot import GIVEN
from launchpad.interchange.homecoming.proposals import Proposal

TABLE = "signoffs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Proposal):
    """An answer that came home. `review`, `track` and `person` are ids; `at` is the local time the file was saved."""

    review: str
    track: str
    person: str
    answer: Answer
    comment: str
    at: str


def answer_words(answer: Answer | None, comment: str) -> str | None:
    """An answer as a list of changes shows it: ``Refuse: the deck is not ready``; None for no answer."""
    if answer not in GIVEN:
        return None
    return f"{GIVEN[answer]}: {comment}" if comment else GIVEN[answer]
