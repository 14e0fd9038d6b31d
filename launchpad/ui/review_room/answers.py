"""What the room knows of its review at one moment, asked once for every page."""

from dataclasses import dataclass, replace
from datetime import date

from launchpad.app.commands.reviews.room_changes import room_changes
from launchpad.app.commands.rows import existing
from launchpad.app.plan_session import PlanSession
from launchpad.app.review_changes import ChangesSince, changes_since
from launchpad.app.review_room import frozen_plan
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import Answer, Outcome
from launchpad.domain.gate import Action, Condition, Review
from launchpad.domain.ids import ReviewId
from launchpad.domain.record import RoomChange
from launchpad.domain.watching import Watch
from launchpad.engines.review import Preparation, TrackPage, Voter, pages, preparation, proposal


@dataclass(frozen=True, slots=True)
class RoomAnswers:
    """The review in session and all that is asked about it. `frozen` is the plan it began with, `live` what was
    changed since."""

    document: Document
    today: date
    review: Review
    preparation: Preparation
    pages: tuple[TrackPage, ...]
    since: ChangesSince
    frozen: Document | None
    live: tuple[RoomChange, ...]
    proposal: Outcome

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions agreed in this review."""
        return tuple(row for row in self.document.rows(Condition) if row.review == self.review.id)

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions agreed in this review."""
        return tuple(row for row in self.document.rows(Action) if row.review == self.review.id)

    @property
    def keeps_answers_hidden(self) -> bool:
        """Whether answers are not shown yet, because somebody has not given theirs."""
        asked = [voter for voter in self.preparation.voters if voter.is_required]
        waiting = any(voter.answer in (Answer.MISSING, Answer.VOID) for voter in asked)
        return self.review.hide_answers and waiting

    def page(self, track_key: str) -> TrackPage | None:
        """The page of a track."""
        return next((page for page in self.pages if page.track.key == track_key), None)

    def voter(self, track_key: str) -> Voter | None:
        """Who answers for a track; None where nothing is decided."""
        if self.preparation.gate is None:
            return None
        return next((voter for voter in self.preparation.voters if voter.track.key == track_key), None)


def is_turn(edit: Edit | None) -> bool:
    """Whether an edit only turned to another part of the agenda, or stopped the clock."""
    return edit is not None and all(_is_of_clock(change) for change in edit.changes)


def _is_of_clock(change: Change) -> bool:
    before, after = change.before, change.after
    if not isinstance(before, Review) or not isinstance(after, Review):
        return False
    return replace(before, agenda=after.agenda, part=after.part, part_since=after.part_since) == after


class RoomDesk:
    """Asks for the answers; what cannot change while the room is open is asked for once."""

    def __init__(self, session: PlanSession, review_id: str) -> None:
        self._session = session
        self._review_id = ReviewId(review_id)
        self._since: ChangesSince | None = None
        self._frozen: Document | None = None

    @property
    def review(self) -> Review:
        """The review as it is now; raise PlanError when it is gone."""
        return existing(self._session.document, Review, self._review_id)

    def turned(self, answers: RoomAnswers) -> RoomAnswers:
        """The same answers after an edit of the agenda's place and clock, which change none of them."""
        return replace(answers, document=self._session.document, review=self.review)

    def answers(self) -> RoomAnswers:
        """The answers about the plan as it is now; raise PlanError when it cannot be scheduled.

        The first ones take long; who does not want to wait for them gets Stopped.
        """
        return self._session.ask(self._work_out, "Looking at the whole plan", can_be_stopped=self._since is None)

    def _work_out(self, watch: Watch) -> RoomAnswers:
        review, session = self.review, self._session
        document, today = session.document, session.today
        if self._since is None:
            self._frozen = frozen_plan(session.session, review)
            watch(0.4)
            self._since = changes_since(session.session, review, self._frozen)
        watch(0.5)
        live = room_changes(self._frozen, document) if self._frozen else ()
        watch(0.7)
        prepared = preparation(document, today, review)
        watch(0.9)
        found, proposed = pages(document, today, review), proposal(document, today, review)
        return RoomAnswers(document, today, review, prepared, found, self._since, self._frozen, live, proposed)
