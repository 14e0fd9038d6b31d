"""What a box with choices is about, told so that every screen reader hears it."""

from PySide6.QtWidgets import QComboBox


def name_choice(box: QComboBox, name: str) -> None:
    """Name a box; on Linux Qt gives the choice made in place of its name, so the name is its description too."""
    box.setAccessibleName(name)
    box.setAccessibleDescription(name)
    typed = box.lineEdit()
    if typed is not None:
        typed.setAccessibleName(name)
