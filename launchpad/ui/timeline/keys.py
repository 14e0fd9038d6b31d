"""The keyboard twins of the gestures; the menu and the palette have them while the timeline is shown."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from launchpad.ui.deed import Deed, add_deed
from launchpad.ui.timeline.gestures.stretching import STEP
from launchpad.ui.timeline.hands import Hands
from launchpad.ui.timeline.link_desk import LinkDesk
from launchpad.ui.timeline.view import TimelineView

Twin = tuple[str, str, Callable[[], object]]


def twins(view: TimelineView, hands: Hands, links: LinkDesk) -> tuple[Twin, ...]:
    """What keys do, as words, keys and what to call."""
    return (
        ("Start a working day earlier", "Alt+Left", partial(_shift, view, hands, -1)),
        ("Start a working day later", "Alt+Right", partial(_shift, view, hands, 1)),
        ("Work a day less", "Alt+Shift+Left", partial(_of_current, view, hands.stretch, -1)),
        ("Work a day more", "Alt+Shift+Right", partial(_of_current, view, hands.stretch, 1)),
        ("More progress", "+", partial(_of_current, view, hands.advance, STEP)),
        ("Less progress", "-", partial(_of_current, view, hands.advance, -STEP)),
        ("Move the task up", "Alt+Up", partial(_carry, view, hands, -1, False)),
        ("Move the task down", "Alt+Down", partial(_carry, view, hands, 1, False)),
        ("Move the task to the track above", "Alt+Shift+Up", partial(_carry, view, hands, -1, True)),
        ("Move the task to the track below", "Alt+Shift+Down", partial(_carry, view, hands, 1, True)),
        ("Link the task to another", "L", view.start_link),
        ("Pick the next link of the task", "K", view.pick_next_link),
        ("Let the picked link lead elsewhere", "R", partial(links.take_end, at_target=True)),
        ("Let the picked link come from elsewhere", "Shift+R", partial(links.take_end, at_target=False)),
        ("Move launch day", "Shift+L", view.aim.begin_launch),
    )


def add_twins(screen: QWidget, offered: tuple[Twin, ...]) -> None:
    """Give a screen the actions."""
    for text, keys, act in offered:
        add_deed(screen, Deed(text, "", keys), act)


def _shift(view: TimelineView, hands: Hands, days: int) -> None:
    hands.shift(view.selected_ids(), days)


def _of_current(view: TimelineView, act: Callable[[str, int], None], by: int) -> None:
    task = view.current_task()
    if task is not None:
        act(task.id, by)


def _carry(view: TimelineView, hands: Hands, step: int, whole_track: bool) -> None:
    if view.picture is not None:
        hands.carry(view.list.rows, view.selected_ids(), step, whole_track=whole_track)
