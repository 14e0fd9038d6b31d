"""An open launch as the window sees it: the session with signals, what day it is, and the answers about the plan."""

from collections.abc import Callable, Hashable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from launchpad.app.aside import Aside
from launchpad.app.errands import send_off
from launchpad.app.plan_follower import PlanFollower
from launchpad.app.rehearsal import Rehearsal
from launchpad.app.session import BETWEEN_VERSIONS, Applied, Session, keep_version_apart, settle
from launchpad.app.settings import backups_folder
from launchpad.app.today import local_today, resolve_today
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.task import Task
from launchpad.domain.watching import Progress, Stopped, Watch, part, unwatched
from launchpad.engines.readiness import Readiness, readiness
from launchpad.engines.schedule import Schedule, schedule
from launchpad.storage.errors import StorageError

P = ParamSpec("P")
T = TypeVar("T")

SMALL = 1000
"""Tasks of a plan about which all is done at once."""
ALL_OR_NOTHING = "All of it is written at once, or nothing is changed."
NOWHERE = "What you see is in no file any more: save a copy elsewhere. Who closes it once more lets it go."
WRITTEN = 0.75
"""How much of an edit is done when it is on disk; then the plan is scheduled and scored."""
MINUTE = 60_000
"""Milliseconds between two looks at the day: midnight passes, and who sleeps over it wakes in the same window."""
HOLD = 1000
"""Milliseconds for which `hold` waits for more of the same."""


class Trouble(NamedTuple):
    """Why what is seen may not be what the file holds: in a few words, and in a sentence."""

    words: str
    sentence: str


class PlanSession(QObject):
    """One open launch file. What `run` says True to is on disk; screens hear of it by `changed`."""

    changed = Signal(object)
    """The Edit that is now on disk; None when everything may be different (another day, the file read again)."""
    refused = Signal(str)
    """One sentence: why the plan cannot be so."""
    failed = Signal(object)
    """The StorageError: why the disk did not take it. Nothing has changed."""
    troubled = Signal()
    """There is another `trouble`, or none any more."""
    unkept = Signal(str)
    """Two sentences: no version could be kept, and why. The plan is saved all the same."""
    took_long = Signal(object)
    """Something about a large plan is being done on another thread: its Progress, by which it can be stopped."""
    ended = Signal()
    """What took long is over."""

    def __init__(self, session: Session, parent: QObject | None = None, *, today: date | None = None) -> None:
        """Take over an open session; `today` replaces the day it is, for good."""
        super().__init__(parent)
        self._session = session
        self._fixed_today = today
        self._follower = PlanFollower()
        self._uses_real_today = False
        self._held: tuple[Hashable, Callable[[Document], Edit]] | None = None
        self._last_edit: Edit | None = None
        self._trouble: Trouble | None = None
        self._mine: Path | None = None
        self._was_told = 0
        self._most = 0  # tasks before any edit made here
        self._shown: Document | None = None
        self._aside = Aside(self)
        self._aside.took_long.connect(self.took_long)
        self._aside.ended.connect(self.ended)
        self._timer = QTimer(self, singleShot=True, interval=HOLD)
        self._timer.timeout.connect(self.flush)
        self._seen_today = self.today
        self._days = QTimer(self, interval=MINUTE)
        self._days.timeout.connect(self.look_at_the_day)
        self._days.start()
        self._versions = QTimer(self, interval=int(BETWEEN_VERSIONS.total_seconds() * 1000))
        self._versions.timeout.connect(self.keep_version)
        self._versions.start()

    @property
    def session(self) -> Session:
        """The session underneath, for its file and journal."""
        return self._session

    @property
    def document(self) -> Document:
        """The plan as it is on disk; while an edit is being written, as it was before."""
        return self._session.document if self._shown is None else self._shown

    @property
    def is_at_work(self) -> bool:
        """Whether somebody waits for an edit or an answer of another thread. No edit can be made meanwhile."""
        return self._aside.is_busy

    @property
    def _is_small(self) -> bool:
        """Whether it is, and was: undo brings back all that was removed."""
        return max(self._most, len(self.document.table(Task))) <= SMALL

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._session.file.path

    @property
    def is_read_only(self) -> bool:
        """Whether the plan can only be looked at."""
        return self._session.file.is_read_only

    @property
    def trouble(self) -> Trouble | None:
        """Why it must not be said that all is saved; until the next edit is on disk."""
        return self._trouble

    def find_trouble(self, trouble: Trouble | None) -> None:
        """From now on this is the trouble."""
        if trouble != self._trouble:
            self._trouble = trouble
            self.troubled.emit()

    def is_as_left(self) -> bool:
        """Whether the file holds the plan as it was last read or written here."""
        return self.is_at_work or self._session.file.is_as_left()

    # --- today -----------------------------------------------------------------------------------------------------

    @property
    def today(self) -> date:
        """The day the plan is judged on: the file's own if it has one, else the real one."""
        return self._today_of(self.document)

    def _today_of(self, document: Document) -> date:
        return resolve_today(document, local_today() if self._uses_real_today else self._fixed_today)

    @property
    def now(self) -> datetime:
        """The local time of day, on the day the plan is judged on."""
        return datetime.combine(self.today, datetime.now().time())

    @property
    def uses_real_today(self) -> bool:
        """Whether the file's own “as of” day is set aside."""
        return self._uses_real_today

    def use_real_today(self, wanted: bool) -> None:
        """Set the file's own day aside, or go back to it; nothing is written."""
        if wanted != self._uses_real_today:
            self._uses_real_today = wanted
            self.look_at_the_day()

    def look_at_the_day(self) -> None:
        """Tell everybody if it is another day than when last looked."""
        today = self.today
        if today != self._seen_today and not self.is_at_work:
            self._seen_today = today
            self.changed.emit(None)

    # --- answers ---------------------------------------------------------------------------------------------------

    @property
    def readiness(self) -> Readiness:
        """How ready the plan is today."""
        return readiness(self.document, self.today)

    @property
    def schedule(self) -> Schedule:
        """When everything happens; raise PlanError if the links form a circle."""
        return schedule(self.document, self.today)

    def rehearsal(self) -> Rehearsal:
        """Somebody to try edits of the plan with; raise PlanError if the links form a circle."""
        return Rehearsal(self._follower.copy(self.document, self.today))

    def ask(self, question: Callable[[Watch], T], title: str, *, can_be_stopped: bool = True) -> T:
        """Answer a question while the caller waits, about a large plan on another thread; `title` says what it is for.

        Raise what it raises: Stopped, when the person does not want to wait for the answer.
        """
        if self._is_small or self.is_at_work:
            return question(unwatched)
        progress = Progress(title, "Nothing is changed by it.", can_be_stopped=can_be_stopped)
        return self._aside.do(partial(question, progress), progress)

    # --- edits -----------------------------------------------------------------------------------------------------

    @property
    def last_edit(self) -> Edit | None:
        """The newest edit since the file was opened here, an undo among them; None before the first."""
        return self._last_edit

    def run(self, command: Callable[Concatenate[Document, P], Edit], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Do what a command asks; return whether it is on disk. A refusal is told by `refused` or `failed`."""
        self.flush()
        return self._do(partial(self._session.run, command, *args, **kwargs))

    def carry_out(self, road: Callable[[Session], Applied]) -> bool:
        """Do what has a road of its own into the file, such as a merge; otherwise like `run`."""
        self.flush()
        self._session.backup_problem = ""
        done = self._do(partial(road, self._session))
        if done:
            self._on_kept(self._session.backup_problem)
        return done

    def mark(self, command: Callable[Concatenate[Document, P], Edit], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Do what happened in a review at its time: undo steps over it."""
        self.flush()
        return self._do(partial(self._session.mark, command, *args, **kwargs))

    def seal_review(self, review: str, signed_by: str, at: datetime) -> bool:
        """Seal a review in session, for good; a refusal says what its record still needs."""
        from launchpad.app.review_room import seal_review

        self.flush()
        return self._do(partial(seal_review, self._session, review, signed_by, at, self.today))

    def add_addendum(self, review: str, by: str | None, text: str) -> bool:
        """Correct a record by a dated sentence, for good."""
        from launchpad.app.review_room import add_addendum

        self.flush()
        return self._do(partial(add_addendum, self._session, review, by, text, self.today))

    def hold(self, what: Hashable, command: Callable[..., Edit], *args: Any, **kwargs: Any) -> None:
        """Do it once no more of the same `what` came for a second: a spin button held down is one edit.

        Anything else that is asked meanwhile comes after it.
        """
        if self._held is not None and self._held[0] != what:
            self.flush()
        self._held = (what, partial(_called, command, args, kwargs))
        self._timer.start()

    def flush(self) -> bool:
        """Do now what is held; return False if it was refused, or is to come after an edit that is being written."""
        if self.is_at_work:
            self._timer.start()
            return False
        self._timer.stop()
        if self._held is None:
            return True
        held, self._held = self._held[1], None
        return self._do(partial(self._session.run, held))

    def undo(self) -> bool:
        """Take back the newest edit."""
        self.flush()
        return self._do(self._session.undo)

    def redo(self) -> bool:
        """Do again what was taken back last."""
        self.flush()
        return self._do(self._session.redo)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None when there is nothing."""
        return None if self.is_read_only or self.is_at_work else self._session.next_undo

    @property
    def redo_label(self) -> str | None:
        """What redo would do again; None when there is nothing."""
        return None if self.is_read_only or self.is_at_work else self._session.next_redo

    def keep_version(self) -> None:
        """Keep a copy of the plan among its versions, on another thread; tell when it could not be kept."""
        send_off(self, self._about_the_file(keep_version_apart), self._on_kept)

    def settle(self) -> None:
        """Do on another thread what opening left for when the plan is seen."""
        if not self.is_read_only:
            send_off(self, self._about_the_file(settle), self._on_kept)

    def _about_the_file(self, act: Callable[[Path, str, Path], str]) -> Callable[[], str]:
        return partial(act, self.path, self._session.file.facts.plan, backups_folder())

    def _on_kept(self, problem: str) -> None:
        if problem:
            self.unkept.emit(problem)

    def close(self) -> Path | None:
        """Write what is held and let go of the file; what was changed is kept as a version while the window goes.

        Where the file no longer leads to what was changed, that is kept in a file of its own, which is returned.
        """
        self._versions.stop()
        self._days.stop()
        self._aside.finish()
        self.flush()
        self.rescue()
        keeping = self._about_the_file(keep_version_apart) if self._session.has_edits and self._mine is None else None
        self._session.close(keeps_version=False)
        if keeping is not None:
            send_off(self, keeping, self._on_kept)
        return self._mine

    def rescue(self) -> bool:
        """Keep the plan in a file of its own if its file no longer leads to it; ask before it is closed.

        Return False where that cannot be, but only once: whoever asks again was told.
        """
        from launchpad.app.rescue import keep_mine

        if self._mine is not None or not self._session.has_edits or self._was_told == self._session.last_number:
            return True
        try:
            self._mine = keep_mine(self._session, datetime.now())
        except StorageError as error:
            self._was_told = self._session.last_number
            self.failed.emit(StorageError(f"{error} {NOWHERE}"))
            return False
        return True

    def _do(self, asked: Callable[[], Applied]) -> bool:
        if self.is_at_work:
            self.refused.emit("Another change is still being written. Do this again in a moment.")
            return False
        try:
            applied = self._carried_out(asked)
        except PlanError as error:
            self.refused.emit(str(error))
            return False
        except StorageError as error:
            self.find_trouble(Trouble("Last change not saved", str(error)))
            self.failed.emit(error)
            return False
        except Stopped:
            return False
        if applied.edit:
            self.find_trouble(None)
            self._last_edit = applied.edit
            self.changed.emit(applied.edit)
        return True

    def _carried_out(self, asked: Callable[[], Applied]) -> Applied:
        """Make and write an edit, and follow it; that of a large plan on another thread, which alone has the file."""
        before, progress = self.document, Progress("Changing the plan", ALL_OR_NOTHING)
        self._most = max(self._most, len(before.table(Task)))

        def work() -> Applied:
            applied = asked()
            progress.can_be_stopped = False
            if applied.edit:
                after = self._session.document
                self._follower.follow(before, applied.edit, after, self._today_of(after))
                _ = after.tasks  # in their order, as every screen asks for them
            return applied

        if self._is_small:
            return work()
        self._shown, self._session.watch = before, part(progress, 0, WRITTEN)
        try:
            return self._aside.do(work, progress)
        finally:
            self._shown, self._session.watch = None, unwatched


def _called(command: Callable[..., Edit], args: tuple[Any, ...], kwargs: dict[str, Any], document: Document) -> Edit:
    return command(document, *args, **kwargs)
