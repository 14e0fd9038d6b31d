"""Notes that come home: added to what is there, with the day and who wrote it, never in its place."""

from datetime import date

from launchpad.domain.wording import short_day
from launchpad.interchange.homecoming.values import Value


def addition(base: Value, theirs: Value) -> str:
    """What somebody wrote: all of a note, or what follows the note that was there before."""
    before, after = _text(base), _text(theirs)
    if after == before:
        return ""
    if before and after.startswith(before):
        return after[len(before) :].lstrip(" \n:;,.–—-")
    return after


def appended(mine: Value, added: str, who: str, day: date) -> str:
    """A note with something added under it."""
    line = f"{short_day(day)} {day.year}, {who}: {added}"
    return f"{_text(mine)}\n{line}" if mine else line


def holds(mine: Value, theirs: Value) -> bool:
    """Whether a note has been added already."""
    added = " ".join(_text(theirs).split())
    return bool(added) and any(" ".join(part.split()) == added for part in _parts(_text(mine)))


def _parts(note: str) -> list[str]:
    lines = note.split("\n")
    return [part for number, line in enumerate(lines) for part in (line, *_after_name(lines, number, line))]


def _after_name(lines: list[str], number: int, line: str) -> list[str]:
    _, colon, said = line.partition(": ")
    return ["\n".join((said, *lines[number + 1 :])), said] if colon else []


def _text(value: Value) -> str:
    return value.strip() if isinstance(value, str) else ""
