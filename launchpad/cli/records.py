"""Reviews and their seals as JSON and as text."""

from collections.abc import Iterator, Mapping
from typing import Any

from launchpad.cli.output import columns, section
from launchpad.domain.document import Document
from launchpad.domain.enums import Outcome
from launchpad.domain.gate import Action, Condition, Review
from launchpad.domain.people import Person
from launchpad.domain.review import Addendum
from launchpad.engines.review import Preparation, ReviewDue
from launchpad.interchange.json import row_values
from launchpad.journal.seal_check import SealStanding, SealState, seal_states


def seal_json(plan: Document, state: SealState, broken: Mapping[str, str]) -> dict[str, str]:
    """How one seal stands; `broken` are the seals found broken by rows or journal, by id."""
    review = state.row if isinstance(state.row, Review) else plan.find(Review, state.row.review)
    stands = SealStanding.BROKEN if state.row.id in broken else state.state
    kind = "review" if isinstance(state.row, Review) else "addendum"
    text = broken.get(state.row.id, state.text)
    return {"review": review.key if review else "", "kind": kind, "state": stands.value, "text": text}


def review_json(plan: Document, review: Review, broken: Mapping[str, str]) -> dict[str, Any]:
    """A review with what it agreed, its addenda, and how its seal stands."""
    stands = {state.row.id: seal_json(plan, state, broken) for state in seal_states(plan)}
    known = stands.get(review.id, {"state": None, "text": None})
    return {
        **row_values(review, plan),
        "conditions": [row_values(row, plan) for row in plan.rows(Condition) if row.review == review.id],
        "actions": [row_values(row, plan) for row in plan.rows(Action) if row.review == review.id],
        "addenda": [
            row_values(row, plan) | {"state": stands[row.id]["state"]}
            for row in plan.rows(Addendum)
            if row.review == review.id
        ],
        "state": known["state"],
        "text": known["text"],
    }


def due_json(due: ReviewDue) -> dict[str, Any]:
    """A review that is ahead."""
    gate, planned = due.gate, due.planned
    return {
        "date": due.day.isoformat(),
        "kind": due.kind.value,
        "gate": gate.key if gate else None,
        "planned": planned.key if planned else None,
    }


# --- text ----------------------------------------------------------------------------------------------------------


def reviews_text(plan: Document, reviews: tuple[Review, ...], broken: Mapping[str, str]) -> str:
    """Every review in a line, then how the seals stand."""
    rows = [_line(review) for review in reviews]
    seals = [f"  {seal_json(plan, state, broken)['text']}" for state in seal_states(plan)]
    return "\n".join(
        [columns(rows) if rows else "No review has been planned.", *(["Records:", *seals] if seals else [])]
    )


def _line(review: Review) -> tuple[str, ...]:
    day = review.day
    known = review.verdict in {outcome.value for outcome in Outcome}
    verdict = Outcome(review.verdict).label if known else review.verdict
    return (review.key, day.isoformat() if day else "", review.status.label, verdict, review.title)


def preparation_text(ready: Preparation) -> str:
    """What a review has before it, and whom to ask for what."""
    return "\n".join(_prepared(ready))


def _prepared(ready: Preparation) -> Iterator[str]:
    yield f"{ready.review.title}: {ready.readiness.verdict.label} if decided today. {ready.readiness.sentence}"
    yield from section(
        "Criteria", [f"{each.state.label:14} {each.criterion.key}  {each.criterion.text}" for each in ready.criteria]
    )
    required = (voter for voter in ready.voters if voter.is_required)
    yield from section(
        "Answers",
        [f"{each.answer.label:14} {each.track.name} ({_named(each.voter)})" for each in required],
    )
    yield from section("Without an owner", [f"{task.key}  {task.title}" for task in ready.ownerless_musts])
    yield from section("Without proof", [f"{task.key}  {task.title}" for task in ready.missing_evidence])
    yield from section("Promised", [each.text for each in (*ready.conditions, *ready.actions)])
    for chase in ready.chases:
        yield f"\n--- {_named(chase.person)}\n{chase.text.rstrip()}"


def _named(person: Person | None) -> str:
    return person.name if person is not None else "nobody"
