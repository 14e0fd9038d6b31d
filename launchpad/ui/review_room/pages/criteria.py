"""The page of the gate's criteria, by exception: what is not met first, what is met in a line."""

from launchpad.domain.enums import CriterionStatus
from launchpad.engines.review import CriterionState
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.fact_list import Fact
from launchpad.ui.review_room.page import Page, Section
from launchpad.ui.review_room.pages.words import CRITERIA


def criteria_page(answers: RoomAnswers) -> Page:
    """What the gate asks for."""
    gate = answers.preparation.gate
    return Page(
        key="criteria",
        title="Criteria",
        lead=gate.question if gate else "",
        sections=criteria_sections(answers),
    )


def criteria_sections(answers: RoomAnswers) -> tuple[Section, ...]:
    """The criteria that are not met, and those that are."""
    found = answers.preparation.criteria
    red = tuple(criterion_fact(answers, each) for each in found if each.is_red)
    green = tuple(criterion_fact(answers, each) for each in found if not each.is_red)
    return (
        Section(f"Not met · {len(red)}", red, "Nothing the gate asks for is missing." if found else "None is written."),
        Section(f"Met · {len(green)}" if green else "", green),
    )


def criterion_fact(answers: RoomAnswers, each: CriterionState) -> Fact:
    """A criterion as a row: what the proof says, and what the room found where it differs."""
    found = next((row for row in answers.review.criteria if row.criterion == each.criterion.id), None)
    state = found.result if found is not None else each.state
    missing = [proof.text for proof in each.proofs if not proof.is_proven]
    parts = [found.note] if found is not None and found.note else []
    if found is not None and found.result is not each.state:
        parts.append(f"its proof says {CRITERIA[each.state][0].lower()}")
    parts += missing[:2] if state is not CriterionStatus.MET or not parts else []
    return Fact(
        title=each.criterion.text,
        note=" · ".join(parts),
        key=f"criterion:{each.criterion.id}",
        pill=CRITERIA[state],
        tip="\n".join(proof.text for proof in each.proofs),
    )
