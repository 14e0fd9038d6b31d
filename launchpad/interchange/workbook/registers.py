"""Risks and issues, decisions with what they left to do: the registers that leads keep beside the checklist."""

from launchpad.domain.enums import IssueStatus
from launchpad.domain.gate import Action, Condition, Decision
from launchpad.domain.ids import TrackId
from launchpad.domain.register import Issue, Risk
from launchpad.engines.readiness.deductions import ISSUE_POINTS, SEVERE, is_managed, risk_points
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Book, Formula
from launchpad.interchange.workbook.material import WHOLE_LAUNCH, Material
from launchpad.interchange.workbook.tables import Entry, Field, Listing, fit_rows, set_widths, write_listing

DAY = {"num_format": look.DAY, "align": "left"}
WRAP = {"text_wrap": True}
CENTER = {"align": "center"}
QUIET = {"font_color": look.TEXT_2}
RISK_WIDTHS = (2, 8, 38, 19, 8, 8, 8, 8, 10, 12, 11, 42, 34, 13, 10, 9)
DECISION_WIDTHS = (2, 8, 13, 42, 14, 46, 36, 30, 11, 8, 11)


def write_risks(book: Book, material: Material) -> None:
    """Write the sheet Risks: risks and issues, with the points they take."""
    page = book.add_sheet("Risks", tab=look.WARN)
    set_widths(page, RISK_WIDTHS)
    note = "What may happen, what has happened, and the points both take from their track's score."
    book.heading(page, "Risks and issues", note, column=1)
    risks = material.document.rows(Risk)
    area = write_listing(book, page, 3, 1, _risks(material))
    fit_rows(page, area.first - 1, [[(row.title, 38), (row.plan, 42), (row.trigger, 34)] for row in risks])
    end = area.last
    issues = material.document.rows(Issue)
    area = write_listing(book, page, end + 1, 1, _issues(material))
    fit_rows(page, area.first - 1, [[(row.title, 38), (row.action, 42)] for row in issues])
    page.freeze_panes(3, 3)
    rule = book.formats.rule(font_color=look.BAD_TEXT, bg_color=look.BAD_TINT, bold=True)
    scores = f"G6:G{end}"
    severe = f'=AND($O6="Open",$G6>={SEVERE})'
    page.conditional_format(scores, {"type": "formula", "criteria": severe, "format": rule})


def _risks(material: Material) -> Listing:
    fields = [
        Field("Key", form=QUIET),
        Field("Risk", form=WRAP),
        Field("Track", name="RiskTracks"),
        Field("Chance 1–5", "chance", CENTER),
        Field("Impact 1–5", "impact", CENTER),
        Field("Score", "score", CENTER, "RiskScores"),
        Field("Points", "points", CENTER, "RiskPoints"),
        Field("Managed", "managed", CENTER),
        Field("Owner", "owner"),
        Field("Response"),
        Field("Plan", "plan", WRAP, "RiskPlans"),
        Field("Trigger", form=WRAP),
        Field("Review", "review", DAY),
        Field("Status", "status", {}, "RiskStates"),
        Field("Target", form=CENTER),
    ]
    rows = [_risk(row, material) for row in material.document.rows(Risk)]
    return Listing("Risks", fields, rows, "No risks are written down.", tall_head=True)


def _risk(row: Risk, material: Material) -> list[Entry]:
    managed = 'IF(AND({owner}<>"",{plan}<>"",OR({review}="",{review}>=AsOf)),"yes","no")'
    points = 'IF({status}="Open",LOOKUP({score},RiskFrom,RiskTakes)*IF({managed}="yes",1,2),0)'
    return [
        row.key,
        row.title,
        track_label(row.track, material),
        row.probability,
        row.impact,
        Formula("{chance}*{impact}", row.score),
        Formula(points, risk_points(row, material.today)),
        Formula(managed, "yes" if is_managed(row, material.today) else "no"),
        material.view.person(row.owner),
        row.response.label if row.response else None,
        row.plan.strip(),
        row.trigger,
        row.review,
        row.status.label,
        row.residual,
    ]


def _issues(material: Material) -> Listing:
    fields = [
        Field("Key", form=QUIET),
        Field("Issue", form=WRAP),
        Field("Track", name="IssueTracks"),
        Field("Severity", "severity", CENTER, "IssueSeverities"),
        Field(""),
        Field(""),
        Field("Points", form=CENTER, name="IssuePoints"),
        Field(""),
        Field("Owner"),
        Field("Opened", form={"num_format": look.SHORT_DAY, "align": "left"}),
        Field("Action", form=WRAP),
        Field(""),
        Field("Due", form=DAY),
        Field("Status", "status", {}, "IssueStates"),
        Field(""),
    ]
    rows = [_issue(row, material) for row in material.document.rows(Issue)]
    return Listing("Issues", fields, rows, "No issues are written down.")


def _issue(row: Issue, material: Material) -> list[Entry]:
    points = ISSUE_POINTS[row.severity] if row.status is IssueStatus.OPEN else 0
    return [
        row.key,
        row.title,
        track_label(row.track, material),
        row.severity,
        *(None, None),
        Formula('IF({status}="Open",INDEX(IssueTakes,{severity}),0)', points),
        None,
        material.view.person(row.owner),
        row.opened,
        row.action,
        None,
        row.due,
        row.status.label,
        None,
    ]


def track_label(track: TrackId | None, material: Material) -> str:
    """The label of a track, or of the launch as a whole."""
    return WHOLE_LAUNCH if track is None else material.tracks[track]


def write_decisions(book: Book, material: Material) -> None:
    """Write the sheet Decisions: what was decided and why, and what it left to do."""
    page = book.add_sheet("Decisions", tab=look.OK)
    set_widths(page, DECISION_WIDTHS)
    book.heading(page, "Decisions", "What was decided, by whom and why, and what it left to do.", column=1)
    rows = material.document.rows(Decision)
    area = write_listing(book, page, 3, 1, _decisions(material))
    texts = [[(row.title, 42), (row.rationale, 46), (row.context, 36), ("; ".join(row.options), 30)] for row in rows]
    fit_rows(page, area.first - 1, texts)
    promises = _promises(material)
    area = write_listing(book, page, area.last + 1, 1, promises)
    fit_rows(page, area.first - 1, [[(str(row[2]), 42), (str(row[4] or ""), 46)] for row in promises.rows])
    page.freeze_panes(3, 0)


def _decisions(material: Material) -> Listing:
    fields = [
        Field("Key", form=QUIET),
        Field("Day", form=DAY),
        Field("Decision", form=WRAP | {"bold": True}),
        Field("Decided by"),
        Field("Why", form=WRAP),
        Field("Context", form=WRAP | QUIET),
        Field("Options", form=WRAP | QUIET),
        Field("Reversible"),
        Field("Gate"),
        Field("Status"),
    ]
    rows: list[list[Entry]] = [
        [
            row.key,
            row.day,
            row.title,
            material.view.person(row.decided_by),
            row.rationale,
            row.context,
            "; ".join(row.options),
            "yes" if row.reversible else "no",
            "" if row.gate is None else material.gates[row.gate],
            row.status.label,
        ]
        for row in material.document.rows(Decision)
    ]
    return Listing("Decisions", fields, rows, "No decisions are written down.")


def _promises(material: Material) -> Listing:
    fields = [
        Field("Key", form=QUIET),
        Field("Due", form=DAY),
        Field("Condition or action", form=WRAP),
        Field("Owner"),
        Field("Otherwise", form=WRAP),
        Field("Status"),
    ]
    conditions: list[list[Entry]] = [
        [row.key, row.due, row.text, material.view.person(row.owner), row.fallback, row.status.label]
        for row in material.document.rows(Condition)
    ]
    actions: list[list[Entry]] = [
        [row.key, row.due, row.text, material.view.person(row.owner), None, row.status.label]
        for row in material.document.rows(Action)
    ]
    return Listing("Conditions and actions", fields, conditions + actions, "None so far.")
