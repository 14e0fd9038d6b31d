"""The forms of the inspector: what matters most, the texts, the rest, and what several tasks have in common."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from launchpad.app.day_text import day_text, typed_day
from launchpad.app.task_facts import TaskFacts
from launchpad.app.task_words import held_words, slack_words
from launchpad.domain.enums import AnchorKind, TaskStatus
from launchpad.domain.gate import Decision
from launchpad.domain.task import Task
from launchpad.domain.values import LONGEST
from launchpad.domain.wording import counted
from launchpad.ui.checklist.columns import COLUMNS, NUMBERS
from launchpad.ui.inspector.rows import Rows

T = TypeVar("T")

SHARED = ("status", "owner", "start", "due", "days", "criticality", "gate", "track", "approver")
"""Fields that several tasks can be given at once."""


def _typed(name: str, task: Task, facts: TaskFacts) -> str:
    return COLUMNS[NUMBERS[name]].edit_text(task, facts)


class MainForm(Rows):
    """Status, people, dates and priority, with what the dates mean."""

    def __init__(self, near: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_combo("status", "Status")
        self.add_sentence("blocked_reason", "Blocked by")
        self.add_person("unblocked_by", "Unblocks it")
        self.add_day("unblock_by", "Expected by", near, "5 Jan")
        self.add_sentence("na_reason", "Reason")
        self.add_person("na_approved_by", "Confirmed by")
        self.add_combo("waived_by", "Decision")
        self.add_words("since", "Since")
        self.add_progress("progress", "Progress")
        self.add_person("owner", "Owner")
        self.add_words("dates", "Dates")
        self.add_words("late", "Late").set_tone("bad")
        self.add_day("start", "Start", near, "as soon as possible")
        self.add_day("due", "Due", near, "when the plan ends it")
        self.add_spin("days", "Days", LONGEST)
        self.add_day("expected_finish", "Expected", near, "what its owner says")
        self.add_words("slack", "Slack")
        self.add_words("held", "Starts")
        self.add_combo("criticality", "Priority")
        self.add_combo("gate", "Gate")

    def show_task(self, task: Task, facts: TaskFacts) -> None:
        """Show a task."""
        document = facts.document
        for name in ("status", "criticality", "gate"):
            self.show_choice(name, document, name, [_typed(name, task, facts)])
        self.show_person("owner", document, [task.owner])
        for name in ("start", "due", "expected_finish"):
            self.show_line(name, [_typed(name, task, facts)])
        self.show_number("progress", [task.progress or (100 if task.status is TaskStatus.DONE else 0)])
        self.show_number("days", [task.duration])
        self.show_text("slack", slack_words(task, facts))
        self.show_text("held", _capital(held_words(task, facts)))
        self._show_dates(task, facts)
        self._show_status(task, facts)

    def _show_dates(self, task: Task, facts: TaskFacts) -> None:
        dates = facts.dates(task)
        if dates is None:
            self.show_text("dates", "none while its links form a circle")
            self.reveal("late", False)
            return
        today = facts.today
        days = "milestone" if task.is_milestone else counted(task.duration, "day")
        self.show_text("dates", f"{day_text(dates.start, today)} → {day_text(dates.finish, today)} · {days}")
        item = facts.item(task)
        over = item.credit.days_over if item is not None and task.is_open else 0
        forecast = day_text(dates.forecast_finish, today)
        late = f"{counted(over, 'working day')} past due; forecast {forecast}"
        slips = task.is_open and dates.forecast_finish > dates.due
        self.show_text("late", late if over else f"forecast {forecast}, due {day_text(dates.due, today)}")
        self.reveal("late", bool(over) or slips)

    def _show_status(self, task: Task, facts: TaskFacts) -> None:
        document = facts.document
        self.show_text("blocked_reason", task.blocked_reason)
        self.show_person("unblocked_by", document, [task.unblocked_by])
        self.show_line("unblock_by", [typed_day(task.unblock_by, facts.today)])
        self.show_text("na_reason", task.na_reason)
        self.show_person("na_approved_by", document, [task.na_approved_by])
        decision = document.find(Decision, task.waived_by)
        self.show_choice("waived_by", document, "waived_by", [decision.key if decision else ""])
        self._show_since(task, facts)
        for names, status in (
            (("blocked_reason", "unblocked_by", "unblock_by"), TaskStatus.BLOCKED),
            (("na_reason", "na_approved_by"), TaskStatus.NOT_APPLICABLE),
            (("waived_by",), TaskStatus.WAIVED),
        ):
            for name in names:
                self.reveal(name, task.status is status)
        self.reveal("progress", not task.is_passed_over)

    def _show_since(self, task: Task, facts: TaskFacts) -> None:
        days = {TaskStatus.BLOCKED: task.blocked_since, TaskStatus.IN_REVIEW: task.review_since}
        since = days.get(task.status)
        self.show_text("since", "" if since is None else day_text(since, facts.today))
        self.reveal("since", since is not None)


class TextForm(Rows):
    """What done means, and notes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_text("acceptance", "Done when", "A sentence that decides it")
        self.add_text("deliverable", "Delivers", "What there is once it is done")
        self.add_text("note", "Notes")
        self.add_text("private_note", "Private note, never leaves this file", "Not exported, shared or copied")
        self.add_text("help", "Advice")

    def show_task(self, task: Task, facts: TaskFacts) -> None:
        """Show a task."""
        for name in ("acceptance", "deliverable", "note", "private_note", "help"):
            self.show_text(name, getattr(task, name))
        self.reveal("help", bool(task.help))


class MoreForm(Rows):
    """The fields that are needed less often."""

    def __init__(self, near: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_combo("track", "Track")
        self.add_line("key", "Key")
        self.add_line("weight", "Weight", "by its priority")
        self.add_person("approver", "Approver")
        self.add_combo("evidence_kind", "Proof asked")
        self.add_combo("constraint", "Constraint")
        self.add_day("constraint_day", "Held to", near)
        self.add_words("start_by", "Start by")
        self.add_words("forecast", "Forecast")
        self.add_words("baseline", "Baseline")
        self.add_day("actual_start", "Began", near, "not yet")
        self.add_day("actual_finish", "Finished", near, "not yet")
        self.add_line("optimistic", "Best case", "days")
        self.add_line("pessimistic", "Worst case", "days")
        self.add_line("applies_if", "Applies if")
        self.add_words("updated", "Updated")

    def show_task(self, task: Task, facts: TaskFacts) -> None:
        """Show a task."""
        document, today = facts.document, facts.today
        self.show_choice("track", document, "track", [_typed("track", task, facts)])
        self.show_person("approver", document, [task.approver])
        for name in ("key", "weight"):
            self.show_line(name, [_typed(name, task, facts)])
        for name in ("actual_start", "actual_finish"):
            self.show_line(name, [typed_day(getattr(task, name), today)])
        for name in ("optimistic", "pessimistic"):
            value = getattr(task, name)
            self.show_line(name, ["" if value is None else str(value)])
        self.show_line("applies_if", [task.applies_if])
        self.show_choice("evidence_kind", document, "evidence_kind", [task.evidence_kind or ""])
        self.show_choice("constraint", document, "constraint", [task.anchor.kind if task.anchor else AnchorKind.ASAP])
        self.show_line("constraint_day", [typed_day(task.anchor.at if task.anchor else None, today)])
        self.reveal("constraint_day", task.anchor is not None and task.anchor.at is not None)
        self.show_text("updated", "never" if task.updated is None else day_text(task.updated, today))
        self.show_text("baseline", _baseline(task, today))
        dates = facts.dates(task)
        self.show_text("start_by", "" if dates is None else day_text(dates.start_by, today))
        begin = "" if dates is None else day_text(dates.forecast_start, today)
        self.show_text("forecast", "" if dates is None else f"{begin} → {day_text(dates.forecast_finish, today)}")
        self.reveal("start_by", task.is_open and dates is not None)
        self.reveal("forecast", task.is_open and dates is not None)


class SeveralForm(Rows):
    """What several tasks have in common, and can be given at once."""

    def __init__(self, near: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for name in SHARED:
            column = COLUMNS[NUMBERS[name]]
            match column.editor:
                case "person":
                    self.add_person(name, column.title)
                case "day":
                    self.add_day(name, column.title, near, "T-21 or 5 Jan")
                case "days":
                    self.add_line(name, column.title)
                case _:
                    self.add_combo(name, column.title)

    def show_tasks(self, tasks: Sequence[Task], facts: TaskFacts) -> None:
        """Show tasks."""
        for name in SHARED:
            column = COLUMNS[NUMBERS[name]]
            if column.editor == "person":
                self.show_person(name, facts.document, _differing(getattr(task, name) for task in tasks))
                continue
            texts = _differing(column.edit_text(task, facts) for task in tasks)
            if column.editor in ("day", "days"):
                self.show_line(name, texts)
            else:
                self.show_choice(name, facts.document, column.editor, texts)


def _differing(values: Iterable[T]) -> list[T]:
    """The first value and, if there is one, the first that is another: that tells whether all are the same."""
    found: list[T] = []
    for each in values:
        if each not in found:
            found.append(each)
            if len(found) > 1:
                break
    return found


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _baseline(task: Task, today: date) -> str:
    days = [day_text(day, today) for day in (task.baseline_start, task.baseline_finish) if day is not None]
    return " → ".join(days) or "none"
