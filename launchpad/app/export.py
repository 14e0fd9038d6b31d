"""Sending a plan out as a file: what the file says about its origin comes from the session and the clock."""

import uuid
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from launchpad.app.review_changes import changes_since
from launchpad.app.session import Session
from launchpad.domain.watching import Watch
from launchpad.interchange import atomic
from launchpad.interchange.audience import Audience
from launchpad.interchange.export import Request, Stamp, export
from launchpad.interchange.pack.changes import Changed, Changes
from launchpad.storage.schemas import newest

PAGE = ".html"


def export_session(
    session: Session,
    target: Path,
    today: date,
    audience: Audience = Audience.FULL,
    tracks: tuple[str, ...] = (),
    review: str = "",
) -> None:
    """Write the plan of a session to `target`, whole or not at all.

    `tracks` are keys of tracks that get a sheet of their own, `review` that of a review whose record goes along. Raise
    PlanError for a wrong request, ExportError when the world refuses the file.
    """
    export_of(session, target, today, audience, tracks, review)()


def export_of(
    session: Session,
    target: Path,
    today: date,
    audience: Audience = Audience.FULL,
    tracks: tuple[str, ...] = (),
    review: str = "",
) -> Callable[[], None]:
    """The writing of the plan as it is now, to be done later and on any thread; like `export_session` otherwise."""
    make = pack_request if target.suffix.lower() == PAGE else request_of
    return partial(export, session.document, target, make(session, today, audience, tracks, review))


def pack_request(
    session: Session, today: date, audience: Audience, tracks: tuple[str, ...] = (), review: str = ""
) -> Request:
    """What is asked for, with what changed since the last review where the team reads it."""
    request = request_of(session, today, audience, tracks, review)
    return replace(request, changes=_changes(session)) if audience is Audience.FULL else request


def _changes(session: Session) -> Changes:
    found = changes_since(session, None)
    if found.number is None:
        return Changes()
    lines = [
        Changed("" if each.track is None else each.track.name, line.sign, line.name, line.text)
        for each in found.tracks
        for line in each.lines
    ]
    return Changes(found.day, tuple(lines))


def request_of(
    session: Session, today: date, audience: Audience, tracks: tuple[str, ...] = (), review: str = ""
) -> Request:
    """What is asked for, with what the file says about its origin."""
    stamp = Stamp(
        plan_id=session.file.facts.plan,
        export_id=str(uuid.uuid4()),
        edit_number=session.last_number,
        schema_version=newest(),
        exported_at=datetime.now(UTC).replace(microsecond=0),
        who=session.who,
    )
    return Request(audience=audience, today=today, stamp=stamp, tracks=tracks, review=review)


def watched(watch: Watch, work: Callable[[], object]) -> Callable[[], object]:
    """Writing that tells how far it is; where that raises Stopped, everything is left as it was."""

    def writing() -> object:
        atomic.watch.set(watch)
        return work()

    return partial(copy_context().run, writing)
