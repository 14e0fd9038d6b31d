"""The closed vocabularies of a plan, spelled as files and the command line spell them."""

from enum import StrEnum


class Word(StrEnum):
    """A value of a closed vocabulary: its text in files, and its label for people."""

    @property
    def label(self) -> str:
        """The word as people read it: ``in_progress`` is “In progress”."""
        return str(self.value).replace("_", " ").capitalize()


class LaunchType(Word):
    """What kind of launch a plan is for."""

    PRODUCT = "product"
    FEATURE = "feature"
    RELEASE = "release"
    HARDWARE = "hardware"
    PRICING = "pricing"
    BETA = "beta"
    REGION = "region"
    SUNSET = "sunset"


class LaunchStatus(Word):
    """Where a launch stands in its life."""

    DRAFT = "draft"
    PLANNED = "planned"
    IN_FLIGHT = "in_flight"
    GO = "go"
    LAUNCHED = "launched"
    HYPERCARE = "hypercare"
    MEASURING = "measuring"
    CLOSED = "closed"
    ON_HOLD = "on_hold"
    CANCELLED = "cancelled"


class TaskStatus(Word):
    """Where a task stands. The rules of proof are the readiness engine's, not the row's."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    IN_REVIEW = "in_review"
    BLOCKED = "blocked"
    DONE = "done"
    WAIVED = "waived"
    NOT_APPLICABLE = "not_applicable"

    @property
    def sign(self) -> str:
        """The sign that stands beside the word, since color never stands alone."""
        return STATUS_SIGNS[self]


STATUS_SIGNS = dict(zip(TaskStatus, "○◐◍⊘✓––", strict=True))

OPEN_STATUSES = frozenset({TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS, TaskStatus.IN_REVIEW, TaskStatus.BLOCKED})
"""Statuses of work still to be finished."""

PASSED_OVER = frozenset({TaskStatus.WAIVED, TaskStatus.NOT_APPLICABLE})
"""Statuses of work that will not be done: it passes its links through."""


class Criticality(Word):
    """How much a gate depends on a task."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


class EvidenceKind(Word):
    """The kind of proof a task asks for."""

    DOCUMENT = "document"
    LINK = "link"
    REPORT = "report"
    RECORDING = "recording"
    METRIC = "metric"
    CHECKLIST = "checklist"
    SIGNOFF = "signoff"


class AnchorKind(Word):
    """The eight usual constraint kinds of scheduling literature."""

    ASAP = "ASAP"
    ALAP = "ALAP"
    SNET = "SNET"
    SNLT = "SNLT"
    FNET = "FNET"
    FNLT = "FNLT"
    MSO = "MSO"
    MFO = "MFO"

    @property
    def label(self) -> str:
        """The constraint in words."""
        return ANCHOR_LABELS[self]


ANCHOR_LABELS = {
    AnchorKind.ASAP: "As soon as possible",
    AnchorKind.ALAP: "As late as possible",
    AnchorKind.SNET: "Start no earlier than",
    AnchorKind.SNLT: "Start no later than",
    AnchorKind.FNET: "Finish no earlier than",
    AnchorKind.FNLT: "Finish no later than",
    AnchorKind.MSO: "Must start on",
    AnchorKind.MFO: "Must finish on",
}


class LinkType(Word):
    """Which ends of two tasks a dependency joins, predecessor's first."""

    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"

    @property
    def label(self) -> str:
        """The link in words."""
        ends = {"F": "finish", "S": "start"}
        return f"{ends[self.value[0]]} to {ends[self.value[1]]}"


class GateStatus(Word):
    """Where a gate stands; ``next`` is the one being prepared."""

    UPCOMING = "upcoming"
    NEXT = "next"
    PASSED = "passed"
    PASSED_WITH_CONDITIONS = "passed_with_conditions"
    FAILED = "failed"
    SKIPPED = "skipped"


DECIDED_GATES = frozenset({GateStatus.PASSED, GateStatus.PASSED_WITH_CONDITIONS, GateStatus.SKIPPED})
"""Gates that lie behind the launch. A failed gate is still to be passed."""


class CriterionStatus(Word):
    """What was found for a criterion of a gate."""

    OPEN = "open"
    MET = "met"
    NOT_MET = "not_met"
    WAIVED = "waived"
    NOT_APPLICABLE = "not_applicable"


class PersonStatus(Word):
    """Whether a person can be counted on."""

    ACTIVE = "active"
    AWAY = "away"
    LEFT = "left"


class RiskStatus(Word):
    """Where a risk stands."""

    OPEN = "open"
    CLOSED = "closed"
    HAPPENED = "happened"


class RiskResponse(Word):
    """What is done about a risk."""

    AVOID = "avoid"
    MITIGATE = "mitigate"
    TRANSFER = "transfer"
    ACCEPT = "accept"


class IssueStatus(Word):
    """Where an issue stands."""

    OPEN = "open"
    CLOSED = "closed"


class DecisionStatus(Word):
    """Where a decision stands."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    SUPERSEDED = "superseded"


class RequestKind(Word):
    """What customers bring up: something against buying, or something they want."""

    OBJECTION = "objection"
    REQUEST = "request"


class CertificationResult(Word):
    """How an examination before selling ended."""

    PASSED = "passed"
    FAILED = "failed"


class ReviewKind(Word):
    """A gate review decides; a status review only looks."""

    GATE = "gate"
    STATUS = "status"


class ReviewStatus(Word):
    """Where a review stands; a recorded one is read-only."""

    PLANNED = "planned"
    IN_SESSION = "in_session"
    RECORDED = "recorded"
    CANCELLED = "cancelled"


class Outcome(Word):
    """What people decide at a gate; the first three are also what the model can recommend."""

    GO = "go"
    CONDITIONAL = "conditional"
    NO_GO = "no_go"
    HOLD = "hold"
    BACK = "back"

    @property
    def label(self) -> str:
        """The outcome as people say it."""
        return OUTCOME_LABELS[self]


OUTCOME_LABELS = dict(
    zip(Outcome, ("Go", "Go with conditions", "No-go", "Hold", "Back to an earlier gate"), strict=True)
)


class Presence(Word):
    """Whether somebody asked to a review was there; a deputy stands in for somebody else."""

    PRESENT = "present"
    ABSENT = "absent"
    DEPUTY = "deputy"


class RetroKind(Word):
    """What a note for the next launch says: do it again, do it differently, or try this."""

    KEEP = "keep"
    CHANGE = "change"
    IDEA = "idea"


class Answer(Word):
    """A track lead's answer at a gate."""

    MISSING = "missing"
    APPROVE = "approve"
    REFUSE = "refuse"
    ABSTAIN = "abstain"
    VOID = "void"


class ConditionStatus(Word):
    """Where a condition of a go stands."""

    OPEN = "open"
    CLOSED = "closed"
    OVERDUE = "overdue"
    EXTENDED = "extended"
    FAILED = "failed"


class ActionStatus(Word):
    """Where an action of a review stands."""

    OPEN = "open"
    DONE = "done"


class GoalDirection(Word):
    """Which way is better."""

    UP = "up"
    DOWN = "down"


class GoalType(Word):
    """When a goal moves; a guardrail must not get worse."""

    LEADING = "leading"
    LAGGING = "lagging"
    GUARDRAIL = "guardrail"


class GoalStatus(Word):
    """Where a goal stands."""

    DRAFT = "draft"
    ACTIVE = "active"
    MET = "met"
    MISSED = "missed"
    DROPPED = "dropped"


class BlackoutKind(Word):
    """A hard blackout forbids; a soft one needs a decision."""

    HARD = "hard"
    SOFT = "soft"


class RivalConfidence(Word):
    """How sure a rival's event is."""

    RUMOUR = "rumour"
    LIKELY = "likely"
    CONFIRMED = "confirmed"
    HAPPENED = "happened"
    GONE = "gone"


class AssetStatus(Word):
    """Where an asset stands."""

    PLANNED = "planned"
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class AssetAudience(Word):
    """Who may see an asset."""

    INTERNAL = "internal"
    PARTNER = "partner"
    CUSTOMER = "customer"
    PRESS = "press"
    PUBLIC = "public"


class Readiness(Word):
    """A region's own answer: ready to sell?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
