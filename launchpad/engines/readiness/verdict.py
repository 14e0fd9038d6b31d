"""Go, Go with conditions or No-go, as if decided today, with every stop and condition."""

from collections.abc import Iterator, Sequence

from launchpad.domain.enums import Criticality, IssueStatus, TaskStatus
from launchpad.domain.ids import PersonId
from launchpad.domain.register import Issue
from launchpad.domain.wording import counted, number_text, short_day
from launchpad.engines.by_need import ListByNeed
from launchpad.engines.readiness.board import Board
from launchpad.engines.readiness.clashes import days_from_launch, hard_blackouts, undecided_blackouts, undecided_rivals
from launchpad.engines.readiness.deductions import severe_risks
from launchpad.engines.readiness.must_stops import MustStop, in_words, must_stops
from launchpad.engines.readiness.reasons import ConditionKind, Reason, StopKind, Verdict
from launchpad.engines.readiness.scope import Scope
from launchpad.engines.readiness.scores import Scores, TrackReadiness, scores_of
from launchpad.engines.readiness.shown import shown
from launchpad.engines.readiness.signoffs import missing_signoffs, refused_signoffs

LOW_CONFIDENCE = 75
"""Confidence, in percent, below which a number cannot carry an unconditional go."""


def verdict_of(board: Board, scope: Scope) -> Verdict:
    """The verdict of one scope. No score outweighs a stop."""
    scores = scores_of(board, scope)
    if scores.open_musts or next(_other_stops(board, scope, scores), None):
        return Verdict.NO_GO
    if scores.waived_musts or next(_other_conditions(board, scope, scores), None):
        return Verdict.CONDITIONAL
    return Verdict.GO


def stops_of(board: Board, scope: Scope) -> Sequence[Reason]:
    """All that stops a go, in the order in which to settle it: the musts come first. Of many, few are ever read."""
    order = {kind: place for place, kind in enumerate(StopKind)}
    others = sorted(_other_stops(board, scope, scores_of(board, scope)), key=lambda stop: order[StopKind(stop.kind)])
    stops: list[Reason | MustStop] = [*must_stops(board, scope.musts), *others]
    return ListByNeed(stops, lambda stop: stop if isinstance(stop, Reason) else in_words(board, stop))


def conditions_of(board: Board, scope: Scope) -> tuple[Reason, ...]:
    """All that a go would be conditional on."""
    scores = scores_of(board, scope)
    waived = _waived_musts(board, scope) if scores.waived_musts else ()
    conditions = [*waived, *_other_conditions(board, scope, scores)]
    order = {kind: place for place, kind in enumerate(ConditionKind)}
    return tuple(sorted(conditions, key=lambda condition: order[ConditionKind(condition.kind)]))


def _other_stops(board: Board, scope: Scope, scores: Scores) -> Iterator[Reason]:
    yield from _nothing(scores)
    yield from _score_stops(board, scores)
    yield from _signoff_stops(board, scope)
    yield from _register_stops(board)


def _nothing(scores: Scores) -> Iterator[Reason]:
    if scores.score is None:
        yield Reason(kind=StopKind.NOTHING, text="There is nothing to assess.", next_step="Add tasks to the plan.")


def _score_stops(board: Board, scores: Scores) -> Iterator[Reason]:
    thresholds = board.document.launch.thresholds
    if scores.score is not None and shown(scores.score) < thresholds.conditional:
        text = f"Readiness {shown(scores.score):.1f} is below {number_text(thresholds.conditional)}."
        yield Reason(kind=StopKind.SCORE, text=text, next_step="Take the gains that raise the score most.")
    for each in scores.tracks:
        if each.track.core and _is_below(each, thresholds.core_floor_conditional):
            yield _below(StopKind.CORE_TRACK, each, thresholds.core_floor_conditional)


def _signoff_stops(board: Board, scope: Scope) -> Iterator[Reason]:
    gate = scope.gate
    if gate is None:
        return
    for track in refused_signoffs(board.document, gate):
        text = f"{track.name} refuses to sign off {gate.key}."
        step = "Settle the objection, or decide against it with a rationale."
        yield _of_row(StopKind.SIGNOFF_REFUSED, text, step, track.id, track.lead)
    for track in missing_signoffs(board.document, gate):
        if track.strict_signoff:
            text = f"{track.name} has not signed off {gate.key}, which cannot pass without."
            yield _of_row(StopKind.SIGNOFF_MISSING, text, "Ask for the sign-off.", track.id, track.lead)


def _register_stops(board: Board) -> Iterator[Reason]:
    document = board.document
    for risk in severe_risks(document):
        if not risk.plan.strip():
            text = f"The severe risk “{risk.title}” has no plan."
            yield _of_row(StopKind.RISK_WITHOUT_PLAN, text, "Write down what is done about it.", risk.id, risk.owner)
    for issue in document.rows(Issue):
        if issue.status is IssueStatus.OPEN and issue.severity == 1:
            text = f"The severity 1 issue “{issue.title}” is open."
            yield _of_row(StopKind.ISSUE, text, issue.action or "Decide what to do.", issue.id, issue.owner)
    for blackout in hard_blackouts(document):
        text = f"Launch day, {short_day(document.launch.launch_date)}, falls in the hard blackout “{blackout.name}”."
        yield _of_row(StopKind.BLACKOUT, text, "Move launch day.", blackout.id, None)


def _waived_musts(board: Board, scope: Scope) -> Iterator[Reason]:
    waived = (item.task for item in board.on(scope.musts) if item.task.status is TaskStatus.WAIVED)
    for task in sorted(waived, key=lambda task: task.key):
        if task.criticality is Criticality.MUST:
            noted = "" if task.waived_by else ", without a decision"
            text = f"The must “{task.title}” ({task.key}) is waived{noted}."
            step = "Agree by when it follows." if task.waived_by else "Record the decision that waives it."
            yield _of_row(ConditionKind.MUST_WAIVED, text, step, task.id, task.owner)


def _other_conditions(board: Board, scope: Scope, scores: Scores) -> Iterator[Reason]:
    yield from _score_conditions(board, scores)
    yield from _signoff_conditions(board, scope)
    yield from _trust_conditions(scores)
    yield from _register_conditions(board)


def _score_conditions(board: Board, scores: Scores) -> Iterator[Reason]:
    thresholds = board.document.launch.thresholds
    if scores.score is not None and thresholds.conditional <= shown(scores.score) < thresholds.go:
        text = f"Readiness {shown(scores.score):.1f} is below {number_text(thresholds.go)}."
        yield Reason(kind=ConditionKind.SCORE, text=text, next_step="Take the gains that raise the score most.")
    for each in scores.tracks:
        low = _is_below(each, thresholds.core_floor_conditional)
        if each.track.core and not low and _is_below(each, thresholds.core_floor_go):
            yield _below(ConditionKind.CORE_TRACK, each, thresholds.core_floor_go)
        elif low and not each.track.core:
            yield _below(ConditionKind.TRACK, each, thresholds.core_floor_conditional)


def _signoff_conditions(board: Board, scope: Scope) -> Iterator[Reason]:
    if scope.gate is not None:
        for track in missing_signoffs(board.document, scope.gate):
            if not track.strict_signoff:
                text = f"{track.name} has not signed off {scope.gate.key}."
                yield _of_row(ConditionKind.SIGNOFF_MISSING, text, "Ask for the sign-off.", track.id, track.lead)


def _trust_conditions(scores: Scores) -> Iterator[Reason]:
    if scores.confidence is not None and shown(scores.confidence) < LOW_CONFIDENCE:
        text = f"Confidence is low: {shown(scores.confidence):.1f} % of the weight has a recent update."
        yield Reason(kind=ConditionKind.CONFIDENCE, text=text, next_step="Ask the owners of stale items for an update.")
    for each in scores.tracks:
        if each.is_empty:
            text = f"{each.track.name} has no items to assess."
            step = "Add its work, or confirm that none of it applies."
            yield _of_row(ConditionKind.EMPTY_TRACK, text, step, each.track.id, each.track.lead)


def _register_conditions(board: Board) -> Iterator[Reason]:
    document = board.document
    for risk in severe_risks(document):
        if risk.plan.strip():
            step = "Lower it, or accept it at the gate."
            yield _of_row(ConditionKind.RISK, f"The severe risk “{risk.title}” is open.", step, risk.id, risk.owner)
    for blackout in undecided_blackouts(document):
        days = days_from_launch(document, blackout.first, blackout.last)
        text = f"The soft blackout “{blackout.name}” is {_distance(days)} and not decided."
        yield _of_row(ConditionKind.BLACKOUT, text, "Decide whether to accept it.", blackout.id, None)
    for rival in undecided_rivals(document):
        days = days_from_launch(document, rival.first, rival.last)
        text = f"{rival.rival}'s “{rival.event}” is {_distance(days)} and not decided."
        yield _of_row(ConditionKind.RIVAL, text, "Decide whether to hold the date.", rival.id, rival.owner)


def _distance(days: int) -> str:
    return f"{counted(days, 'working day')} from launch day" if days else "on launch day"


def _is_below(track: TrackReadiness, floor: float) -> bool:
    return track.score is not None and shown(track.score) < floor


def _below(kind: StopKind | ConditionKind, each: TrackReadiness, floor: float) -> Reason:
    assert each.score is not None, "only a track with a score is below a floor"
    text = f"{each.track.name} at {shown(each.score):.1f} is below {number_text(floor)}."
    return _of_row(kind, text, "Take the track's own gains.", each.track.id, each.track.lead)


def _of_row(kind: StopKind | ConditionKind, text: str, step: str, row: str, owner: PersonId | None) -> Reason:
    return Reason(kind=kind, text=text, next_step=step, rows=(row,), owner=owner)
