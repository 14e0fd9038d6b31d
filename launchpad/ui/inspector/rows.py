"""The inspector's fields: a label beside a control that is bound to one field of the task."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from launchpad.domain.document import Document
from launchpad.domain.people import Person
from launchpad.domain.visible import visible
from launchpad.engines.calendar import WorkingCalendar
from launchpad.ui.checklist.editors import choices
from launchpad.ui.inspector.flat_combo import FlatCombo, StatusCombo
from launchpad.ui.inspector.progress_field import ProgressField
from launchpad.ui.parts.choice import name_choice
from launchpad.ui.parts.day_edit import DayEdit
from launchpad.ui.parts.growing_text import GrowingText
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.person_edit import PersonEdit
from launchpad.ui.parts.spin_box import SpinBox

LABEL = 84
"""Pixels of a label."""
TEXT = 8
"""Pixels between the left edge of a control and its text."""
SEVERAL = "several"


class Rows(QWidget):
    """A form of bound fields. `asked` tells a field's name and the text typed; `held` the same from a spin box."""

    asked = Signal(str, str)
    held = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnMinimumWidth(0, LABEL)
        self._grid.setColumnStretch(1, 1)
        self.controls: dict[str, QWidget] = {}
        self._labels: dict[str, Label] = {}

    def use_days(self, today: date, days: WorkingCalendar) -> None:
        """Count from a day, in a plan's working days."""
        for control in self.controls.values():
            if isinstance(control, DayEdit):
                control.show_today(today)
                control.use_days(days)

    # --- making ----------------------------------------------------------------------------------------------------

    def add(self, name: str, label: str, control: QWidget, *, is_wide: bool = False) -> None:
        """Put a control beside its label, or a wide one below it."""
        words = Label(label, tone="text2")
        words.setBuddy(control)
        if not control.accessibleName():
            control.setAccessibleName(label)
        row = self._grid.rowCount()
        if is_wide:
            words.setContentsMargins(0, 6, 0, 0)
            self._grid.addWidget(words, row, 0, 1, 2)
            self._grid.addWidget(control, row + 1, 0, 1, 2)
        else:
            self._grid.addWidget(words, row, 0)
            self._grid.addWidget(control, row, 1)
        self.controls[name] = control
        self._labels[name] = words

    def add_words(self, name: str, label: str, *, is_wide: bool = False) -> Label:
        """Words that can only be read; wide ones stand below their label."""
        words = Label("", wrap=True)
        words.setContentsMargins(TEXT, 3, 0, 3)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setMinimumHeight(26)
        self.add(name, label, words, is_wide=is_wide)
        return words

    def add_line(self, name: str, label: str, hint: str = "") -> QLineEdit:
        """A line of text."""
        line = QLineEdit()
        line.setPlaceholderText(hint)
        self._bind(name, label, line)
        return line

    def add_day(self, name: str, label: str, near: date, hint: str = "T-21 or 5 Jan") -> DayEdit:
        """A day."""
        day = DayEdit(label, near, hint=hint)
        day.picked.connect(self._telling(name, day))
        self._bind(name, label, day)
        return day

    def add_person(self, name: str, label: str) -> PersonEdit:
        """A person."""
        person = PersonEdit(label, ())
        person.chosen.connect(self._telling(name, person))
        self._bind(name, label, person)
        return person

    def _bind(self, name: str, label: str, line: QLineEdit) -> None:
        line.setProperty("kind", "flat")
        line.editingFinished.connect(self._telling(name, line))
        self.add(name, label, line)

    def _telling(self, name: str, line: QLineEdit) -> Callable[[], None]:
        def tell() -> None:
            text = _typed(line)
            if text != line.property("shown"):
                line.setProperty("shown", text)
                line.setModified(False)
                self.asked.emit(name, text)

        return tell

    def add_combo(self, name: str, label: str) -> QComboBox:
        """A choice; what is offered comes with `show_choice`."""
        combo = StatusCombo() if name == "status" else FlatCombo()
        combo.setProperty("kind", "flat")
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(6)
        combo.activated.connect(lambda _number: self.asked.emit(name, str(combo.currentData())))
        self.add(name, label, combo)
        name_choice(combo, label)
        return combo

    def add_spin(self, name: str, label: str, high: int, suffix: str = "") -> SpinBox:
        """A number; held down it is one edit."""
        spin = SpinBox(label, 0, high, suffix)
        spin.setProperty("kind", "flat")
        spin.valueChanged.connect(lambda value: self.held.emit(name, str(value)))
        self.add(name, label, spin)
        return spin

    def add_progress(self, name: str, label: str) -> ProgressField:
        """A percentage beside its bar."""
        field = ProgressField(label)
        field.spin.valueChanged.connect(lambda value: self.held.emit(name, str(value)))
        self.add(name, label, field)
        return field

    def add_sentence(self, name: str, label: str) -> GrowingText:
        """One line of text that is longer than the panel is wide as a rule: it goes on below."""
        sentence = GrowingText(label, one_line=True)
        sentence.setProperty("kind", "flat")
        self._bind_text(name, label, sentence)
        return sentence

    def add_text(self, name: str, label: str, hint: str = "") -> GrowingText:
        """Some lines of text."""
        text = GrowingText(label, hint=hint)
        self._bind_text(name, label, text, is_wide=True)
        return text

    def _bind_text(self, name: str, label: str, text: GrowingText, *, is_wide: bool = False) -> None:
        text.finished.connect(lambda typed: self.asked.emit(name, typed))
        self.add(name, label, text, is_wide=is_wide)

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_line(self, name: str, texts: Sequence[str]) -> None:
        """Show a text, or that there are several, unless somebody is typing there."""
        line = self.controls[name]
        assert isinstance(line, QLineEdit)
        if line.hasFocus() and line.isModified():
            return
        same = len(set(texts)) == 1
        with QSignalBlocker(line):
            line.setText(texts[0] if same else "")
            line.setCursorPosition(0)
        line.setProperty("shown", line.text().strip())
        self._hint(line, same)

    def show_person(self, name: str, document: Document, ids: Sequence[str | None]) -> None:
        """Show a person, or that there are several."""
        line = self.controls[name]
        assert isinstance(line, PersonEdit)
        if line.hasFocus() and line.isModified():
            return
        line.show_people(document.people)
        same = len(set(ids)) == 1
        with QSignalBlocker(line):
            line.show_person(document.find(Person, ids[0]) if same else None)
        line.setProperty("shown", line.person_text())
        self._hint(line, same)

    def _hint(self, line: QLineEdit, same: bool) -> None:
        if line.property("hint") is None:
            line.setProperty("hint", line.placeholderText())
        line.setPlaceholderText(str(line.property("hint")) if same else SEVERAL)

    def show_choice(self, name: str, document: Document, kind: str, values: Sequence[str]) -> None:
        """Show a choice, or that there are several."""
        combo = self.controls[name]
        assert isinstance(combo, QComboBox)
        with QSignalBlocker(combo):
            combo.clear()
            for words, text in choices(document, kind):
                combo.addItem(visible(words), text)
            same = len(set(values)) == 1
            combo.setCurrentIndex(combo.findData(values[0]) if same else -1)
            combo.setPlaceholderText(SEVERAL)

    def show_number(self, name: str, values: Sequence[int]) -> None:
        """Show a number; of several the first."""
        control = self.controls[name]
        spin = control.spin if isinstance(control, ProgressField) else control
        assert isinstance(spin, SpinBox)
        with QSignalBlocker(spin):
            spin.setValue(values[0])
        if isinstance(control, ProgressField):
            control.show_bar()

    def show_text(self, name: str, text: str) -> None:
        """Show lines of text or a line that can only be read."""
        control = self.controls[name]
        if isinstance(control, GrowingText):
            control.show_text(text)
        else:
            assert isinstance(control, Label)
            control.setText(text)

    def reveal(self, name: str, is_shown: bool) -> None:
        """Show or hide a row."""
        self.controls[name].setVisible(is_shown)
        self._labels[name].setVisible(is_shown)

    def finish(self) -> None:
        """Tell what is being typed, before something else is shown."""
        for name, control in self.controls.items():
            if isinstance(control, GrowingText):
                control.finish()
            elif isinstance(control, QLineEdit) and control.isModified():
                self._telling(name, control)()
            elif isinstance(control, SpinBox | ProgressField):
                (control if isinstance(control, SpinBox) else control.spin).interpretText()

    def allow(self, can_change: bool) -> None:
        """Let everything be changed, or only read."""
        for control in self.controls.values():
            if isinstance(control, QLineEdit | GrowingText):
                control.setReadOnly(not can_change)
            elif isinstance(control, QComboBox | SpinBox | ProgressField):
                control.setEnabled(can_change)


def _typed(line: QLineEdit) -> str:
    if isinstance(line, PersonEdit):
        return line.person_text()
    return line.typed() if isinstance(line, DayEdit) else line.text().strip()
