"""The page of the decision: the model's verdict beside the people's, why, and how everybody answered."""

from launchpad.domain.enums import Outcome
from launchpad.domain.gate import Gate
from launchpad.domain.wording import counted
from launchpad.engines.readiness.reasons import Reason
from launchpad.engines.review import Voter, differs
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.fact_list import Fact
from launchpad.ui.review_room.page import BigScore, BigVerdict, Page, Section
from launchpad.ui.review_room.pages.words import OUTCOME_TONES, answer_pill, due_text, name_of, outcome_of

MOST = 6
"""Reasons of the model that are listed."""


def decision_page(answers: RoomAnswers) -> Page:
    """What is decided, and what it stands on."""
    gate = answers.preparation.gate
    return Page(
        key="decision",
        title=f"{gate.key} {gate.name}" if gate else "Where we stand",
        lead=gate.question if gate else answers.preparation.readiness.sentence,
        score=_score(answers),
        verdicts=(_models(answers), _peoples(answers)),
        sections=(_answers(answers), _dissent(answers), _reasons(answers), _promises(answers)),
    )


def _score(answers: RoomAnswers) -> BigScore:
    found = answers.preparation.readiness
    beside = [] if found.expected is None else [f"work {found.work:.0f}", f"{found.expected:.0f} expected"]
    return BigScore("–" if found.score is None else f"{found.score:.0f}", "text", tuple(beside))


def _models(answers: RoomAnswers) -> BigVerdict:
    found = answers.preparation.readiness
    words = [counted(len(found.stops), "stop")] if found.stops else []
    words += [counted(len(found.conditions), "condition")] if found.conditions else []
    why = " and ".join(words) or "Nothing stands against it"
    return BigVerdict("The model says", answers.proposal.label, OUTCOME_TONES[answers.proposal], why)


def _peoples(answers: RoomAnswers) -> BigVerdict:
    review = answers.review
    outcome = outcome_of(review.verdict)
    if outcome is None:
        return BigVerdict("People decide", "Not decided", "text3", "G, C, N, H or B decides")
    said = outcome.label
    if outcome is Outcome.HOLD and review.hold_until is not None:
        said = f"Hold until {due_text(review.hold_until, answers.today).partition(' ')[2]}"
    back = answers.document.find(Gate, review.back_to)
    if outcome is Outcome.BACK and back is not None:
        said = f"Back to {back.key}"
    words = review.rationale
    if not words and differs(answers.proposal.value, review.verdict):
        words = "It differs from the model. Press R and say why."
    return BigVerdict("People decide", said, OUTCOME_TONES[outcome], words)


def _answers(answers: RoomAnswers) -> Section:
    facts = tuple(voter_fact(answers, voter) for voter in answers.preparation.voters if voter.is_required)
    hidden = answers.keeps_answers_hidden
    title = "Sign-offs · hidden until all are in" if hidden else f"Sign-offs · {len(facts)}"
    return Section(title, facts, "This gate asks nobody to sign.")


def voter_fact(answers: RoomAnswers, voter: Voter) -> Fact:
    """A track's sign-off as a row."""
    hidden = answers.keeps_answers_hidden
    who = name_of(answers.document, voter.voter.id if voter.voter else None)
    note = who if hidden or not voter.comment else f"{who}: “{voter.comment}”"
    pill = answer_pill(voter.answer, is_hidden=hidden)
    strict = "must sign" if voter.is_strict else ""
    return Fact(title=voter.track.name, note=note, right=strict, pill=pill, key=f"voter:{voter.track.key}")


def _dissent(answers: RoomAnswers) -> Section:
    facts = tuple(
        Fact(title=f"“{each.text}”", note=name_of(answers.document, each.person), key=f"dissent:{each.person}")
        for each in answers.review.dissent
    )
    return Section("Dissent" if facts else "", facts)


def _reasons(answers: RoomAnswers) -> Section:
    found = answers.preparation.readiness
    reasons = [_reason(each, ("circle-x", "bad")) for each in found.stops]
    reasons += [_reason(each, ("triangle-alert", "warn")) for each in found.conditions]
    shown = reasons[:MOST]
    if len(reasons) > MOST:
        shown.append(Fact(title=f"and {len(reasons) - MOST} more", sign=("ellipsis", "text3")))
    return Section(f"What the model holds against it · {len(reasons)}" if reasons else "", tuple(shown))


def _reason(reason: Reason, sign: tuple[str, str]) -> Fact:
    return Fact(title=reason.text, note=reason.next_step, sign=sign, is_long=True)


def _promises(answers: RoomAnswers) -> Section:
    facts = tuple(
        Fact(
            title=row.text,
            note=f"{name_of(answers.document, row.owner)} · {due_text(row.due, answers.today)}"
            + (f" · else {row.fallback}" if row.fallback else ""),
            key=f"condition:{row.id}",
            sign=("flag", "warn"),
        )
        for row in answers.conditions
    )
    return Section(f"Conditions · {len(facts)}" if facts else "", facts)
