"""Saying aloud what has just come into sight: a screen reader tells it without being led there."""

from PySide6.QtWidgets import QWidget


def announce(speaker: QWidget, sentence: str, *, is_urgent: bool = False) -> None:
    """Have a sentence read; what is urgent interrupts what is being read."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not before there is something to say

    if not sentence:
        return
    event = QAccessibleAnnouncementEvent(speaker, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if is_urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
