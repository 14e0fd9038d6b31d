"""The right of the room: deciding, the reason in people's own words, what was agreed, and the line to type in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from launchpad.domain.enums import Answer, Outcome
from launchpad.engines.review import Voter
from launchpad.ui.parts.announce import announce
from launchpad.ui.review_room.agreed import Agreed
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.kept_text import KeptText
from launchpad.ui.review_room.outcome_buttons import Choice, OutcomeButtons
from launchpad.ui.review_room.pages.tracks import TRACK
from launchpad.ui.review_room.prompts import Prompt, PromptLine
from launchpad.ui.review_room.sizes import Size, Sizes
from launchpad.ui.review_room.texts import RoomFont, RoomText

VERDICTS = (
    Choice(Outcome.GO, "Go", "G", "ok"),
    Choice(Outcome.CONDITIONAL, "With conditions", "C", "warn", 4),
    Choice(Outcome.NO_GO, "No-go", "N", "bad"),
    Choice(Outcome.HOLD, "Hold", "H", "info"),
    Choice(Outcome.BACK, "Back", "B", "accent"),
)
SIGN_OFFS = (
    Choice(Answer.APPROVE, "Go", "G", "ok"),
    Choice(Outcome.CONDITIONAL, "With conditions", "C", "warn", 4),
    Choice(Answer.REFUSE, "No-go", "N", "bad", 3),
    Choice(Answer.ABSTAIN, "Abstain", "X", "info", 3),
)
HINTS = {
    "track": "←→ agenda · ↑↓ Enter rows · G C N X sign · R words · A action · K condition · F1 all keys",
    "decision": "←→ agenda · G C N H B decide · R reason · D dissent · K condition · A action · F1 all keys",
    "next": "←→ agenda · Enter on a day · T park a topic · Ctrl+Enter seals · F1 all keys",
    "": "←→ agenda · ↑↓ Enter rows · A action · K condition · T park a topic · F1 all keys",
}


class Side(QFrame):
    """Shows what can be decided on this part of the agenda. What is typed and chosen it only tells."""

    chosen = Signal(str)
    typed = Signal(str)
    """The words beside the decision, at every keystroke."""
    private_typed = Signal(str)
    said = Signal()
    """Whoever was typing is done with it."""
    left = Signal()
    """The keyboard is wanted by the stage."""

    def __init__(self, sizes: Sizes, usual: Prompt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._sizes = sizes
        self._title = RoomText(sizes, Size.LEAD, weight=600)
        self.outcomes = OutcomeButtons(sizes)
        self.words = KeptText("In their own words", "")
        self.agreed = Agreed(sizes)
        self.private = KeptText("Private note", "Private: never leaves this file", self)
        self.private.hide()
        self.line = PromptLine(sizes, usual)
        self.notice = RoomText(sizes, Size.NOTE, tone="bad", wrap=True)
        self._hint = RoomText(sizes, Size.NOTE, tone="text3", wrap=True)
        self._layout = QVBoxLayout(self)
        above: tuple[QWidget, ...] = (self._title, self.outcomes, self.words)
        below: tuple[QWidget, ...] = (self.private, self.line, self.notice, self._hint)
        for widget in above:
            self._layout.addWidget(widget)
        self._layout.addWidget(self.agreed, 1)
        for widget in below:
            self._layout.addWidget(widget)
        for field in (self.words, self.private, self.line.field):
            RoomFont(field, sizes)
        self.outcomes.chosen.connect(self.chosen)
        self.words.typed.connect(self.typed)
        self.private.typed.connect(self.private_typed)
        for source in (self.words, self.private, self.line):
            source.left.connect(self.left)
        for text in (self.words, self.private):
            text.finished.connect(self.said)
        sizes.changed.connect(self._grow)
        self._grow()

    def show_answers(self, answers: RoomAnswers, part: str) -> None:
        """Show what can be decided on a part of the agenda."""
        self.agreed.show_answers(answers)
        self.private.show_text(answers.review.private_note)
        voter = answers.voter(part.removeprefix(TRACK)) if part.startswith(TRACK) else None
        hint = HINTS["track" if voter is not None else part if part in HINTS else ""]
        self._hint.setText(hint.replace(" ·", "\N{NO-BREAK SPACE}·"))  # no line begins with a dot
        if voter is not None:
            self._show_sign_off(answers, voter)
        elif part == "decision":
            self._show("Decide", VERDICTS, answers.review.verdict, answers.review.rationale, "Why? (R)")
        else:
            self._show("", (), "", None, "")

    def _show_sign_off(self, answers: RoomAnswers, voter: Voter) -> None:
        if answers.keeps_answers_hidden:
            is_in = voter.answer not in (Answer.MISSING, Answer.VOID)
            self._show("Answered, hidden until all are in" if is_in else "Decide, hidden", SIGN_OFFS, "", None, "")
        else:
            self._show("Decide", SIGN_OFFS, voter.answer, voter.comment, "In their own words (R)")

    def _show(self, title: str, choices: tuple[Choice, ...], made: str, words: str | None, hint: str) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.outcomes.show_choices(choices, made)
        self.words.setVisible(words is not None)
        if words is not None:
            self.words.setPlaceholderText(hint)
            self.words.show_text(words)

    def say(self, sentence: str) -> None:
        """Say why something cannot be, until the next thing is done."""
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))
        announce(self.notice, sentence, is_urgent=True)

    def _grow(self) -> None:
        side = self._sizes.length(20)
        self._layout.setContentsMargins(side, self._sizes.length(18), side, self._sizes.length(14))
        self._layout.setSpacing(self._sizes.length(10))
