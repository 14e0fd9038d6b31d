"""What is done in the room: every gesture as the command it runs."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from launchpad.app.commands.reviews.planning import change_review
from launchpad.app.commands.reviews.promises import add_action, add_condition, change_action, change_condition
from launchpad.app.commands.reviews.room import dissent, find, note_risk, park
from launchpad.app.commands.reviews.signoffs import sign
from launchpad.app.commands.reviews.verdict import decide
from launchpad.app.day_text import read_day
from launchpad.app.field_text import read_person
from launchpad.app.plan_session import PlanSession
from launchpad.app.promise_line import read_promise
from launchpad.domain.document import Document
from launchpad.domain.enums import Answer, CriterionStatus, Outcome
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Action, Condition, Gate
from launchpad.domain.people import Person
from launchpad.engines.calendar import calendar_of
from launchpad.engines.review import Voter
from launchpad.ui.review_room.answers import RoomAnswers


class RoomActs(QObject):
    """Runs commands on the review of a session; a text that cannot be read is refused like any other wrong edit."""

    def __init__(self, session: PlanSession, review_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._review = review_id

    @property
    def _document(self) -> Document:
        return self._session.document

    def read(self, reading: Callable[[], bool]) -> bool:
        """Do something that reads what was typed; tell why it cannot be read."""
        try:
            return reading()
        except PlanError as error:
            self._session.refused.emit(str(error))
            return False

    def day(self, text: str) -> date:
        """A typed day as a date; raise PlanError when it is none."""
        return calendar_of(self._document).day_of(read_day(text, self._session.today))

    # --- the tracks --------------------------------------------------------------------------------------------------

    def sign(self, voter: Voter, answer: Answer) -> bool:
        """Take a track's answer; its comment stays."""
        return self._session.run(
            sign, self._review, voter.track.id, answer, voter.comment, _id(voter), self._session.now
        )

    def hold_comment(self, voter: Voter, text: str) -> None:
        """Keep what a lead says."""
        about = ("comment", voter.track.id)
        at = self._session.now
        self._session.hold(about, sign, self._review, voter.track.id, voter.answer, text, _id(voter), at)

    # --- the decision ------------------------------------------------------------------------------------------------

    def decide(
        self, answers: RoomAnswers, outcome: Outcome, *, hold_until: date | None = None, back_to: str | None = None
    ) -> bool:
        """Decide; the reason and the next date stay."""
        review = answers.review
        return self._session.run(
            decide,
            review.id,
            outcome,
            review.rationale,
            self._session.today,
            hold_until=hold_until,
            back_to=back_to,
            next_review=review.next_review,
        )

    def hold_until(self, answers: RoomAnswers, text: str) -> bool:
        """Hold until a typed day."""
        return self.read(lambda: self.decide(answers, Outcome.HOLD, hold_until=self.day(text)))

    def back_to(self, answers: RoomAnswers, text: str) -> bool:
        """Go back to the gate with a typed key or name."""
        return self.read(lambda: self.decide(answers, Outcome.BACK, back_to=self._gate(text).id))

    def _gate(self, text: str) -> Gate:
        wanted = text.strip().casefold()
        for gate in self._document.gates:
            if wanted in (gate.key.casefold(), gate.name.casefold(), f"{gate.key} {gate.name}".casefold()):
                return gate
        raise PlanError(f"There is no gate “{text[:40]}”.")

    def hold_rationale(self, answers: RoomAnswers, text: str) -> None:
        """Keep why it is decided so."""
        self.hold_field("rationale", text)

    def hold_field(self, name: str, text: str) -> None:
        """Keep a text of the review that is being typed."""
        self._session.hold((name, self._review), change_review, self._review, {name: text})

    def dissent(self, text: str) -> bool:
        """Keep a typed dissent: ``@gil We are not ready``."""
        return self.read(lambda: self._dissent(text))

    def _dissent(self, text: str) -> bool:
        names = [word for word in text.split() if word.startswith("@") and len(word) > 1]
        if not names:
            raise PlanError("Say whose words they are: @name, then what they say.")
        said = " ".join(word for word in text.split() if word != names[0]).strip(" :,")
        return self._session.run(dissent, self._review, read_person(self._document, names[0][1:].rstrip(",:")).id, said)

    # --- promises and the rest ---------------------------------------------------------------------------------------

    def add_action(self, text: str) -> bool:
        """Add a typed action."""
        return self.read(lambda: self._add_action(text))

    def _add_action(self, text: str) -> bool:
        read = read_promise(self._document, text, self._session.today)
        return self._session.run(add_action, self._review, read.text, read.owner, read.due)

    def add_condition(self, text: str) -> bool:
        """Add a typed condition."""
        return self.read(lambda: self._add_condition(text))

    def _add_condition(self, text: str) -> bool:
        read = read_promise(self._document, text, self._session.today, has_fallback=True)
        return self._session.run(add_condition, self._review, read.text, read.owner, read.due, read.fallback)

    def as_typed(self, row: Condition | Action) -> str:
        """A promise as it could have been typed."""
        owner = self._document.find(Person, row.owner)
        parts = [row.text, f"@{owner.key}" if owner else "", row.due.isoformat() if row.due else ""]
        parts += [f"else {row.fallback}"] if isinstance(row, Condition) and row.fallback else []
        return " ".join(part for part in parts if part)

    def reword(self, row: Condition | Action, text: str) -> bool:
        """Change a promise to a typed one."""
        return self.read(lambda: self._reword(row, text))

    def _reword(self, row: Condition | Action, text: str) -> bool:
        is_condition = isinstance(row, Condition)
        read = read_promise(self._document, text, self._session.today, has_fallback=is_condition)
        fields: dict[str, object] = {"text": read.text, "owner": read.owner, "due": read.due}
        if is_condition:
            return self._session.run(change_condition, row.id, {**fields, "fallback": read.fallback})
        return self._session.run(change_action, row.id, fields)

    def park(self, text: str) -> bool:
        """Park a topic."""
        return self._session.run(park, self._review, text)

    def note_risk(self, risk: str, text: str) -> bool:
        """Keep what was said about a risk."""
        return self._session.run(note_risk, self._review, risk, text)

    def find(self, criterion: str, result: CriterionStatus, note: str = "") -> bool:
        """Keep what the room found for a criterion."""
        return self._session.run(find, self._review, criterion, result, note)

    def meet_again(self, day: date) -> bool:
        """Set the day of the next review."""
        return self._session.run(change_review, self._review, {"next_review": day})

    def meet_again_on(self, text: str) -> bool:
        """Set the day of the next review to a typed one."""
        return self.read(lambda: self.meet_again(self.day(text)))

    def hide_answers(self, wanted: bool) -> bool:
        """Hide answers until all are in, or show them."""
        return self._session.run(change_review, self._review, {"hide_answers": wanted})


def _id(voter: Voter) -> str | None:
    return voter.voter.id if voter.voter else None
