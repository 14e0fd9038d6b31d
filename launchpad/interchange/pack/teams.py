"""The pages for sales and for support: what they may say, what they are asked for, what will be asked of them."""

from launchpad.domain.register import RegionFeedback
from launchpad.domain.task import Task
from launchpad.interchange.pack import handouts, registers, standing
from launchpad.interchange.pack.model import Cell, Column, Section, Table, Text
from launchpad.interchange.pack.words import number
from launchpad.interchange.workbook.handouts import kit, promised
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.sales import SALES
from launchpad.interchange.workbook.support import SUPPORT, help_assets

KIT_NOTE = "Use what is approved or published. Anything under embargo stays inside until it lifts."


def sales_sections(material: Material) -> list[Section]:
    """What sales asks: what to say and from when, with what, where it is sold, and what is wanted from them."""
    return [
        Section("", [standing.figures(material)]),
        handouts.facts(material),
        handouts.assets("Kit", KIT_NOTE, kit(material), material),
        *_work(material),
        handouts.questions("Objections heard", material),
        _regions(material),
        handouts.dates(material, scopes=SALES.scopes, others=False),
        registers.goals(material, owners=False),
        standing.tracks(material, leads=True),
    ]


def support_sections(material: Material) -> list[Section]:
    """What support asks: when and for whom, what will be asked, what is known to go wrong, and whom to call."""
    return [
        Section("", [standing.figures(material)]),
        handouts.facts(material),
        handouts.questions("What customers ask", material),
        handouts.assets("Articles and replies", "", help_assets(material), material),
        registers.issues(material),
        _contacts(material),
        *_work(material),
        handouts.assets("What sales has promised", "What customers see and sellers use.", promised(material), material),
        handouts.dates(material, scopes=SUPPORT.scopes, others=False),
        registers.goals(material, owners=False),
    ]


def _work(material: Material) -> list[Section]:
    own = [task for task in material.view.own if task.is_open]
    awaited = [task for task in material.view.awaited if task.is_open]
    return [
        standing.tasks("What is wanted from you", _by_due(own, material), material, empty="All your work is done."),
        standing.tasks("What you wait for", _by_due(awaited, material), material, empty="You wait for nobody."),
    ]


def _by_due(tasks: list[Task], material: Material) -> list[Task]:
    return sorted(tasks, key=lambda task: material.dates(task).due)


def _regions(material: Material) -> Section:
    rows: list[list[Text]] = [
        [
            Cell(row.region, strong=True),
            row.ready_to_sell.label if row.ready_to_sell else "no answer yet",
            "" if row.confidence is None else f"{row.confidence} of 5",
            number(row.accounts),
            number(row.pipeline),
            row.missing,
        ]
        for row in material.document.rows(RegionFeedback)
    ]
    columns = (Column("Region", 1.2), Column("Ready to sell", 1), Column("Confidence", 1), Column("Accounts", 0.8))
    more = (Column("Pipeline", 1), Column("Missing", 3))
    return Section("Regions", [Table((*columns, *more), rows, "No region was asked yet.")])


def _contacts(material: Material) -> Section:
    rows: list[list[Text]] = [
        [
            Cell(material.tracks[track.id], strong=True),
            material.view.person(track.lead),
            material.view.person(track.deputy),
        ]
        for track in material.document.tracks
    ]
    table = Table((Column("Track", 1), Column("Lead", 1), Column("Deputy", 1)), rows)
    return Section("Whom to call", [table], "Escalate to the lead, else to the deputy.")
