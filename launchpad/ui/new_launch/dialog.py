"""The dialog that makes a launch."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from launchpad.app.errands import Errand, send_off
from launchpad.app.launch_preview import Offer, Preview, Wish, offers, plan_of, preview_of
from launchpad.app.session import Session
from launchpad.domain.errors import PlanError
from launchpad.storage.errors import StorageError
from launchpad.ui.new_launch.form import LaunchForm
from launchpad.ui.new_launch.preview_card import PreviewCard
from launchpad.ui.new_launch.template_list import TemplateList
from launchpad.ui.parts.dialog_foot import EDGE, DialogFoot
from launchpad.ui.parts.refusal import Refusal
from launchpad.ui.parts.rule import Rule

SIZE = 1000, 720
MARGIN = 48
"""Pixels of a small screen that the dialog and its frame leave free."""
SIDE = 388
"""Pixels of the fields' side."""
DEBOUNCE = 120
"""Milliseconds of quiet before the plan is worked out again."""


class NewLaunchDialog(QDialog):
    """Chooses a template and what it asks, shows the plan meanwhile, and writes the file."""

    created = Signal(object)
    """The path of the launch that was made; the dialog is closed."""
    foreign_asked = Signal()
    """A plan of another program is to be imported; the dialog is closed."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("New launch")
        self.setModal(True)
        room = (parent or self).screen().availableGeometry()
        self.resize(min(SIZE[0], room.width() - MARGIN), min(SIZE[1], room.height() - MARGIN))
        self._today = today
        self._is_busy = self._is_stale = False
        self._making: Errand | None = None
        self.templates = TemplateList()
        self.form = LaunchForm(today)
        self.preview = PreviewCard(today)
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._timer.timeout.connect(self._work_out)
        self._lay_out()
        self.templates.chosen.connect(self._on_template_chosen)
        self.templates.foreign_asked.connect(self._on_foreign_asked)
        self.form.changed.connect(self._timer.start)
        self.form.name.setFocus()  # the name is typed first; the templates would have the keyboard otherwise
        send_off(self, offers, self.templates.show_offers)

    # --- what stands where -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.templates, 1)
        middle.addWidget(self._side())
        column.addLayout(middle, 1)
        column.addWidget(Rule())
        column.addLayout(self._foot())

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(8)
        column.addWidget(self.form, 1)
        under = QHBoxLayout()
        under.setContentsMargins(20, 0, 20, 0)
        under.addWidget(self.preview)
        column.addLayout(under)
        return side

    def _foot(self) -> DialogFoot:
        self.problem = Refusal()
        foot = DialogFoot(self, "Create plan", said=self.problem)
        foot.setContentsMargins(*EDGE)
        foot.back.clicked.connect(self.reject)
        foot.go.clicked.connect(self._on_create)
        self.create_button = foot.go
        return foot

    # --- the plan while it is chosen -------------------------------------------------------------------------------

    def _on_template_chosen(self, offer: Offer) -> None:
        self.form.show_offer(offer)

    def _on_foreign_asked(self) -> None:
        self.reject()
        self.foreign_asked.emit()

    def _work_out(self) -> None:
        if self._is_busy:
            self._is_stale = True
            return
        wish = self.form.wish()
        if wish is not None:
            self._is_busy, self._is_stale = True, False
            send_off(self, partial(preview_of, wish, self._today), self._on_preview, self._on_no_preview)

    def _on_preview(self, preview: Preview) -> None:
        self.preview.show_preview(preview)
        self.form.tracks.show_counts(preview.tracks)
        self._worked_out(can_create=True)

    def _on_no_preview(self, error: Exception) -> None:
        if not isinstance(error, PlanError):
            raise error
        self.preview.show_problem(str(error))
        self._worked_out(can_create=False)

    def _worked_out(self, *, can_create: bool) -> None:
        self._is_busy = False
        self.create_button.setEnabled(can_create)
        if self._is_stale:
            self._work_out()

    # --- making it -------------------------------------------------------------------------------------------------

    def _on_create(self) -> None:
        wish, form = self.form.wish(), self.form
        if wish is None:
            return
        if not wish.name.strip():
            form.say_name("Give the launch a name.")
        elif trouble := form.place.trouble():
            form.say_place(trouble)
        else:
            self.create_button.setEnabled(False)
            self._making = send_off(self, partial(_make, wish, form.place.path), self._on_made, self._on_not_made)

    def reject(self) -> None:
        """Close; a launch that is being made is taken away again."""
        if self._making is not None:
            self._making.cancel(put_away=Path.unlink)
        super().reject()

    def _on_made(self, path: Path) -> None:
        self.accept()
        self.created.emit(path)

    def _on_not_made(self, error: Exception) -> None:
        if not isinstance(error, PlanError | StorageError | OSError):
            raise error
        self._making = None
        self.create_button.setEnabled(True)
        self.problem.say(str(error))


def _make(wish: Wish, path: Path) -> Path:
    document = plan_of(wish)
    path.parent.mkdir(parents=True, exist_ok=True)
    Session.create(path, document, f"New launch {document.launch.name}").close()
    return path
