"""The templates to choose from, and what speaks for and against the chosen one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from launchpad.app.errands import send_off
from launchpad.app.launch_preview import Offer, offer_of
from launchpad.domain.errors import PlanError
from launchpad.ui.new_launch.template_card import TemplateCard
from launchpad.ui.parts.label import Label

COLUMNS = 2
OWN = "From your own YAML file…"
FOREIGN = "From another program…"
YAML = "Templates (*.yaml *.yml)"


class TemplateList(QScrollArea):
    """Cards in two columns; below them what the chosen one is for."""

    chosen = Signal(object)
    """The Offer that is chosen now."""
    foreign_asked = Signal()
    """A plan of another program is to be imported."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.setAccessibleName("Templates")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cards: list[TemplateCard] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self._about = _About()
        self._own = TemplateCard(OWN, "Your tracks, gates and questions", is_choice=False)
        self._own.clicked.connect(self._on_own_asked)
        self._own.step_asked.connect(partial(self._step_from, self._own))
        self._foreign = TemplateCard(FOREIGN, "Microsoft Project, GanttProject, CSV, Excel", is_choice=False)
        self._foreign.clicked.connect(self.foreign_asked)
        self._foreign.step_asked.connect(partial(self._step_from, self._foreign))
        self._problem = Label("", tone="bad", wrap=True)
        self._problem.hide()
        self.setWidget(self._content())

    def _content(self) -> QWidget:
        content = QWidget()
        content.setAutoFillBackground(False)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(14)
        column.addLayout(self._grid)
        column.addWidget(self._problem)
        column.addWidget(self._about)
        column.addStretch(1)
        return content

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show the templates and choose the first."""
        for offer in offers:
            self._add(offer)
        self._cards[0].setChecked(True)

    def _add(self, offer: Offer) -> None:
        card = TemplateCard(offer.name, offer.size)
        card.toggled.connect(partial(self._on_toggled, offer))
        card.step_asked.connect(partial(self._step_from, card))
        self._cards.append(card)
        place = len(self._cards) - 1
        self._grid.addWidget(card, place // COLUMNS, place % COLUMNS)
        for number, other in enumerate((self._own, self._foreign), place + 1):
            self._grid.addWidget(other, number // COLUMNS, number % COLUMNS)
        QWidget.setTabOrder(card, self._own)
        QWidget.setTabOrder(self._own, self._foreign)

    def _step_from(self, card: TemplateCard, across: int, down: int) -> None:
        cards = [*self._cards, self._own, self._foreign]
        place = cards.index(card) + across + COLUMNS * down
        if 0 <= place < len(cards):
            cards[place].setFocus()
            if cards[place].isCheckable():
                cards[place].setChecked(True)

    def _on_toggled(self, offer: Offer, on: bool) -> None:
        if on:
            self._problem.hide()
            self._about.show_offer(offer)
            self.chosen.emit(offer)

    def _on_own_asked(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "Choose a template", "", YAML)
        if path:
            self.read_own(path)

    def read_own(self, path: str) -> None:
        """Read a template of the person's own and choose it, or say what is wrong with it."""
        send_off(self, partial(offer_of, path), self._on_own_read, self._on_own_refused)

    def _on_own_read(self, offer: Offer) -> None:
        self._add(offer)
        self._cards[-1].setChecked(True)
        self._cards[-1].setFocus()

    def _on_own_refused(self, error: Exception) -> None:
        if not isinstance(error, PlanError | OSError):
            raise error
        self._problem.setText(str(error))
        self._problem.show()


class _About(QWidget):
    """What a template is for, when to use it and when not to."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 4, 0, 0)
        self._layout.setSpacing(4)

    def show_offer(self, offer: Offer) -> None:
        """Show another template."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._layout.addWidget(Label(offer.name, weight=600))
        self._layout.addWidget(Label(offer.summary, tone="text2", wrap=True))
        for title, reasons in (("Use it when", offer.use_when), ("Avoid it when", offer.avoid_when)):
            if reasons:
                self._layout.addSpacing(6)
                self._layout.addWidget(Label(title, weight=600))
            for reason in reasons:
                self._layout.addWidget(_bullet(reason))


def _bullet(text: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Label("–", tone="text2"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(text, tone="text2", wrap=True), 1)
    return line
