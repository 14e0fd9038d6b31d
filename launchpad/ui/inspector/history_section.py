"""What happened to a task, from the journal, the newest first."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from launchpad.app.day_text import day_text
from launchpad.app.plan_session import PlanSession
from launchpad.app.task_history import Line, TaskHistory
from launchpad.app.today import local_today
from launchpad.ui.inspector.section import Section
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip

FEW = 8
MANY = 200


class HistorySection(Section):
    """Reads the journal between two events of the window, and shows what touched the task so far."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__("History", parent)
        self._session = session
        self._history = TaskHistory(session.session)
        self._task = ""
        self._most = FEW
        self._timer = QTimer(self, singleShot=True, interval=10)
        self._timer.timeout.connect(self._on_timer)
        self._more = QPushButton("Show all")
        self._more.setProperty("kind", "link")
        self._more.clicked.connect(self._on_more)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._more)

    def show_task(self, task_id: str) -> None:
        """Show another task, or the same with what happened since."""
        if task_id != self._task:
            self._task, self._most = task_id, FEW
            self.empty()
        self._timer.start()

    def _on_timer(self) -> None:
        if not self.isVisible():
            return
        if self._history.read_on():
            self._timer.start()
            return
        self._show()

    def _show(self) -> None:
        self.empty()
        for line in self._history.lines(self._task, self._most):
            self.body.addWidget(self._line(line))
        count = self._history.count(self._task)
        if not count:
            self.body.addWidget(Label("Nothing since the plan was made.", tone="text3", px=12))
        self._more.setVisible(count > self._most)
        self._more.setText(f"Show all {count}")

    def _line(self, line: Line) -> Label:
        day = _day(line.when)
        name = line.source.partition(":")[2]
        origin = f" (from {name})" if name else ""
        shown = Label(f"{day} · {line.who} · {line.text}{origin}", tone="text2", px=12, wrap=True)
        shown.setToolTip(plain_tip(f"{line.when.astimezone():%d %b %Y, %H:%M}"))
        return shown

    def _on_more(self) -> None:
        self._most = MANY
        self._show()


def _day(when: datetime) -> str:
    """The day of an edit by the clock on the wall."""
    day, today = when.astimezone().date(), local_today()
    words = {0: "Today", 1: "Yesterday"}
    return words.get((today - day).days) or day_text(day, today)
