"""What the middle of the room shows for one part of the agenda: a head, and lists of facts."""

from dataclasses import dataclass, field

from launchpad.ui.review_room.fact_list import Fact


@dataclass(frozen=True, slots=True)
class Section:
    """A titled list; `otherwise` is said when it is empty, without it an empty one is left out."""

    title: str
    facts: tuple[Fact, ...] = ()
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class BigScore:
    """A score with its tone, and what stands beside it."""

    number: str
    tone: str
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BigVerdict:
    """Whose verdict, what it is, its tone and the words under it."""

    caption: str
    verdict: str
    tone: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One part of the agenda."""

    key: str
    title: str
    dot: str = ""
    lead: str = ""
    score: BigScore | None = None
    verdicts: tuple[BigVerdict, ...] = ()
    sections: tuple[Section, ...] = field(default=())
