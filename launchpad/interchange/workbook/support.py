"""The workbook for support: what changes, what will be asked, what is known to go wrong, and whom to call."""

from launchpad.domain.enums import AssetStatus, IssueStatus
from launchpad.domain.register import Asset, Issue
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Book
from launchpad.interchange.workbook.handouts import write_heard
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.tables import Entry, Field, Listing, fit_rows, set_widths, write_listing
from launchpad.interchange.workbook.team import Team

DAY = {"num_format": look.DAY, "align": "left"}
WRAP = {"text_wrap": True}
QUIET = {"font_color": look.TEXT_2}
SUPPORT = Team(
    checklist="Support checklist",
    scopes=frozenset({"launch", "support", "success"}),
    sheets=(
        ("Summary", "Are we ready? The score, the verdict, what comes next."),
        ("Support checklist", "Your tasks, to fill in, and what they wait for."),
        ("Questions", "What customers ask, and which articles and replies answer."),
        ("Known issues", "What is known to go wrong, and what to do meanwhile."),
        ("Contacts", "Who answers for what."),
        ("Facts", "What changes for whom, where, and from when."),
        ("Promised", "What customers see and sellers use."),
        ("Dates", "Launch, decisions, milestones, training, days to keep clear of."),
        ("Goals", "What the launch is for, in numbers."),
        ("All tasks", "Every task, to read."),
        ("Lists", "What the formulas stand on."),
    ),
)


def write_questions(book: Book, material: Material) -> None:
    """Write the sheet Questions."""
    page = book.add_sheet("Questions", tab=look.OK)
    set_widths(page, (2, 44, 16, 14, 16, 16, 40))
    book.heading(page, "Questions", "What customers ask, and which articles and replies answer.", column=1)
    area = write_heard(book, page, material, "Heard so far", 44, 6)
    answers: list[list[Entry]] = [
        [asset.name, asset.status.label, asset.version, material.view.person(asset.owner), asset.updated, asset.link]
        for asset in help_assets(material)
    ]
    fields = [
        Field("Answer", form={"bold": True}),
        Field("Status"),
        Field("Version"),
        Field("Owner"),
        Field("Changed", form=DAY),
        Field("Link", form=QUIET),
    ]
    write_listing(book, page, area.last + 1, 1, Listing("Articles and replies", fields, answers, "None yet."))


def help_assets(material: Material) -> list[Asset]:
    """Articles and replies: of that kind, or made by support."""
    tracks = {track.id: track.key for track in material.document.tracks}
    made = {task.id for task in material.document.tasks if tracks[task.track] == "support"}
    return [
        asset
        for asset in material.document.rows(Asset)
        if asset.status is not AssetStatus.WITHDRAWN and (asset.type == "help" or asset.task in made)
    ]


def write_known_issues(book: Book, material: Material) -> None:
    """Write the sheet Known issues."""
    page = book.add_sheet("Known issues", tab=look.WARN)
    set_widths(page, (2, 8, 46, 10, 13, 56, 13, 20))
    book.heading(page, "Known issues", "What is known to go wrong, and what to do meanwhile.", column=1)
    issues = [row for row in material.document.rows(Issue) if row.status is IssueStatus.OPEN]
    fields = [
        Field("Key", form=QUIET),
        Field("Issue", form=WRAP | {"bold": True}),
        Field("Severity", form={"align": "center"}),
        Field("Since", form=DAY),
        Field("Meanwhile", form=WRAP),
        Field("Due", form=DAY),
        Field("Owner"),
    ]
    rows: list[list[Entry]] = [
        [row.key, row.title, row.severity, row.opened, row.action, row.due, material.view.person(row.owner)]
        for row in issues
    ]
    write_listing(book, page, 3, 1, Listing("", fields, rows, "Nothing is known to go wrong."))
    fit_rows(page, 5, [[(row.title, 46), (row.action, 56)] for row in issues])
    page.freeze_panes(5, 0)


def write_contacts(book: Book, material: Material) -> None:
    """Write the sheet Contacts."""
    page = book.add_sheet("Contacts", tab=look.INFO, portrait=True)
    set_widths(page, (2, 26, 26, 26))
    book.heading(page, "Contacts", "Who answers for what. Escalate to the lead, else to the deputy.", column=1)
    rows: list[list[Entry]] = [
        [material.tracks[track.id], material.view.person(track.lead), material.view.person(track.deputy)]
        for track in material.document.tracks
    ]
    fields = [Field("Track", form={"bold": True}), Field("Lead"), Field("Deputy")]
    write_listing(book, page, 3, 1, Listing("", fields, rows))
