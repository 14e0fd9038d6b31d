"""The tracks on the summary: each with its score, what was expected, what risks take, and its counts."""

from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from launchpad.engines.readiness.scores import TrackReadiness
from launchpad.engines.readiness.shown import shown_or_none
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Book, Formula
from launchpad.interchange.workbook.material import WHOLE_LAUNCH, Material
from launchpad.interchange.workbook.scoring import NO_DATA, TrackFormulas
from launchpad.interchange.workbook.tables import Area, Entry, Field, Listing, Styled, write_listing
from launchpad.interchange.workbook.task_sheet import TaskTable

SCORE = {"num_format": look.SCORE, "align": "center"}
COUNT = {"num_format": look.COUNT, "align": "center"}
RISK_COLUMN = 7
FIELDS = (
    Field("Track", "track"),
    Field("Lead"),
    Field("Score", "score", SCORE | {"bold": True}),
    Field("", "bar"),
    Field("Expected", "expected", SCORE),
    Field("Work done", "raw", SCORE),
    Field("Risk points", "risk", COUNT),
    Field("Done", "done", COUNT),
    Field("Tasks", "total", COUNT),
    Field("Late", "late", COUNT),
    Field("Blocked", "blocked", COUNT),
    Field("Weight", "weight", COUNT | {"num_format": "General"}),
    Field("Core", "core", {"align": "center"}),
    Field("Weight counted", "counted"),
    Field("Exact work", "exact_raw"),
    Field("Exact score", "exact_score"),
    Field("Exact expected", "exact_expected"),
    Field("Empty", "empty"),
)
FOLDED = 5
"""The last columns are steps to the score: folded, for whoever wants to look."""


@dataclass(frozen=True, slots=True)
class SummaryPage:
    """The sheet under way: `all_tasks` is what it counts, `named_tasks` what it may name."""

    book: Book
    sheet: Worksheet
    material: Material
    all_tasks: TaskTable
    named_tasks: TaskTable


def number_or_no_data(value: float | None) -> float | str:
    """A score, or the words that stand for none."""
    return NO_DATA if value is None else value


def write_tracks(page: SummaryPage, top: int, width: int) -> Area:
    """Write the tracks; the folded columns begin one after `width`."""
    page.sheet.set_column(width + 1, width + FOLDED, 10, None, {"level": 1, "hidden": True})
    page.sheet.set_column(width + FOLDED + 1, width + FOLDED + 1, 3, None, {"collapsed": True})
    formulas = TrackFormulas(page.all_tasks)
    rows = [_track_row(page, each, formulas) for each in page.material.readiness.tracks]
    area = write_listing(page.book, page.sheet, top, 1, Listing("Tracks", FIELDS, rows))
    _write_launch_points(page, area)
    return area


def _track_row(page: SummaryPage, each: TrackReadiness, formulas: TrackFormulas) -> list[Entry]:
    track, material = each.track, page.material
    color = look.TRACKS[material.track_numbers[track.id] % len(look.TRACKS)]
    score, raw, expected = (number_or_no_data(shown_or_none(it)) for it in (each.score, each.raw, each.expected))
    risk = Formula(f"MIN(TrackCap,{_points('{track}')})", each.deduction)
    return [
        Styled(material.tracks[track.id], {"font_color": color, "bold": True}),
        material.view.person(track.lead),
        Formula(formulas.shown("exact_score"), score),
        Formula("{score}", score),
        Formula(formulas.shown("exact_expected"), expected),
        Formula(formulas.shown("exact_raw"), raw),
        risk if material.view.is_whole else each.deduction,
        Formula(formulas.done, each.done),
        Formula(formulas.total, each.total),
        Formula(formulas.late, each.overdue),
        Formula(formulas.blocked, each.blocked),
        track.weight,
        "core" if track.core else None,
        Formula(formulas.counted, each.weight),
        Formula(formulas.exact_raw, number_or_no_data(each.raw)),
        Formula(formulas.exact_score, number_or_no_data(each.score)),
        Formula(formulas.exact_expected, number_or_no_data(each.expected)),
        Formula(formulas.is_empty, int(each.is_empty)),
    ]


def _write_launch_points(page: SummaryPage, tracks: Area) -> None:
    """Write what the launch as a whole loses, under the tracks' own points."""
    points = page.material.readiness.scores.deduction
    live = Formula(f"MIN(LaunchCap,{_points(f'{chr(34)}{WHOLE_LAUNCH}{chr(34)}')})", points)
    quiet = {"font_color": look.TEXT_2}
    page.book.put(page.sheet, tracks.last, 1, "Risk points of the launch as a whole", **quiet)
    page.book.put(
        page.sheet, tracks.last, RISK_COLUMN, live if page.material.view.is_whole else points, **COUNT, **quiet
    )
    page.book.name("LaunchPoints", page.sheet, xl_rowcol_to_cell(tracks.last, RISK_COLUMN))


def _points(track: str) -> str:
    """A formula for the points that a track's risks and issues take, before the cap."""
    return "+".join(f"SUMPRODUCT(--({kind}Tracks={track}),{kind}Points)" for kind in ("Risk", "Issue"))
