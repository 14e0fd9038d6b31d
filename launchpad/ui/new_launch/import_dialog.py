"""The dialog that makes a launch from a plan of another program, with what comes of it in view."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from launchpad.app.errands import Errand, send_off
from launchpad.app.foreign_plan import ForeignPlan, foreign_plan
from launchpad.app.session import Session
from launchpad.domain.errors import PlanError
from launchpad.domain.wording import counted
from launchpad.interchange.homecoming.days import DayOrder
from launchpad.storage.errors import StorageError
from launchpad.ui.new_launch.place_field import PlaceField
from launchpad.ui.parts.choice import name_choice
from launchpad.ui.parts.dialog_foot import EDGE, DialogFoot
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.rule import Rule

WIDTH, HEIGHT = 620, 560
TABLES = frozenset({".csv", ".tsv", ".xlsx"})
TEXTS = frozenset({".csv", ".tsv"})
ORDERS = (
    ("As the file shows", DayOrder.UNKNOWN),
    ("Day first: 31/12/2026", DayOrder.DAY_FIRST),
    ("Month first: 12/31/2026", DayOrder.MONTH_FIRST),
)
ENCODINGS = ("", "utf-8", "cp1252", "cp1250", "cp1251", "iso8859-15", "mac_roman", "shift_jis", "gb18030")
"""How CSV files are written; the first finds out."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read: `launch_date` None is where the plan ends."""

    order: DayOrder
    encoding: str
    launch_date: date | None


class ImportDialog(QDialog):
    """Reads the file whenever an answer changes; nothing is made before Create launch is pressed."""

    created = Signal(object)
    """The path of the launch that was made; the dialog is closed."""

    def __init__(self, source: Path, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Import {source.name}")
        self.setModal(True)
        self.resize(WIDTH, HEIGHT)
        self._source, self._today = source, today
        self._made: ForeignPlan | None = None
        self._asked: Reading | None = None
        self._day_is_own = False
        self._making: Errand | None = None
        self._make_fields()
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._read)
        self._later.start()

    def _make_fields(self) -> None:
        self.place = PlaceField(self._source.parent)
        self.name = QLineEdit()
        self.name.setAccessibleName("Name")
        self.name.textChanged.connect(self.place.suggest)
        self.day = QDateEdit()
        self.day.setAccessibleName("Launch date")
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("ddd d MMM yyyy")
        self.day.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
        self.day.setDate(QDate(self._today.year, self._today.month, self._today.day))
        self.day.dateChanged.connect(self._on_day_changed)
        self.order = _choices("Dates in the file", [(text, order) for text, order in ORDERS])
        self.encoding = _choices("How the file is written", [(name or "Find out", name) for name in ENCODINGS])
        for box in (self.order, self.encoding):
            box.currentIndexChanged.connect(self._read)
        self.count = Label("Reading the file…", weight=600, wrap=True)
        self.notices = QPlainTextEdit()
        self.notices.setReadOnly(True)
        self.notices.setTabChangesFocus(True)
        self.notices.setAccessibleName("What does not come along as it was")

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(4)
        fields: list[tuple[str, QWidget]] = [("Name", self.name), ("Launch date", self.day)]
        if self._source.suffix.casefold() in TABLES:
            fields.append(("Dates in the file", self.order))
        if self._source.suffix.casefold() in TEXTS:
            fields.append(("Letters in the file", self.encoding))
        for text, widget in (*fields, ("Keep it in", self.place)):
            column.addWidget(Label(text, tone="text2"))
            column.addWidget(widget)
            column.addSpacing(6)
        column.addWidget(self.count)
        column.addWidget(self.notices, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(Rule())
        foot = DialogFoot(self, "Create launch")
        foot.setContentsMargins(*EDGE)
        foot.back.clicked.connect(self.reject)
        foot.go.clicked.connect(self._on_create)
        self.create_button = foot.go
        self.create_button.setEnabled(False)
        whole.addLayout(foot)

    # --- reading ---------------------------------------------------------------------------------------------------

    def _reading(self) -> Reading:
        day = self.day.date()
        own = date(day.year(), day.month(), day.day()) if self._day_is_own else None
        return Reading(self.order.currentData(), self.encoding.currentData(), own)

    def _read(self) -> None:
        """Read the file as the answers say; only the last answer counts."""
        self._asked = asked = self._reading()
        self.create_button.setEnabled(False)
        work = partial(
            foreign_plan,
            self._source,
            self._today,
            launch_date=asked.launch_date,
            order=asked.order,
            encoding=asked.encoding,
        )
        send_off(self, work, partial(self._on_read, asked), partial(self._on_refused, asked))

    def _on_read(self, asked: Reading, made: ForeignPlan) -> None:
        if asked is not self._asked:
            return
        self._made = made
        launch = made.document.launch
        if not self.name.text():
            self.name.setText(launch.name)
        if not self._day_is_own:
            self.day.blockSignals(True)
            self.day.setDate(QDate(launch.launch_date.year, launch.launch_date.month, launch.launch_date.day))
            self.day.blockSignals(False)
        tasks = counted(len(made.document.tasks), "task")
        people = counted(len(made.document.people), "person", "people")
        self._say(f"{tasks} in {counted(len(made.document.tracks), 'track')}, {people}.")
        self.notices.setPlainText("\n".join(made.notices) or "Everything comes along as it was.")
        self.create_button.setEnabled(True)

    def _on_refused(self, asked: Reading, error: Exception) -> None:
        if not isinstance(error, PlanError):
            raise error
        if asked is self._asked:
            self._made = None
            self._say(str(error), "bad")
            self.notices.clear()

    def _say(self, sentence: str, tone: str = "text") -> None:
        self.count.setText(sentence)
        self.count.set_tone(tone)

    def _on_day_changed(self) -> None:
        self._day_is_own = True
        self._read()

    # --- making it -------------------------------------------------------------------------------------------------

    def _on_create(self) -> None:
        trouble = self.place.trouble()
        if trouble:
            self.place.say(trouble)
        elif self._made is not None:
            self.create_button.setEnabled(False)
            work = partial(_make, self._made, self.name.text(), self.place.path, self._source.name)
            self._making = send_off(self, work, self._on_made, self._on_not_made)

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
        self.place.say(str(error))


def _choices(name: str, choices: list[tuple[str, object]]) -> QComboBox:
    box = QComboBox()
    name_choice(box, name)
    for text, value in choices:
        box.addItem(text, value)
    return box


def _make(made: ForeignPlan, name: str, path: Path, source: str) -> Path:
    Session.create(path, made.called(name), f"Import {source}", source=f"import:{source[:200]}").close()
    return path
