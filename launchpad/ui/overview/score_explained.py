"""What the score is made of: tracks, items missing, risk points, factors."""

from collections.abc import Iterable, Iterator

from launchpad.domain.enums import TaskStatus
from launchpad.domain.register import Risk
from launchpad.domain.task import Task
from launchpad.domain.wording import counted
from launchpad.engines.readiness import Readiness
from launchpad.engines.readiness.board import Item
from launchpad.engines.readiness.credit import WHOLE
from launchpad.engines.readiness.deductions import deductions, is_managed
from launchpad.engines.readiness.moment import FRESH
from launchpad.engines.readiness.scores import TrackReadiness
from launchpad.engines.readiness.shown import shown
from launchpad.ui.overview.explanation import REGISTER, TASK, TRACK, Explanation, Line, Section, Way
from launchpad.ui.overview.numbers import score_text, signed

MOST = 60
"""Lines of one section; the rest is only counted."""


def explain_score(answer: Readiness) -> Explanation:
    """How the score of the launch is made, down to the items."""
    tracks = tuple(_track_section(answer, each, opened=False) for each in answer.tracks)
    return Explanation(
        "How this is scored",
        "Each item earns credit for what is done and proven. A track's score is the credit of its items by their "
        "weight, less the points of its risks and issues. Readiness is the tracks by their weight.",
        (
            Section("In short", tuple(_in_short(answer))),
            Section("By track", tuple(_by_track(answer.tracks))),
            Section("Risks and issues", risk_lines(answer)),
            Section("Factors applied", factor_lines(items_in_scope(answer))),
            *tracks,
        ),
    )


def explain_track(answer: Readiness, track: TrackReadiness) -> Explanation:
    """How one track's score is made."""
    items = [item for item in items_in_scope(answer) if item.task.track == track.track.id]
    text = (
        f"{track.track.name} weighs {track.track.weight:g} of {sum(t.track.weight for t in answer.tracks):g}. "
        f"Work {score_text(track.raw)}, expected {score_text(track.expected)}, "
        f"less {track.deduction} points for risks and issues: {score_text(track.score)}."
    )
    risks = tuple(line for line, of in _risks(answer) if of == track.track.id)
    sections = [_track_section(answer, track, opened=True)]
    sections += [Section("Risks and issues", risks)] if risks else []
    factors = factor_lines(items)
    sections += [Section("Factors applied", factors)] if factors else []
    return Explanation(track.track.name, text, tuple(sections))


def items_in_scope(answer: Readiness) -> list[Item]:
    """The items that count, in the order of the plan."""
    found = (answer.items[task.id] for task in answer.document.tasks)
    return [item for item in found if item.shelf in answer.scope.items and is_counted(item)]


def is_counted(item: Item) -> bool:
    """Whether an item counts at all."""
    return _applies(item.task)


def _applies(task: Task) -> bool:
    return task.status is not TaskStatus.NOT_APPLICABLE


def _in_short(answer: Readiness) -> Iterator[Line]:
    yield Line("Work, before risks", score_text(answer.work))
    if answer.work is not None and answer.score is not None:
        yield Line("Risks and issues take", signed(shown(answer.score - answer.work)))
    yield Line("Readiness", score_text(answer.score))
    yield Line("Work expected today", score_text(answer.expected))
    if answer.gap is not None:
        yield Line("Work against plan", signed(answer.gap))
    if answer.confidence is not None:
        yield Line("Confidence", f"{answer.confidence:.0f} %", "The share of the weight with a fresh update.")


def _by_track(tracks: Iterable[TrackReadiness]) -> Iterator[Line]:
    for each in tracks:
        points = f", {each.deduction} off for risks" if each.deduction else ""
        note = f"work {score_text(each.raw)}, expected {score_text(each.expected)}{points}"
        way = Way(TRACK, each.track.key)
        yield Line(each.track.name, score_text(each.score), f"Weight {each.track.weight:g}: {note}", way)


def _track_section(answer: Readiness, track: TrackReadiness, *, opened: bool) -> Section:
    items = [item for item in items_in_scope(answer) if item.task.track == track.track.id]
    missing = [item for item in items if item.credit.earned < WHOLE]
    lines = [*item_lines(missing), Line(f"{len(items) - len(missing)} of {len(items)} items earn everything")]
    if later := track.later:
        many = f"{counted(later, 'more task')} of this track {'is' if later == 1 else 'are'} due after launch"
        lines.append(Line(many, note="The checklist counts them too; the score counts them from launch day on."))
    left_out = [task for task in answer.document.tasks if task.track == track.track.id and not _applies(task)]
    if left_out:
        lines.append(Line(f"{counted(len(left_out), 'task')} left out as not applicable"))
    return Section(f"{track.track.name}: missing", tuple(lines), score_text(track.score), opened)


def item_lines(items: Iterable[Item]) -> tuple[Line, ...]:
    """Items that do not earn everything, those that cost most first."""
    missing = sorted(items, key=_missing, reverse=True)
    lines = tuple(_item_line(item) for item in missing[:MOST])
    return (*lines, Line(f"and {len(missing) - MOST} more")) if len(missing) > MOST else lines


def _missing(item: Item) -> float:
    return float(item.weight) * (1 - item.credit.earned / WHOLE)


def _item_line(item: Item) -> Line:
    weight = float(item.weight)
    earned = weight * item.credit.earned / WHOLE
    progress = "" if item.task.progress is None or not item.task.is_open else f", {item.task.progress} %"
    note = f"{item.task.criticality.label}, {item.task.status.label.lower()}{progress}"
    return Line(item.task.title, f"{shown(earned):g} of {weight:g}", note, Way(TASK, item.task.id))


def risk_lines(answer: Readiness) -> tuple[Line, ...]:
    """The points of every open risk and issue."""
    lines = tuple(line for line, _ in _risks(answer))
    return lines or (Line("No open risk or issue takes points."),)


def _risks(answer: Readiness) -> Iterator[tuple[Line, str | None]]:
    relief = {each.row.id: each.points for each in answer.relief}
    names = {track.id: track.name for track in answer.document.tracks}
    for each in deductions(answer.document, answer.today):
        row = each.row
        where = names[row.track] if row.track else "whole launch"
        if isinstance(row, Risk):
            state = f"{row.probability} × {row.impact}" + (
                "" if is_managed(row, answer.today) else ", unmanaged: doubled"
            )
        else:
            state = f"severity {row.severity}"
        back = f"closing it gives back {shown(relief.get(row.id, 0.0), 2):g}"
        note, way = f"{where}; {state}; {back}", Way(REGISTER, row.id)
        yield Line(f"{row.key} {row.title}", f"−{each.points}", note, way), row.track


def factor_lines(items: Iterable[Item]) -> tuple[Line, ...]:
    """The items whose credit is cut because they are late or nobody updated them."""
    lines = []
    for item in items:
        late, fresh = max(0.5, 1 - 0.05 * item.credit.days_over), item.credit.quarters / FRESH
        if not item.credit.base or late * fresh == 1:
            continue
        parts = [f"{item.credit.days_over} working days late: × {late:g}"] if late < 1 else []
        parts += [f"no fresh update: × {fresh:g}"] if fresh < 1 else []
        lines.append(Line(item.task.title, f"× {late * fresh:.2g}", ", ".join(parts), Way(TASK, item.task.id)))
    return tuple(lines)
