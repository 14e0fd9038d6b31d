"""What is handed on as it is: dates, facts, assets, questions."""

from collections.abc import Iterable, Iterator
from datetime import date

from launchpad.domain.enums import AssetStatus
from launchpad.domain.launch import Audience, PortfolioEntry, Region
from launchpad.domain.register import Asset, Blackout, RegionFeedback, RivalEvent
from launchpad.interchange.pack.model import Cell, Column, Section, Table, Text
from launchpad.interchange.pack.words import (
    day,
    days,
    offset,
)
from launchpad.interchange.web_link import link_or_nothing
from launchpad.interchange.workbook.handouts import launch_facts
from launchpad.interchange.workbook.material import Material

READY = frozenset({AssetStatus.APPROVED, AssetStatus.PUBLISHED})


Occasion = tuple[date, date, str, str]


def dates(material: Material, *, scopes: frozenset[str] | None, others: bool) -> Section:
    """Launch by region, gates, milestones and days to keep clear of.

    Blackouts of all scopes when there are none given; `others` adds rivals and other launches.
    """
    found = sorted([*_launch_days(material), *_closed_days(material, scopes), *(_others(material) if others else ())])
    rows: list[list[Text]] = [
        [days(first, last, material.today), offset(material.offset_of_day(first)), what, Cell(name, strong=True)]
        for first, last, what, name in found
    ]
    return Section("Dates", [Table((Column("When", 1.3), Column("T±", 0.7), Column("What", 1.4), Column("", 4)), rows)])


def _launch_days(material: Material) -> Iterator[Occasion]:
    document = material.document
    yield document.launch.launch_date, document.launch.launch_date, "Launch", document.launch.name
    for region in document.rows(Region):
        if region.launch_date is not None:
            yield region.launch_date, region.launch_date, f"Launch, wave {region.wave}", region.name
    for gate in material.places.gates:
        at = material.calendar.day_of(gate.when)
        yield at, at, "Decision", f"{gate.key}  {gate.name}"


def _closed_days(material: Material, scopes: frozenset[str] | None) -> Iterator[Occasion]:
    for row in material.document.rows(Blackout):
        if scopes is None or scopes & set(row.scope):
            yield row.first, row.last, f"{row.kind.label} blackout", row.name


def _others(material: Material) -> Iterator[Occasion]:
    for row in material.document.rows(RivalEvent):
        yield row.first, row.last, "Rival", f"{row.rival}: {row.event}"
    for other in material.document.rows(PortfolioEntry):
        yield other.launch_date, other.launch_date, "Other launch", other.name


def facts(material: Material) -> Section:
    """What may be said, to whom, where and from when."""
    rows: list[list[Text]] = [[Cell(name, strong=True), text] for name, text in launch_facts(material)]
    audiences: list[list[Text]] = [
        [Cell(row.name, strong=True), row.message, row.channel] for row in material.document.rows(Audience)
    ]
    regions: list[list[Text]] = [
        [Cell(row.name, strong=True), day(row.launch_date, material.today), f"Wave {row.wave}"]
        for row in material.document.rows(Region)
    ]
    return Section(
        "Facts",
        [
            Table((Column("", 1), Column("", 4)), rows),
            Table(
                (Column("For whom", 1), Column("What changes for them", 3), Column("Where they hear it", 1)), audiences
            ),
            Table((Column("Region", 1), Column("From", 1), Column("", 3)), regions),
        ],
    )


def assets(title: str, note: str, found: Iterable[Asset], material: Material) -> Section:
    """Things others reuse, with their state and where they are."""
    rows: list[list[Text]] = [
        [
            Cell(asset.name, strong=True, link=link_or_nothing(asset.link)),
            asset.type,
            Cell(asset.status.label, "ok" if asset.status in READY else "warn"),
            asset.version,
            material.view.person(asset.owner),
            day(asset.expires, material.today),
            "until it lifts" if asset.embargo else "",
        ]
        for asset in found
    ]
    columns = (
        Column("Asset", 2.4),
        Column("Kind", 1),
        Column("Status", 1),
        Column("Version", 0.8),
        Column("Owner", 1.3),
    )
    table = Table((*columns, Column("Good until", 0.9), Column("Embargo", 1)), rows, "None yet.")
    return Section(title, [table], note)


def questions(title: str, material: Material, most: int = 20) -> Section:
    """What customers asked in the regions."""
    heard = [row for row in material.document.rows(RegionFeedback) if row.question]
    asked: list[list[Text]] = [[row.question, row.region] for row in heard[:most]]
    return Section(title, [Table((Column("Question", 4), Column("Heard in", 1)), asked, "No questions yet.")])
