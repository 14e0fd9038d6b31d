"""The list below a field that completes what is typed in it."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

NAME = "completions"
"""What the style sheet calls the list: Qt's own class has no name there."""


def completions(words: QStringListModel, most: int, parent: QWidget) -> QCompleter:
    """Offers what contains the letters typed, whatever their case; `most` lines are seen at once."""
    completer = QCompleter(words, parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setMaxVisibleItems(most)
    listed = completer.popup()
    assert listed is not None, "a list below the field has a popup"
    listed.setObjectName(NAME)
    return completer
