"""The page of risks, issues, rivals and the calendar around the date."""

from datetime import date

from launchpad.app.day_text import day_text
from launchpad.domain.enums import IssueStatus, RiskStatus, RivalConfidence
from launchpad.domain.gate import Decision
from launchpad.domain.register import Blackout, Issue, Risk, RivalEvent
from launchpad.domain.wording import counted
from launchpad.engines.readiness.clashes import days_from_launch
from launchpad.scenes.risk_matrix import band_of
from launchpad.ui.review_room.answers import RoomAnswers
from launchpad.ui.review_room.fact_list import Fact
from launchpad.ui.review_room.page import Page, Section
from launchpad.ui.review_room.pages.words import name_of

NEAR = 10
"""Working days from launch day within which a rival's event or a blackout is shown."""
MOST = 8
"""Risks shown; the others are counted."""
ISSUES = {1: ("1 stops the launch", "bad"), 2: ("2 hurts", "warn"), 3: ("3 annoys", "neutral")}


def risks_page(answers: RoomAnswers) -> Page:
    """Risks by how bad they are, then what the calendar holds."""
    return Page(
        key="risks",
        title="Risks, rivals and calendar",
        sections=(_risks(answers), _issues(answers), _rivals(answers), _gates(answers)),
    )


def risk_count(answers: RoomAnswers) -> int:
    """Open risks and issues."""
    document = answers.document
    risks = sum(row.status is RiskStatus.OPEN for row in document.rows(Risk))
    return risks + sum(row.status is IssueStatus.OPEN for row in document.rows(Issue))


def _risks(answers: RoomAnswers) -> Section:
    found = [row for row in answers.document.rows(Risk) if row.status is RiskStatus.OPEN]
    found.sort(key=lambda row: -row.score)
    facts = [_risk(answers, row) for row in found[:MOST]]
    if len(found) > MOST:
        facts.append(Fact(title=f"and {len(found) - MOST} smaller ones", sign=("ellipsis", "text3")))
    return Section(f"Open risks · {len(found)}", tuple(facts), "No risk is open.")


def _risk(answers: RoomAnswers, risk: Risk) -> Fact:
    said = next((note.text for note in answers.review.risk_notes if note.risk == risk.id), "")
    plan = risk.plan or "no plan"
    note = f"“{said}”" if said else f"{name_of(answers.document, risk.owner)} · {plan}"
    band, tone = band_of(risk.score)
    tip = "\n".join(part for part in (risk.plan, f"Trigger: {risk.trigger}" if risk.trigger else "") if part)
    return Fact(title=risk.title, note=note, key=f"risk:{risk.id}", pill=(f"{risk.score} {band}", tone), tip=tip)


def _issues(answers: RoomAnswers) -> Section:
    found = [row for row in answers.document.rows(Issue) if row.status is IssueStatus.OPEN]
    found.sort(key=lambda row: row.severity)
    facts = tuple(
        Fact(title=row.title, note=f"{name_of(answers.document, row.owner)} · {row.action}", pill=ISSUES[row.severity])
        for row in found
    )
    return Section(f"Open issues · {len(facts)}" if facts else "", facts)


def _rivals(answers: RoomAnswers) -> Section:
    document = answers.document
    rivals = [row for row in document.rows(RivalEvent) if row.confidence is not RivalConfidence.GONE]
    events: tuple[RivalEvent | Blackout, ...] = (*rivals, *document.rows(Blackout))
    near = [row for row in events if _distance(answers, row) <= NEAR]
    near.sort(key=lambda row: row.first)
    facts = tuple(_event(answers, row) for row in near)
    return Section("Around launch day", facts, "No rival and no blackout is near launch day.")


def _event(answers: RoomAnswers, row: RivalEvent | Blackout) -> Fact:
    decision = answers.document.find(Decision, row.decision)
    title = f"{row.rival}: {row.event}" if isinstance(row, RivalEvent) else row.name
    detail = row.confidence.label if isinstance(row, RivalEvent) else f"{row.kind.label} blackout"
    away = _distance(answers, row)
    near = f"{counted(away, 'working day')} away" if away else "over launch day"
    pill = (f"Decided {decision.key}", "ok") if decision else ("Not decided", "warn")
    return Fact(title=title, note=f"{detail} · {_days(row.first, row.last, answers.today)} · {near}", pill=pill)


def _gates(answers: RoomAnswers) -> Section:
    ahead = [each for each in answers.preparation.readiness.gates if each.forecast is not None]
    facts = tuple(
        Fact(
            title=f"{each.gate.key} {each.gate.name}", note=each.gate.question, right=day_text(each.day, answers.today)
        )
        for each in ahead[:3]
    )
    return Section("Gates ahead" if facts else "", facts)


def _distance(answers: RoomAnswers, row: RivalEvent | Blackout) -> int:
    return days_from_launch(answers.document, row.first, row.last)


def _days(first: date, last: date, today: date) -> str:
    return day_text(first, today) if first == last else f"{day_text(first, today)} to {day_text(last, today)}"
