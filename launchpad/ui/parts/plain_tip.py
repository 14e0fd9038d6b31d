"""Tool tips that are shown as written."""

import textwrap

from launchpad.domain.visible import visible

LONGEST = 64
"""Letters of a line; left to itself Qt breaks a tip after every second word."""


def plain_tip(text: str) -> str:
    """A tip that is shown as written, whatever a user typed into it."""
    lines = [part for line in visible(text).split("\n") for part in textwrap.wrap(line, LONGEST) or [""]]
    if "<" not in text:  # Qt takes nothing else for markup, which screen readers would read out
        return "\n".join(lines)
    from html import escape  # with the names of all characters there are; few tips need it

    return f'<span style="white-space: nowrap">{"<br>".join(escape(line, quote=False) for line in lines)}</span>'
