"""How a new document comes to be: the tables by running the migrations, the rows by its first edit."""

from pathlib import Path

from launchpad.domain.document import Document
from launchpad.journal.entry import Entry
from launchpad.storage import sqlite
from launchpad.storage.entries import changes_to_text, write_entry
from launchpad.storage.facts import new_facts, write_facts
from launchpad.storage.records import write_changes


def build(made: Path, document: Document, entry: Entry) -> None:
    """Write a whole new document at `made`; raise ValueError unless `entry` is number 1 and the birth of every row."""
    changes = entry.edit.changes
    rows = [change.after for change in changes if change.before is None]
    if entry.number != 1 or len(rows) != len(changes) or rows != list(document):
        raise ValueError("the first entry of a journal is the birth of the plan's rows, in their order")
    text = changes_to_text(changes)

    from launchpad.storage.migrations import migrate

    connection = sqlite.connect(made, new=True)
    try:
        migrate(connection, 0)
        with sqlite.writing(connection):
            write_facts(connection, new_facts(entry.when))
            write_changes(connection, changes)
            write_entry(connection, entry, text)
    finally:
        connection.close()
