"""The screens there are. Each is imported when it is first shown."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from launchpad.ui.deed import Deed
    from launchpad.ui.screen import Screen


class ScreenEntry(NamedTuple):
    """A screen of a launch by name, and where its class is: ``module:Class``."""

    name: str
    title: str
    icon: str
    where: str
    key: str

    def load(self) -> type["Screen"]:
        """Import the screen's class."""
        module, _, name = self.where.partition(":")
        found: type[Screen] = getattr(import_module(module), name)
        return found

    @property
    def deeds(self) -> "tuple[Deed, ...]":
        """What the screen can do; nothing before its code came in."""
        module, _, name = self.where.partition(":")
        return getattr(sys.modules[module], name).deeds if module in sys.modules else ()


SCREENS = (
    ScreenEntry("overview", "Overview", "gauge", "launchpad.ui.overview.screen:OverviewScreen", "Ctrl+1"),
    ScreenEntry("checklist", "Checklist", "list-checks", "launchpad.ui.checklist.screen:ChecklistScreen", "Ctrl+2"),
    ScreenEntry("timeline", "Timeline", "chart-gantt", "launchpad.ui.timeline.screen:TimelineScreen", "Ctrl+3"),
    ScreenEntry("risks", "Risks", "triangle-alert", "launchpad.ui.risks.screen:RisksScreen", "Ctrl+4"),
    ScreenEntry("goals", "Goals", "target", "launchpad.ui.goals.screen:GoalsScreen", "Ctrl+5"),
    ScreenEntry("reviews", "Reviews", "monitor-check", "launchpad.ui.reviews.screen:ReviewsScreen", "Ctrl+6"),
    ScreenEntry("people", "People", "users", "launchpad.ui.people.screen:PeopleScreen", "Ctrl+7"),
    ScreenEntry("history", "History", "history", "launchpad.ui.history.screen:HistoryScreen", "Ctrl+8"),
    ScreenEntry("settings", "Settings", "settings", "launchpad.ui.settings.screen:SettingsScreen", "Ctrl+,"),
)

AT_THE_FOOT = frozenset({"history", "settings"})
"""Screens that stand at the lower end of the rail."""
