"""How the workbook looks: the palette, and cell formats made once each."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

SURFACE = "#FFFFFF"
SUNKEN = "#EEF0F3"
LINE = "#E1E4EA"
TEXT = "#1B2130"
TEXT_2 = "#5B6475"
TEXT_3 = "#8A93A5"
ACCENT = "#4353D6"
ACCENT_TINT = "#ECEEFC"
OK, OK_TINT = "#1E8E5A", "#E3F4EB"
WARN, WARN_TINT = "#B7730B", "#FBF0DB"
BAD, BAD_TINT = "#C93A3A", "#FBE7E6"
INFO, INFO_TINT = "#2F6FDE", "#E6EFFC"
OK_TEXT, WARN_TEXT, BAD_TEXT, INFO_TEXT = "#16704A", "#8A5606", "#B02E2E", "#2359B5"
"""Shades for text on the tints: at least 4.5 to 1 against them."""
TRACKS = ("#B4501C", "#2359B5", "#0B7268", "#6A3FC4", "#7F5812", "#A83269", "#4D5566")
"""Track colors, dark enough to be read as text."""

DAY = "d mmm yyyy"
SHORT_DAY = "ddd d mmm"
OFFSET = '"T+"0;"T−"0;"T"'
"""Working days from launch day, written as people say them: T−12, T+3, T."""
SCORE = "0.0"
POINTS = "0.00"
PERCENT = "0%"
COUNT = "0;-0;–"

FONT = {"font_name": "Calibri", "font_size": 10, "font_color": TEXT, "valign": "vcenter"}


class Formats:
    """Cell formats of one workbook: asked for by their properties, made the first time only."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._properties: dict[Format, dict[str, Any]] = {}

    def of(self, **properties: Any) -> Format:
        """Return the format with these XlsxWriter properties over the workbook's own font."""
        wanted = tuple(sorted(properties.items()))
        form = self._made.get(wanted)
        if form is None:
            form = self._made[wanted] = self._workbook.add_format({**FONT, **properties})
            self._properties[form] = properties
        return form

    def quoting(self, form: Format) -> Format:
        """Return `form` for text that looks like a formula: the cell remembers that it is text when it is edited."""
        return self.of(**self._properties[form], quote_prefix=True)

    def rule(self, **properties: Any) -> Format:
        """Return a format for a conditional rule: only what the rule changes."""
        return self._workbook.add_format(properties)
