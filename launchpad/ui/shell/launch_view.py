"""One open launch in a window: its head, what is out of the ordinary, and its screens."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from launchpad.app.plan_facts import PlanFacts
from launchpad.app.plan_session import PlanSession, Trouble
from launchpad.storage.errors import ChangedElsewhere, StorageError
from launchpad.ui.screen import HoldsReviews, LooksBack, Screen
from launchpad.ui.shell.facts_watch import FactsWatch
from launchpad.ui.shell.file_watch import FileWatch
from launchpad.ui.shell.header import Header
from launchpad.ui.shell.long_work import LongWork
from launchpad.ui.shell.messages import tell
from launchpad.ui.shell.notice import Notice
from launchpad.ui.shell.registry import SCREENS
from launchpad.ui.shell.review_desk import ReviewDesk
from launchpad.ui.theme.icons import icon

if TYPE_CHECKING:
    from launchpad.engines.confidence import Confidence

CHECKLIST, REVIEWS = "checklist", "reviews"
IN_SESSION = "is in session."
"""How the notice ends that offers to go on with a review."""

SAVE_A_COPY = "Save a copy…"


class LaunchView(QWidget):
    """Owns a PlanSession. It makes a screen when it is first asked for and keeps it."""

    facts_changed = Signal(object)
    """PlanFacts."""
    screen_changed = Signal(str)
    told = Signal(str)
    past_asked = Signal(object, str)
    """Open an earlier state of the plan, which the first value opens when it is called; the second names it."""
    import_asked = Signal()
    """A workbook that somebody filled in should come home."""
    pack_asked = Signal(str)
    """The pack of the review with this id should be written."""
    ballots_asked = Signal(str)
    """The ballots of the review with this id should be written."""
    copy_asked = Signal()
    """Work should go on in a copy of what is seen."""
    reopen_asked = Signal()
    """The file should be read again, and written to if that is possible now."""

    def __init__(self, session: PlanSession, export_menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        session.setParent(self)
        self._screens: dict[str, Screen] = {}
        self.header = Header()
        self._add_import()
        if export_menu.actions():
            self.header.add_menu_button("Export", "upload", export_menu)
        self.reviews = ReviewDesk(session, self)
        self._add_review()
        self.notice = Notice()
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.header, self.notice):
            layout.addWidget(widget)
        layout.addWidget(self._stack, 1)
        self.facts: PlanFacts | None = None
        self._facts = FactsWatch(session, self)
        self._file = FileWatch(session, self)
        self.work = LongWork(session, self)
        self._connect()

    def _add_import(self) -> None:
        button = self.header.add_button("Import", "download")
        button.setToolTip("Take over what others filled in in a workbook")
        button.setEnabled(not self.session.is_read_only)
        button.clicked.connect(self.import_asked)

    def _add_review(self) -> None:
        button = self.header.add_button("Review", "play")
        button.setProperty("kind", "primary")
        button.setIcon(icon("play", "on_accent"))
        button.setToolTip("Prepare a review, or go on with the one in session")
        button.clicked.connect(self.reviews.hold)

    def _connect(self) -> None:
        self.header.asked.connect(self.do)
        self.reviews.prepare_asked.connect(self.prepare_review)
        self.reviews.changed.connect(self._on_room_changed)
        self.reviews.record_asked.connect(partial(self.go, REVIEWS))
        self.reviews.pack_asked.connect(self.pack_asked)
        self._facts.facts_changed.connect(self._on_facts)
        self._facts.confidence_changed.connect(self._on_confidence)
        self._file.changed_elsewhere.connect(self._on_changed_elsewhere)
        self.work.told.connect(self.told)
        self.session.refused.connect(self._on_refused)
        self.session.failed.connect(self._on_failed)
        self.session.unkept.connect(self._on_unkept)

    def tell_facts(self) -> None:
        """Tell the facts now, where they are known."""
        self._facts.tell()

    # --- screens ---------------------------------------------------------------------------------------------------

    @property
    def current(self) -> Screen | None:
        """The screen that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def go(self, name: str, wanted: object = None) -> None:
        """Show a screen; `wanted` is what it should show only, or None."""
        entry = next((entry for entry in SCREENS if entry.name == name), None)
        if entry is None:
            return
        is_new = name not in self._screens
        if is_new:
            self._add(name, entry.load()(self.session, self._stack))
        screen = self._screens[name]
        self._stack.setCurrentWidget(screen)
        if is_new or not screen.isAncestorOf(self.window().focusWidget() or self):
            screen.setFocus(Qt.FocusReason.OtherFocusReason)
        if wanted is not None:
            screen.catch_up()
            screen.focus_filter(wanted)
        self.screen_changed.emit(name)

    def do(self, name: str, method: str) -> None:
        """Go to the screen of that name and do what it has a method for, if one is named."""
        self.go(name)
        screen = self.current
        if screen is not None and method:
            screen.catch_up()
            getattr(screen, method)()

    def _add(self, name: str, screen: Screen) -> None:
        self._screens[name] = screen
        self._stack.addWidget(screen)
        screen.task_asked.connect(self.go_to_task)
        screen.screen_asked.connect(self.go)
        screen.told.connect(self.told)
        if isinstance(screen, HoldsReviews):
            screen.room_asked.connect(self.reviews.enter)
            screen.pack_asked.connect(self.pack_asked)
            screen.ballots_asked.connect(self.ballots_asked)
        if isinstance(screen, LooksBack):
            screen.plan_asked.connect(self._on_plan_asked)
            screen.version_asked.connect(self._on_version_asked)

    def _on_plan_asked(self, number: int) -> None:
        from launchpad.app.past_plan import open_past

        self.past_asked.emit(partial(open_past, self.session.path, number), f"edit {number:,}")

    def _on_version_asked(self, path: Path) -> None:
        from launchpad.app.past_plan import open_version

        self.past_asked.emit(partial(open_version, path), "the version")

    def prepare_review(self) -> None:
        """Go where reviews are prepared."""
        self.go(REVIEWS, "prepare")

    def _on_room_changed(self) -> None:
        if self.notice.text.endswith(IN_SESSION):
            self.notice.hide()
        if self.reviews.meeting is None:
            self.offer_review()

    def offer_review(self) -> None:
        """Say that a review is in session, which an earlier run of the program may have left in the middle."""
        review = self.reviews.in_session
        if review is not None and not self.session.is_read_only:
            self.notice.say(f"“{review.title}” {IN_SESSION}", "Go on with the review", self.reviews.hold)

    def go_to_task(self, task_id: str) -> None:
        """Show a task in the checklist, or where else tasks are shown."""
        self.go(CHECKLIST)
        screen = self.current
        if screen is not None:
            screen.catch_up()
            screen.focus_task(task_id)

    # --- what the plan and its file say ----------------------------------------------------------------------------

    def _on_facts(self, facts: PlanFacts) -> None:
        self.facts = facts
        self.header.show_launch(self.session.document, facts)
        self.facts_changed.emit(facts)

    def _on_confidence(self, confidence: "Confidence | None") -> None:
        if self.facts is not None:
            self.header.show_confidence(confidence)

    def _on_refused(self, sentence: str) -> None:
        if self.reviews.meeting is not None:
            return  # the room says it itself
        tell(self.window(), "That cannot be.", sentence)

    def _on_failed(self, error: StorageError) -> None:
        if isinstance(error, ChangedElsewhere) and not self.session.path.exists():
            self.notice.say(str(error), SAVE_A_COPY, self.copy_asked.emit)
        elif isinstance(error, ChangedElsewhere):
            self._offer_reading_again(str(error))
        front = self.reviews.meeting.room if self.reviews.meeting is not None else self.window()
        tell(front, "This was not saved.", str(error), offers={SAVE_A_COPY: self.copy_asked.emit})

    def _on_unkept(self, sentences: str) -> None:
        if self.notice.isHidden():  # whatever it says now matters more
            self.notice.say(sentences)

    def _on_changed_elsewhere(self, still_there: bool) -> None:
        name = self.session.path.name
        if not still_there:
            gone = f"“{name}” was moved or deleted elsewhere. What you see can no longer be changed."
            self.session.find_trouble(Trouble("Moved or deleted elsewhere", gone))
            self.notice.say(gone, SAVE_A_COPY, self.copy_asked.emit)
        elif not self.session.is_as_left():
            changed = f"“{name}” was changed elsewhere. What you see is how it was before."
            self.session.find_trouble(Trouble("Changed elsewhere", changed))
            self._offer_reading_again(changed)
        elif self.session.trouble is not None:  # it is what it was again
            self.session.find_trouble(None)
            self.notice.hide()

    def _offer_reading_again(self, sentence: str) -> None:
        self.notice.say(sentence, "Show what it holds now", self.reopen_asked.emit)

    def say_past(self, sentence: str) -> None:
        """Say that this is an earlier state of a plan."""
        self.notice.say(sentence, SAVE_A_COPY, self.copy_asked.emit)

    def say_kept(self, kept: Path, open_it: Callable[[], object]) -> None:
        """Say where the plan is as it was here, after its file was read again that holds another."""
        self.notice.say(f"Your version is kept as “{kept.name}”.", "Open it", open_it)

    def say_read_only(self, sentence: str) -> None:
        """Say why the plan can only be looked at."""
        self.notice.say(sentence, "Try again to edit", self.reopen_asked.emit)

    def look(self) -> None:
        """Look whether the day or the file changed while nobody looked here."""
        self.session.look_at_the_day()
        self._file.look()

    def close_session(self) -> Path | None:
        """Let go of the file; nothing is shown after this. Return where the plan had to be kept apart, if so."""
        self.reviews.leave()
        self._facts.stop()
        for screen in self._screens.values():
            screen.stop()
        return self.session.close()
