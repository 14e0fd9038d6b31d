"""One open launch: the plan, the file it lives in, and the one road by which it changes. Free of Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, ParamSpec

from launchpad.app.settings import backups_folder, load_settings
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Review
from launchpad.domain.review import Addendum
from launchpad.domain.watching import Watch, part, unwatched
from launchpad.journal.entry import REDO, UNDO, Entry, FileRead
from launchpad.journal.record_guard import refuse_record_changes
from launchpad.journal.seal_check import sealing_source
from launchpad.journal.seals import Stamp
from launchpad.journal.undo import UndoStacks, undo_stacks
from launchpad.storage.backup import back_up, back_up_apart, versions
from launchpad.storage.errors import StorageError
from launchpad.storage.launch_file import LaunchFile, get_ready_to_write

P = ParamSpec("P")

MADE, APPLIED = 0.2, 0.3
"""How much of an edit is done when its command has made it, and when the plan after it is known."""
BETWEEN_VERSIONS = timedelta(minutes=10)
"""How old the latest version of a plan may grow while it is worked on."""


@dataclass(frozen=True, slots=True)
class Applied:
    """An edit that is on disk, and its number in the journal."""

    number: int
    edit: Edit


class Session:
    """An open launch file. Every change goes through `run`, `undo` or `redo`, and is on disk when they return."""

    def __init__(self, file: LaunchFile, who: str, source: str) -> None:
        self._file = file
        self.who = who
        self._source = source
        self._stacks: UndoStacks | None = None
        self._last_permanent = 0
        self._ways: dict[tuple[int, tuple[int, ...]], _WayBack | None] = {}
        self._labels: dict[int, str] = {}
        self._has_edits = False
        self.backup_problem = ""
        self.watch: Watch = unwatched
        """Told how far an edit is; until it is on disk it may stop it."""

    @classmethod
    def open(cls, path: Path, *, source: str = "app", read_only: bool = False, keeps_version: bool = True) -> "Session":
        """Open a file; raise StorageError when it cannot be, also when somebody else is writing to it.

        Who opens it without keeping a version of it lets it `settle` later.
        """
        who = load_settings().name
        session = cls(LaunchFile.open(path, read_only=read_only, who=who), who, source)
        if keeps_version:
            session.keep_version(if_older_than=BETWEEN_VERSIONS)
        return session

    @classmethod
    def create(cls, path: Path, document: Document, label: str, *, source: str = "app") -> "Session":
        """Make a new file of a plan; raise StorageError when there is one already or it cannot be written."""
        who = load_settings().name
        birth = Edit(label, tuple(Change(None, row) for row in document))
        entry = Entry(1, _now(), who, source, birth, permanent=True)
        return cls(LaunchFile.create(path, document, entry, who=who), who, source)

    def __enter__(self) -> "Session":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self, *, keeps_version: bool = True) -> None:
        """Let go of the file; what a window changed is kept as a version first."""
        if keeps_version and self.has_edits and self._source == "app":
            self.keep_version()
        self._has_edits = False  # closing twice does no harm
        self._file.close()

    def keep_version(self, *, if_older_than: timedelta = timedelta(0)) -> None:
        """Keep a verified copy of the plan among its versions, unless the latest is younger than that.

        It is a safety net: when it cannot be kept, `backup_problem` says why and work goes on.
        """
        self.backup_problem = ""
        if self._file.is_read_only:
            return
        try:
            if _is_due(backups_folder(), self._file.facts.plan, if_older_than):
                back_up(self._file, backups_folder())
        except StorageError as error:
            self.backup_problem = _unkept(error)

    @property
    def has_edits(self) -> bool:
        """Whether anything was changed since the file was opened."""
        return self._has_edits

    @property
    def document(self) -> Document:
        """The plan as it is on disk."""
        return self._file.document

    @property
    def file(self) -> LaunchFile:
        """The file the plan lives in."""
        return self._file

    @property
    def last_number(self) -> int:
        """The number of the newest edit."""
        return self._file.last_number

    def run(self, command: Callable[Concatenate[Document, P], Edit], *args: P.args, **kwargs: P.kwargs) -> Applied:
        """Apply the edit a command makes; raise PlanError if the plan cannot be so, StorageError if the disk refuses.

        An edit that changes nothing is not recorded; the number returned is then the newest one's.
        """
        return self._apply(command(self.document, *args, **kwargs), self._source)

    def mark(self, command: Callable[Concatenate[Document, P], Edit], *args: P.args, **kwargs: P.kwargs) -> Applied:
        """Apply what happened in a review at its time: it stays in the journal, and undo steps over it."""
        edit = command(self.document, *args, **kwargs)
        return self._record(edit, _source_of(edit), permanent=True) if edit else Applied(self.last_number, edit)

    def seal(self, command: Callable[[Document, Stamp], Edit]) -> Applied:
        """Apply the edit that seals a record; the command learns which entry of the journal it will be."""
        stamp = Stamp(self.last_number + 1, _now(), self.who, self._file.facts.journal)
        edit = command(self.document, stamp)
        return self._record(edit, _source_of(edit), moment=stamp.moment, permanent=True)

    def bring_home(self, edit: Edit, name: str, read: FileRead) -> Applied:
        """Apply the merge of the workbook called `name`, and keep what was read in it even if nothing is taken.

        The plan as it was before is kept as a version.
        """
        self.keep_version()
        return self._record(edit, f"workbook:{name}", permanent=not edit, read=read)

    def undo(self) -> Applied:
        """Take back the newest edit not yet taken back; raise PlanError when there is none."""
        return self._take_back(UNDO, self.stacks.undo, "There is nothing to undo.")

    def redo(self) -> Applied:
        """Take back the newest undo; raise PlanError when there is none since the last ordinary edit."""
        return self._take_back(REDO, self.stacks.redo, "There is nothing to redo.")

    @property
    def next_undo(self) -> str | None:
        """The label of what undo would take back; None when there is nothing."""
        return self._label(lambda: self.stacks.undo)

    @property
    def next_redo(self) -> str | None:
        """The label of what redo would do again; None when there is nothing."""
        return self._label(lambda: self.stacks.redo)

    @property
    def stacks(self) -> UndoStacks:
        """What undo and redo would take back next."""
        if self._stacks is None:
            headlines = tuple(self._file.entries(changes=False))
            self._stacks = undo_stacks(headlines)
            self._last_permanent = max((entry.number for entry in headlines if entry.permanent), default=0)
        return self._stacks

    def _label(self, pile: Callable[[], tuple[int, ...]]) -> str | None:
        try:
            return self._next_label(pile())
        except StorageError:  # whoever undoes is told why
            return None

    def _next_label(self, pile: tuple[int, ...]) -> str | None:
        """What the newest edit of a pile is called; it need not be read whole unless it may have to be stepped over."""
        if pile and pile[-1] > self._last_permanent:
            return self._label_of(pile[-1])
        found = self._next(pile)
        return None if found is None else found.entry.edit.label

    def _label_of(self, number: int) -> str:
        if number not in self._labels:
            self._labels[number] = self._file.entry(number, changes=False).edit.label
        return self._labels[number]

    def _take_back(self, source: str, pile: tuple[int, ...], otherwise: str) -> Applied:
        found = self._next(pile)
        if found is None:
            raise PlanError(otherwise)
        return self._apply(found.edit, source, undoes=found.entry.number)

    def _next(self, pile: tuple[int, ...]) -> "_WayBack | None":
        """The newest edit of a pile that can be taken back; kept until the next edit."""
        if (self.last_number, pile) not in self._ways:
            fresh = {known: way for known, way in self._ways.items() if known[0] == self.last_number}
            self._ways = {**fresh, (self.last_number, pile): self._way_back(pile)}
        return self._ways[self.last_number, pile]

    def _way_back(self, pile: tuple[int, ...]) -> "_WayBack | None":
        """Look for it from the top down: what the record stands on is stepped over."""
        for number in reversed(pile):
            entry = self._file.entry(number)
            if number > self._last_permanent:
                return _WayBack(entry, entry.edit.inverse())
            from launchpad.app.commands.take_back import undoing

            try:
                edit = undoing(self.document, entry.edit)
                refuse_record_changes(self.document, edit)
                self.document.apply(edit)
            except PlanError:
                continue
            return _WayBack(entry, edit)
        return None

    def _apply(self, edit: Edit, source: str, undoes: int | None = None) -> Applied:
        return self._record(edit, source, undoes=undoes) if edit else Applied(self.last_number, edit)

    def _record(self, edit: Edit, source: str, *, moment: datetime | None = None, **about: Any) -> Applied:
        self.watch(MADE)
        refuse_record_changes(self.document, edit)
        after = self.document.apply(edit)
        self.watch(APPLIED)
        entry = Entry(self.last_number + 1, moment or _now(), self.who, source, edit, **about)
        self._file.append(entry, after, part(self.watch, APPLIED, 1))
        self._has_edits = True
        self._labels[entry.number] = edit.label
        if self._stacks is not None:
            self._stacks = self._stacks.after(entry)
            self._last_permanent = entry.number if entry.permanent else self._last_permanent
        return Applied(entry.number, edit)


@dataclass(frozen=True, slots=True)
class _WayBack:
    """An entry of the journal and the edit that takes it back now."""

    entry: Entry
    edit: Edit


def _source_of(edit: Edit) -> str:
    """Which review an edit is about, as the journal names its source."""
    rows = [change.row for change in edit.changes]
    addendum = next((row for row in rows if isinstance(row, Addendum)), None)
    review = next((row for row in rows if isinstance(row, Review)), None)
    about = addendum or review
    return sealing_source(about) if about is not None else "app"


def settle(path: Path, plan: str, folder: Path) -> str:
    """Do what can wait until an opened plan is seen; any thread may. Return why no version could be kept, if so."""
    get_ready_to_write()
    return keep_version_apart(path, plan, folder, if_older_than=BETWEEN_VERSIONS)


def keep_version_apart(path: Path, plan: str, folder: Path, *, if_older_than: timedelta = timedelta(0)) -> str:
    """Keep a version of a plan whose file a session may have open on another thread; return why not, if so."""
    try:
        if _is_due(folder, plan, if_older_than):
            back_up_apart(path, folder)
    except StorageError as error:
        return _unkept(error)
    return ""


def _unkept(error: StorageError) -> str:
    return f"No version of the plan could be kept; the plan itself is saved. {error}"


def _is_due(folder: Path, plan: str, if_older_than: timedelta) -> bool:
    """Whether no version is younger than that; one that a clock set back puts in the future says nothing."""
    now = _now()
    return not any(timedelta(0) <= now - version.made < if_older_than for version in versions(folder, plan))


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
