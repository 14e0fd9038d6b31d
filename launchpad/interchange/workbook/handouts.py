"""What a team may hand on or repeat: assets with their state, and the facts of the launch."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from launchpad.domain.enums import AssetAudience, AssetStatus
from launchpad.domain.launch import Audience, Region
from launchpad.domain.register import Asset, RegionFeedback
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Book, launch_moment
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.tables import Area, Entry, Field, Listing, fit_rows, set_widths, write_listing

DAY = {"num_format": look.DAY, "align": "left"}
QUIET = {"font_color": look.TEXT_2}
BOLD = {"bold": True}
AMOUNT = {"num_format": "#,##0", "align": "right"}
OPEN_AUDIENCES = frozenset({AssetAudience.CUSTOMER, AssetAudience.PARTNER, AssetAudience.PUBLIC})
KIT_TRACKS = frozenset({"sales", "marketing"})
GONE = frozenset({AssetStatus.WITHDRAWN, AssetStatus.EXPIRED})
ASSET_WIDTHS = (2, 36, 14, 12, 12, 12, 20, 13, 13, 15, 40)
ASSET_FIELDS = (
    Field("Asset", form=BOLD),
    Field("Kind"),
    Field("For"),
    Field("Status"),
    Field("Version"),
    Field("Owner"),
    Field("Changed", form=DAY),
    Field("Good until", form=DAY),
    Field("Embargo"),
    Field("Link", form=QUIET),
)


def kit(material: Material) -> list[Asset]:
    """The assets sellers may know of: made by sales or marketing, or meant for customers."""
    tasks = {task.id: task for task in material.document.tasks}
    tracks = {track.id: track.key for track in material.document.tracks}

    def is_theirs(asset: Asset) -> bool:
        made_by_them = asset.task is not None and tracks[tasks[asset.task].track] in KIT_TRACKS
        return asset.audience in OPEN_AUDIENCES or made_by_them

    return [asset for asset in material.document.rows(Asset) if asset.status not in GONE and is_theirs(asset)]


def promised(material: Material) -> list[Asset]:
    """The assets that customers see."""
    return [asset for asset in kit(material) if asset.audience in OPEN_AUDIENCES]


def write_heard(book: Book, page: Worksheet, material: Material, title: str, width: float, columns: int) -> Area:
    """Write what customers asked in the regions at the top of a sheet of so many `columns`; return where the rows are.

    `width` is that of the first column, in which the questions stand.
    """
    empty = columns - 2
    asked: list[list[Entry]] = [
        [row.question, row.region, *([None] * empty)] for row in material.document.rows(RegionFeedback) if row.question
    ]
    fields = [Field("Question", form={"text_wrap": True}), Field("Heard in"), *([Field("")] * empty)]
    area = write_listing(book, page, 3, 1, Listing(title, fields, asked, "No questions yet."))
    fit_rows(page, area.first - 1, [[(str(row[0]), width)] for row in asked])
    return area


def write_assets(book: Book, material: Material, name: str, note: str, assets: Sequence[Asset]) -> None:
    """Write a sheet of assets."""
    page = book.add_sheet(name, tab=look.OK)
    set_widths(page, ASSET_WIDTHS)
    book.heading(page, name, note, column=1)
    rows = [_asset_row(asset, material) for asset in assets]
    write_listing(book, page, 3, 1, Listing("", ASSET_FIELDS, rows, "No assets are planned."))
    page.freeze_panes(5, 2)
    if assets:
        _color_status(book, page, f"E6:E{5 + len(assets)}")


def _asset_row(asset: Asset, material: Material) -> list[Entry]:
    return [
        asset.name,
        asset.type,
        asset.audience.label,
        asset.status.label,
        asset.version,
        material.view.person(asset.owner),
        asset.updated,
        asset.expires,
        "until it lifts" if asset.embargo else None,
        asset.link,
    ]


def _color_status(book: Book, page: Worksheet, area: str) -> None:
    ready = book.formats.rule(font_color=look.OK_TEXT, bg_color=look.OK_TINT)
    tests = ",".join(f'$E6="{status.label}"' for status in (AssetStatus.APPROVED, AssetStatus.PUBLISHED))
    page.conditional_format(area, {"type": "formula", "criteria": f"=OR({tests})", "format": ready})


def write_facts(book: Book, material: Material) -> None:
    """Write the sheet Facts: what may be said, to whom, where and from when."""
    page = book.add_sheet("Facts", tab=look.OK)
    set_widths(page, (2, 28, 64, 16, 34))
    book.heading(page, "Facts", "One sentence, who it is for, where it is sold and from when.", column=1)
    facts = Listing(
        "The launch",
        [Field("", form=BOLD), Field("", form={"text_wrap": True})],
        [list(each) for each in launch_facts(material)],
    )
    area = write_listing(book, page, 3, 1, facts)
    fit_rows(page, area.first - 1, [[(str(row[1]), 64)] for row in facts.rows])
    audiences = _audiences(material)
    area = write_listing(book, page, area.last + 1, 1, audiences)
    fit_rows(page, area.first - 1, [[(str(row[1]), 64)] for row in audiences.rows])
    write_listing(book, page, area.last + 1, 1, _regions(material))


def launch_facts(material: Material) -> list[tuple[str, str]]:
    """What may be said of the launch, each with its name."""
    launch = material.document.launch
    said = [
        ("In one sentence", launch.one_sentence),
        ("What it is", launch.summary),
        ("Product", launch.product),
        ("Available", launch_moment(launch)),
    ]
    if launch.embargo is not None:
        said.append(("Nothing outside before", f"{launch.embargo.lifts.replace('T', ' ')} {launch.embargo.timezone}"))
    return [(name, text) for name, text in said if text]


def _audiences(material: Material) -> Listing:
    fields = [
        Field("Audience", form=BOLD),
        Field("Message", form={"text_wrap": True}),
        Field("Size", form=AMOUNT),
        Field("Channel", form={"indent": 1}),
    ]
    rows: list[list[Entry]] = [
        [row.name, row.message, row.size, row.channel] for row in material.document.rows(Audience)
    ]
    return Listing("Audiences", fields, rows, "None named.")


def _regions(material: Material) -> Listing:
    fields = [Field("Region", form=BOLD), Field("From", form=DAY), Field("Wave"), Field("")]
    rows: list[list[Entry]] = [
        [row.name, row.launch_date, f"Wave {row.wave}", None] for row in material.document.rows(Region)
    ]
    return Listing("Regions", fields, rows, "None named.")
