"""The workbook for sales, beyond what every team gets: objections with their answers, and accounts by region."""

from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Book
from launchpad.interchange.workbook.forms import FILLED_IN, write_form
from launchpad.interchange.workbook.handouts import kit, write_heard
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.sales_forms import ACCOUNTS, CERTIFICATIONS, REGIONS, REQUESTS
from launchpad.interchange.workbook.tables import Entry, Field, Listing, set_widths, write_listing
from launchpad.interchange.workbook.team import Team

QUIET = {"font_color": look.TEXT_2}
SALES = Team(
    checklist="Sales checklist",
    scopes=frozenset({"launch", "sales", "marketing"}),
    sheets=(
        ("Summary", "Are we ready? The score, the verdict, what comes next."),
        ("Sales checklist", "Your tasks, to fill in, and what they wait for."),
        ("Kit", "What you may use: status, version, link, until when."),
        ("Facts", "What may be said, to whom, and from when."),
        ("Objections", "What customers say, to add to, and where the answers are."),
        ("Accounts", "How ready each region is, and the accounts in sight, to fill in."),
        ("Certification", "Who may sell it, to fill in."),
        ("Dates", "Launch, decisions, milestones, training, days to keep clear of."),
        ("Goals", "What the launch is for, in numbers."),
        ("All tasks", "Every task, to read."),
        ("Lists", "What the formulas stand on."),
    ),
)


def write_objections(book: Book, material: Material) -> None:
    """Write the sheet Objections."""
    page = book.add_sheet("Objections", tab=look.OK)
    set_widths(page, [2, *(column.width for column in REQUESTS.columns)])
    book.heading(page, "Objections", "What customers asked, which papers answer, and room for what you hear.", column=1)
    area = write_heard(book, page, material, "Asked in the regions", 36, 5)
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
    area = write_listing(book, page, area.last + 1, 1, Listing("Where the answers are", fields, answers, "None yet."))
    write_form(book, page, area.last + 1, REQUESTS, material)


def write_accounts(book: Book, material: Material) -> None:
    """Write the sheet Accounts: how ready each region is, then the accounts in sight."""
    page = book.add_sheet(ACCOUNTS.sheet, tab=look.OK)
    set_widths(page, [2, *(column.width for column in REGIONS.columns)])
    book.heading(page, "Accounts", FILLED_IN, column=1)
    below = write_form(book, page, 3, REGIONS, material)
    write_form(book, page, below, ACCOUNTS, material)


def write_certification(book: Book, material: Material) -> None:
    """Write the sheet Certification."""
    page = book.add_sheet(CERTIFICATIONS.sheet, tab=look.OK)
    set_widths(page, [2, *(column.width for column in CERTIFICATIONS.columns)])
    book.heading(page, "Certification", FILLED_IN, column=1)
    write_form(book, page, 3, CERTIFICATIONS, material)
    page.freeze_panes(6, 0)
