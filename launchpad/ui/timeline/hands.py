"""What a hand does on the timeline: each gesture is tried out while it lasts and becomes one edit at its end."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from launchpad.app.background import Background
from launchpad.app.commands.bars import movable, resizable
from launchpad.app.commands.links import remove_link
from launchpad.app.launch_move import LaunchMove
from launchpad.app.plan_session import HOLD, PlanSession
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.task import Dependency, Task
from launchpad.scenes.gantt.bars import Part
from launchpad.scenes.gantt.picture import Hit, Picture
from launchpad.scenes.gantt.rows import Rows
from launchpad.ui.timeline.gestures.gesture import Gesture
from launchpad.ui.timeline.gestures.launching import LaunchDrag
from launchpad.ui.timeline.gestures.linking import LinkDraw, LinkEndDrag
from launchpad.ui.timeline.gestures.moving import BarMove
from launchpad.ui.timeline.gestures.sorting import RowMove, place_beside, place_in_track, put
from launchpad.ui.timeline.gestures.stretching import BarStretch, ProgressDrag


class Hands(QObject):
    """Turns gestures and keys into edits of a plan.

    A key that is held down is one gesture: it is shown while it lasts and written when the key is let go, or after a
    moment without another.
    """

    told = Signal(str)
    """A sentence about what was done, or why it could not be."""
    shown = Signal()
    """A gesture shows something else than before."""

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.drag: Gesture | None = None
        self._held: Hashable = None
        self._rest = QTimer(self, singleShot=True, interval=HOLD)
        self._rest.timeout.connect(self.let_go)
        self._work = Background(self)
        self._work.answered.connect(self._on_answered)
        session.changed.connect(self._on_changed)

    @property
    def is_read_only(self) -> bool:
        """Whether the plan can only be looked at."""
        return self._session.is_read_only

    # --- dragging ------------------------------------------------------------------------------------------------

    def take(self, task: Task, part: Part, x: float, selected: Sequence[str]) -> bool:
        """Take hold of a bar; False, telling why, when it cannot be."""
        why = movable(task) if part is Part.BODY else resizable(task) if part is Part.END else ""
        if why and not self.is_read_only:
            self.told.emit(why)
            return False
        ids = [each for each in selected if not movable(self._task(each))] if task.id in selected else [task.id]
        match part:
            case Part.BODY:
                return self._begin(lambda: BarMove(self._session, task, ids, x))
            case Part.END:
                return self._begin(lambda: BarStretch(self._session, task, x))
            case Part.PROGRESS:
                return self._begin(lambda: ProgressDrag(self._session, task))
        return self._begin(lambda: LinkDraw(self._session, task, part))

    def take_link(self, link: Dependency, *, at_target: bool) -> bool:
        """Take hold of an end of a link."""
        return self._begin(lambda: LinkEndDrag(self._session, link, at_target=at_target))

    def take_rows(self, ids: Sequence[str]) -> bool:
        """Take hold of rows, to carry them up or down."""
        return self._begin(lambda: RowMove(self._session, ids))

    def take_launch(self) -> bool:
        """Take hold of the line of launch day."""
        return self._begin(lambda: LaunchDrag(self._session, self._work, self.shown.emit))

    def _begin(self, make: Callable[[], Gesture]) -> bool:
        self._session.flush()
        self._end()
        if self.is_read_only:
            return False
        try:
            self.drag = make()
        except PlanError as error:  # a plan without dates
            self.told.emit(str(error))
            return False
        return True

    def move(self, picture: Picture, x: float, y: float, hit: Hit) -> None:
        """Go on with the gesture to a place, where `hit` is."""
        if self.drag is not None:
            self.drag.move(picture, x, y, hit)
            self.shown.emit()

    def drop(self) -> None:
        """End the gesture: do what it tried."""
        drag = self.drag
        if self._held is not None:
            self.let_go()
        elif drag is not None:
            self._end()
            self._tell(drag.drop())

    def cancel(self) -> bool:
        """Let go without doing anything; return whether there was something."""
        was, held = self.drag is not None, self._held
        self._end()
        if held is not None:
            self._session.hold(held, _nothing)
            self._session.flush()
        return was

    def _end(self) -> None:
        self.drag, self._held = None, None
        self._rest.stop()
        self.shown.emit()

    def _tell(self, sentence: str) -> None:
        if sentence:
            self.told.emit(sentence)

    def _on_answered(self, document: Document, found: LaunchMove) -> None:
        if isinstance(self.drag, LaunchDrag):
            self.drag.take_answer(document, found)

    def _on_changed(self, edit: object) -> None:
        """The plan is another one: what keys held is written, and what was in the hand is gone."""
        drag, is_held = self.drag, self._held is not None
        if drag is not None:
            self._end()
            self._tell(drag.said if is_held else "")

    # --- keys ----------------------------------------------------------------------------------------------------

    @property
    def is_held(self) -> bool:
        """Whether a gesture by keys waits to be let go."""
        return self._held is not None

    def let_go(self) -> None:
        """Write what keys have done so far."""
        if self._held is not None:
            self._session.flush()
            self._end()

    def _step(self, what: Hashable, make: Callable[[], Gesture], step: Callable[[Gesture], None]) -> Gesture | None:
        """Go on with a gesture by keys, or begin it; None when it cannot be."""
        if self._held != what and not self._begin(make):
            return None
        assert self.drag is not None
        self._held = what
        try:
            step(self.drag)
        except PlanError as error:
            self.drag.shown = self.drag.refusal(str(error))
        self.drag.said = self.drag.sentence()
        self._session.hold(what, self.drag.edit)
        self._rest.start()
        self.shown.emit()
        return self.drag

    def shift(self, ids: Sequence[str], days: int) -> None:
        """Move tasks by working days, as far as their links allow."""
        tasks = [self._task(each) for each in ids]
        can = [task for task in tasks if not movable(task)]
        if not can:
            self.told.emit(movable(tasks[0]) if tasks else "Select a task to move it.")
            return
        kept = tuple(task.id for task in can)
        drag = self._step(("shift", kept), lambda: BarMove(self._session, can[0], kept), lambda it: it.step(days))
        if isinstance(drag, BarMove) and drag.hold_words:
            self.told.emit(f"“{can[0].title}” cannot start earlier: {drag.hold_words}.")

    def stretch(self, task_id: str, days: int) -> None:
        """Make a task's work longer or shorter by working days."""
        task = self._task(task_id)
        if why := resizable(task):
            self.told.emit(why)
            return
        self._step(("stretch", task_id), lambda: BarStretch(self._session, task), lambda it: it.step(days))

    def advance(self, task_id: str, percent: int) -> None:
        """Say that more, or less, of a task is done."""
        task = self._task(task_id)
        if task.is_open and not task.is_milestone:
            self._step(("advance", task_id), lambda: ProgressDrag(self._session, task), lambda it: it.step(percent))

    def carry(self, rows: Rows, ids: Sequence[str], step: int, *, whole_track: bool = False) -> None:
        """Put tasks a row further up or down, or at the end of the next track."""
        if self.is_read_only or not ids:
            return
        self.let_go()
        place = (place_in_track if whole_track else place_beside)(rows, ids, step)
        if place is None:
            self.told.emit("There is no track further on; tasks are moved while the rows are by track.")
        else:
            self._tell(put(self._session, ids, *place))

    def step_launch(self, days: int) -> None:
        """Go on with launch day by working days; it is told what that would do."""
        if isinstance(self.drag, LaunchDrag):
            self.drag.step(days)
            self.told.emit(self.drag.shown.words)
            self.shown.emit()

    def unlink(self, link: Dependency) -> bool:
        """Remove a link; return whether it is gone."""
        ends = [self._node(each) for each in (link.predecessor, link.successor)]
        if self.is_read_only or not self._session.run(remove_link, *ends):
            return False
        self.told.emit(f"{ends[1].key} no longer waits for {ends[0].key}.")
        return True

    def _task(self, task_id: str) -> Task:
        return self._session.document.table(Task)[task_id]

    def _node(self, node: str) -> Task | Gate:
        return self._session.document.find(Task, node) or self._session.document.table(Gate)[node]


def _nothing(document: Document) -> Edit:
    return Edit("", ())
