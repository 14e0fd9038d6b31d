"""Gates: what is asked, what proves it, who signs, and what is still open."""

from launchpad.domain.enums import DECIDED_GATES, Answer
from launchpad.domain.gate import Criterion, Gate
from launchpad.domain.people import Track
from launchpad.domain.task import Task
from launchpad.engines.readiness import GateReadiness
from launchpad.engines.readiness.signoffs import answers_at
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Book, Formula
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.tables import Entry, Field, Listing, fit_rows, set_widths, write_listing
from launchpad.interchange.workbook.task_sheet import TaskTable

WIDTHS = (2, 8, 52, 13, 8, 14, 20, 18, 12, 11)
MOST_PROVING = 100
"""Tasks that a formula can name; a criterion with more of them has a value, not a formula."""
DAY = {"num_format": look.DAY, "align": "left"}
OFFSET = {"num_format": look.OFFSET, "align": "center"}
COUNT = {"num_format": look.COUNT, "align": "center"}
WRAP = {"text_wrap": True}
QUIET = {"font_color": look.TEXT_2}


def write_gates(book: Book, material: Material, plan: TaskTable) -> None:
    """Write the sheet Gates: the gates, their criteria, the sign-offs."""
    page = book.add_sheet("Gates", tab=look.INFO)
    set_widths(page, WIDTHS)
    book.heading(page, "Gates", "Each gate's question, what proves its criteria, and who signs it off.", column=1)
    gates = write_listing(book, page, 3, 1, _gates(material, plan))
    fit_rows(page, gates.first - 1, [[(_question(each.gate), WIDTHS[2])] for each in material.readiness.gates])
    criteria = write_listing(book, page, gates.last + 1, 1, _criteria(material, plan))
    fit_rows(page, criteria.first - 1, [[(row.text, WIDTHS[2])] for row in _criteria_in_order(material)])
    write_listing(book, page, criteria.last + 1, 1, _signoffs(material))
    page.freeze_panes(3, 0)
    counted = f"J{gates.first}:J{gates.last}"
    rule = book.formats.rule(font_color=look.BAD_TEXT, bold=True)
    page.conditional_format(counted, {"type": "cell", "criteria": ">", "value": 0, "format": rule})


def _gates(material: Material, plan: TaskTable) -> Listing:
    fields = [
        Field("Gate", form={"bold": True}),
        Field("Name and question", form=WRAP),
        Field("Day", form=DAY),
        Field("T±", form=OFFSET),
        Field("Decider"),
        Field("Stands"),
        Field("If decided today"),
        Field("Heading"),
        Field("Open must-haves", form=COUNT),
    ]
    rows = [_gate(each, row, material, plan) for row, each in enumerate(material.readiness.gates, 1)]
    return Listing("Gates", fields, rows, "This plan has no gates.", tall_head=True)


def _question(gate: Gate) -> str:
    return f"{gate.name}\n{gate.question}" if gate.question else gate.name


def _gate(each: GateReadiness, row: int, material: Material, plan: TaskTable) -> list[Entry]:
    gate, forecast = each.gate, each.forecast
    place, must = plan.column("place"), plan.column("open_must")
    shelf = material.places.shelves[gate.id]
    loose = f"+({place}={len(material.gates) + 1})" if shelf > material.places.launch else ""
    open_musts = f"SUMPRODUCT(--((({place}<={row}){loose})>0),--({must}>0),--({must}<5))"
    items = material.board.items.values()
    count = sum(item.shelf <= shelf and item.is_open_must for item in items)
    return [
        material.gates[gate.id],
        _question(gate),
        each.day,
        material.places.positions[gate.id],
        material.view.person(gate.decider),
        gate.status.label,
        each.verdict.label if each.verdict and forecast else None,
        forecast.outlook.label if forecast else None,
        Formula(open_musts, count),
    ]


def _criteria(material: Material, plan: TaskTable) -> Listing:
    fields = [
        Field("Gate", form={"bold": True}),
        Field("Criterion", form=WRAP),
        Field("Found", form=QUIET),
        Field("Tasks", "tasks", COUNT),
        Field("Not proven", form=COUNT),
        Field("Proven by", form=QUIET),
        *(Field("") for _ in range(3)),
    ]
    rows = [_criterion(row, material, plan) for row in _criteria_in_order(material)]
    return Listing("Criteria", fields, rows, "No criteria are written down.")


def _criteria_in_order(material: Material) -> list[Criterion]:
    order = {gate.id: place for place, gate in enumerate(material.places.gates)}
    return sorted(material.document.rows(Criterion), key=lambda row: order[row.gate])


def _criterion(row: Criterion, material: Material, plan: TaskTable) -> list[Entry]:
    proving = [task for named in row.proven_by if (task := material.document.find(Task, named))]
    ids = ",".join('"' + task.id.replace('"', '""') + '"' for task in proving)
    chosen = f"--ISNUMBER(MATCH({plan.column('id')},{{{{{ids}}}}},0))"
    unmet = sum(not (task.is_passed_over or material.item(task).is_proven) for task in proving)
    return [
        material.gates[row.gate],
        row.text,
        row.status.label,
        len(proving),
        Formula(f"SUMPRODUCT({chosen},--({plan.column('met')}=0))", unmet)
        if 0 < len(proving) <= MOST_PROVING
        else unmet,
        ", ".join(task.key for task in proving),
        *(None, None, None),
    ]


def _signoffs(material: Material) -> Listing:
    fields = [
        Field("Gate", form={"bold": True}),
        Field("Track"),
        Field("Answer", "answer"),
        Field("No.", form=QUIET | {"align": "center"}, name="SignoffGates"),
        Field("Required", "required"),
        Field("Lead"),
        Field("Counts as", name="SignoffCounts"),
        Field("Strict", "strict"),
    ]
    rows = [
        row for gate in material.places.gates if gate.status not in DECIDED_GATES for row in _answers(gate, material)
    ]
    return Listing("Sign-offs still to come", fields, rows, "No sign-offs are waited for.")


def _answers(gate: Gate, material: Material) -> list[list[Entry]]:
    answers = answers_at(material.document, gate)
    asked = [
        track
        for track in material.document.tracks
        if track.id in gate.required_signoffs or answers.get(track.id) is Answer.REFUSE
    ]
    return [_signoff(gate, track, answers.get(track.id, Answer.MISSING), material) for track in asked]


def _signoff(gate: Gate, track: Track, answer: Answer, material: Material) -> list[Entry]:
    required = track.id in gate.required_signoffs
    counts = (
        'IF({answer}="Refuse","refused",IF(AND({required}="yes",OR({answer}="Missing",{answer}="Void")),'
        'IF({strict}="strict","missing, strict","missing"),""))'
    )
    return [
        material.gates[gate.id],
        material.tracks[track.id],
        answer.label,
        material.gate_row(gate),
        "yes" if required else "no",
        material.view.person(track.lead),
        Formula(counts, _counts_as(answer, required, track.strict_signoff)),
        "strict" if track.strict_signoff else None,
    ]


def _counts_as(answer: Answer, required: bool, strict: bool) -> str | None:
    if answer is Answer.REFUSE:
        return "refused"
    if required and answer in (Answer.MISSING, Answer.VOID):
        return "missing, strict" if strict else "missing"
    return None
