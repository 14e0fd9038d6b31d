"""The room itself: one window in which a review is held, by keyboard alone, every word of it on disk at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QChildEvent, QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit

from launchpad.app.commands.reviews.room import go_to, pause, resume
from launchpad.app.plan_session import PlanSession
from launchpad.domain.edit import Edit
from launchpad.domain.enums import Answer, Outcome, ReviewStatus
from launchpad.domain.errors import PlanError
from launchpad.engines.review import Voter, seconds_spent
from launchpad.ui.checklist.task_dialog import TaskDialog
from launchpad.ui.checklist.task_edits import TaskEdits
from launchpad.ui.review_room.acts import RoomActs
from launchpad.ui.review_room.agreed import SlipCard
from launchpad.ui.review_room.answers import RoomAnswers, RoomDesk, is_turn
from launchpad.ui.review_room.face import RoomFace
from launchpad.ui.review_room.keys import room_actions
from launchpad.ui.review_room.keys_dialog import KeysDialog
from launchpad.ui.review_room.pages import page_of
from launchpad.ui.review_room.pages.tracks import TRACK
from launchpad.ui.review_room.prompts import Prompt
from launchpad.ui.review_room.row_menu import RowOffers
from launchpad.ui.review_room.side import Side
from launchpad.ui.review_room.sizes import Size, Sizes
from launchpad.ui.review_room.stage import Stage
from launchpad.ui.review_room.texts import enlarge
from launchpad.ui.theme.fonts import font
from launchpad.ui.theme.manager import ThemeChoice, current_theme, theme_manager

TICK = 1000
"""Milliseconds between two looks at the clock."""
SIGNS = {"go": Answer.APPROVE, "conditional": Answer.APPROVE, "no_go": Answer.REFUSE, "abstain": Answer.ABSTAIN}
"""What the keys of the decision mean for a track."""
CHOSEN = {"approve": "go", "refuse": "no_go", "conditional": "conditional", "abstain": "abstain"}
"""A sign-off's button, as the key it stands for."""


class RoomWindow(RoomFace):
    """Shows the review in session and does what keys and buttons ask."""

    shown_anew = Signal(object, object)
    """RoomAnswers and the Page that is shown: what the second window shows too."""
    ticked = Signal(int, int, int, bool)
    """Seconds of this part, planned for it, of the meeting, and whether time runs."""
    projector_asked = Signal()
    finish_asked = Signal()
    closed = Signal()

    def __init__(self, session: PlanSession, review_id: str) -> None:
        sizes = Sizes()
        self.stage = Stage(sizes)
        self.acts = RoomActs(session, review_id)
        self._action = Prompt(
            name="An action", hint="Type an action, @owner, date…", take=self.acts.add_action, stays=True
        )
        self.side = Side(sizes, self._action)
        super().__init__(sizes, self.side, self.stage, has_buttons=True)
        sizes.setParent(self)
        self.acts.setParent(self)
        self.session = session
        self._desk = RoomDesk(session, review_id)
        self._answers: RoomAnswers | None = None
        self._offers = RowOffers(session, self.acts, TaskEdits(session, self), self.side.line.ask)
        self._tick = QTimer(self, interval=TICK)
        self.offers = room_actions(self, self._deeds())
        self._connect()
        self.refresh()
        self._tick.start()

    def _deeds(self) -> dict[str, Callable[[], object]]:
        decisions = ("go", "conditional", "no_go", "hold", "back", "abstain")
        return {name: partial(self.choose, name) for name in decisions} | {
            "forward": partial(self.step, 1),
            "backward": partial(self.step, -1),
            "down": partial(self._step_rows, 1),
            "up": partial(self._step_rows, -1),
            "pause": self.toggle_pause,
            "reason": self._give_words,
            "hide": self._toggle_hidden,
            "action": partial(self.side.line.ask, self._action),
            "condition": self._ask_condition,
            "dissent": self._ask_dissent,
            "park": self._ask_park,
            "private": self._toggle_private,
            "undo": self._undo,
            "redo": self._redo,
            "projector": self.projector_asked.emit,
            "theme": self._toggle_theme,
            "full_screen": self.toggle_full_screen,
            "keys": self._show_keys,
            "finish": self.finish_asked.emit,
            "leave": self.close,
        }

    def _connect(self) -> None:
        self._tick.timeout.connect(self._show_time)
        self.session.changed.connect(self._on_changed)
        self.session.refused.connect(self.side.say)
        self.agenda.asked.connect(self.go_to)
        self.stage.row_asked.connect(self._offer)
        self.side.agreed.asked.connect(self._offer_here)
        self.side.chosen.connect(self._on_button)
        self.side.typed.connect(self._on_words)
        self.side.private_typed.connect(partial(self.acts.hold_field, "private_note"))
        self.side.said.connect(self.session.flush)
        self.side.left.connect(self.stage.setFocus)
        self.head.pause.clicked.connect(self.toggle_pause)
        self.head.finish.clicked.connect(self.finish_asked)

    # --- what is shown -----------------------------------------------------------------------------------------------

    @property
    def answers(self) -> RoomAnswers:
        """What is known of the review."""
        assert self._answers is not None, "the room asks before it shows"
        return self._answers

    @property
    def part(self) -> str:
        """The key of the part that is talked about."""
        keys = [part.key for part in self.answers.review.agenda]
        return self.answers.review.part if self.answers.review.part in keys else next(iter(keys), "")

    def refresh(self, edit: Edit | None = None) -> None:
        """Show the review as it is now, after an edit if that is all that was done since."""
        try:
            turned = self._answers is not None and is_turn(edit)
            self._answers = self._desk.turned(self.answers) if turned else self._desk.answers()
        except PlanError as error:
            self.side.say(str(error))
            return
        page = page_of(self.answers, self.part)
        self.show_head(self.answers)
        self.show_agenda(self.answers, page)
        self.stage.show_page(page)
        self.side.show_answers(self.answers, self.part)
        self._show_time()
        self.shown_anew.emit(self.answers, page)

    def _on_changed(self, edit: Edit | None) -> None:
        self.side.say("")
        self.refresh(edit)

    def _show_time(self) -> None:
        review, now = self.answers.review, self.session.now
        parts = {part.key: part for part in review.agenda}
        here = parts.get(self.part)
        spent = seconds_spent(here, review, now) if here else 0
        total = sum(seconds_spent(part, review, now) for part in review.agenda)
        planned = here.minutes * 60 if here else 0
        self.head.show_time(spent, planned, total, is_running=bool(review.part_since))
        self.ticked.emit(spent, planned, total, bool(review.part_since))

    # --- the agenda --------------------------------------------------------------------------------------------------

    def go_to(self, part: str) -> None:
        """Talk about a part of the agenda."""
        self.stage.setFocus()  # what was being typed belongs to the part that is left
        if part and part != self.part:
            self.session.flush()
            self.session.mark(go_to, self.answers.review.id, part, self.session.now)

    def step(self, by: int) -> None:
        """Go to a neighbor on the agenda."""
        keys = [part.key for part in self.answers.review.agenda]
        place = keys.index(self.part) + by if self.part in keys else 0
        if 0 <= place < len(keys):
            self.go_to(keys[place])

    def _step_rows(self, by: int) -> None:
        if not isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit | QMenu):
            self.stage.step(by)

    def toggle_pause(self) -> None:
        """Stop the clock, or let it run."""
        review = self.answers.review
        self.session.mark(pause if review.part_since else resume, review.id, self.session.now)

    # --- deciding ----------------------------------------------------------------------------------------------------

    @property
    def _voter(self) -> Voter | None:
        return self.answers.voter(self.part.removeprefix(TRACK)) if self.part.startswith(TRACK) else None

    def _on_button(self, name: str) -> None:
        self.choose(CHOSEN.get(name, name))

    def choose(self, name: str) -> None:
        """Decide on the part that is talked about."""
        voter = self._voter
        if voter is not None and name in SIGNS:
            self.acts.sign(voter, SIGNS[name])
            if name == "conditional":
                self._ask_condition()
        elif self.part == "decision" and name in set(Outcome):
            self._decide(Outcome(name))
        else:
            self.side.say("Nothing is decided here: go to a track or to the decision.")

    def _decide(self, outcome: Outcome) -> None:
        if outcome is Outcome.HOLD:
            self._ask(Prompt(name="Hold until which day?", hint="fri, 20 Nov, T-3", take=self._hold_until))
        elif outcome is Outcome.BACK:
            gates = self._earlier_gates()
            self._ask(Prompt(name="Back to which gate?", hint=", ".join(gates), take=self._back_to, offers=gates))
        else:
            needs_one = outcome is Outcome.CONDITIONAL and not self.answers.conditions
            if self.acts.decide(self.answers, outcome) and needs_one:
                self._ask_condition()

    def _hold_until(self, text: str) -> bool:
        return self.acts.hold_until(self.answers, text)

    def _back_to(self, text: str) -> bool:
        return self.acts.back_to(self.answers, text)

    def _earlier_gates(self) -> list[str]:
        gate = self.answers.preparation.gate
        ahead = [each.gate for each in self.answers.preparation.readiness.gates]
        place = next((number for number, each in enumerate(ahead) if gate and each.id == gate.id), 0)
        return [each.key for each in ahead[:place]]

    def _give_words(self) -> None:
        if self.side.words.isVisible():
            self.side.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_words(self, text: str) -> None:
        voter = self._voter
        if voter is not None:
            self.acts.hold_comment(voter, text)
        elif self.part == "decision":
            self.acts.hold_rationale(self.answers, text)

    def _toggle_hidden(self) -> None:
        self.acts.hide_answers(not self.answers.review.hide_answers)

    # --- writing down ------------------------------------------------------------------------------------------------

    def _ask(self, prompt: Prompt) -> None:
        self.side.line.ask(prompt)

    def _ask_condition(self) -> None:
        hint = "What must hold, @owner, date else fallback"
        self._ask(Prompt(name="A condition", hint=hint, take=self.acts.add_condition, stays=True))

    def _ask_dissent(self) -> None:
        self._ask(Prompt(name="A dissent", hint="@name and what they say", take=self.acts.dissent, stays=True))

    def _ask_park(self) -> None:
        self._ask(Prompt(name="A topic for another day", hint="What is parked?", take=self.acts.park, stays=True))

    def _toggle_private(self) -> None:
        note = self.side.private
        note.setVisible(not note.isVisible())
        (note if note.isVisible() else self.stage).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _undo(self) -> None:
        self.session.flush()
        pile, began = self.session.session.stacks.undo, self.answers.review.edit
        if pile and (began is None or pile[-1] > began):
            self.session.undo()
        else:
            self.side.say("Nothing was done in this room that can be undone.")

    def _redo(self) -> None:
        self.session.flush()
        if self.session.redo_label is not None:
            self.session.redo()

    # --- rows --------------------------------------------------------------------------------------------------------

    def _offer(self, key: str, place: QRect) -> None:
        if key.startswith("voter:"):
            self.go_to(f"{TRACK}{key.removeprefix('voter:')}")
            return
        offers = self._offers.of(self.answers, key)
        if not offers:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("What can be done with it")
        menu.setFont(font(self.sizes.px(Size.BODY)))
        for offer in offers:
            action = menu.addAction(offer.words.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, offer=offer: offer.do())
        menu.setActiveAction(menu.actions()[0])
        menu.popup(place.bottomLeft())

    def _offer_here(self, key: str) -> None:
        slip = self.focusWidget()
        here = QRect(QCursor.pos(), QSize(1, 1))
        if isinstance(slip, SlipCard) and slip.slip.key == key:  # Enter, wherever the pointer is
            here = QRect(slip.mapToGlobal(QPoint(0, 0)), slip.size())
        self._offer(key, here)

    # --- the window --------------------------------------------------------------------------------------------------

    def toggle_full_screen(self) -> None:
        """Fill the screen, or not."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def _toggle_theme(self) -> None:
        dark = current_theme().name == "dark"
        theme_manager().choose(ThemeChoice.LIGHT if dark else ThemeChoice.DARK)

    def _show_keys(self) -> None:
        KeysDialog(self.sizes, self).open()

    def childEvent(self, event: QChildEvent) -> None:
        """A dialog that was made for a desk is brought to the sizes of the room."""
        super().childEvent(event)
        child = event.child()
        if event.type() == QEvent.Type.ChildPolished and isinstance(child, TaskDialog):
            enlarge(child, self.sizes)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is held and stop the clock; the review stays in session."""
        if not self.session.flush():
            event.ignore()
            return
        self._tick.stop()
        if self.answers.review.status is ReviewStatus.IN_SESSION and self.answers.review.part_since:
            self.session.mark(pause, self.answers.review.id, self.session.now)
        self.closed.emit()
        super().closeEvent(event)
