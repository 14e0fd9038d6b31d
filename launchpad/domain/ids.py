"""Identities of rows: random UUID text, typed by the kind of row they name."""

from typing import NewType

LaunchId = NewType("LaunchId", str)
CalendarId = NewType("CalendarId", str)
HolidayId = NewType("HolidayId", str)
PersonId = NewType("PersonId", str)
TrackId = NewType("TrackId", str)
GateId = NewType("GateId", str)
CriterionId = NewType("CriterionId", str)
TaskId = NewType("TaskId", str)
DependencyId = NewType("DependencyId", str)
GoalId = NewType("GoalId", str)
MeasurementId = NewType("MeasurementId", str)
RiskId = NewType("RiskId", str)
IssueId = NewType("IssueId", str)
DecisionId = NewType("DecisionId", str)
ReviewId = NewType("ReviewId", str)
SignOffId = NewType("SignOffId", str)
ConditionId = NewType("ConditionId", str)
ActionId = NewType("ActionId", str)
BaselineId = NewType("BaselineId", str)
ReadinessPointId = NewType("ReadinessPointId", str)
AudienceId = NewType("AudienceId", str)
RegionId = NewType("RegionId", str)
BlackoutId = NewType("BlackoutId", str)
RivalEventId = NewType("RivalEventId", str)
AssetId = NewType("AssetId", str)
RegionFeedbackId = NewType("RegionFeedbackId", str)
AccountId = NewType("AccountId", str)
CertificationId = NewType("CertificationId", str)
RequestId = NewType("RequestId", str)
CommentId = NewType("CommentId", str)
AddendumId = NewType("AddendumId", str)
RetroNoteId = NewType("RetroNoteId", str)
PortfolioEntryId = NewType("PortfolioEntryId", str)

NodeId = TaskId | GateId
"""What a dependency may join: a task or a gate. Ids are unique across kinds."""


def new_id() -> str:
    """Return a fresh id; wrap it in the type of the row it is for."""
    from uuid import uuid4  # a plan is opened without it

    return str(uuid4())
