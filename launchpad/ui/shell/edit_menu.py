"""Cut, copy, paste and delete: done by the field that has the keyboard, else by the screen."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

HANDS = ("cut", "copy", "paste", "delete")
Field = QLineEdit | QPlainTextEdit | QTextEdit


def field_in_hand() -> Field | None:
    """The text field that has the keyboard."""
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) else None


def can(name: str, screen: QWidget | None) -> bool:
    """Whether there is anything to do it to: a field, or the screen in hand if it has a method of that name."""
    return field_in_hand() is not None or (_has_hand(screen) and callable(getattr(screen, name, None)))


def _has_hand(screen: QWidget | None) -> bool:
    """Whether the keyboard is in the screen: Delete pressed in the rail deletes nothing."""
    widget = QApplication.focusWidget()
    return screen is not None and widget is not None and (widget is screen or screen.isAncestorOf(widget))


def do(name: str, screen: QWidget | None) -> None:
    """Do it."""
    field = field_in_hand()
    if field is None:
        act = getattr(screen, name, None)
        if callable(act) and _has_hand(screen):
            act()
    elif name == "cut":
        field.cut()
    elif name == "copy":
        field.copy()
    elif name == "paste":
        field.paste()
    elif isinstance(field, QLineEdit):
        field.del_()
    else:
        field.textCursor().deleteChar()
