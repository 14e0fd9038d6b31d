"""Which day it is, resolved once and passed down."""

from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from launchpad.domain.document import Document


def local_today() -> date:
    """The day it is here."""
    return datetime.now().astimezone().date()


def resolve_today(document: "Document", override: date | None = None) -> date:
    """Return `override`, else the file's own “as of” day (only the sample has one), else the local date."""
    return override or document.launch.as_of or local_today()
