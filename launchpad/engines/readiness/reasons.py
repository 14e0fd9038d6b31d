"""Why a verdict is not better: each reason with its sentence, the rows it is about, its owner and the next step."""

from dataclasses import dataclass

from launchpad.domain.enums import Word
from launchpad.domain.ids import PersonId


class Verdict(Word):
    """What the model recommends at a gate; people decide."""

    GO = "go"
    CONDITIONAL = "conditional"
    NO_GO = "no_go"

    @property
    def label(self) -> str:
        """The verdict as people say it."""
        return {"go": "Go", "conditional": "Go with conditions", "no_go": "No-go"}[self.value]


class StopKind(Word):
    """What makes a No-go whatever the number, in the order in which stops are listed."""

    MUST_BLOCKED = "must_blocked"
    MUST_LATE = "must_late"
    MUST_UNPROVEN = "must_unproven"
    MUST_OPEN = "must_open"
    SIGNOFF_REFUSED = "signoff_refused"
    SIGNOFF_MISSING = "signoff_missing"
    RISK_WITHOUT_PLAN = "risk_without_plan"
    ISSUE = "issue"
    SCORE = "score"
    CORE_TRACK = "core_track"
    BLACKOUT = "blackout"
    NOTHING = "nothing"


class ConditionKind(Word):
    """What makes a Go conditional, in the order in which conditions are listed."""

    SCORE = "score"
    CORE_TRACK = "core_track"
    TRACK = "track"
    MUST_WAIVED = "must_waived"
    SIGNOFF_MISSING = "signoff_missing"
    RISK = "risk"
    CONFIDENCE = "confidence"
    EMPTY_TRACK = "empty_track"
    BLACKOUT = "blackout"
    RIVAL = "rival"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One stop or condition. `rows` are the ids of what it is about; `next_step` says what would settle it."""

    kind: StopKind | ConditionKind
    text: str
    next_step: str
    rows: tuple[str, ...] = ()
    owner: PersonId | None = None
