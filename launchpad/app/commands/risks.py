"""Changing the registers of risks and issues."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from launchpad.app.commands.keys import last_place, next_key
from launchpad.app.commands.rows import change_row, existing
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import IssueStatus, RiskStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import IssueId, RiskId, new_id
from launchpad.domain.register import Issue, Risk
from launchpad.domain.wording import counted


def add_risk(document: Document, title: str, today: date, fields: Mapping[str, Any] | None = None) -> Edit:
    """Add an open risk at the end of the register."""
    key = next_key("R-", (risk.key for risk in document.rows(Risk)))
    values = {"opened": today, **(fields or {})}
    risk = Risk(id=RiskId(new_id()), key=key, title=title.strip(), order=last_place(document, Risk), **values)
    return Edit(f"Add risk {risk.title}", (Change(None, risk),))


def change_risk(document: Document, risk_id: str, fields: Mapping[str, Any], today: date) -> Edit:
    """Set fields of a risk. Its first rating is kept when it changes; closing dates it, opening again undates it."""
    risk = existing(document, Risk, risk_id)
    values = dict(fields)
    rated = {values.get(name, getattr(risk, name)) != getattr(risk, name) for name in ("probability", "impact")}
    if risk.first_score is None and True in rated:
        values.setdefault("first_score", risk.score)
    if values.get("status", risk.status) != risk.status:
        values.setdefault("closed", None if values["status"] == RiskStatus.OPEN else today)
    edit = change_row(document, risk, values)
    return Edit(change_row(document, risk, fields).label, edit.changes)


def remove_risks(document: Document, risk_ids: Iterable[str]) -> Edit:
    """Remove risks; issues that grew from them forget them."""
    risks = [existing(document, Risk, each) for each in risk_ids]
    grown = (Change(issue, replace(issue, risk=None)) for risk in risks for issue in issues_of(document, risk.id))
    label = f"Remove risk {risks[0].title}" if len(risks) == 1 else f"Remove {counted(len(risks), 'risk')}"
    return Edit(label, (*grown, *(Change(risk, None) for risk in risks)))


def issues_of(document: Document, risk_id: str) -> tuple[Issue, ...]:
    """The issues that a risk became."""
    return tuple(issue for issue in document.rows(Issue) if issue.risk == risk_id)


def risk_happened(document: Document, risk_id: str, today: date) -> Edit:
    """Turn a risk into an issue that keeps the link; its track, owner and plan go along."""
    risk = existing(document, Risk, risk_id)
    if risk.status is RiskStatus.HAPPENED:
        raise PlanError(f"“{risk.title}” has already become an issue.")
    issue = Issue(
        id=IssueId(new_id()),
        key=next_key("I-", (row.key for row in document.rows(Issue))),
        title=risk.title,
        track=risk.track,
        severity=1 if risk.impact == 5 else 2 if risk.impact >= 3 else 3,
        owner=risk.owner,
        opened=today,
        action=risk.plan,
        risk=risk.id,
        order=last_place(document, Issue),
    )
    after = replace(risk, status=RiskStatus.HAPPENED, closed=today)
    return Edit(f"Turn risk {risk.title} into an issue", (Change(risk, after), Change(None, issue)))


def add_issue(document: Document, title: str, today: date, fields: Mapping[str, Any] | None = None) -> Edit:
    """Add an open issue at the end of the register."""
    key = next_key("I-", (issue.key for issue in document.rows(Issue)))
    values = {"opened": today, **(fields or {})}
    issue = Issue(id=IssueId(new_id()), key=key, title=title.strip(), order=last_place(document, Issue), **values)
    return Edit(f"Add issue {issue.title}", (Change(None, issue),))


def change_issue(document: Document, issue_id: str, fields: Mapping[str, Any], today: date) -> Edit:
    """Set fields of an issue; closing dates it, opening again undates it."""
    issue = existing(document, Issue, issue_id)
    values = dict(fields)
    if values.get("status", issue.status) != issue.status:
        values.setdefault("closed", None if values["status"] == IssueStatus.OPEN else today)
    edit = change_row(document, issue, values)
    return Edit(change_row(document, issue, fields).label, edit.changes)


def remove_issues(document: Document, issue_ids: Iterable[str]) -> Edit:
    """Remove issues."""
    issues = [existing(document, Issue, each) for each in issue_ids]
    label = f"Remove issue {issues[0].title}" if len(issues) == 1 else f"Remove {counted(len(issues), 'issue')}"
    return Edit(label, tuple(Change(issue, None) for issue in issues))
