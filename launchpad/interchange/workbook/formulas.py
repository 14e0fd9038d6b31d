"""Formulas as templates: {key} is the cell of that column in the same row, WORKDAYS(a,b) counts working days."""

import re
from collections.abc import Mapping

ROW = "§"
"""Stands for the row number until a template is written."""
_WORKDAYS = re.compile(r"WORKDAYS\(([^,()]+),([^,()]+)\)")
_COUNTED = "NETWORKDAYS.INTL({0},{1},WorkWeek,Holidays)"
_COUNTED_WITH_EXTRA = f'({_COUNTED}+COUNTIFS(ExtraWorkdays,">="&({{0}}),ExtraWorkdays,"<="&({{1}})))'


def expand(template: str, letters: Mapping[str, str], has_extra_days: bool) -> str:
    """Write a template with cell addresses; WORKDAYS counts from one day to a later one, both included."""
    if not template:
        return ""
    addressed = template.format_map({key: f"${letter}{ROW}" for key, letter in letters.items()})
    days = _COUNTED_WITH_EXTRA if has_extra_days else _COUNTED
    return _WORKDAYS.sub(lambda found: days.format(found[1], found[2]), addressed)
