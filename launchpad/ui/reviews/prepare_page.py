"""What a review needs before it begins, as a page: criteria, voters, proof, and must-haves nobody owns."""

from datetime import date

from launchpad.app.day_text import day_text
from launchpad.domain.document import Document
from launchpad.domain.people import Person
from launchpad.domain.task import Task
from launchpad.domain.wording import counted
from launchpad.engines.readiness.reasons import Verdict
from launchpad.engines.review import CriterionState, Preparation, Voter
from launchpad.ui.review_room.fact_list import Fact
from launchpad.ui.review_room.page import BigScore, BigVerdict, Page, Section
from launchpad.ui.review_room.pages.promises import promise_fact
from launchpad.ui.review_room.pages.words import ANSWERS, CRITERIA, OUTCOME_TONES, outcome_of

MOST = 12
"""Tasks listed in one section."""


def prepare_page(document: Document, today: date, found: Preparation) -> Page:
    """A planned review as a page."""
    review, gate = found.review, found.gate
    when = f"{day_text(review.planned, today)}" if review.planned else "no day yet"
    return Page(
        key=f"prepare:{review.id}",
        title=review.title,
        lead=" · ".join(part for part in (review.key, when, gate.question if gate else "Status review") if part),
        score=_score(found),
        verdicts=(_verdict(found),),
        sections=(
            _tasks(document, f"Must-haves nobody owns · {len(found.ownerless_musts)}", found.ownerless_musts),
            _criteria(found.criteria),
            _tasks(document, f"Proof that is missing · {len(found.missing_evidence)}", found.missing_evidence),
            _voters(found.voters),
            _promises(found, today),
        ),
    )


def _score(found: Preparation) -> BigScore | None:
    answer = found.readiness
    if answer.score is None:
        return None
    beside = [] if answer.expected is None else [f"{answer.expected:.1f} expected"]
    beside += [] if answer.work is None else [f"work {answer.work:.1f}"]
    return BigScore(f"{answer.score:.1f}", "text", tuple(beside))


def _verdict(found: Preparation) -> BigVerdict:
    answer = found.readiness
    outcome = outcome_of(answer.verdict.value)
    assert outcome is not None, "every verdict of the model is an outcome"
    words = [counted(len(answer.stops), "stop")] if answer.verdict is Verdict.NO_GO else []
    words += [counted(len(answer.conditions), "condition")] if answer.conditions else []
    return BigVerdict("If it were decided today", outcome.label, OUTCOME_TONES[outcome], ", ".join(words))


def _tasks(document: Document, title: str, tasks: tuple[Task, ...]) -> Section:
    facts = [_task(document, task) for task in tasks[:MOST]]
    if len(tasks) > MOST:
        facts.append(Fact(title=f"and {len(tasks) - MOST} more"))
    return Section(title, tuple(facts), "None.")


def _task(document: Document, task: Task) -> Fact:
    owner = document.find(Person, task.owner)
    who = owner.name if owner else "nobody"
    return Fact(title=task.title, note=f"{task.key} · {who}", key=f"task:{task.id}", right=task.status.label)


def _criteria(criteria: tuple[CriterionState, ...]) -> Section:
    facts = tuple(
        Fact(
            title=each.criterion.text,
            note=" · ".join(proof.text for proof in each.proofs if not proof.is_proven),
            pill=CRITERIA[each.state],
        )
        for each in criteria
    )
    met = sum(not each.is_red for each in criteria)
    return Section(f"Criteria · {met} of {len(criteria)} met" if criteria else "", facts)


def _voters(voters: tuple[Voter, ...]) -> Section:
    asked = [voter for voter in voters if voter.is_required]
    return Section(f"Who signs · {len(asked)}" if asked else "", tuple(_voter(voter) for voter in asked))


def _voter(voter: Voter) -> Fact:
    if voter.voter is None:
        return Fact(title=voter.track.name, note="Nobody can sign: name a deputy", pill=("nobody", "bad"))
    stands_in = voter.lead is not None and voter.voter.id != voter.lead.id
    note = f"{voter.voter.name} for {voter.lead.name}, who is away" if stands_in and voter.lead else voter.voter.name
    pill = ("asked", "neutral") if voter.answer.value == "missing" else ANSWERS[voter.answer]
    return Fact(title=voter.track.name, note=note, right="must sign" if voter.is_strict else "", pill=pill)


def _promises(found: Preparation, today: date) -> Section:
    promises = (*found.conditions, *found.actions)
    title = f"Still promised from earlier reviews · {len(promises)}"
    return Section(title if promises else "", tuple(promise_fact(each, today) for each in promises))
