"""One page for anyone: the score, the verdict and what stands behind it, all of it live."""

from xlsxwriter.utility import xl_rowcol_to_cell

from launchpad.domain.wording import short_day
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Book, Formula, launch_moment
from launchpad.interchange.workbook.formulas import expand
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.scoring import NO_DATA, SHOWN, confidence, weighed
from launchpad.interchange.workbook.summary_checks import write_checks
from launchpad.interchange.workbook.summary_lists import write_gate_list, write_task_lists
from launchpad.interchange.workbook.summary_tracks import SummaryPage, number_or_no_data, write_tracks
from launchpad.interchange.workbook.tables import Area, set_widths
from launchpad.interchange.workbook.task_sheet import DATE_CHECK, DATE_HINT, TaskTable, said

WIDTHS = (2, 30, 14, 12, 17, 10, 10, 12, 6.5, 6.5, 6.5, 8, 8, 6)
ROLE_WIDTH = 24
"""Where people appear as their roles, they need room."""
CARD_ROW = 4
TRACKS_ROW = 8
LABEL = {"font_color": look.TEXT_2, "font_size": 9}
BARS = {
    "type": "data_bar",
    "bar_only": True,
    "bar_solid": True,
    "bar_color": look.ACCENT,
    "min_type": "num",
    "min_value": 0,
    "max_type": "num",
    "max_value": 100,
}


def write_summary(book: Book, material: Material, all_tasks: TaskTable, named_tasks: TaskTable) -> None:
    """Write the sheet Summary: scores over `all_tasks`, naming only tasks that are in `named_tasks`."""
    sheet = book.add_sheet("Summary", tab=look.ACCENT, portrait=True)
    page = SummaryPage(book, sheet, material, all_tasks, named_tasks)
    set_widths(sheet, WIDTHS if material.view.is_whole else (*WIDTHS[:2], ROLE_WIDTH, *WIDTHS[3:]))
    _write_title(page)
    tracks = write_tracks(page, TRACKS_ROW, len(WIDTHS))
    _write_cards(page, tracks)
    stops, conditions = write_checks(page, tracks.last + 2, tracks)
    row = write_task_lists(page, max(stops.last, conditions.last) + 1)
    end = write_gate_list(page, row)
    _add_rules(page, tracks, stops, conditions)
    sheet.print_area(0, 0, end, len(WIDTHS) - 1)
    sheet.fit_to_pages(1, 1 if end < 90 else 0)


def _write_title(page: SummaryPage) -> None:
    launch, material = page.material.document.launch, page.material
    facts = [f"Tier {launch.tier}", launch.product, launch.company, f"launches {launch_moment(launch)}"]
    page.book.heading(page.sheet, launch.name, " · ".join(fact for fact in facts if fact), column=1)
    page.book.put(page.sheet, 2, 1, f"On {short_day(material.today)}: {material.readiness.sentence}")


def _write_cards(page: SummaryPage, tracks: Area) -> None:
    """Write the numbers at the top: verdict, readiness, work, expected, confidence, countdown, as of."""
    answer = page.material.readiness
    verdict = 'IF(SUM(Stops)>0,"No-go",IF(SUM(Conditions)>0,"Go with conditions","Go"))'
    cards: list[tuple[str, str, Formula, str]] = [
        ("If decided today", "Verdict", Formula(verdict, answer.verdict.label), "General"),
        ("Readiness", "Readiness", _readiness(tracks, answer.score), look.SCORE),
        ("Work done", "WorkDone", _mean(tracks, "exact_raw", answer.work), look.SCORE),
        ("Expected by now", "ExpectedNow", _mean(tracks, "exact_expected", answer.expected), look.SCORE),
        ("Confidence, %", "Confidence", _shown(confidence(page.all_tasks), answer.confidence), look.SCORE),
        ("To launch", "ToLaunch", _countdown(page), look.OFFSET),
    ]
    page.sheet.set_row(CARD_ROW + 1, 32)
    for column, (label, name, formula, form) in enumerate(cards, 1):
        page.book.put(page.sheet, CARD_ROW, column, label, **LABEL)
        big = {"font_size": 20 if column < 3 else 16, "bold": True, "num_format": form, "align": "left"}
        page.book.put(page.sheet, CARD_ROW + 1, column, formula, **big)
        page.book.name(name, page.sheet, xl_rowcol_to_cell(CARD_ROW + 1, column))
    _write_as_of(page, 1 + len(cards))


def _readiness(tracks: Area, score: float | None) -> Formula:
    scores, weights = tracks.column("exact_score"), tracks.column("weight")
    known = f"SUMPRODUCT(--ISNUMBER({scores}),{weights})"
    exact = f"MAX(0,MIN(100,{weighed(scores, weights)}-LaunchPoints))"
    return Formula(f'IF({known}=0,"{NO_DATA}",{SHOWN.format(exact)})', number_or_no_data(score))


def _mean(tracks: Area, key: str, value: float | None) -> Formula:
    return _shown(weighed(tracks.column(key), tracks.column("weight")), value)


def _shown(number: str, value: float | None) -> Formula:
    return Formula(f'IF(ISNUMBER({number}),{SHOWN.format(number)},"{NO_DATA}")', number_or_no_data(value))


def _countdown(page: SummaryPage) -> Formula:
    text = "IF(AsOf<=LaunchDate,1-WORKDAYS(AsOf,LaunchDate),WORKDAYS(LaunchDate,AsOf)-1)"
    return Formula(expand(text, {}, page.book.has_extra_days), page.material.offset_of_day(page.material.today))


def _write_as_of(page: SummaryPage, column: int) -> None:
    tinted = {"bg_color": look.ACCENT_TINT, "locked": False, "align": "left", "bold": True, "num_format": look.DAY}
    page.book.put(page.sheet, CARD_ROW, column, "As of*", **LABEL | {"font_color": look.ACCENT})
    page.book.put(page.sheet, CARD_ROW + 1, column, page.material.today, **tinted)
    page.book.name("AsOf", page.sheet, xl_rowcol_to_cell(CARD_ROW + 1, column))
    page.sheet.data_validation(CARD_ROW + 1, column, CARD_ROW + 1, column, DATE_CHECK | said("As of", DATE_HINT))
    hint = "The day everything here is counted on. Type another date, or =TODAY() to keep it current."
    page.sheet.write_comment(CARD_ROW + 1, column, hint, {"font_size": 9})


def _add_rules(page: SummaryPage, tracks: Area, stops: Area, conditions: Area) -> None:
    """Six conditional rules, each over one range."""
    verdict = xl_rowcol_to_cell(CARD_ROW + 1, 1)
    for text, color in (("No-go", look.BAD), ("Go with conditions", look.WARN), ("Go", look.OK)):
        _add_rule(page, verdict, f'="{text}"', font_color=color)
    page.sheet.conditional_format(f"E{tracks.first}:E{tracks.last}", BARS)
    bad, warn = (look.BAD_TEXT, look.BAD_TINT), (look.WARN_TEXT, look.WARN_TINT)
    for letter, area, (color, tint) in (("C", stops, bad), ("H", conditions, warn)):
        cells = f"{letter}{area.first}:{letter}{area.last}"
        _add_rule(page, cells, ">0", font_color=color, bg_color=tint, bold=True)


def _add_rule(page: SummaryPage, area: str, test: str, **properties: object) -> None:
    first = area.partition(":")[0]
    options = {"type": "formula", "criteria": f"=${first[0]}{first[1:]}{test}"}
    page.sheet.conditional_format(area, options | {"format": page.book.formats.rule(**properties)})
