"""Does what was sealed still say what it said? The rows by themselves, and the journal that brought them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from launchpad.domain.document import Document
from launchpad.domain.enums import ReviewStatus
from launchpad.domain.gate import Review
from launchpad.domain.record import Seal
from launchpad.domain.row import Row
from launchpad.journal.entry import Entry
from launchpad.journal.seals import Sealed, digest_of, parts_of, plan_digest, recordable_rows, sealed_rows


class SealStanding(StrEnum):
    """Whether a record is as it was sealed; an unsealed one was recorded before it came to Launchpad."""

    SEALED = "sealed"
    BROKEN = "broken"
    UNSEALED = "unsealed"


@dataclass(frozen=True, slots=True)
class SealState:
    """A record or an addendum and how its seal stands, in a sentence."""

    row: Sealed
    state: SealStanding
    text: str


def seal_states(document: Document) -> tuple[SealState, ...]:
    """How the seal of every record and addendum stands, by its rows alone; kept while the document lives."""
    return document.once("seal states", lambda: tuple(_states(document)))


def _states(document: Document) -> Iterator[SealState]:
    digests = [row.seal.digest for row in sealed_rows(document) if row.seal is not None]
    previous = [row.seal.previous for row in sealed_rows(document) if row.seal is not None]
    for row in recordable_rows(document):
        if row.seal is None and isinstance(row, Review) and not _claims_a_seal(row):
            if row.status is ReviewStatus.RECORDED:
                told = f"Review {row.key} “{row.title}” was recorded before it came to Launchpad; it has no seal."
                yield SealState(row, SealStanding.UNSEALED, told)
            continue
        fault = _fault(document, row, digests, previous)
        if fault:
            yield SealState(row, SealStanding.BROKEN, _broken(document, row, fault))
        else:
            name = called(document, row)
            yield SealState(row, SealStanding.SEALED, f"{name[:1].upper()}{name[1:]} is as it was sealed.")


def _broken(document: Document, row: Sealed, why: str) -> str:
    return f"The seal of {called(document, row)} is broken: {why}."


def _claims_a_seal(review: Review) -> bool:
    """Whether a review was held here and so cannot be recorded without a seal."""
    return review.status is ReviewStatus.RECORDED and review.edit is not None


def _fault(document: Document, row: Sealed, digests: list[str], previous: list[str]) -> str:
    if row.seal is None:
        return "the seal was taken away"
    if digest_of(row, parts_of(document, row)) != row.seal.digest:
        return "what it says is not what was sealed"
    if row.seal.previous and row.seal.previous not in digests:
        return "the record sealed before it is missing or not what it was"
    if previous.count(row.seal.previous) > 1:
        return "another record claims its place"
    return ""


def called(document: Document, row: Sealed) -> str:
    """A record as a sentence names it."""
    if isinstance(row, Review):
        return f"review {row.key} “{row.title}”"
    review = document.find(Review, row.review)
    return f"the addendum of {row.day.isoformat()} to {called(document, review) if review else 'a review'}"


# --- the journal ---------------------------------------------------------------------------------------------------


def journal_faults(document: Document, journal: str, entries: Iterable[Entry]) -> Mapping[str, str]:
    """One sentence, by the id of its row, for each seal that the journal called `journal` does not bear out.

    It is read once from its start: the entry that sealed must be there as it was, and the plan that a review looked at
    must be the plan its journal leads to.
    """
    sealed: dict[str, Sealed] = {row.id: row for row in sealed_rows(document)}
    looked_at = {row.edit: row for row in document.rows(Review) if row.seal is not None and row.seal.journal == journal}
    faults: dict[str, str] = {}
    borne_out: set[str] = set()
    rows: dict[tuple[type[Row], str], Row] = {}
    for entry in entries:
        _replay(rows, entry)
        borne_out.update(row.id for row in _sealed_by(entry, sealed, journal))
        review = looked_at.get(entry.number)
        if review is not None and plan_digest(rows.values()) != review.plan:
            faults[review.id] = f"the plan after edit {entry.number}, which it looked at, is not what it was"
    faults |= {row: "the journal does not hold the edit that sealed it" for row in sealed if row not in borne_out}
    return {row: _broken(document, sealed[row], why) for row, why in faults.items()}


def _replay(rows: dict[tuple[type[Row], str], Row], entry: Entry) -> None:
    for change in entry.edit.changes:
        place = (type(change.row), change.row.id)
        rows.pop(place, None)
        if change.after is not None:
            rows[place] = change.after


def _sealed_by(entry: Entry, sealed: Mapping[str, Sealed], journal: str) -> Iterator[Sealed]:
    """The sealed rows that this entry brought: by sealing them, or by being the birth of a copy that held them."""
    for change in entry.edit.changes:
        row = sealed.get(change.row.id)
        if row is None or change.after != row or row.seal is None:
            continue
        is_ours = row.seal.journal == journal
        if _is_seal(entry, row, row.seal) if is_ours else entry.number == 1:
            yield row


def _is_seal(entry: Entry, row: Sealed, seal: Seal) -> bool:
    """Whether an entry says of itself what the seal says of it."""
    about = (entry.number, f"{entry.when:%Y-%m-%dT%H:%M:%SZ}", entry.who, entry.source, entry.edit.label)
    said = (seal.edit, seal.moment, seal.who, sealing_source(row), sealing_label(row))
    return about == said and entry.permanent and entry.undoes is None and entry.read is None


def sealing_source(row: Sealed) -> str:
    """The source of the entry that seals a row."""
    return f"review:{row.id if isinstance(row, Review) else row.review}"


def sealing_label(row: Sealed) -> str:
    """The label of the entry that seals a row."""
    return f"Record review {row.key}: {row.title}" if isinstance(row, Review) else f"Add to the record: {row.text[:60]}"
