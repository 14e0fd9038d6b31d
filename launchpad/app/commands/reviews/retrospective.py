"""What the launch teaches the next one, noted as rows of the plan."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from launchpad.app.commands.keys import last_place
from launchpad.app.commands.reviews.finding import person_in
from launchpad.app.commands.rows import change_row, existing
from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import RetroKind
from launchpad.domain.ids import RetroNoteId, new_id
from launchpad.domain.review import RetroNote
from launchpad.domain.task import Task


def add_retro_note(
    document: Document, kind: RetroKind, text: str, who: str | None, today: date, task: str | None = None
) -> Edit:
    """Note what to keep, to change or to try next time."""
    about = document.find(Task, task)
    note = RetroNote(
        id=RetroNoteId(new_id()),
        day=today,
        kind=kind,
        text=text.strip(),
        who=person_in(document, who),
        task=about.id if about is not None else None,
        order=last_place(document, RetroNote),
    )
    return Edit(f"Note for next time: {note.text[:60]}", (Change(None, note),))


def change_retro_note(document: Document, note_id: str, fields: Mapping[str, Any]) -> Edit:
    """Set fields of a note."""
    return change_row(document, existing(document, RetroNote, note_id), fields)


def remove_retro_note(document: Document, note_id: str) -> Edit:
    """Remove a note."""
    note = existing(document, RetroNote, note_id)
    return Edit(f"Remove note {note.text[:60]}", (Change(note, None),))
