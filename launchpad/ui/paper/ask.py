"""Opens the dialog on the timeline as it is seen: its rows, its zoom and what is drawn."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.app.timeline_picture import timeline_picture
from launchpad.scenes.gantt.plan import Look
from launchpad.scenes.shapes import Box
from launchpad.ui.paper.dialog import TimelineDialog
from launchpad.ui.timeline.screen import TimelineScreen


def timeline_dialog(session: PlanSession, window: QWidget) -> TimelineDialog:
    """The dialog for a plan, from its timeline in the window when it was looked at; PlanError when it has no dates."""
    screen = next((each for each in window.findChildren(TimelineScreen) if each.session is session), None)
    if screen is not None and screen.view.picture is not None:
        picture, part = screen.view.picture, _in_sight(screen)
    else:
        picture, part = timeline_picture(session.document, session.today, Look(), "week"), None
    dialog = TimelineDialog(picture, part, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _in_sight(screen: TimelineScreen) -> Box | None:
    view = screen.view
    chart = view.viewport().rect().adjusted(view.tree_width, 0, 0, 0)
    return view.area(chart) if screen.isVisible() and chart.width() > 0 else None
