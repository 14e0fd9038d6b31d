"""The head of the dialog: which file, what is in it, what is out of the ordinary, and which part of it is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from launchpad.app.homecoming.words import counts_sentence
from launchpad.app.merge import Homecoming
from launchpad.interchange.homecoming.days import AMBIGUOUS, DayOrder
from launchpad.ui.homecoming.detail import moment
from launchpad.ui.homecoming.lines import FILTERS
from launchpad.ui.homecoming.table import ChangesModel
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.segments import Segments

MOST_NOTICES = 3


class Head(QWidget):
    """Says what a workbook is about."""

    filter_asked = Signal(str)
    order_asked = Signal(object)
    """The DayOrder of dates that could be either way round."""
    keep_all_asked = Signal()
    take_all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(px=17, weight=600)
        self.facts = Label(tone="text2", wrap=True)
        self.notices = Label(tone="warn", px=12, wrap=True)
        self.filter = Segments(((each.name, each.title) for each in FILTERS), "Which changes are shown")
        self.keep_all = QPushButton("Keep all mine")
        self.take_all = QPushButton("Take all theirs")
        self.filter.chosen.connect(self.filter_asked)
        self.keep_all.clicked.connect(self.keep_all_asked)
        self.take_all.clicked.connect(self.take_all_asked)
        self._question = self._date_question()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(4)
        for widget in (self.title, self.facts, self.notices, self._question):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addLayout(self._filter_row())

    def _filter_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.filter)
        row.addStretch(1)
        for button in (self.keep_all, self.take_all):
            row.addWidget(button)
        return row

    def _date_question(self) -> QWidget:
        asked = QWidget()
        row = QHBoxLayout(asked)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        self._asked = Label(tone="warn", weight=500)
        row.addWidget(self._asked)
        for text, order in (("Day first", DayOrder.DAY_FIRST), ("Month first", DayOrder.MONTH_FIRST)):
            button = QPushButton(text)
            button.clicked.connect(lambda _checked, order=order: self.order_asked.emit(order))
            row.addWidget(button)
        row.addStretch(1)
        return asked

    def show_home(self, home: Homecoming, model: ChangesModel) -> None:
        """Show what came home."""
        self.title.setText(f"Changes in {home.returned.name}")
        self.facts.setText(" · ".join([*_origin(home), counts_sentence(home)]))
        self._show_notices(home)
        self._show_question(home)
        for button in (self.keep_all, self.take_all):
            button.setEnabled(bool(home.proposals))
        for each in FILTERS:
            count = model.count(each.name)
            self.filter.show_title(each.name, f"{each.title} {count:,}")
            self.filter.button(each.name).setEnabled(bool(count) or each.name == "all")

    def _show_notices(self, home: Homecoming) -> None:
        notices = list(home.notices[:MOST_NOTICES])
        if len(home.notices) > MOST_NOTICES:
            notices.append(f"And {len(home.notices) - MOST_NOTICES} more; the log has them all.")
        self.notices.setText("\n".join(notices))
        self.notices.setVisible(bool(notices))

    def _show_question(self, home: Homecoming) -> None:
        unsure = [cell for cell in home.comparison.unreadable if cell.reason == AMBIGUOUS]
        self._question.setVisible(bool(unsure))
        if unsure:
            self._asked.setText(f"Which comes first in dates such as “{unsure[0].text}”?")


def _origin(home: Homecoming) -> list[str]:
    origin, who = home.returned.origin, home.returned.who
    exported = [] if origin is None else [f"Exported {moment(origin.exported)}"]
    return [*exported, f"saved {f'by {who}, ' if who else ''}{moment(home.returned.saved)}"]
