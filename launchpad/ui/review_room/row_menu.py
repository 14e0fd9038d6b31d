"""What Enter offers for a row of the room."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from launchpad.app.commands.reviews.attendance import everybody_is_here
from launchpad.app.commands.reviews.promises import (
    action_to_task,
    close_condition,
    extend_condition,
    fail_condition,
    finish_action,
    remove_action,
    remove_condition,
)
from launchpad.app.commands.reviews.room import attend, dissent, unpark
from launchpad.app.day_text import day_text
from launchpad.app.plan_session import PlanSession
from launchpad.domain.enums import CriterionStatus, Presence, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Action, Condition
from launchpad.domain.people import Person, Track
from launchpad.ui.checklist.task_edits import TaskEdits
from launchpad.ui.review_room.acts import RoomActs
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.pages.next_date import ANOTHER
from launchpad.ui.review_room.pages.promises import wanted_people
from launchpad.ui.review_room.pages.words import CRITERIA
from launchpad.ui.review_room.prompts import Prompt

Ask = Callable[[Prompt], object]
WEEKS = (1, 2, 4)
"""By how many weeks a condition is extended."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be done; None instead of a deed draws a line."""

    words: str
    do: Callable[[], object] | None = None


class RowOffers:
    """Knows what can be done with a row by its key."""

    def __init__(self, session: PlanSession, acts: RoomActs, edits: TaskEdits, ask: Ask) -> None:
        self._session, self._acts, self._edits, self._ask = session, acts, edits, ask

    def of(self, answers: RoomAnswers, key: str) -> list[Offer]:
        """The offers for a row, the likeliest first."""
        kind, _, row_id = key.partition(":")
        offers: dict[str, Callable[[RoomAnswers, str], Iterator[Offer]]] = {
            "task": self._task,
            "condition": self._condition,
            "action": self._action,
            "criterion": self._criterion,
            "risk": self._risk,
            "dissent": self._dissent,
            "everybody": self._everybody,
            "person": self._person,
            "parked": self._parked,
            "day": self._day,
        }
        return list(offers[kind](answers, row_id)) if kind in offers else []

    def _task(self, answers: RoomAnswers, row_id: str) -> Iterator[Offer]:
        for status in TaskStatus:
            yield Offer(status.label, partial(self._edits.set_status, [row_id], status))

    def _condition(self, answers: RoomAnswers, row_id: str) -> Iterator[Offer]:
        row, today = answers.document.find(Condition, row_id), answers.today
        if row is None:
            return
        if row.review == answers.review.id:
            yield Offer("Change the words", partial(self._reword, row))
            yield Offer("Remove", partial(self._session.run, remove_condition, row_id))
            return
        yield Offer("Met", partial(self._session.run, close_condition, row_id, today))
        for weeks in WEEKS:
            due = max(row.due or today, today) + timedelta(weeks=weeks)
            words = f"Extend to {day_text(due, today)}"
            yield Offer(words, partial(self._session.run, extend_condition, row_id, due))
        yield Offer("Extend to another day…", partial(self._extend, row))
        yield Offer("Not met: its fallback applies", partial(self._session.run, fail_condition, row_id, today))

    def _extend(self, row: Condition) -> None:
        self._ask(Prompt(name="Extend it until which day?", hint="fri, 20 Nov, T-3", take=partial(self._extended, row)))

    def _extended(self, row: Condition, text: str) -> bool:
        due = self._typed_day(text)
        return due is not None and self._session.run(extend_condition, row.id, due)

    def _typed_day(self, text: str) -> date | None:
        try:
            return self._acts.day(text)
        except PlanError as error:
            self._session.refused.emit(str(error))
            return None

    def _action(self, answers: RoomAnswers, row_id: str) -> Iterator[Offer]:
        row, today = answers.document.find(Action, row_id), answers.today
        if row is None:
            return
        if row.review != answers.review.id:
            yield Offer("Done", partial(self._session.run, finish_action, row_id, today))
        if row.task is None:
            for track in answers.document.tracks:
                words = f"Make it a task of {track.name}"
                yield Offer(words, partial(self._session.run, action_to_task, row_id, track.id, today))
        if row.review == answers.review.id:
            yield Offer("Change the words", partial(self._reword, row))
            yield Offer("Remove", partial(self._session.run, remove_action, row_id))

    def _reword(self, row: Condition | Action) -> None:
        name = "The condition" if isinstance(row, Condition) else "The action"
        self._ask(Prompt(name=name, hint=row.text, take=partial(self._acts.reword, row), text=self._acts.as_typed(row)))

    def _criterion(self, answers: RoomAnswers, row_id: str) -> Iterator[Offer]:
        note = next((row.note for row in answers.review.criteria if row.criterion == row_id), "")
        for status in (CriterionStatus.MET, CriterionStatus.NOT_MET, CriterionStatus.WAIVED, CriterionStatus.OPEN):
            yield Offer(CRITERIA[status][0], partial(self._acts.find, row_id, status, note))
        yield Offer("Add a note…", partial(self._note_criterion, answers, row_id, note))

    def _note_criterion(self, answers: RoomAnswers, row_id: str, note: str) -> None:
        found = next((row.result for row in answers.review.criteria if row.criterion == row_id), None)
        proof = next(each.state for each in answers.preparation.criteria if each.criterion.id == row_id)
        take = partial(self._acts.find, row_id, found or proof)
        self._ask(Prompt(name="What was found?", hint="Build 4.0 b7 shown", take=take, text=note))

    def _risk(self, answers: RoomAnswers, row_id: str) -> Iterator[Offer]:
        said = next((note.text for note in answers.review.risk_notes if note.risk == row_id), "")
        prompt = Prompt(
            name="What was said about it?",
            hint="Accepted until the rehearsal",
            take=partial(self._acts.note_risk, row_id),
            text=said,
        )
        yield Offer("Write down what was said…", partial(self._ask, prompt))
        if said:
            yield Offer("Forget what was said", partial(self._acts.note_risk, row_id, ""))

    def _dissent(self, answers: RoomAnswers, row_id: str) -> Iterator[Offer]:
        yield Offer("Take it back", partial(self._session.run, dissent, answers.review.id, row_id, ""))

    def _everybody(self, answers: RoomAnswers, row_id: str) -> Iterator[Offer]:
        people = [person.id for person in wanted_people(answers)]
        yield Offer("They are here", partial(self._session.run, everybody_is_here, answers.review.id, people))

    def _person(self, answers: RoomAnswers, row_id: str) -> Iterator[Offer]:
        for presence in (Presence.PRESENT, Presence.ABSENT):
            yield Offer(presence.label, partial(self._session.run, attend, answers.review.id, row_id, presence))
        person = answers.document.find(Person, row_id)
        leads = [track for track in answers.document.rows(Track) if person and track.deputy == person.id]
        for track in leads:
            if track.lead is not None:
                lead = answers.document.find(Person, track.lead)
                words = f"Stands in for {lead.name if lead else track.name}"
                deed = partial(self._session.run, attend, answers.review.id, row_id, Presence.DEPUTY, track.lead)
                yield Offer(words, deed)

    def _parked(self, answers: RoomAnswers, row_id: str) -> Iterator[Offer]:
        yield Offer("Take it off", partial(self._session.run, unpark, answers.review.id, int(row_id)))

    def _day(self, answers: RoomAnswers, row_id: str) -> Iterator[Offer]:
        if row_id == ANOTHER:
            hint = "fri, 20 Nov, T-3"
            prompt = Prompt(name="When do we meet again?", hint=hint, take=self._acts.meet_again_on)
            yield Offer("Type a day…", partial(self._ask, prompt))
            return
        day = date.fromisoformat(row_id)
        yield Offer(f"Meet again on {day_text(day, answers.today)}", partial(self._acts.meet_again, day))
