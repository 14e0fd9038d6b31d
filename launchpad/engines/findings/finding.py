"""What a rule about the whole plan found: a sentence, the rows it is about and, where there is one, a repair."""

from dataclasses import dataclass
from enum import Enum

from launchpad.domain.edit import Edit


class FindingKind(Enum):
    """The rule that found it; the most pressing first."""

    CYCLE = "cycle"
    UNSCHEDULABLE = "unschedulable"
    BROKEN_LINK = "broken_link"
    AFTER_DEADLINE = "after_deadline"
    AFTER_GATE = "after_gate"
    AFTER_LAUNCH = "after_launch"
    AFTER_ANCHOR = "after_anchor"
    FORECAST_AFTER_GATE = "forecast_after_gate"
    OVERDUE = "overdue"
    NO_OWNER = "no_owner"
    OWNER_LEFT = "owner_left"
    OVERLOAD = "overload"
    GATE_UNPROVEN = "gate_unproven"
    CRITERION_UNPROVEN = "criterion_unproven"
    PROOF_TOO_LATE = "proof_too_late"
    NOT_PROVEN = "not_proven"
    NO_REASON = "no_reason"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right. `rows` are the ids of the rows it is about, the main one first."""

    kind: FindingKind
    text: str
    rows: tuple[str, ...]
    repair: Edit | None = None
