"""The evidence cell: several proofs in one text, read back into proofs."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from launchpad.domain.values import Evidence
from launchpad.interchange.homecoming.cells import tidy
from launchpad.interchange.homecoming.values import Value
from launchpad.interchange.workbook.columns import evidence_text

_LABELED = re.compile(r"(.+?)\s+\(([^()\s][^()]*)\)")


def merged_evidence(mine: tuple[Evidence, ...], base: Value, theirs: Value, today: date) -> tuple[Evidence, ...]:
    """What proves a task once their cell is taken: mine without what they removed, with what they added."""
    known = [_shown(each) for each in mine]
    before, after = _parts(base, known), _parts(theirs, known)
    kept = [each for each in mine if _shown(each) in after or _shown(each) not in before]
    held = {_shown(each) for each in kept}
    return (*kept, *(evidence_from(part, today) for part in after if part not in held and part not in before))


def evidence_from(text: str, today: date) -> Evidence:
    """One proof as somebody typed it: a link, a file, or a name with a link in brackets."""
    if match := _LABELED.fullmatch(text):
        return Evidence(match[1], match[2].strip(), today)
    return Evidence(text, text, today)


def new_evidence(theirs: Value, today: date) -> tuple[Evidence, ...]:
    """The proofs of a task that is new."""
    return tuple(evidence_from(part, today) for part in _parts(theirs, ()))


def _shown(each: Evidence) -> str:
    return " ".join(tidy(evidence_text((each,))).split())


def _parts(value: Value, known: Iterable[str]) -> tuple[str, ...]:
    """The proofs in a cell. Those that are known are looked for whole, for their names may hold a semicolon."""
    return tuple(dict.fromkeys(_split(value, known))) if isinstance(value, str) else ()


def _split(text: str, known: Iterable[str]) -> Iterator[str]:
    rest = "; ".join(" ".join(line.split()) for line in text.split("\n") if line.strip())
    for part in sorted(known, key=len, reverse=True):
        if ";" in part and part in rest:
            yield part
            rest = rest.replace(part, ";")
    yield from (piece.strip() for piece in rest.split(";") if piece.strip())
