"""Rows that come and go: typed, cut, copied, pasted and dropped."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from launchpad.app.commands.task_rows import add_tasks
from launchpad.app.commands.task_weeks import due_in_week
from launchpad.app.plan_session import PlanSession
from launchpad.app.task_clip import MIME, Clip, read_clip
from launchpad.app.task_line import read_task_line
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.people import Person, Track
from launchpad.domain.task import Task
from launchpad.domain.wording import counted
from launchpad.ui.checklist.arrangement import Grouping
from launchpad.ui.checklist.columns import COLUMNS, NUMBERS
from launchpad.ui.checklist.task_edits import TaskEdits
from launchpad.ui.checklist.view import TaskView
from launchpad.ui.parts.day_order import day_order

if TYPE_CHECKING:
    from launchpad.app.pasted_tasks import Pasted

FIELDS = {Grouping.GATE: "gate", Grouping.OWNER: "owner", Grouping.STATUS: "status"}
"""What a task takes over from the group it is dropped into."""


class RowDesk(QObject):
    """Puts rows where the selection is, or where they were dropped."""

    told = Signal(str)

    def __init__(self, session: PlanSession, view: TaskView, edits: TaskEdits) -> None:
        super().__init__(view)
        self.session = session
        self.view = view
        self.edits = edits

    # --- typed -----------------------------------------------------------------------------------------------------

    def add(self, line: str) -> bool:
        """Add the task of a typed line; False when it was refused."""
        track, before, _ = self.place()
        known = set(self.session.document.table(Task))
        if not self.session.run(_add_line, line, track, before, self.session.today):
            return False
        self._select_new(known, "Added")
        return True

    def _select_new(self, known: set[str], what: str) -> None:
        fresh = [task for task in self.session.document.tasks if task.id not in known]
        if not fresh:
            return
        ids = [task.id for task in fresh]
        if not self.view.tree.index_of(ids[0]).isValid():
            self.told.emit(f"{what} “{fresh[0].title}”; the filter hides it.")
            return
        self.view.select_tasks(ids, ids[0])
        self.view.scrollTo(self.view.tree.index_of(ids[-1]))
        self.told.emit(f"{what} “{fresh[0].title}”." if len(ids) == 1 else f"{what} {len(ids)} tasks.")

    def place(self) -> tuple[str | None, str | None, str]:
        """Where something new goes: a track, the task after it, and the track's name."""
        document = self.session.document
        chosen = self.view.selected_tasks()
        if chosen:
            track = chosen[-1].track
            return track, self._after(chosen[-1]), document.table(Track)[track].name
        group = self.view.tree.group_of(self.view.currentIndex())
        if group is not None and self.view.grouping is Grouping.TRACK and group.key in document.table(Track):
            return group.key, None, group.title
        return None, None, document.tracks[0].name if document.tracks else ""

    def _after(self, task: Task) -> str | None:
        tasks = [each.id for each in self.session.document.tasks if each.track == task.track]
        place = tasks.index(task.id) + 1
        return tasks[place] if place < len(tasks) else None

    # --- clipboard and dragging ------------------------------------------------------------------------------------

    def cut(self) -> None:
        """Put the selected tasks on the clipboard, to be moved where they are pasted."""
        self._to_clipboard(is_cut=True)

    def copy(self) -> None:
        """Put the selected tasks on the clipboard."""
        self._to_clipboard(is_cut=False)

    def _to_clipboard(self, *, is_cut: bool) -> None:
        tasks = self.view.selected_tasks()
        if tasks:
            columns = [COLUMNS[number] for number in self._clip_columns()]
            QGuiApplication.clipboard().setMimeData(self.view.tree.mime_of(tasks, is_cut=is_cut, columns=columns))
            count = counted(len(tasks), "task")
            self.told.emit(f"{count} cut; paste where they should go." if is_cut else f"{count} copied.")

    def _clip_columns(self) -> list[int]:
        return [NUMBERS["key"], *(number for number in self.view.shown_columns() if number != NUMBERS["key"])]

    def paste(self) -> None:
        """Take tasks or rows of a spreadsheet from the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        if self.session.is_read_only:
            return
        try:
            if mime.hasFormat(MIME):
                self._take_clip(read_clip(bytes(mime.data(MIME).data()).decode(errors="replace")))
            elif mime.hasText() and mime.text().strip():
                self._paste_text(mime.text())
        except PlanError as error:
            self.session.refused.emit(str(error))

    def _take_clip(self, clip: Clip) -> None:
        track, before, _ = self.place()
        if clip.is_move_in(self.session.document) and track is not None:
            self.edits.move([task.id for task in clip.tasks], track, before)
            return
        known = set(self.session.document.table(Task))
        if self.session.run(_add_clip, clip, track, before, self.session.today):
            self._select_new(known, "Pasted")

    def _paste_text(self, text: str) -> None:
        from launchpad.app.pasted_tasks import read_table  # with all the vocabulary of other programs

        track, before, _ = self.place()
        fields = [COLUMNS[number].field for number in self.view.shown_columns()]
        pasted = read_table(self.session.document, text, fields, self.session.today, day_order())
        known = set(self.session.document.table(Task))
        if not self.session.run(_paste, pasted, track, before, self.session.today):
            return
        self._select_new(known, "Pasted")
        if pasted.unread:
            more = f" and {len(pasted.unread) - 2} more" if len(pasted.unread) > 2 else ""
            count = len(pasted.new) + len(pasted.known)
            self.told.emit(f"Pasted {count}; not read: {'; '.join(pasted.unread[:2])}{more}.")

    def drop(self, text: str, group: str, before: str | None) -> None:
        try:
            clip = read_clip(text)
        except PlanError as error:
            self.session.refused.emit(str(error))
            return
        QTimer.singleShot(0, self, partial(self._drop, clip, group, before))

    def _drop(self, clip: Clip, group: str, before: str | None) -> None:
        ids = [task.id for task in clip.tasks]
        if not clip.is_move_in(self.session.document):
            track = group if self.view.grouping is Grouping.TRACK else None
            self.session.run(_add_clip, clip, track, before if track else None, self.session.today)
        elif self.view.grouping is Grouping.TRACK:
            self.edits.move(ids, group, None if self.view.is_sorted else before)
        elif self.view.grouping is Grouping.WEEK:
            self._drop_into_week(ids, group)
        else:
            self.edits.set_text(
                ids, FIELDS[self.view.grouping], _group_text(self.session.document, self.view.grouping, group)
            )

    def _drop_into_week(self, ids: Sequence[str], group: str) -> None:
        if not group:
            self.told.emit("A task without dates is in no week; its links form a circle.")
            return
        self.session.run(due_in_week, ids, date.fromisoformat(group), self.session.today)


def _group_text(document: Document, grouping: Grouping, key: str) -> str:
    """A group as the text a field is set to."""
    if grouping is Grouping.STATUS:
        return key
    rows: Sequence[Gate | Person] = document.gates if grouping is Grouping.GATE else document.people
    return next((row.key for row in rows if row.id == key), "")


def _add_line(document: Document, text: str, track: str | None, before: str | None, today: date) -> Edit:
    return add_tasks(document, (read_task_line(document, text, today),), track, before, today)


def _add_clip(document: Document, clip: Clip, track: str | None, before: str | None, today: date) -> Edit:
    drafts = clip.drafts(document)
    if track is not None:
        drafts = tuple(replace(draft, track=None) for draft in drafts)
    return add_tasks(document, drafts, track, before, today)


def _paste(document: Document, pasted: "Pasted", track: str | None, before: str | None, today: date) -> Edit:
    return pasted.edit(document, track, before, today)
