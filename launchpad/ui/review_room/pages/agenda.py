"""The agenda as it is shown: every part with its score and what came of it."""

from launchpad.app.day_text import day_text
from launchpad.domain.enums import Answer, Outcome
from launchpad.domain.record import AgendaPart
from launchpad.engines.review import part_title
from launchpad.ui.review_room.agenda_list import AgendaLine
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.pages.risks import risk_count
from launchpad.ui.review_room.pages.tracks import TRACK
from launchpad.ui.review_room.pages.words import HIDDEN, answer_pill, outcome_of

SIGNS = {
    Answer.APPROVE: ("circle-check", "ok"),
    Answer.REFUSE: ("circle-x", "bad"),
    Answer.ABSTAIN: ("circle-slash", "text2"),
    Answer.VOID: ("circle-question-mark", "warn"),
    Answer.MISSING: ("circle-dashed", "text3"),
}
"""The icon of a sign-off, and its tone."""
OUTCOMES = {
    Outcome.GO: ("circle-check", "ok"),
    Outcome.CONDITIONAL: ("triangle-alert", "warn"),
    Outcome.NO_GO: ("circle-x", "bad"),
    Outcome.HOLD: ("hourglass", "info"),
    Outcome.BACK: ("undo-2", "accent"),
}
NOTHING = ("", "neutral")


def agenda_lines(answers: RoomAnswers, part: str) -> tuple[AgendaLine, ...]:
    """All parts in order; `part` is the one that is talked about."""
    return tuple(_line(answers, each, each.key == part) for each in answers.review.agenda)


def _line(answers: RoomAnswers, part: AgendaPart, is_current: bool) -> AgendaLine:
    if part.key.startswith(TRACK):
        return _track_line(answers, part, is_current)
    outcome = outcome_of(answers.review.verdict) if part.key == "decision" else None
    return AgendaLine(
        key=part.key,
        title=_title(answers, part.key),
        sign=OUTCOMES[outcome] if outcome else None,
        pill=_pill(answers, part.key),
        said=outcome.label if outcome else "",
        is_current=is_current,
    )


def _track_line(answers: RoomAnswers, part: AgendaPart, is_current: bool) -> AgendaLine:
    key = part.key.removeprefix(TRACK)
    page, voter = answers.page(key), answers.voter(key)
    places = {track.key: place for place, track in enumerate(answers.document.tracks)}
    return AgendaLine(
        key=part.key,
        title=part_title(answers.document, part.key),
        dot=f"track:{places[key]}" if key in places else "text3",
        number="" if page is None or page.score is None else f"{page.score:.0f}",
        sign=_answer_sign(answers, voter.answer) if voter else None,
        said=answer_pill(voter.answer, is_hidden=answers.keeps_answers_hidden)[0] if voter else "",
        is_current=is_current,
    )


def _answer_sign(answers: RoomAnswers, answer: Answer) -> tuple[str, str]:
    if answer_pill(answer, is_hidden=answers.keeps_answers_hidden) == HIDDEN:
        return "lock", "info"
    return SIGNS[answer]


def _title(answers: RoomAnswers, key: str) -> str:
    if key == "changes" and answers.since.day is not None:
        return f"Since {day_text(answers.since.day, answers.today)}"
    if key == "promises":
        return "Last time"
    if key == "risks":
        return f"Risks ({risk_count(answers)})"
    return part_title(answers.document, key)


def _pill(answers: RoomAnswers, key: str) -> tuple[str, str]:
    review = answers.review
    if key == "next" and review.next_review is not None:
        return day_text(review.next_review, answers.today), "info"
    overdue = sum(each.is_overdue for each in (*answers.preparation.conditions, *answers.preparation.actions))
    return (f"{overdue} overdue", "bad") if key == "promises" and overdue else NOTHING
