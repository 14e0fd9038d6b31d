"""The page for executives: the answer, the one reason, and what they are asked for; three minutes to read."""

from dataclasses import replace

from launchpad.interchange.pack import registers, standing
from launchpad.interchange.pack.charts import LOW, calendar_strip, curve, track_strip
from launchpad.interchange.pack.model import Cell, Chart, Section, Table, Text, cell
from launchpad.interchange.workbook.material import Material

LONGEST = 180
"""Signs of the longest text."""
REASONS, RISKS, GOALS, DECISIONS = 3, 3, 5, 3


def sentences(material: Material) -> list[Text]:
    """The answer in a breath, what moved, and the one reason."""
    answer = material.readiness
    first = next(iter(answer.stops or answer.conditions), None)
    reason = [Cell(f"The first reason: {first.text}", strong=True)] if first else []
    moved = standing.change(material)
    return [answer.sentence, *([moved] if moved else []), *reason]


def executive_sections(material: Material) -> list[Section]:
    """Everything on the page, in the order in which it is asked."""
    reasons = standing.reasons("What stops a Go", material.readiness.stops, material, REASONS, "Nothing stops a Go.")
    return [
        Section("", [standing.figures(material)]),
        Section("Readiness over time", [Chart(curve(material, LOW))]),
        Section("Tracks", [Chart(track_strip(material))]),
        reasons,
        registers.goals(material, owners=False, most=GOALS),
        registers.risks(material, RISKS),
        registers.decisions_wanted(material, DECISIONS),
        Section("What happens around it", [Chart(calendar_strip(material))]),
        registers.money(material),
    ]


def brief(section: Section) -> Section:
    """A section without its longest texts: the page is read in three minutes."""
    blocks = [
        replace(block, rows=[[brief_text(text) for text in row] for row in block.rows])
        if isinstance(block, Table)
        else block
        for block in section.blocks
    ]
    return replace(section, blocks=blocks)


def brief_text(text: Text) -> Text:
    """A text, cut if it is long."""
    given = cell(text)
    if len(given.text) <= LONGEST:
        return given
    return replace(given, text=f"{given.text[: LONGEST - 1].rstrip()}…")
