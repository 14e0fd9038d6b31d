"""What a document knows about itself besides the plan."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, func, insert, select, update

from launchpad import __version__
from launchpad.domain.errors import PlanError
from launchpad.storage.statements import Statement
from launchpad.storage.tables import FACTS, JOURNAL

_SEEN: dict[str, BindParameter[Any]] = {name: bindparam(f"seen_{name}") for name in ("plan", "rev", "stamp")}
_ADVANCE = Statement(
    FACTS,
    update(FACTS)
    .where(*(FACTS.c[name] == parameter for name, parameter in _SEEN.items()))
    .values({name: bindparam(name) for name in ("rev", "stamp", "app_version")}),
)


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
    return Facts(_token(), _token(), created, __version__, 1, _token())


def _token() -> str:
    return str(uuid.uuid4())


def write_facts(connection: Connection, facts: Facts) -> None:
    """Write the facts of a new document."""
    connection.execute(insert(FACTS), {name: getattr(facts, name) for name in Facts.__slots__})


def read_facts(connection: Connection) -> Facts:
    """Read the facts; raise PlanError unless there is one set of them and it agrees with the journal."""
    found = connection.execute(select(FACTS)).all()
    if len(found) != 1:
        raise PlanError("It does not say which plan it is.")
    facts = Facts(**found[0]._mapping)
    last, count = connection.execute(select(func.max(JOURNAL.c.number), func.count())).one()
    if not facts.rev == last == count:
        raise PlanError("Its journal has gaps.")
    return facts


def advanced(connection: Connection, seen: Facts) -> Facts | None:
    """Count one edit up from the facts `seen`, and return the new ones; None if the document holds others by now."""
    after = Facts(seen.plan, seen.journal, seen.created, __version__, seen.rev + 1, _token())
    line = {parameter.key: getattr(seen, name) for name, parameter in _SEEN.items()}
    line |= {name: getattr(after, name) for name in ("rev", "stamp", "app_version")}
    if _ADVANCE.run(connection, [line]) != 1:
        return None
    return after
