"""Opening a launch for a window: to write if that can be, else to read, saying why. Run it off the window's thread."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import platformdirs

from launchpad.app.overview_answers import board_answers
from launchpad.app.plan_facts import plan_facts
from launchpad.app.session import Session
from launchpad.app.settings import APP
from launchpad.app.today import resolve_today
from launchpad.storage.errors import CAN_BE_READ, Busy, ReadOnly

SAMPLE_NAME = "Loomtrack 4 (sample).launch"


@dataclass(frozen=True, slots=True)
class OpenedLaunch:
    """An open session, and why it can only be read; empty when it can be changed.

    `is_past` is true of an earlier state of a plan: nobody works in it, so it is not remembered among recent files.
    """

    session: Session
    notice: str = ""
    is_past: bool = False


def open_launch(path: Path, today: date | None = None) -> OpenedLaunch:
    """Open a launch file and work out its first answers; raise StorageError when it cannot be opened at all."""
    try:
        opened = OpenedLaunch(Session.open(path, keeps_version=False))
    except Busy as refusal:
        who = f"{refusal.who} (process {refusal.pid})" if refusal.pid else refusal.who
        opened = OpenedLaunch(Session.open(path, read_only=True), f"{who} is editing this launch; here it can be read.")
    except ReadOnly as refusal:
        why = str(refusal).removesuffix(f" {CAN_BE_READ}")
        opened = OpenedLaunch(Session.open(path, read_only=True), f"{why} Here it can be read.")
    warm(opened.session, today)
    return opened


def open_sample(today: date | None = None) -> OpenedLaunch:
    """Open the sample launch; the first time, make it among the user's data."""
    from launchpad.app.new_launch import sample  # brings in the readers of templates

    path = platformdirs.user_data_path(APP, appauthor=False) / SAMPLE_NAME
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        Session.create(path, sample(), "The sample launch").close()
    return open_launch(path, today)


def warm(session: Session, today: date | None = None) -> None:
    """Work out what a window shows first, so that showing it takes no time."""
    day = resolve_today(session.document, today)
    _ = session.stacks
    if not plan_facts(session.document, day).trouble:  # a plan without a schedule is opened too: its screens say why
        board_answers(session.document, day)
