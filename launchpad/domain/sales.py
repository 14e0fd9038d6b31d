"""What sales brings to a launch: accounts in sight, who is certified to sell, what customers object to or ask."""

from dataclasses import dataclass
from datetime import date

from launchpad.domain.enums import CertificationResult, RequestKind
from launchpad.domain.ids import AccountId, CertificationId, PersonId, RequestId
from launchpad.domain.row import Row, require_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Row):
    """A customer who may buy. `value` is what it may bring, in the unit of the pipeline's goal; `updated` the day sales
    last said so."""

    id: AccountId
    name: str
    region: str = ""
    stage: str = ""
    value: float | None = None
    next_step: str = ""
    updated: date | None = None
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.name, "An account's name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Certification(Row):
    """Somebody who was examined before selling. `person` is who of the plan that is; None for others."""

    id: CertificationId
    name: str
    person: PersonId | None = None
    done_on: date | None = None
    result: CertificationResult | None = None
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.name, "The name of who was certified")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Row):
    """What a customer objects to or asks for, as sales heard it; `answer` is what may be said."""

    id: RequestId
    text: str
    kind: RequestKind = RequestKind.OBJECTION
    region: str = ""
    heard: date | None = None
    answer: str = ""
    order: str = ""

    def __post_init__(self) -> None:
        require_text(self.text, "An objection or request")
