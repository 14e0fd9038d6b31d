"""Somebody who listens to a session, and commands for it."""

from datetime import date

from launchpad.app.commands.launch import change_launch
from launchpad.app.commands.tasks import change_task
from launchpad.app.plan_session import PlanSession
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError

TODAY = date(2026, 10, 12)


class Heard:
    """All that a session told, in order."""

    def __init__(self, session: PlanSession) -> None:
        self.all: list[object] = []
        session.changed.connect(self.all.append)
        session.refused.connect(self.all.append)
        session.failed.connect(self.all.append)
        session.unkept.connect(self.all.append)


def rename(document: Document, name: str) -> Edit:
    return change_launch(document, {"name": name})


def longer(document: Document, days: int) -> Edit:
    return change_task(document, document.task("brief"), {"duration": days}, TODAY)


def refuse(document: Document) -> Edit:
    raise PlanError("That cannot be.")
