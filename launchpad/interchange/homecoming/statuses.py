"""The words by which people name a status, in several languages."""

import re
from collections.abc import Iterable

from launchpad.domain.enums import TaskStatus
from launchpad.interchange.homecoming.cells import Cell, Unreadable, bare, known, plain

_WORDS: dict[TaskStatus, Iterable[str]] = {
    TaskStatus.NOT_STARTED: (
        *("not started", "notstarted", "not begun", "to do", "todo", "open", "planned", "pending", "backlog", "new"),
        *("not yet", "not yet started", "unstarted", "queued", "upcoming", "scheduled"),
        *("offen", "nicht begonnen", "nicht gestartet", "noch nicht begonnen", "geplant", "neu", "ausstehend"),
        *("à faire", "non commencé", "pas commencé", "pendiente", "sin empezar", "por hacer", "da fare"),
    ),
    TaskStatus.IN_PROGRESS: (
        *("in progress", "inprogress", "progress", "wip", "work in progress", "started", "ongoing", "on going"),
        *("doing", "working", "working on it", "active", "under way", "underway", "begun", "in work", "on track"),
        *("in arbeit", "in bearbeitung", "laufend", "läuft", "begonnen", "gestartet", "angefangen"),
        *("en cours", "commencé", "en curso", "en progreso", "in corso"),
    ),
    TaskStatus.IN_REVIEW: (
        *("in review", "inreview", "review", "under review", "for review", "ready for review", "to review"),
        *("in approval", "awaiting approval", "waiting for approval", "to be approved", "reviewing"),
        *("in prüfung", "wird geprüft", "zur prüfung", "in freigabe", "zur freigabe", "wartet auf freigabe"),
        *("en revue", "à valider", "en validation", "en revisión", "in revisione"),
    ),
    TaskStatus.BLOCKED: (
        *("blocked", "stuck", "on hold", "onhold", "paused", "waiting", "blockiert", "gesperrt", "wartet"),
        *("bloqué", "bloquée", "bloqueado", "bloqueada", "bloccato"),
    ),
    TaskStatus.DONE: (
        *("done", "complete", "completed", "finished", "closed", "delivered", "resolved"),
        *("erledigt", "fertig", "abgeschlossen", "beendet", "fertiggestellt"),
        *("terminé", "terminée", "fini", "fait", "hecho", "terminado", "completo", "completado", "fatto"),
    ),
    TaskStatus.WAIVED: ("waived", "waive", "let go", "exempt", "exempted", "verzichtet", "erlassen"),
    TaskStatus.NOT_APPLICABLE: (
        *("not applicable", "notapplicable", "n/a", "na", "n.a.", "n a", "not needed", "not required", "irrelevant"),
        *("dropped", "cancelled", "canceled", "entfällt", "nicht zutreffend", "nicht anwendbar", "nicht nötig"),
        *("sans objet", "no aplica", "non applicabile"),
    ),
}
_STATUSES = {word: status for status, words in _WORDS.items() for word in words}
_SIGNS = {"✓": TaskStatus.DONE, "✔": TaskStatus.DONE, "☑": TaskStatus.DONE, "✅": TaskStatus.DONE}


def read_status(cell: Cell) -> TaskStatus:
    """A status, in our words or other people's, with or without its sign."""
    text = bare(plain(known(cell)))
    words = re.sub(r"[\s_\-\u2010-\u2015]+", " ", re.sub(r"^[^\w(]+", "", text)).strip().rstrip(".!").casefold()
    found = _STATUSES.get(words) or _STATUSES.get(text.casefold()) or _SIGNS.get(text)
    if found is None:
        raise Unreadable("it is no status" if text else "a status cannot be empty")
    return found
