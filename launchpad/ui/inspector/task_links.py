"""The links of a task both ways: what it waits for and what it holds up."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from launchpad.app.commands.links import remove_link, set_link
from launchpad.app.commands.task_rows import links_of
from launchpad.app.day_text import day_text
from launchpad.app.plan_session import PlanSession
from launchpad.app.task_facts import TaskFacts
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.enums import DECIDED_GATES, LinkType
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.task import Dependency, Task
from launchpad.ui.inspector.links_section import LinkEnd, LinksSection


class TaskLinks(QWidget):
    """Two lists of links that are edited where they stand."""

    go_asked = Signal(str)

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task = ""
        self.before = LinksSection("Waits for", "Add what it waits for")
        self.after = LinksSection("Holds up", "Add what waits for it")
        self.before.link_asked.connect(self._on_before)
        self.after.link_asked.connect(self._on_after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for section in (self.before, self.after):
            section.change_asked.connect(self._on_change)
            section.remove_asked.connect(self._on_remove)
            section.go_asked.connect(self.go_asked)
            layout.addWidget(section)

    def show_task(self, task: Task, facts: TaskFacts, *, can_change: bool) -> None:
        """Show the links of a task."""
        self._task = task.id
        before, after = links_of(facts.document, task.id)
        document = facts.document
        self.before.show_links(document, task.id, _ends(before, task, facts), can_change=can_change)
        self.after.show_links(document, task.id, _ends(after, task, facts), can_change=can_change)

    def _on_before(self, other: str) -> None:
        self._session.run(_link, other, self._task)

    def _on_after(self, other: str) -> None:
        self._session.run(_link, self._task, other)

    def _on_change(self, link: Dependency) -> None:
        self._session.run(_change, link)

    def _on_remove(self, link: Dependency) -> None:
        self._session.run(_unlink, link)


def _ends(links: Sequence[Dependency], task: Task, facts: TaskFacts) -> list[LinkEnd]:
    return [_end(link, task, facts) for link in links]


def _end(link: Dependency, task: Task, facts: TaskFacts) -> LinkEnd:
    is_before = link.successor == task.id
    other = link.predecessor if is_before else link.successor
    gate = facts.document.find(Gate, other)
    if gate is not None:
        day = day_text(facts.calendar.day_of(gate.when), facts.today)
        return LinkEnd(link, other, gate.name, "passed" if gate.status in DECIDED_GATES else day)
    found = facts.document.find(Task, other)
    assert found is not None, "a link joins rows of the plan"
    dates = facts.dates(found)
    if dates is None:
        return LinkEnd(link, other, found.title)
    return LinkEnd(
        link, other, found.title, *_standing(found, dates.forecast_finish, dates.start, is_before, task, facts)
    )


def _standing(other: Task, finish: date, start: date, is_before: bool, task: Task, facts: TaskFacts) -> tuple[str, str]:
    if not other.is_open:
        return other.status.label.lower(), "ok"
    if not is_before:
        return f"starts {day_text(start, facts.today)}", "text3"
    dates = facts.dates(task)
    holds = dates is not None and dates.driver.source == other.id and task.is_open
    words = f"until {day_text(finish, facts.today)}"
    return (f"holds it {words}", "warn") if holds else (words, "text3")


def _node(document: Document, node: str) -> Task | Gate:
    found = document.find(Task, node) or document.find(Gate, node)
    if found is None:
        raise PlanError("This task is not in the plan any more.")
    return found


def _link(document: Document, before: str, after: str) -> Edit:
    return set_link(document, _node(document, before), _node(document, after), LinkType.FS, 0, False)


def _change(document: Document, link: Dependency) -> Edit:
    ends = _node(document, link.predecessor), _node(document, link.successor)
    return set_link(document, *ends, link.type, link.lag, link.elapsed)


def _unlink(document: Document, link: Dependency) -> Edit:
    return remove_link(document, _node(document, link.predecessor), _node(document, link.successor))
