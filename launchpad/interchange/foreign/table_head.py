"""Which column of a stranger's table says what, by the names that planners and trackers give their columns."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

HEAD_ROWS = 20
"""The head is looked for in so many rows."""
MOST_COLUMNS = 20_000
ALIKE = 3
"""Columns in which a row has to say what the head above it says to be a second head."""
NAMES: Mapping[str, str] = {
    "title": "task name|name|task|title|summary|subject|card name|card title|item|activity|milestone name|what|to do"
    "|todo|deliverable|work item|issue|aufgabe|vorgangsname|tâche|tarea|nombre",
    "id": "task id|id|key|issue key|card id|number|no|#|nr|row|row id|unique id|uid|identifier|ref",
    "parent": "parent task|parent|parent id|parent key|parent issue|subtask of|summary task|epic link|epic name",
    "outline": "outline level|level|indent",
    "wbs": "wbs|outline number",
    "track": "section/column|section|track|workstream|work stream|team|list|list name|bucket|bucket name|phase|group"
    "|group name|component|components|component/s|category|area|department|stage|swimlane|bereich|équipe",
    "owner": "assignee|owner|assigned to|assignees|responsible|responsible person|accountable|who|resource names"
    "|resources|members|person|people|dri|lead|assign to|verantwortlich|responsable",
    "email": "assignee email|owner email|email|e-mail",
    "start": "start date|start|begin|begin date|begins|planned start|start on|scheduled start|startdatum|anfang|début"
    "|inicio",
    "finish": "due date|due|due on|finish|finish date|end|end date|planned finish|target date|deadline date|target end"
    "|end on|due by|fällig|ende|fin|fecha de vencimiento",
    "deadline": "deadline|must finish by|hard deadline",
    "duration": "duration|days|duration (days)|duration days|working days|dauer|durée|duración",
    "progress": "% complete|percent complete|progress|% done|complete|completion|percentage complete|%|percent"
    "|fortschritt",
    "status": "status|state|issue status|task status|column|statut|estado",
    "completed": "completed at|completed date|date completed|completed on|completed|resolved|done date|finished on"
    "|completion date|actual finish",
    "begun": "actual start|started on|started at|started",
    "priority": "priority|criticality|importance|must have|moscow|priorität",
    "milestone": "milestone|is milestone|milestone?",
    "kind": "type|issue type|task type|item type|tracker",
    "note": "notes|description|note|comments|comment|details|task notes|card description|notizen|beschreibung",
    "before": "predecessors|predecessor|depends on|dependencies|blocked by|blocked by (dependencies)|waiting on"
    "|waiting for|inward issue link (blocks)|is blocked by|vorgänger",
    "after": "successors|successor|blocks|blocking|outward issue link (blocks)|blocking (dependencies)",
}
"""Meaning → the names of its columns, the surest first."""
MANY = frozenset({"before", "after", "note", "owner"})
"""Meanings that several columns may share."""
_MEANINGS = {name: (meaning, rank) for meaning, names in NAMES.items() for rank, name in enumerate(names.split("|"))}


@dataclass(frozen=True, slots=True)
class TableHead:
    """Where columns are, from 0, by what they mean. Rows of tasks begin at row `first`, counted from 0."""

    columns: Mapping[str, tuple[int, ...]]
    first: int


def meaning_of(heading: str) -> str:
    """What a column of this name holds, one of NAMES; empty for anything else."""
    return _MEANINGS.get(_tidy(heading), ("", 0))[0]


def find_table_head(rows: Iterable[Sequence[object]]) -> TableHead | None:
    """The head in the first rows of a table: the first row with a title and something else; None for no head.

    Of two heads one below the other, as our own workbooks have them, it is the second.
    """
    head: TableHead | None = None
    for number, row in enumerate(rows):
        if number >= HEAD_ROWS or (head is not None and number > head.first):
            break
        columns = _meanings(row[:MOST_COLUMNS])
        if "title" not in columns or len(columns) < 2:
            continue
        if head is None or sum(head.columns.get(meaning) == places for meaning, places in columns.items()) >= ALIKE:
            head = TableHead(columns, number + 1)
    return head


def _meanings(row: Sequence[object]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for place, value in enumerate(row):
        known = _MEANINGS.get(_tidy(value)) if isinstance(value, str) else None
        if known is not None:
            found.setdefault(known[0], []).append((known[1], place))
    columns = {meaning: sorted(places) for meaning, places in found.items()}
    return {
        meaning: tuple(place for _, place in places) if meaning in MANY else (places[0][1],)
        for meaning, places in columns.items()
    }


def _tidy(name: str) -> str:
    return re.sub(r"\s+", " ", name.replace("\ufeff", "").strip().rstrip("*:").casefold())[:60].strip()
