"""What holds for the person at every launch: name and theme."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from launchpad.app.settings import Settings, load_settings, save_settings
from launchpad.ui.parts.card import Card
from launchpad.ui.settings.fields import FieldGrid, TextField
from launchpad.ui.shell.window_state import remember_theme
from launchpad.ui.theme.manager import ThemeChoice, theme_manager

THEMES = {ThemeChoice.SYSTEM: "Like the system", ThemeChoice.LIGHT: "Light", ThemeChoice.DARK: "Dark"}


class YouCard(Card):
    """Changes take effect at once."""

    renamed = Signal(str)
    """The name edits are recorded under from now on."""
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("You", parent=parent)
        self.name = TextField("Your name", self._rename)
        self.name.setMaxLength(200)
        self.themes = {choice: QRadioButton(text) for choice, text in THEMES.items()}
        grid = FieldGrid()
        grid.add_field("Your name", self.name, "Stands beside your edits in the history.")
        grid.add_field("Theme", self._theme_row())
        self.body.addLayout(grid)
        theme_manager().changed.connect(self.refresh)

    def _theme_row(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        group = QButtonGroup(line)
        for choice, button in self.themes.items():
            button.setAccessibleName(f"Theme: {button.text()}")
            button.clicked.connect(lambda _checked=False, choice=choice: self._choose(choice))
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        return line

    def refresh(self) -> None:
        """Show what is set."""
        self.name.show_text(load_settings().name)
        self.themes[theme_manager().choice].setChecked(True)

    def _choose(self, choice: ThemeChoice) -> None:
        theme_manager().choose(choice)
        remember_theme(choice)

    def _rename(self, text: str) -> None:
        name = text.strip()
        if name:
            try:
                save_settings(Settings(name=name))
            except OSError as error:
                self.told.emit(f"Your name could not be kept: {error.strerror}.")
            self.renamed.emit(name)
        self.name.show_text(load_settings().name)
        if not name:
            self.name.setText(load_settings().name)
