"""A promise typed in one line: ``Book a second slot @june fri``, ``All certified @otis 27 feb else train in March``."""

import re
from dataclasses import dataclass
from datetime import date

from launchpad.app.day_text import read_day
from launchpad.app.field_text import read_person
from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import PersonId
from launchpad.engines.calendar import calendar_of

_OTHERWISE = re.compile(r"(?:^|[\s,;])(?:else|otherwise)[:,]?\s+", re.IGNORECASE)
_LONGEST_DAY = 3
"""Words of a day: ``27 Feb 2027``."""
_BEFORE_A_DAY = frozenset({"by", "on", "until", "due"})


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody promises: by when (None: not said), and what happens otherwise."""

    text: str
    owner: PersonId | None = None
    due: date | None = None
    fallback: str = ""


def read_promise(document: Document, typed: str, today: date, *, has_fallback: bool = False) -> Promise:
    """Read a typed promise; raise PlanError for a name that is not in the plan or a line without a text.

    The owner follows an ``@`` and the day stands at the end; with `has_fallback` what follows “else” is the fallback.
    """
    said, fallback = _split(typed) if has_fallback else (typed, "")
    words = said.split()
    names = [word for word in words if word.startswith("@") and len(word) > 1]
    rest, due = _due([word for word in words if word not in names], document, today)
    text = " ".join(rest).strip(" ,;")
    if not text:
        raise PlanError("Type what is promised, too.")
    owner = read_person(document, names[-1][1:].rstrip(",;.")).id if names else None
    return Promise(text, owner, due, fallback)


def _split(typed: str) -> tuple[str, str]:
    parts = _OTHERWISE.split(typed, maxsplit=1)
    return parts[0], parts[1].strip() if len(parts) > 1 else ""


def _due(words: list[str], document: Document, today: date) -> tuple[list[str], date | None]:
    """Take the day off the end of the words."""
    for count in range(min(_LONGEST_DAY, len(words)), 0, -1):
        day = _day(" ".join(words[-count:]).strip(" ,;."), document, today)
        if day is not None:
            rest = words[:-count]
            return (rest[:-1] if rest and rest[-1].casefold() in _BEFORE_A_DAY else rest), day
    return words, None


def _day(text: str, document: Document, today: date) -> date | None:
    try:
        return calendar_of(document).day_of(read_day(text, today))
    except PlanError:
        return None
