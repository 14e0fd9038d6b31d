"""Working on the link that is picked: its editor stands beside it, and what is said there is written."""

from PySide6.QtCore import QObject

from launchpad.app.commands.links import change_link
from launchpad.app.plan_session import PlanSession
from launchpad.domain.task import Dependency
from launchpad.ui.timeline.hands import Hands
from launchpad.ui.timeline.link_editor import LinkEditor
from launchpad.ui.timeline.view import TimelineView
from launchpad.ui.timeline.words import name_of

GAP = 12
"""Pixels between a link and its editor, and from the editor to the edges."""


class LinkDesk(QObject):
    """Ties the view's picked link to an editor over the bars."""

    def __init__(self, session: PlanSession, view: TimelineView, hands: Hands) -> None:
        super().__init__(view)
        self._session, self._view, self._hands = session, view, hands
        self.editor = LinkEditor(view.viewport())
        view.link_picked.connect(self._show)
        view.link_asked.connect(self._on_asked)
        view.slid.connect(self._place)
        view.verticalScrollBar().valueChanged.connect(self._place)
        hands.shown.connect(self._show)
        session.changed.connect(self._on_changed)
        self.editor.changed.connect(self._on_wanted)
        self.editor.removed.connect(self.remove)
        self.editor.left.connect(self._on_left)

    @property
    def link(self) -> Dependency | None:
        """The picked link."""
        return self._session.document.find(Dependency, self._view.picked_link)

    def _show(self) -> None:
        link = self.link
        if link is None or self._hands.drag is not None or self._session.is_read_only:
            self.editor.hide()
            return
        document = self._session.document
        title = f"{name_of(link.predecessor, document)} → {name_of(link.successor, document)}"
        if self.editor.isHidden() or self.editor.link != link:
            self.editor.show_link(link, title)
        self.editor.adjustSize()
        self._place()
        self.editor.show()
        self.editor.raise_()

    def _place(self) -> None:
        """Below the place where the link arrives, else above it, within the bars."""
        link, picture, view = self.link, self._view.picture, self._view
        points = None if link is None or picture is None else picture.link_points(link)
        if points is None:
            return
        at = view.point(*points[-1])
        width, height = self.editor.width(), self.editor.height()
        left = min(at.x() + GAP, view.viewport().width() - width - GAP)
        top = at.y() + 2 * GAP
        if top + height > view.viewport().height():
            top = at.y() - 2 * GAP - height
        self.editor.move(max(view.tree_width + GAP, left), min(max(GAP, top), view.viewport().height() - height))

    def _on_changed(self) -> None:
        if self._view.picked_link and self.link is None:
            self._view.pick_link("")
        self._show()

    def _on_asked(self) -> None:
        if self.editor.isVisible():
            self.editor.lag.setFocus()
            self.editor.lag.selectAll()

    def _on_wanted(self) -> None:
        """A spin button held down is one edit."""
        link = self.editor.link
        if link is not None:
            self._session.hold(("link", link.id), change_link, link.id, *self.editor.wanted)

    def _on_left(self) -> None:
        self._session.flush()
        self._view.setFocus()

    def remove(self) -> bool:
        """Remove the picked link; return whether there was one."""
        self._session.flush()
        link = self.link
        if link is None:
            return False
        self._view.setFocus()
        if self._hands.unlink(link):
            self._view.pick_link("")
        return True

    def take_end(self, *, at_target: bool) -> None:
        """Take an end of the picked link elsewhere, by keys."""
        link = self.link
        if link is None:
            self._hands.told.emit("Pick a link first: K picks those of the task, one after the other.")
        else:
            self._view.aim.begin_end(link, at_target=at_target)
