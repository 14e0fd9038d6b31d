"""What is asked of a new launch: name, date, holidays, tracks, the template's questions, who does what, its place."""

from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from launchpad.app.launch_preview import Offer, Wish
from launchpad.ui.new_launch.place_field import PlaceField
from launchpad.ui.new_launch.track_chips import TrackChips
from launchpad.ui.parts.clear_area import ClearArea
from launchpad.ui.parts.elided import ElidedLabel
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.region_picker import RegionPicker, region_here
from launchpad.ui.parts.still_wheel import keep_still
from launchpad.ui.parts.wrapped_box import WrappedBox

SPARE_DAYS = 14
"""Calendar days between today and the start of work of the launch day that is suggested."""
TUESDAY = 1


class LaunchForm(ClearArea):
    """The fields; `wish` is what they say."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._offer: Offer | None = None
        self._date_is_own = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("About the launch")
        self._make_fields()
        self.setWidget(self._content())
        self._connect()
        self.place.suggest("")

    def _make_fields(self) -> None:
        self.name = QLineEdit()
        self.name.setAccessibleName("Name")
        self.name.setPlaceholderText("What is launched?")
        self.name_problem = _problem()
        self.day = QDateEdit()
        self.day.setAccessibleName("Launch date")
        keep_still(self.day)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("ddd d MMM yyyy")
        self.day.setFixedHeight(self.name.sizeHint().height())
        self.day.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
        self.region = RegionPicker(region_here())
        self.tracks = TrackChips()
        self.place = PlaceField()
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
            (Label("Tracks", tone="text2"), self.tracks),
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
        self._column.addWidget(self.place)
        self._column.addStretch(1)
        return content

    def _connect(self) -> None:
        self.name.textChanged.connect(self._on_name_changed)
        self.day.dateChanged.connect(self._on_date_changed)
        self.region.changed.connect(self.changed)
        self.tracks.changed.connect(self.changed)

    # --- the template ----------------------------------------------------------------------------------------------

    def show_offer(self, offer: Offer) -> None:
        """Ask what another template asks; answers and names that still mean something are kept."""
        self._offer = offer
        label = offer.day_zero if offer.day_zero.casefold() not in ("", "launch day") else ""
        self._day_label.setText(f"Launch date ({label[0].lower()}{label[1:]})" if label else "Launch date")
        if not self._date_is_own:
            self._suggest_day(offer)
        self.tracks.show_tracks(offer.tracks)
        self._show_questions(offer)
        self._show_roles(offer)
        self._order_by_tab()
        self.changed.emit()

    def _order_by_tab(self) -> None:
        """The keyboard goes as the eye does; what was made last would come last otherwise."""
        choices = (self.day, self.region.countries, self.region.regions, *self.tracks.chips)
        fields = [*choices, *self.questions.values(), *self.people.values(), self.place.line, self.place.choose]
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
            asked = WrappedBox(question.ask)
            asked.box.setChecked(known.get(question.id, question.default))
            asked.box.toggled.connect(self.changed)
            self.questions[question.id] = asked.box
            self._asked.addWidget(asked)
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
            edit.setPlaceholderText("Name")
            edit.setAccessibleName(f"Name of the {title}")
            self.people[role] = edit
            self._roles.addWidget(_labeled(title, edit))
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
            self.tracks.left_out,
        )

    @property
    def launch_date(self) -> date:
        """The day chosen."""
        day = self.day.date()
        return date(day.year(), day.month(), day.day())

    # --- what happened ---------------------------------------------------------------------------------------------

    def _on_name_changed(self) -> None:
        self.name_problem.hide()
        self.place.suggest(self.name.text())
        self.changed.emit()

    def _on_date_changed(self) -> None:
        self._date_is_own = True
        self.changed.emit()

    def say_name(self, sentence: str) -> None:
        """Say what is wrong with the name."""
        self.name_problem.setText(sentence)
        self.name_problem.show()
        self.name.setFocus()
        self.ensureWidgetVisible(self.name_problem)

    def say_place(self, sentence: str) -> None:
        """Say what is wrong with the place."""
        self.place.say(sentence)
        self.ensureWidgetVisible(self.place.problem)


def _labeled(title: str, field: QLineEdit) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    label = ElidedLabel(title, tone="text2", px=12)
    label.setBuddy(field)
    row.addWidget(label, 1)
    row.addWidget(field, 1)
    return line


def _problem() -> Label:
    label = Label("", tone="bad", px=12, wrap=True)
    label.hide()
    return label


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
