"""The style sheet of the timeline: the checklist's, and chips for what is drawn beside the bars."""

from string import Template

from launchpad.scenes.tokens import Theme
from launchpad.ui.checklist.sheet import checklist_sheet


def timeline_sheet(theme: Theme) -> str:
    """The text for the screen's setStyleSheet."""
    return checklist_sheet(theme) + Template(_SHEET).substitute(theme._asdict())


_SHEET = """
QPushButton[kind="chip"] { background: $sunken; color: $text2; border: 1px solid transparent; border-radius: 13px;
  padding: 4px 9px; }
QPushButton[kind="chip"]:hover { color: $text; }
QPushButton[kind="chip"]:checked { background: $accent_tint; color: $accent; }
QPushButton[kind="chip"]:focus { border: 1px solid $accent; }
#moved_panel { background: $surface; border: 0; border-top: 1px solid $line; }
#link_editor { background: $surface; border: 1px solid $line; border-radius: 8px; }
#link_editor QComboBox, #link_editor QAbstractSpinBox { background: $surface; border: 1px solid $line; }
#link_editor QComboBox:focus, #link_editor QAbstractSpinBox:focus { border: 1px solid $accent; }
#filter_bar QPushButton[kind="quiet"] { padding-left: 8px; padding-right: 8px; }
"""
