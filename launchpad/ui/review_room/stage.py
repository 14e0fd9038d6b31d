"""The middle of the room: the part of the agenda that is talked about, large, and the row the arrows stand on."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from launchpad.ui.parts.announce import announce
from launchpad.ui.review_room.fact_list import INDENT, FactList, FactRow
from launchpad.ui.review_room.page import BigScore, BigVerdict, Page
from launchpad.ui.review_room.sizes import Size, Sizes
from launchpad.ui.review_room.texts import RoomDot, RoomText
from launchpad.ui.theme.manager import color


class ScoreHead(QWidget):
    """A score, and two lines beside it."""

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = RoomText(sizes, Size.SCORE, weight=700)
        self.beside = RoomText(sizes, Size.NOTE, tone="text2")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(self.number)
        line.addWidget(self.beside)

    def show_score(self, score: BigScore | None) -> None:
        """Show another score, or none."""
        self.setVisible(score is not None)
        if score is not None:
            self.number.setText(score.number)
            self.number.set_tone(score.tone)
            self.beside.setText("\n".join(score.beside))
            self.setAccessibleName(f"Score {', '.join((score.number, *score.beside))}")


class VerdictCard(QFrame):
    """One of the two verdicts."""

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = RoomText(sizes, Size.NOTE, tone="text2", weight=600)
        self._verdict = RoomText(sizes, Size.VERDICT, weight=700, wrap=True)
        self._words = RoomText(sizes, Size.NOTE, tone="text2", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 14)
        layout.setSpacing(2)
        for label in (self._caption, self._verdict, self._words):
            layout.addWidget(label)
        layout.addStretch(1)

    def show_verdict(self, verdict: BigVerdict) -> None:
        """Show another verdict."""
        self._caption.setText(verdict.caption)
        self._verdict.setText(verdict.verdict)
        self._verdict.set_tone(verdict.tone)
        self._words.setText(verdict.words)
        self._words.setVisible(bool(verdict.words))
        self.setAccessibleName(f"{verdict.caption}: {verdict.verdict}. {verdict.words}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color("line"), 1))
            painter.setBrush(color("surface"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)


class Stage(QScrollArea):
    """Shows a page. Up and down walk over the rows something can be done with; Enter asks for it."""

    row_asked = Signal(str, QRect)
    """The key of a row, and where the row is on the screen."""

    def __init__(self, sizes: Sizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes = sizes
        self.page: Page | None = None
        self._at: dict[str, str] = {}
        self._lists: list[FactList] = []
        self.setWidgetResizable(True)
        self.setObjectName("stage")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dot = RoomDot(sizes, Size.TITLE)
        self._title = RoomText(sizes, Size.TITLE, weight=700, wrap=True)
        self._lead = RoomText(sizes, Size.LEAD, tone="text2", wrap=True)
        self._score = ScoreHead(sizes)
        self._verdicts = [VerdictCard(sizes) for _ in range(2)]
        self._sections = QVBoxLayout()
        self._lay_out()
        sizes.changed.connect(self._grow)
        self._grow()

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(14)
        title.setContentsMargins(INDENT, 0, INDENT, 0)
        self._lead.setContentsMargins(INDENT, 0, 0, 0)
        title.addWidget(self._dot)
        title.addWidget(self._title, 1)
        title.addWidget(self._score)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        for card in self._verdicts:
            pair.addWidget(card, 1)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.addLayout(title)
        self._inside.addWidget(self._lead)
        self._inside.addLayout(pair)
        self._inside.addLayout(self._sections)
        self._inside.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _grow(self) -> None:
        side = self._sizes.length(26)
        self._inside.setContentsMargins(side, self._sizes.length(18), side, self._sizes.length(18))
        self._inside.setSpacing(self._sizes.length(12))
        self._sections.setSpacing(self._sizes.length(20))

    # --- what is shown -----------------------------------------------------------------------------------------------

    def show_page(self, page: Page) -> None:
        """Show a page, or the same page as it is now."""
        is_another = self.page is None or self.page.key != page.key
        self.page = page
        self.setAccessibleName(page.title)
        self._dot.setVisible(bool(page.dot))
        self._dot.show_tone(page.dot or "text3")
        self._title.setText(page.title)
        self._lead.setText(page.lead)
        self._lead.setVisible(bool(page.lead))
        self._score.show_score(page.score)
        for place, card in enumerate(self._verdicts):
            card.setVisible(place < len(page.verdicts))
            if place < len(page.verdicts):
                card.show_verdict(page.verdicts[place])
        self._show_sections(page)
        if is_another:
            self.verticalScrollBar().setValue(0)
            announce(self, f"{page.title}. {page.lead}" if page.lead else page.title)
        self._show_place()

    def _show_sections(self, page: Page) -> None:
        while len(self._lists) < len(page.sections):
            made = FactList(self._sizes, self.widget())
            made.clicked.connect(self._on_clicked)
            self._lists.append(made)
            self._sections.addWidget(made)
        for place, shown in enumerate(self._lists):
            if place < len(page.sections):
                section = page.sections[place]
                shown.show_facts(section.title, section.facts, section.otherwise)
            else:
                shown.show_facts("", ())

    # --- the arrows --------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[FactRow]:
        """The rows something can be done with, from top to bottom."""
        return [row for shown in self._lists for row in shown.rows if row.fact.key]

    @property
    def current(self) -> FactRow | None:
        """The row the arrows stand on."""
        key = self._at.get(self.page.key) if self.page else None
        return next((row for row in self.rows if row.fact.key == key), None)

    def step(self, by: int) -> None:
        """Go down or up by rows; where there is none, scroll."""
        rows = list(self.rows)
        if not rows:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + by * self._sizes.length(60))
            return
        here = self.current
        place = rows.index(here) + by if here in rows else 0 if by > 0 else len(rows) - 1
        self.go_to(rows[min(max(place, 0), len(rows) - 1)].fact.key)

    def go_to(self, key: str) -> None:
        """Put the arrows on a row."""
        if self.page is not None:
            self._at[self.page.key] = key
            self._show_place()
            if self.current is not None:
                announce(self, self.current.fact.said)

    def ask(self) -> None:
        """Ask for what can be done with the row the arrows stand on."""
        row = self.current
        if row is not None:
            self.row_asked.emit(row.fact.key, QRect(row.mapToGlobal(row.rect().topLeft()), row.size()))

    def _show_place(self) -> None:
        here = self.current
        for shown in self._lists:
            for row in shown.rows:
                row.show_current(row is here, self.hasFocus())
        if here is not None:
            self.ensureWidgetVisible(here, 0, self._sizes.length(24))
            self.setAccessibleDescription(here.fact.said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space ask; the arrows walk."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self.ask()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + bar.pageStep() * (1 if key == Qt.Key.Key_PageDown else -1))
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._show_place()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard has left."""
        super().focusOutEvent(event)
        self._show_place()

    def _on_clicked(self, key: str) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if key:
            self.go_to(key)
