"""The workbook for sales, beyond what every team gets: objections with their answers, and accounts by region."""

from launchpad.domain.register import RegionFeedback
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Book
from launchpad.interchange.workbook.handouts import kit
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.tables import Entry, Field, Listing, fit_rows, set_widths, write_listing
from launchpad.interchange.workbook.team import Team

DAY = {"num_format": look.DAY, "align": "left"}
WRAP = {"text_wrap": True}
QUIET = {"font_color": look.TEXT_2}
CENTER = {"align": "center"}
AMOUNT = {"num_format": "#,##0", "align": "right"}
SALES = Team(
    checklist="Sales checklist",
    scopes=frozenset({"launch", "sales", "marketing"}),
    sheets=(
        ("Summary", "Are we ready? The score, the verdict, what comes next."),
        ("Sales checklist", "Your tasks, to fill in, and what they wait for."),
        ("Kit", "What you may use: status, version, link, until when."),
        ("Facts", "What may be said, to whom, and from when."),
        ("Objections", "Questions heard in the regions, and where the answers are."),
        ("Accounts", "What each region answered: ready to sell, pipeline, what is missing."),
        ("Dates", "Launch, decisions, milestones, training, days to keep clear of."),
        ("Goals", "What the launch is for, in numbers."),
        ("All tasks", "Every task, to read."),
        ("Lists", "What the formulas stand on."),
    ),
)


def write_objections(book: Book, material: Material) -> None:
    """Write the sheet Objections."""
    page = book.add_sheet("Objections", tab=look.OK)
    set_widths(page, (2, 36, 18, 12, 12, 50))
    book.heading(page, "Objections", "What customers asked, and which papers answer.", column=1)
    asked: list[list[Entry]] = [
        [row.question, row.region, *(None, None, None)]
        for row in material.document.rows(RegionFeedback)
        if row.question
    ]
    fields = [Field("Question", form=WRAP), Field("Heard in"), *(Field("") for _ in range(3))]
    area = write_listing(book, page, 3, 1, Listing("Asked in the regions", fields, asked, "No questions yet."))
    fit_rows(page, area.first - 1, [[(str(row[0]), 36)] for row in asked])
    answers: list[list[Entry]] = [
        [asset.name, asset.type, asset.status.label, asset.version, asset.link]
        for asset in kit(material)
        if asset.type == "battlecard" or "objection" in asset.name.casefold()
    ]
    fields = [
        Field("Answers", form={"bold": True}),
        Field("Kind"),
        Field("Status"),
        Field("Version"),
        Field("Link", form=QUIET),
    ]
    write_listing(book, page, area.last + 1, 1, Listing("Where the answers are", fields, answers, "None yet."))


def write_accounts(book: Book, material: Material) -> None:
    """Write the sheet Accounts."""
    page = book.add_sheet("Accounts", tab=look.OK)
    set_widths(page, (2, 18, 14, 13, 12, 12, 10, 13, 60))
    book.heading(page, "Accounts", "What each region answered when it was asked whether it can sell this.", column=1)
    fields = [
        Field("Region", form={"bold": True}),
        Field("Ready to sell"),
        Field("Answered", form=DAY),
        Field("By"),
        Field("Confidence 1–5", form=CENTER),
        Field("Accounts", form=AMOUNT),
        Field("Pipeline", form=AMOUNT),
        Field("Missing", form={"text_wrap": True, "indent": 1}),
    ]
    feedback = material.document.rows(RegionFeedback)
    rows: list[list[Entry]] = [
        [
            row.region,
            row.ready_to_sell.label if row.ready_to_sell else "no answer yet",
            row.returned,
            material.view.person(row.by),
            row.confidence,
            row.accounts,
            row.pipeline,
            row.missing,
        ]
        for row in feedback
    ]
    write_listing(book, page, 3, 1, Listing("", fields, rows, "No region was asked yet.", tall_head=True))
    fit_rows(page, 5, [[(row.missing, 60)] for row in feedback])
    page.freeze_panes(5, 0)
