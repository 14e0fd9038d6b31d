"""What is asked of a new launch: name, date, holidays, the template's questions, who does what, where it is kept."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QDate, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from launchpad.app.launch_preview import Offer, Wish
from launchpad.ui.new_launch.file_names import free_path
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.plain_tip import plain_tip
from launchpad.ui.parts.region_picker import RegionPicker, region_here

SPARE_DAYS = 14
"""Calendar days between today and the start of work of the launch day that is suggested."""
TUESDAY = 1


class LaunchForm(QScrollArea):
    """The fields; `wish` is what they say."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._offer: Offer | None = None
        self._date_is_own = self._path_is_own = False
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("About the launch")
        self._make_fields()
        content = self._content()
        self.setWidget(content)
        content.setAutoFillBackground(False)  # setWidget has switched it on
        self.viewport().setAutoFillBackground(False)
        self._connect()
        self._suggest_path()

    def _make_fields(self) -> None:
        self.name = QLineEdit()
        self.name.setAccessibleName("Name")
        self.name.setPlaceholderText("What is launched?")
        self.name_problem = _problem()
        self.day = QDateEdit()
        self.day.setAccessibleName("Launch date")
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("ddd d MMM yyyy")
        self.day.setFixedHeight(self.name.sizeHint().height())
        self.day.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
        self.region = RegionPicker(region_here())
        self.place = QLineEdit()
        self.place.setAccessibleName("Where to keep the file")
        self.place_problem = _problem()
        self.questions: dict[str, QCheckBox] = {}
        self.people: dict[str, QLineEdit] = {}

    def _content(self) -> QWidget:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(20, 16, 10, 8)
        self._column.setSpacing(4)
        self._day_label = Label("Launch date", tone="text2")
        for label, *widgets in (
            (Label("Name", tone="text2"), self.name, self.name_problem),
            (self._day_label, self.day),
            (Label("Holidays", tone="text2"), self.region),
        ):
            self._column.addWidget(label)
            for widget in widgets:
                self._column.addWidget(widget)
            self._column.addSpacing(8)
        self._asked, self._roles = QVBoxLayout(), QVBoxLayout()
        for layout in (self._asked, self._roles):
            layout.setSpacing(4)
            self._column.addLayout(layout)
        self._column.addWidget(Label("Keep it in", tone="text2"))
        self._column.addLayout(self._place_row())
        self._column.addWidget(self.place_problem)
        self._column.addStretch(1)
        return content

    def _place_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.place, 1)
        self._choose = QPushButton("Choose…")
        self._choose.setAccessibleName("Choose where to keep the file")
        self._choose.setAutoDefault(False)
        self._choose.clicked.connect(self._on_choose_place)
        row.addWidget(self._choose)
        return row

    def _connect(self) -> None:
        self.name.textChanged.connect(self._on_name_changed)
        self.day.dateChanged.connect(self._on_date_changed)
        self.region.changed.connect(self.changed)
        self.place.textEdited.connect(self._on_path_edited)

    # --- the template ----------------------------------------------------------------------------------------------

    def show_offer(self, offer: Offer) -> None:
        """Ask what another template asks; answers and names that still mean something are kept."""
        self._offer = offer
        label = offer.day_zero if offer.day_zero.casefold() not in ("", "launch day") else ""
        self._day_label.setText(f"Launch date ({label[0].lower()}{label[1:]})" if label else "Launch date")
        if not self._date_is_own:
            self._suggest_day(offer)
        self._show_questions(offer)
        self._show_roles(offer)
        self._order_by_tab()
        self.changed.emit()

    def _order_by_tab(self) -> None:
        """The keyboard goes as the eye does; what was made last would come last otherwise."""
        choices = (self.day, self.region.countries, self.region.regions)
        fields = [*choices, *self.questions.values(), *self.people.values(), self.place, self._choose]
        for before, after in pairwise(fields):
            QWidget.setTabOrder(before, after)

    def _suggest_day(self, offer: Offer) -> None:
        day = self._today + timedelta(days=offer.lead_days * 7 // 5 + SPARE_DAYS)
        day += timedelta(days=(TUESDAY - day.weekday()) % 7)
        self.day.blockSignals(True)
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.day.blockSignals(False)

    def _show_questions(self, offer: Offer) -> None:
        known = {key: box.isChecked() for key, box in self.questions.items()}
        _clear(self._asked)
        self.questions = {}
        if offer.questions:
            self._asked.addWidget(Label("Questions", tone="text2"))
        for question in offer.questions:
            box = QCheckBox()
            box.setAccessibleName(question.ask)
            box.setChecked(known.get(question.id, question.default))
            box.toggled.connect(self.changed)
            self.questions[question.id] = box
            self._asked.addWidget(_asked(box, question.ask))
        if offer.questions:
            self._asked.addSpacing(8)

    def _show_roles(self, offer: Offer) -> None:
        known = {role: edit.text() for role, edit in self.people.items()}
        _clear(self._roles)
        self.people = {}
        if offer.roles:
            self._roles.addWidget(Label("Who does what (can be filled in later)", tone="text2"))
        for role, title in offer.roles:
            edit = QLineEdit(known.get(role, ""))
            edit.setPlaceholderText(title)
            edit.setAccessibleName(f"Name of the {title}")
            edit.setToolTip(plain_tip(title))
            self.people[role] = edit
            self._roles.addWidget(edit)
        if offer.roles:
            self._roles.addSpacing(8)

    # --- what it says ----------------------------------------------------------------------------------------------

    def wish(self) -> Wish | None:
        """What was chosen so far; None before there is a template."""
        if self._offer is None:
            return None
        return Wish(
            self._offer.id,
            self.name.text(),
            self.launch_date,
            self.region.region,
            {key: box.isChecked() for key, box in self.questions.items()},
            {role: edit.text() for role, edit in self.people.items()},
        )

    @property
    def launch_date(self) -> date:
        """The day chosen."""
        day = self.day.date()
        return date(day.year(), day.month(), day.day())

    @property
    def path(self) -> Path:
        """Where the file will be."""
        return Path(self.place.text().strip()).expanduser()

    # --- what happened ---------------------------------------------------------------------------------------------

    def _on_name_changed(self) -> None:
        self.name_problem.hide()
        if not self._path_is_own:
            self._suggest_path()
        self.changed.emit()

    def _on_date_changed(self) -> None:
        self._date_is_own = True
        self.changed.emit()

    def _on_path_edited(self) -> None:
        self._path_is_own = True
        self.place_problem.hide()

    def _suggest_path(self) -> None:
        folder = self.path.parent if self.place.text() else documents_folder()
        self.place.setText(str(free_path(folder, self.name.text())))
        self.place.setToolTip(plain_tip(self.place.text()))
        self.place_problem.hide()

    def _on_choose_place(self) -> None:
        options = QFileDialog.Option.DontConfirmOverwrite
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Keep the launch in", self.place.text(), "Launches (*.launch)", options=options
        )
        if chosen:
            self.place.setText(chosen if chosen.endswith(".launch") else f"{chosen}.launch")
            self._on_path_edited()

    def say(self, problem: QWidget, sentence: str, field: QWidget) -> None:
        """Say what is wrong where it is wrong."""
        assert isinstance(problem, Label)
        problem.setText(sentence)
        problem.show()
        field.setFocus()
        self.ensureWidgetVisible(problem)


def documents_folder() -> Path:
    """Where people keep their files."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _problem() -> Label:
    label = Label("", tone="bad", px=12, wrap=True)
    label.hide()
    return label


def _asked(box: QCheckBox, text: str) -> QWidget:
    """A check box whose text may take two lines; a click on the text counts."""
    return _AskedLine(box, text)


class _AskedLine(QWidget):
    def __init__(self, box: QCheckBox, text: str) -> None:
        super().__init__()
        self._box = box
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(Label(text, wrap=True), 1)

    def mouseReleaseEvent(self, event: object) -> None:
        """A click on the text answers too."""
        self._box.toggle()


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
