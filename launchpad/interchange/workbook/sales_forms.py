"""What sales fills in beside its checklist: regions, accounts, who is certified, and what customers say."""

from launchpad.domain.enums import CertificationResult, Readiness, RequestKind
from launchpad.domain.register import RegionFeedback
from launchpad.domain.sales import Account, Certification, Request
from launchpad.interchange.audience import Audience
from launchpad.interchange.workbook.forms import Content, Form, FormColumn

REGIONS = Form(
    kind=RegionFeedback,
    sheet="Accounts",
    title="Regions",
    natural="region",
    columns=(
        FormColumn(key="region", header="Region", width=22, editable=False),
        FormColumn(key="ready_to_sell", header="Ready to sell", width=16, content=Content.WORD, words=Readiness),
        FormColumn(key="confidence", header="Confidence 1–5", width=16, content=Content.WHOLE),
        FormColumn(key="missing", header="Missing", width=42),
        FormColumn(key="returned", header="Answered", width=14, content=Content.DAY, editable=False),
        FormColumn(key="by", header="By", width=22, content=Content.PERSON, editable=False),
        FormColumn(key="accounts", header="Accounts", width=12, content=Content.AMOUNT, editable=False),
        FormColumn(key="pipeline", header="Pipeline", width=12, content=Content.AMOUNT, editable=False),
    ),
    grows=False,
    dated="returned",
)
ACCOUNTS = Form(
    kind=Account,
    sheet="Accounts",
    title="Accounts",
    natural="name",
    columns=(
        FormColumn(key="name", header="Account", width=22, needed=True),
        FormColumn(key="region", header="In region", width=16),
        FormColumn(key="stage", header="Stage", width=16),
        FormColumn(key="next_step", header="Next step", width=42),
        FormColumn(key="value", header="Value", width=14, content=Content.AMOUNT),
        FormColumn(key="updated", header="Updated", width=14, content=Content.DAY, editable=False),
    ),
    dated="updated",
)
CERTIFICATIONS = Form(
    kind=Certification,
    sheet="Certification",
    title="Who is certified",
    natural="name",
    columns=(
        FormColumn(key="name", header="Person", width=28, needed=True),
        FormColumn(key="done_on", header="Done on", width=16, content=Content.DAY),
        FormColumn(key="result", header="Result", width=16, content=Content.WORD, words=CertificationResult),
    ),
)
REQUESTS = Form(
    kind=Request,
    sheet="Objections",
    title="Objections and requests",
    natural="text",
    columns=(
        FormColumn(key="text", header="What they say", width=36, needed=True),
        FormColumn(
            key="kind", header="Objection or request", width=18, content=Content.WORD, words=RequestKind, needed=True
        ),
        FormColumn(key="region", header="Region", width=12),
        FormColumn(key="heard", header="Since", width=12, content=Content.DAY, editable=False),
        FormColumn(key="answer", header="Answer", width=50, editable=False),
    ),
    dated="heard",
)
SALES_FORMS = (REGIONS, ACCOUNTS, CERTIFICATIONS, REQUESTS)
FORMS = {Audience.SALES: SALES_FORMS}
"""The forms of each audience; others have none."""


def forms_of(audience: Audience) -> tuple[Form, ...]:
    """The forms that an audience fills in."""
    return FORMS.get(audience, ())
