"""Are we ready, and for what? The front door to readiness: scores, verdict, forecast and what to do next.

Everything is “if decided today”. Without a gate the question is about launch day, with one about that gate and all
before it. Where a plan has no baseline yet, the plan itself is the promise that lateness and the expected curve are
measured by. Answers are worked out when asked for and kept while the document lives.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import GateStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import Gate
from launchpad.domain.ids import TaskId
from launchpad.engines.calendar import calendar_of
from launchpad.engines.readiness.board import Board, Item, board_of
from launchpad.engines.readiness.explain import forecast_sentence, score_sentence
from launchpad.engines.readiness.gains import Gain, RelievedPoints, gains_of, relief_of
from launchpad.engines.readiness.gap import GapClass, gap_class
from launchpad.engines.readiness.gate_forecast import GateForecast, forecasts
from launchpad.engines.readiness.reasons import Reason, Verdict
from launchpad.engines.readiness.scope import Scope, gate_scope, launch_scope
from launchpad.engines.readiness.scores import Scores, TrackReadiness, scores_of
from launchpad.engines.readiness.shown import shown_or_none
from launchpad.engines.readiness.verdict import conditions_of, stops_of, verdict_of

DECIDED = {
    GateStatus.PASSED: Verdict.GO,
    GateStatus.PASSED_WITH_CONDITIONS: Verdict.CONDITIONAL,
    GateStatus.FAILED: Verdict.NO_GO,
}
"""What a gate that was decided came to; a skipped one came to nothing."""


@dataclass(frozen=True, slots=True)
class GateReadiness:
    """One gate on the road: its day, what was decided there or what would be today, and where it is heading.

    `forecast` is None for a gate that lies behind, `verdict` for one that was skipped. Of the `items` due there so
    many are `proven`: done, with their proof.
    """

    gate: Gate
    day: date
    verdict: Verdict | None
    forecast: GateForecast | None
    proven: int
    items: int


@dataclass(frozen=True, slots=True)
class Readiness:
    """The readiness of a plan on a day. Scores are as shown: 0–100 with one decimal, None without data."""

    document: Document
    today: date
    scope: Scope
    scores: Scores  # as computed

    @property
    def score(self) -> float | None:
        """Readiness after risk points."""
        return shown_or_none(self.scores.score)

    @property
    def work(self) -> float | None:
        """Readiness before risk points."""
        return shown_or_none(self.scores.work)

    @property
    def expected(self) -> float | None:
        """The work score that the baseline promises for today."""
        return shown_or_none(self.scores.expected)

    @property
    def gap(self) -> float | None:
        """Work less expected, rounded once; negative is behind plan."""
        return self.scores.gap

    @property
    def gap_class(self) -> GapClass | None:
        """Whether work is ahead, on plan, behind or far behind."""
        return gap_class(self.gap)

    @property
    def confidence(self) -> float | None:
        """Percent of the weight that has no stale update."""
        return shown_or_none(self.scores.confidence)

    @property
    def tracks(self) -> tuple[TrackReadiness, ...]:
        """Every track in order, with its scores as computed."""
        return self.scores.tracks

    @property
    def items(self) -> Mapping[TaskId, Item]:
        """What every task of the plan earns, in scope or not."""
        return self._board.items

    @property
    def verdict(self) -> Verdict:
        """What the model would recommend if it were decided today."""
        return self.document.once((*self._question, "verdict"), lambda: verdict_of(self._board, self.scope))

    @property
    def stops(self) -> Sequence[Reason]:
        """What stops a go whatever the number, in the order in which to settle it."""
        return self.document.once((*self._question, "stops"), lambda: stops_of(self._board, self.scope))

    @property
    def conditions(self) -> tuple[Reason, ...]:
        """What a go would be conditional on."""
        return self.document.once((*self._question, "conditions"), lambda: conditions_of(self._board, self.scope))

    @property
    def gains(self) -> Sequence[Gain]:
        """Tasks that can be worked on now, by the points they add per remaining day."""
        return self.document.once((*self._question, "gains"), lambda: gains_of(self._board, self.scope))

    @property
    def relief(self) -> tuple[RelievedPoints, ...]:
        """What closing each open risk or issue gives back, most first."""
        return self.document.once((*self._question, "relief"), lambda: relief_of(self._board, self.scope))

    @property
    def forecast(self) -> GateForecast | None:
        """Where the gate in question (the next one, without a gate) is heading; None when it lies behind."""
        return forecasts(self.document, self.today).get(self.scope.gate.id) if self.scope.gate else None

    @property
    def gates(self) -> tuple[GateReadiness, ...]:
        """Every gate in the order of time."""
        return gates_readiness(self.document, self.today)

    @property
    def sentence(self) -> str:
        """The answer in one breath."""
        forecast = self.forecast
        if forecast is None:
            return score_sentence(self.scores)
        day = calendar_of(self.document).day_of(forecast.gate.when)
        return f"{score_sentence(self.scores)} {forecast_sentence(forecast, day)}"

    @property
    def _board(self) -> Board:
        return board_of(self.document, self.today)

    @property
    def _question(self) -> tuple[object, ...]:
        return ("readiness", self.today, self.scope.items, self.scope.musts, self.scope.gate)


def readiness(document: Document, today: date, gate: Gate | None = None) -> Readiness:
    """How ready the plan is today for launch day, or for one gate."""
    scope = launch_scope(document, today) if gate is None else gate_scope(document, gate)
    return Readiness(document, today, scope, scores_of(board_of(document, today), scope))


def gates_readiness(document: Document, today: date) -> tuple[GateReadiness, ...]:
    """Every gate in the order of time, decided or as if decided today."""
    return document.once(("gates readiness", today), lambda: _gates(document, today))


def _gates(document: Document, today: date) -> tuple[GateReadiness, ...]:
    board, calendar = board_of(document, today), calendar_of(document)
    ahead = forecasts(document, today)
    return tuple(
        GateReadiness(
            gate,
            calendar.day_of(gate.when),
            _gate_verdict(board, gate),
            ahead.get(gate.id),
            *board.counts_at(board.places.shelves[gate.id]),
        )
        for gate in board.places.gates
    )


def _gate_verdict(board: Board, gate: Gate) -> Verdict | None:
    if gate.status is GateStatus.SKIPPED:
        return None
    return DECIDED.get(gate.status) or verdict_of(board, gate_scope(board.document, gate))


def gate_called(document: Document, key: str) -> Gate:
    """The gate with that key; raise PlanError naming the gates there are."""
    gate = document.by_key(Gate, key)
    if gate is None:
        known = ", ".join(gate.key for gate in document.gates) or "none in this plan"
        raise PlanError(f"There is no gate “{key[:40]}”; the gates are {known}.")
    return gate
