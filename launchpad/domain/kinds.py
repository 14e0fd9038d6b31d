"""The kinds of row a plan is made of, and the name each goes by in files."""

from launchpad.domain.gate import Action, Condition, Criterion, Decision, Gate, ReadinessPoint, Review, SignOff
from launchpad.domain.launch import Audience, Calendar, Holiday, Launch, PortfolioEntry, Region
from launchpad.domain.people import Person, Track
from launchpad.domain.register import (
    Asset,
    Blackout,
    Goal,
    Issue,
    Measurement,
    RegionFeedback,
    Risk,
    RivalEvent,
)
from launchpad.domain.review import Addendum, RetroNote
from launchpad.domain.row import Row
from launchpad.domain.sales import Account, Certification, Request
from launchpad.domain.task import Baseline, Comment, Dependency, Task

KINDS: dict[str, type[Row]] = {
    "launch": Launch,
    "calendar": Calendar,
    "holidays": Holiday,
    "people": Person,
    "tracks": Track,
    "gates": Gate,
    "tasks": Task,
    "dependencies": Dependency,
    "criteria": Criterion,
    "goals": Goal,
    "measurements": Measurement,
    "risks": Risk,
    "issues": Issue,
    "decisions": Decision,
    "reviews": Review,
    "signoffs": SignOff,
    "conditions": Condition,
    "actions": Action,
    "baselines": Baseline,
    "readiness_points": ReadinessPoint,
    "audiences": Audience,
    "regions": Region,
    "blackouts": Blackout,
    "rival_events": RivalEvent,
    "assets": Asset,
    "region_feedback": RegionFeedback,
    "accounts": Account,
    "certifications": Certification,
    "requests": Request,
    "comments": Comment,
    "addenda": Addendum,
    "retrospective": RetroNote,
    "portfolio": PortfolioEntry,
}
"""Name in files (also the table's name) → kind of row; a row comes after the rows it mostly refers to."""

NAMES: dict[type[Row], str] = {kind: name for name, kind in KINDS.items()}
"""Kind of row → its name in files."""
