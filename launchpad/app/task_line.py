"""A task typed in one line: ``Call analysts @mara 3d must T-10 #sales gate:G3``."""

import re
from datetime import date
from typing import Any

from launchpad.app.commands.task_rows import NewTask
from launchpad.app.day_text import read_day
from launchpad.app.field_text import read_person
from launchpad.domain.document import Document
from launchpad.domain.enums import AnchorKind, Criticality
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.people import Track
from launchpad.domain.values import Anchor

EXAMPLE = "Call analysts @mara 3d must T-10 #sales gate:G3"

_DURATION = re.compile(r"(\d{1,4})(d|w)", re.IGNORECASE)
_OFFSET = re.compile(r"T(?:[+\-−]\d{1,5})?")
_PRIORITIES = frozenset(each.value for each in Criticality)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_task_line(document: Document, text: str, today: date) -> NewTask:
    """Read a typed task; raise PlanError for a name that is not in the plan or a line without a title.

    A day (``T-10``, ``2026-11-03``, ``due:5 Jan`` without the blank: ``due:5jan``) is the day it should be done by:
    the task finishes there, or later when its links say so.
    """
    fields: dict[str, Any] = {}
    words: list[str] = []
    for word in text.split():
        if not _take(document, word, fields, today):
            words.append(word)
    if not words:
        raise PlanError("Type what is to be done, too.")
    return NewTask(" ".join(words), fields.pop("track", None), fields)


def _take(document: Document, word: str, fields: dict[str, Any], today: date) -> bool:
    """Whether a word is about the task rather than part of its title; then its field is set."""
    if duration := _DURATION.fullmatch(word):
        fields["duration"] = int(duration[1]) * (5 if duration[2] in "wW" else 1)
    elif word.startswith("@") and len(word) > 1:
        fields["owner"] = read_person(document, word[1:]).id
    elif word.startswith("#") and len(word) > 1:
        fields["track"] = _named(document, Track, word[1:]).id
    elif word.casefold().startswith("gate:") and len(word) > 5:
        fields["gate"] = _named(document, Gate, word[5:]).id
    elif word in _PRIORITIES:
        fields["criticality"] = Criticality(word)
    elif _OFFSET.fullmatch(word) or _ISO.fullmatch(word):
        fields["anchor"] = Anchor(AnchorKind.FNET, read_day(word, today))
    elif word.casefold().startswith("due:") and len(word) > 4:
        fields["anchor"] = Anchor(AnchorKind.FNET, read_day(word[4:], today))
    else:
        return False
    return True


def _named(document: Document, kind: type[Track] | type[Gate], text: str) -> Track | Gate:
    rows: tuple[Track | Gate, ...] = document.rows(kind)
    wanted = text.casefold()
    exact = [row for row in rows if row.key.casefold() == wanted]
    close = exact or [row for row in rows if row.name.casefold().replace(" ", "").startswith(wanted)]
    if len(close) != 1:
        known = ", ".join(row.key for row in rows)
        raise PlanError(f"There is no {kind.__name__.lower()} “{text[:40]}”; there are {known}.")
    return close[0]
