"""The frame of the dialogs that look at a whole plan: a head, what it is about, and what can be done."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from launchpad.app.plan_session import PlanSession
from launchpad.ui.parts.dialog_foot import DialogFoot
from launchpad.ui.parts.label import Label


class PlanDialog(QDialog):
    """Put widgets into `body`. `task_asked` closes it and leads to a task's bar."""

    task_asked = Signal(str)

    def __init__(
        self,
        session: PlanSession,
        title: str,
        why: str,
        action: str = "",
        *,
        back: str = "Close",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.session = session
        self.why = Label(why, tone="text2", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.foot = DialogFoot(self, action, back=back)
        self.foot.back.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(Label(title, px=15, weight=600))
        layout.addWidget(self.why)
        layout.addLayout(self.body, 1)
        layout.addLayout(self.foot)

    @property
    def is_busy(self) -> bool:
        """Whether something is still being worked out."""
        raise NotImplementedError

    def fit_to(self, width: int, height: int) -> None:
        """As large as wished for, but inside the window it belongs to."""
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(width, height)
        self.resize(min(width, room.width() - 40), min(height, room.height() - 20))

    def lead_to(self, task_id: str) -> None:
        """Close and go to a task."""
        if task_id:
            self.reject()
            self.task_asked.emit(task_id)
