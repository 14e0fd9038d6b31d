"""Goals: what the launch is for, in numbers, with how far each has come."""

from collections.abc import Mapping

from xlsxwriter.worksheet import Worksheet

from launchpad.domain.enums import GoalType
from launchpad.domain.ids import GoalId
from launchpad.domain.register import Goal, Measurement
from launchpad.interchange.workbook import formats as look
from launchpad.interchange.workbook.book import Book, Formula
from launchpad.interchange.workbook.material import Material
from launchpad.interchange.workbook.tables import Area, Entry, Field, Listing, fit_rows, set_widths, write_listing

WIDTHS = (2, 30, 48, 11, 10, 12, 12, 12, 14, 14, 10, 24, 22)
DAY = {"num_format": look.DAY, "align": "left"}
NUMBER = {"num_format": "#,##0.##", "align": "right"}
QUIET = {"font_color": look.TEXT_2}


def write_goals(book: Book, material: Material) -> None:
    """Write the sheet Goals: the goals, a chart of the way each has come, and what was measured."""
    page = book.add_sheet("Goals", tab=look.OK)
    set_widths(page, WIDTHS)
    book.heading(page, "Goals", "Where each goal starts, where it should be, and the latest number.", column=1)
    goals = material.document.rows(Goal)
    area = write_listing(book, page, 3, 1, _goals(goals, material))
    fit_rows(page, area.first - 1, [[(goal.name, WIDTHS[1]), (goal.metric, WIDTHS[2])] for goal in goals])
    below = area.last + 1
    if goals:
        _add_chart(book, page, area, below)
        below += 17
    write_listing(book, page, below, 1, _measurements(material))
    page.freeze_panes(3, 0)
    page.fit_to_pages(1, 1 if len(goals) < 20 else 0)


def latest(material: Material) -> Mapping[GoalId, Measurement]:
    """The last number of each goal up to today."""
    found: dict[GoalId, Measurement] = {}
    for row in sorted(material.document.rows(Measurement), key=lambda row: row.day):
        if row.day <= material.today:
            found[row.goal] = row
    return found


def way_share(goal: Goal, value: float | None) -> float | None:
    """How much of the way from baseline to target a value has come; None when there is no way to go.

    A guardrail has none: it is to be held, not reached.
    """
    if goal.type is GoalType.GUARDRAIL or value is None or goal.baseline is None or goal.target is None:
        return None
    way = goal.target - goal.baseline
    return (value - goal.baseline) / way if way else None


def _goals(goals: tuple[Goal, ...], material: Material) -> Listing:
    fields = [
        Field("Goal", "goal", {"bold": True, "text_wrap": True}),
        Field("Metric", form={"text_wrap": True} | QUIET),
        Field("Type"),
        Field("Unit"),
        Field("Baseline", "baseline", NUMBER),
        Field("Target", "target", NUMBER),
        Field("Latest", "latest", NUMBER | {"bold": True}),
        Field("Measured", form=DAY | {"indent": 1}),
        Field("Due", form=DAY),
        Field("Of the way", "way", {"num_format": "0%", "align": "right"}),
        Field("Owner", form={"indent": 1}),
        Field("Source", form=QUIET),
    ]
    found = latest(material)
    return Listing("Goals", fields, [_goal(goal, found.get(goal.id), material) for goal in goals], "No goals yet.")


def _goal(goal: Goal, measured: Measurement | None, material: Material) -> list[Entry]:
    value = None if measured is None else measured.value
    unknown = 'OR({latest}="",{baseline}="",{target}="",{baseline}={target})'
    way = f'IF({unknown},"",({{latest}}-{{baseline}})/({{target}}-{{baseline}}))'
    return [
        goal.name,
        goal.metric,
        goal.type.label,
        goal.unit,
        goal.baseline,
        goal.target,
        value,
        None if measured is None else measured.day,
        goal.due,
        None if goal.type is GoalType.GUARDRAIL else Formula(way, way_share(goal, value)),
        material.view.person(goal.owner),
        goal.source,
    ]


def _add_chart(book: Book, page: Worksheet, area: Area, row: int) -> None:
    chart = book.workbook.add_chart({"type": "bar"})
    font = {"name": "Calibri", "size": 9, "color": look.TEXT_2}
    chart.add_series(
        {
            "name": "Of the way to the target",
            "categories": "=" + area.column("goal"),
            "values": "=" + area.column("way"),
            "fill": {"color": look.ACCENT},
            "gap": 60,
        }
    )
    chart.set_title({"name": "Of the way from baseline to target", "name_font": font | {"size": 10, "bold": True}})
    chart.set_legend({"none": True})
    lines = {"visible": True, "line": {"color": look.LINE, "width": 0.75}}
    chart.set_x_axis(
        {"num_format": "0%", "min": 0, "max": 1, "num_font": font, "major_gridlines": lines, "line": {"none": True}}
    )
    chart.set_y_axis({"reverse": True, "num_font": font, "line": {"color": look.TEXT_3}})
    chart.set_chartarea({"border": {"color": look.LINE}})
    chart.set_size({"width": 640, "height": 300})
    page.insert_chart(row, 1, chart, {"object_position": 1})


def _measurements(material: Material) -> Listing:
    fields = [
        Field("Goal"),
        Field("Note", form=QUIET),
        Field("Day", form={"num_format": look.SHORT_DAY, "align": "left"}),
        Field(""),
        Field("Value", form=NUMBER),
    ]
    goals = material.document.table(Goal)
    rows: list[list[Entry]] = [
        [goals[row.goal].name, row.note if material.view.is_whole else "", row.day, None, row.value]
        for row in sorted(material.document.rows(Measurement), key=lambda row: (goals[row.goal].order, row.day))
    ]
    return Listing("Measured so far", fields, rows, "Nothing has been measured yet.")
