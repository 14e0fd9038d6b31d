"""Drawing a link from a bar to another, and letting a link begin or end elsewhere."""

from launchpad.app.commands.links import find_link, retarget_link, set_link
from launchpad.app.plan_session import PlanSession
from launchpad.app.rehearsal import Rehearsal
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.enums import LinkType
from launchpad.domain.gate import Gate
from launchpad.domain.ids import NodeId
from launchpad.domain.task import Dependency, Task
from launchpad.domain.wording import counted
from launchpad.scenes.gantt.bars import KNOB, Part
from launchpad.scenes.gantt.picture import Hit, Picture
from launchpad.scenes.gantt.trial import Shown
from launchpad.ui.timeline.gestures.gesture import Gesture, stand_words
from launchpad.ui.timeline.words import name_of

LIVE = 1500
"""Tasks up to which it is shown while a link is drawn what it would move: the graph is compiled for each bar tried."""


class _Linking(Gesture):
    """A line from a bar to the pointer, which does something when it is let go over another bar."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        is_small = len(session.document.table(Task)) <= LIVE
        self._rehearsal: Rehearsal | None = session.rehearsal() if is_small else None
        self._target: Task | Gate | None = None
        self._meant: tuple[str, LinkType] | None = None
        self.type = LinkType.FS

    def trial(self, picture: Picture, x: float, y: float, hit: Hit) -> Shown:
        """What letting go at a place would do."""
        node = hit.task or hit.gate
        found = None if node is None or not self.takes(node) else picture.place_of(node.id)
        self._target = node if found is not None else None
        shown = Shown(self.hint, rubber=self.root(picture))
        if self._target is None or found is None:
            self._meant = None
            return shown
        self.meet(self._target, at_start=isinstance(node, Gate) or found[0].is_diamond or x < found[0].box.center[0])
        if self._meant == (self._target.id, self.type):
            return self.shown  # the hand has only trembled
        self._meant = self._target.id, self.type
        shown.target, shown.words = self._target.id, self.words(self._target)
        self._show_consequences(shown)
        return shown

    def _show_consequences(self, shown: Shown) -> None:
        """What would move; raise PlanError where there would be a circle, naming its path."""
        edit = self.edit(self.session.document)
        if self._rehearsal is None:
            return
        self._rehearsal.play(edit)
        shown.moved = self._rehearsal.moved
        waiting = self.waiting
        if isinstance(waiting, Task) and waiting.id in shown.moved:
            shown.words += f" · {stand_words(self._rehearsal, waiting.id, self.session)}"
        others = len(shown.moved.keys() - {waiting.id})
        if others:
            shown.words += f" · moves {counted(others, 'more task')}"

    hint = "Drop on another bar to link"

    def root(self, picture: Picture) -> tuple[float, float] | None:
        """Where the line begins."""
        raise NotImplementedError

    def takes(self, node: Task | Gate) -> bool:
        """Whether the line can be let go over a bar or gate."""
        raise NotImplementedError

    def meet(self, node: Task | Gate, *, at_start: bool) -> None:
        """The line is over a bar, nearer to its start or to its finish."""

    def words(self, node: Task | Gate) -> str:
        """What the link would be."""
        raise NotImplementedError

    @property
    def waiting(self) -> Task | Gate:
        """The task or gate that waits by the link."""
        raise NotImplementedError

    def refusal(self, sentence: str) -> Shown:
        """The line is still in the hand."""
        shown = super().refusal(sentence)
        shown.rubber, shown.target = self.shown.rubber, "" if self._target is None else self._target.id
        return shown

    def edit(self, document: Document) -> Edit:
        """What letting go does; raise PlanError, naming the path of a circle, where it cannot be."""
        return Edit("Link", ()) if self._target is None else self.linked(document)

    def linked(self, document: Document) -> Edit:
        """The link as it would be."""
        raise NotImplementedError

    def sentence(self) -> str:
        """Who waits for whom."""
        if self._target is None:
            return ""
        return f"“{name_of(self.waiting.id, self.session.document)}” now waits for “{self.awaited}”."

    @property
    def awaited(self) -> str:
        """The name of what the waiting one waits for."""
        raise NotImplementedError


class LinkDraw(_Linking):
    """Draws a link from the knob of a bar; which half of the other bar it meets decides its type."""

    def __init__(self, session: PlanSession, task: Task, part: Part = Part.KNOB_AFTER) -> None:
        super().__init__(session)
        self.held, self.part = task, part

    def root(self, picture: Picture) -> tuple[float, float] | None:
        """The knob."""
        found = picture.place_of(self.held.id)
        if found is None:
            return None
        at = found[0]
        return (at.left - KNOB if self.part is Part.KNOB_BEFORE else at.right + KNOB), at.middle

    def takes(self, node: Task | Gate) -> bool:
        """Any other bar or gate."""
        return node.id != self.held.id

    def meet(self, node: Task | Gate, *, at_start: bool) -> None:
        """The halves say which ends are linked."""
        if self.part is Part.KNOB_BEFORE:
            self.type = LinkType.SS if at_start else LinkType.SF
        else:
            self.type = LinkType.FS if at_start else LinkType.FF

    def words(self, node: Task | Gate) -> str:
        """From, to and type."""
        return f"{self.held.title} → {name_of(node.id, self.session.document)} · {self.type.label}"

    @property
    def waiting(self) -> Task | Gate:
        """Where the line is let go."""
        assert self._target is not None
        return self._target

    @property
    def awaited(self) -> str:
        """Where it began."""
        return self.held.title

    def linked(self, document: Document) -> Edit:
        """The link as it is drawn; one that is there keeps its lag."""
        old = find_link(document, self.held, self.waiting)
        lag, elapsed = (0, False) if old is None else (old.lag, old.elapsed)
        return set_link(document, self.held, self.waiting, self.type, lag, elapsed)


class LinkEndDrag(_Linking):
    """Takes one end of a link to another bar; its type and lag stay."""

    hint = "Drop on the bar it should lead to instead"

    def __init__(self, session: PlanSession, link: Dependency, *, at_target: bool) -> None:
        super().__init__(session)
        self.link, self.at_target, self.type = link, at_target, link.type
        if not at_target:
            self.hint = "Drop on the bar it should come from instead"

    def root(self, picture: Picture) -> tuple[float, float] | None:
        """The end that stays."""
        points = picture.link_points(self.link)
        return None if points is None else points[0 if self.at_target else -1]

    def takes(self, node: Task | Gate) -> bool:
        """Any bar or gate but that of the end that stays; on its own one nothing changes."""
        return node.id != (self.link.predecessor if self.at_target else self.link.successor)

    @property
    def _ends(self) -> tuple[NodeId, NodeId]:
        assert self._target is not None
        if self.at_target:
            return self.link.predecessor, self._target.id
        return self._target.id, self.link.successor

    def words(self, node: Task | Gate) -> str:
        """From and to."""
        one, other = (name_of(each, self.session.document) for each in self._ends)
        return f"{one} → {other} · {self.type.label}"

    @property
    def waiting(self) -> Task | Gate:
        """What the link leads to, then."""
        node = self._ends[1]
        document = self.session.document
        return document.find(Task, node) or document.table(Gate)[node]

    @property
    def awaited(self) -> str:
        """The name of what the link comes from, then."""
        return name_of(self._ends[0], self.session.document)

    def linked(self, document: Document) -> Edit:
        """The link with one end elsewhere."""
        return retarget_link(document, self.link.id, *self._ends)
