"""The Export menu: the plan as a file for other people and other programs."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from launchpad.app.errands import send_off
from launchpad.domain.watching import Progress
from launchpad.ui.shell.actions import plain, set_sign
from launchpad.ui.shell.messages import tell
from launchpad.ui.shell.work_notice import WorkNotice

if TYPE_CHECKING:
    from launchpad.app.plan_session import PlanSession
    from launchpad.domain.gate import Review
    from launchpad.ui.paper.dialog import TimelineDialog


class Kind(NamedTuple):
    """A kind of file: what it is called, its suffix, who it is for, and what is added to the launch's name.

    `also` is another suffix that the same may be written as.
    """

    text: str
    suffix: str
    audience: str
    icon: str
    added: str = ""
    gap: bool = False
    also: str = ""


KINDS = (
    Kind("&Workbook for the team…", ".xlsx", "full", "file-spreadsheet"),
    Kind("Workbook for &sales…", ".xlsx", "sales", "file-spreadsheet", " – sales"),
    Kind("Workbook for su&pport…", ".xlsx", "support", "file-spreadsheet", " – support"),
    Kind("Workbook for &executives…", ".xlsx", "executive", "file-spreadsheet", " – executives"),
    Kind("Pack for the tea&m…", ".html", "full", "file-text", gap=True, also=".pdf"),
    Kind("Pack for sa&les…", ".html", "sales", "file-text", " – sales", also=".pdf"),
    Kind("Pack for suppo&rt…", ".html", "support", "file-text", " – support", also=".pdf"),
    Kind("Page for e&xecutives…", ".html", "executive", "file-text", " – executives", also=".pdf"),
    Kind("&Checklist as CSV…", ".csv", "full", "table-2", gap=True),
    Kind("Calen&dar file…", ".ics", "full", "calendar-days"),
    Kind("Micr&osoft Project file…", ".xml", "full", "file-text"),
    Kind("Everything as &JSON…", ".json", "full", "file-text"),
)


PACK = KINDS[4]
"""The pack for everybody in the room."""
PDF = ".pdf"
TIMELINE = "&Timeline as PDF, SVG or PNG…"


class Exports(QObject):
    """Fills the menu of one window and writes the files, off its thread."""

    told = Signal(str)
    """A sentence for the status bar."""

    def __init__(self, menu: QMenu, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._session: PlanSession | None = None
        self._target = Path()
        self._progress: Progress | None = None
        self.work = WorkNotice()
        self.work.cancelled.connect(self._call_off)
        for kind in KINDS:
            if kind.gap:
                menu.addSeparator()
            action = menu.addAction(kind.text)
            set_sign(action, kind.icon)
            action.triggered.connect(partial(self._on_chosen, kind))
        menu.addSeparator()
        timeline = menu.addAction(TIMELINE)
        set_sign(timeline, "chart-gantt")
        timeline.triggered.connect(self._on_timeline)

    def show_session(self, session: "PlanSession | None") -> None:
        """Whose plan is written."""
        self._session = session

    def _on_chosen(self, kind: Kind, checked: bool = False) -> None:
        if self._session is None:
            return
        target = self._ask(plain(kind.text), kind.added, kind.suffix, kind.also)
        if target is not None:
            self.write(kind, target)

    def _ask(self, title: str, added: str, suffix: str, also: str = "") -> Path | None:
        """Where to write a file, as the person says it; None when they do not."""
        from PySide6.QtWidgets import QFileDialog

        assert self._session is not None
        suggested = self._session.path.with_name(f"{self._session.path.stem}{added}{suffix}")
        kinds = [each for each in (suffix, also) if each]
        filters = ";;".join(f"*{each}" for each in kinds)
        name, chosen = QFileDialog.getSaveFileName(self._window, title, str(suggested), filters)
        if not name:
            return None
        return Path(name) if name.lower().endswith(tuple(kinds)) else Path(name + (chosen.lstrip("*") or suffix))

    def write(self, kind: Kind, target: Path, review: str = "") -> None:
        """Write the plan as it is now, with the record of the review of that key."""
        from launchpad.app.export import export_of, pack_request
        from launchpad.interchange.audience import Audience

        assert self._session is not None
        session, audience = self._session, Audience(kind.audience)
        if target.suffix.lower() == PDF:
            from launchpad.ui.paper.pack import writing

            request = pack_request(session.session, session.today, audience, (), review)
            self._send(target, writing(session.document, target, request))
        else:
            self._send(target, export_of(session.session, target, session.today, audience, (), review))

    def save_pack(self, review_id: str) -> None:
        """Ask where, and write the pack of a review: with its record once that is sealed, to be read before else."""
        review = self._review(review_id)
        if review is None:
            return
        target = self._ask("Save the pack", f" – {review.key}", ".html", PDF)
        if target is not None:
            self.write(PACK, target, review.key if review.status == "recorded" else "")

    def save_ballots(self, review_id: str) -> None:
        """Ask where, and write the ballots of those who cannot come to a review."""
        review = self._review(review_id)
        if review is None or self._session is None:
            return
        target = self._ask("Ballots for those who cannot come", f" – {review.key} ballots", ".xlsx")
        if target is not None:
            from launchpad.app.ballots import writing_ballots

            session = self._session
            self._send(target, writing_ballots(session.session, target, review.id, session.today))

    def _review(self, review_id: str) -> "Review | None":
        from launchpad.domain.gate import Review

        rows = self._session.document.rows(Review) if self._session else ()
        return next((row for row in rows if row.id == review_id), None)

    def _on_timeline(self, checked: bool = False) -> None:
        if self._session is None:
            return
        from launchpad.domain.errors import PlanError
        from launchpad.ui.paper.ask import timeline_dialog

        try:
            dialog = timeline_dialog(self._session, self._window)
        except PlanError as error:
            tell(self._window, "The timeline cannot be drawn.", str(error))
            return
        dialog.accepted.connect(partial(self._on_timeline_chosen, dialog))
        dialog.open()

    def _on_timeline_chosen(self, dialog: "TimelineDialog") -> None:
        from launchpad.ui.paper.timeline import writing

        target = self._ask("Export the timeline", " – timeline", dialog.suffix)
        if target is not None:
            self._send(target, writing(target, dialog.wanted))

    def _send(self, target: Path, work: Callable[[], object]) -> None:
        from launchpad.app.export import watched

        self._call_off()
        self.told.emit("")
        progress = Progress()
        self.work.begin(f"Writing {target.name}…", progress)
        self._target, self._progress = target, progress
        send_off(
            self,
            watched(progress, work),
            partial(self._on_written, target, progress),
            partial(self._on_not_written, target, progress),
        )

    def _call_off(self) -> None:
        """Let what is being written not take its place."""
        if self._progress is not None:
            self._progress.is_stopped = True
            self._end(self._progress)
            self.told.emit(f"{self._target.name} is not written.")

    def _end(self, progress: Progress) -> None:
        if progress is self._progress:
            self._progress = None
            self.work.end()

    def _on_written(self, target: Path, progress: Progress, nothing: object) -> None:
        self._end(progress)
        self.told.emit(f"Written{' before it could be stopped' if progress.is_stopped else ''}: {target}")

    def _on_not_written(self, target: Path, progress: Progress, error: Exception) -> None:
        from launchpad.domain.errors import PlanError
        from launchpad.interchange.errors import ExportError

        if progress.is_stopped:
            return
        self._end(progress)
        if not isinstance(error, PlanError | ExportError):
            raise error
        tell(self._window, f"“{target.name}” was not written.", str(error))
