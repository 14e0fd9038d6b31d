"""What a document knows about itself besides the plan."""

from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection

from launchpad import __version__
from launchpad.domain.errors import PlanError
from launchpad.domain.ids import new_id
from launchpad.storage.shapes import FACTS, JOURNAL


@dataclass(frozen=True, slots=True)
class Facts:
    """A document's own facts.

    `plan` is the same in every copy with history, `journal` names the one list of edits; `rev` is the number of the
    last edit and `stamp` is drawn anew with each, so that two different edits 57 are told apart.
    """

    plan: str
    journal: str
    created: datetime
    app_version: str
    rev: int
    stamp: str


def new_facts(created: datetime) -> Facts:
    """Return the facts of a plan that begins its life with edit 1."""
    return Facts(new_id(), new_id(), created, __version__, 1, new_id())


def write_facts(connection: Connection, facts: Facts) -> None:
    """Write the facts of a new document."""
    from launchpad.storage.statements import inserting

    inserting(FACTS).run(connection, [{name: getattr(facts, name) for name in FACTS.names}])


def read_facts(connection: Connection) -> Facts:
    """Read the facts; raise PlanError unless there is one set of them and it agrees with the journal."""
    found = connection.execute(FACTS.select).fetchall()
    if len(found) != 1:
        raise PlanError("It does not say which plan it is.")
    facts = Facts(**FACTS.values(found[0]))
    last, count = connection.execute(f'SELECT max(number), count(*) FROM "{JOURNAL.name}"').fetchone()
    if not facts.rev == last == count:
        raise PlanError("Its journal has gaps.")
    return facts


def advanced(connection: Connection, seen: Facts) -> Facts | None:
    """Count one edit up from the facts `seen`, and return the new ones; None if the document holds others by now."""
    from launchpad.storage.statements import SEEN, advancing

    after = Facts(seen.plan, seen.journal, seen.created, __version__, seen.rev + 1, new_id())
    line = {f"{SEEN}{name}": getattr(seen, name) for name in FACTS.names}
    line |= {name: getattr(after, name) for name in ("rev", "stamp", "app_version")}
    return after if advancing().run(connection, [line]) == 1 else None
