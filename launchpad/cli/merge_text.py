"""What a merge found, as JSON and as lines to read."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from launchpad.app.homecoming.words import named_value
from launchpad.app.merge import Effect, Homecoming
from launchpad.cli.output import columns
from launchpad.domain.enums import Word
from launchpad.domain.wording import counted
from launchpad.interchange.homecoming.new_rows import NewRow
from launchpad.interchange.homecoming.proposals import Kind, Proposal
from launchpad.interchange.homecoming.values import Value

COUNTED = {
    Kind.TAKE: "to take",
    Kind.CONFLICT: "to decide",
    Kind.NEW: "new",
    Kind.KEEP: "changed by you only",
    Kind.NOT_IN_FILE: "not in the file",
    Kind.NOT_YOURS: "not theirs to change",
    Kind.CONFIRM: "to confirm",
}
LONGEST_SHOWN = 40


def merge_json(home: Homecoming, effect: Effect) -> dict[str, Any]:
    """The answer of `merge --json`."""
    origin = home.returned.origin
    return {
        "file": home.returned.name,
        "exported": None if origin is None else f"{origin.exported:%Y-%m-%dT%H:%M:%SZ}",
        "edit": None if origin is None else origin.edit,
        "plan_matches": True,
        "proposals": [_proposal_json(home, each) for each in home.proposals],
        "unreadable": [
            {"key": each.key, "field": each.field, "text": each.text, "cell": each.cell, "reason": each.reason}
            for each in home.comparison.unreadable
        ],
        "notices": [
            *home.notices,
            *(f"{each.cell or each.title}: {asked}" for each in home.proposals if (asked := _asked(home, each))),
        ],
        "effect": {"score": list(effect.score), "launch": [_plain(day) for day in effect.launch]},
    }


def other_plan_json(edited: Path) -> dict[str, Any]:
    """The answer of `merge --json` for the workbook of another plan."""
    told: dict[str, Any] = {"file": edited.name, "exported": None, "edit": None, "plan_matches": False}
    effect = {"score": [None, None], "launch": [None, None]}
    return {**told, "proposals": [], "unreadable": [], "notices": [], "effect": effect}


def _proposal_json(home: Homecoming, each: Proposal) -> dict[str, Any]:
    sides = {name: _plain(named_value(home, each, getattr(each, name))) for name in ("base", "mine", "theirs")}
    return {"kind": each.kind.value, "key": each.key, "field": each.cell_name, **sides, "cell": each.cell}


def _asked(home: Homecoming, each: Proposal) -> str:
    """What a person has to answer, or may want to answer otherwise."""
    if isinstance(each.new, NewRow):
        track = next(track for track in home.document.tracks if track.id == each.new.track)
        return f"“{each.title}” is proposed for the track {track.name} ({track.key})."
    return each.question


def _plain(value: object) -> Any:
    if isinstance(value, Word):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def merge_text(home: Homecoming, effect: Effect, applied: int | None) -> str:
    """The answer in lines: counts first, then only what differs."""
    return "\n".join([_counts(home), *_lines(home), *home.notices, _effect(effect), *_outcome(applied)])


def _counts(home: Homecoming) -> str:
    counts = Counter(each.kind for each in home.proposals)
    parts = [f"{counts[kind]} {words}" for kind, words in COUNTED.items() if counts[kind]]
    if home.comparison.unreadable:
        parts.append(f"{len(home.comparison.unreadable)} unreadable")
    read = f"{home.returned.name}: {counted(len(home.returned.rows), 'row')} read, "
    return read + (", ".join(parts) or "nothing differs") + "."


def _lines(home: Homecoming) -> Iterator[str]:
    if home.proposals:
        head = ("", "Task", "Field", "When exported", "Mine now", "In the file", "Cell")
        rows = [_row(home, each) for each in home.proposals]
        yield columns([head, *rows])
    yield from (f"{each.cell or each.title}: {each.question}" for each in home.proposals if each.question)
    yield from (each.sentence for each in home.comparison.unreadable)


def _row(home: Homecoming, each: Proposal) -> tuple[str, ...]:
    sides = (_shown(named_value(home, each, value)) for value in (each.base, each.mine, each.theirs))
    field = each.cell_name.replace("_", " ")
    return (each.kind.value, each.key or each.title[:LONGEST_SHOWN], field, *sides, each.cell)


def _shown(value: Value) -> str:
    if value is None:
        return "–"
    text = value.label if isinstance(value, Word) else " ".join(str(_plain(value)).split())
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def _effect(effect: Effect) -> str:
    score = f"readiness {effect.score[0]} → {effect.score[1]}" if effect.score[0] != effect.score[1] else ""
    days = [_plain(day) for day in effect.launch]
    launch = f"forecast launch {days[0]} → {days[1]}" if days[0] != days[1] else ""
    words = [verdict.label for verdict in effect.verdict if verdict is not None]
    verdict = f"verdict {words[0]} → {words[1]}" if len(set(words)) > 1 else ""
    changed = ", ".join(part for part in (score, verdict, launch) if part)
    return f"Effect: {changed or 'score, verdict and launch day unchanged'}."


def _outcome(applied: int | None) -> list[str]:
    return [] if applied is None else [f"Applied as edit {applied}; “launchpad undo” takes it back whole."]
