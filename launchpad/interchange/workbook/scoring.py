"""The score as formulas over a task table: per track, over all, and what stops a Go."""

from dataclasses import dataclass

from launchpad.engines.readiness.reasons import ConditionKind, StopKind
from launchpad.interchange.workbook.task_sheet import TaskTable

NO_DATA = "no data"
SHOWN = "ROUND({0}+0.00000001,1)"
"""Rounds to the tenth that people see; the last bits of a binary sum do not decide a threshold."""


@dataclass(frozen=True, slots=True)
class TrackFormulas:
    """The formulas of one track's row; {track} and the other keys are cells of that row."""

    table: TaskTable

    def _sum(self, *parts: str) -> str:
        return f"SUMPRODUCT(--({self.table.column('track')}={{track}}),{','.join(parts)})"

    def _column(self, key: str) -> str:
        return self.table.column(key)

    @property
    def counted(self) -> str:
        """The weight that counts."""
        return self._sum(self._column("counts"))

    @property
    def exact_raw(self) -> str:
        """The score before risk points, unrounded."""
        return f'IF({{counted}}=0,"{NO_DATA}",100*{self._sum(self._column("points"))}/{{counted}})'

    @property
    def exact_score(self) -> str:
        """The score after risk points, unrounded."""
        return f'IF(ISNUMBER({{exact_raw}}),MAX(0,{{exact_raw}}-{{risk}}),"{NO_DATA}")'

    @property
    def exact_expected(self) -> str:
        """What the baseline promises for today, unrounded."""
        earned = self._sum(self._column("counts"), self._column("expected"))
        return f'IF({{counted}}=0,"{NO_DATA}",100*{earned}/{{counted}})'

    def shown(self, key: str) -> str:
        """A score as people see it."""
        return f'IF(ISNUMBER({{{key}}}),{SHOWN.format("{" + key + "}")},"{NO_DATA}")'

    @property
    def total(self) -> str:
        """Applicable tasks."""
        return self._sum(self._above_zero)

    @property
    def done(self) -> str:
        """Applicable tasks that are done."""
        return self._sum(self._above_zero, f"--({self._column('stage')}=5)")

    @property
    def late(self) -> str:
        """Applicable tasks that are open, past due and not blocked."""
        return self._sum(self._above_zero, f'--({self._column("late")}="late")')

    @property
    def blocked(self) -> str:
        """Applicable tasks that are blocked."""
        return self._sum(self._above_zero, f"--({self._column('stage')}=4)")

    @property
    def is_empty(self) -> str:
        """1 for a track without anything to assess that nobody confirmed."""
        left_out = self._sum(f"--({self._column('stage')}=7)", self._column("scored"))
        unconfirmed = self._sum(
            f"--({self._column('stage')}=7)", self._column("scored"), f"--({self._column('na_confirmed')}=0)"
        )
        anything = f"SUMPRODUCT(--({self._column('track')}={{track}}))"
        return f"IF({{total}}>0,0,IF({left_out}>0,IF({unconfirmed}>0,1,0),IF({anything}=0,1,0)))"

    @property
    def _above_zero(self) -> str:
        return f"--({self._column('counts')}>0)"


def weighed(scores: str, weights: str) -> str:
    """The mean of the tracks' scores by weight; a track without data drops out."""
    known = f"SUMPRODUCT(--ISNUMBER({scores}),{weights})"
    return f'IF({known}=0,"{NO_DATA}",SUMPRODUCT({weights},{scores})/{known})'


def confidence(table: TaskTable) -> str:
    """The percentage of the weight that is not stale."""
    counts = table.column("counts")
    stale = f"SUMPRODUCT({counts},--({table.column('fresh')}<1))"
    return f'IF(SUM({counts})=0,"{NO_DATA}",100*(1-{stale}/SUM({counts})))'


STOP_LABELS = {
    StopKind.MUST_BLOCKED: "Must-haves blocked",
    StopKind.MUST_LATE: "Must-haves late",
    StopKind.MUST_UNPROVEN: "Must-haves done but not proven",
    StopKind.MUST_OPEN: "Must-haves still open",
    StopKind.SIGNOFF_REFUSED: "Sign-offs refused",
    StopKind.SIGNOFF_MISSING: "Strict sign-offs missing",
    StopKind.RISK_WITHOUT_PLAN: "Severe risks without a plan",
    StopKind.ISSUE: "Severity 1 issues open",
    StopKind.SCORE: "Readiness below the limit",
    StopKind.CORE_TRACK: "Core tracks below their floor",
    StopKind.BLACKOUT: "Hard blackouts on launch day",
    StopKind.NOTHING: "Nothing to assess",
}
CONDITION_LABELS = {
    ConditionKind.SCORE: "Readiness below a clean Go",
    ConditionKind.CORE_TRACK: "Core tracks below a clean Go",
    ConditionKind.TRACK: "Other tracks below their floor",
    ConditionKind.MUST_WAIVED: "Must-haves waived",
    ConditionKind.SIGNOFF_MISSING: "Sign-offs missing",
    ConditionKind.RISK: "Severe risks with a plan",
    ConditionKind.CONFIDENCE: "Confidence too low",
    ConditionKind.EMPTY_TRACK: "Tracks without data",
    ConditionKind.BLACKOUT: "Soft blackouts not decided",
    ConditionKind.RIVAL: "Rival events not decided",
}


def stop_formulas(table: TaskTable, tracks: "TrackRanges") -> dict[StopKind, str]:
    """How many of each kind of stop there are."""
    stops = table.column("stop")
    return {
        StopKind.MUST_BLOCKED: f"COUNTIF({stops},1)",
        StopKind.MUST_LATE: f"COUNTIF({stops},2)",
        StopKind.MUST_UNPROVEN: f"COUNTIF({stops},3)",
        StopKind.MUST_OPEN: f"COUNTIF({stops},4)",
        StopKind.SIGNOFF_REFUSED: 'COUNTIFS(SignoffGates,AskedGate,SignoffCounts,"refused")',
        StopKind.SIGNOFF_MISSING: 'COUNTIFS(SignoffGates,AskedGate,SignoffCounts,"missing, strict")',
        StopKind.RISK_WITHOUT_PLAN: 'SUMPRODUCT(--(RiskStates="Open"),--(RiskScores>=SevereFrom),--(RiskPlans=""))',
        StopKind.ISSUE: 'COUNTIFS(IssueStates,"Open",IssueSeverities,1)',
        StopKind.SCORE: "IF(ISNUMBER(Readiness),IF(Readiness<ConditionalAt,1,0),0)",
        StopKind.CORE_TRACK: tracks.count("core", below="CoreConditionalAt"),
        StopKind.BLACKOUT: 'COUNTIFS(BlackoutKinds,"Hard",BlackoutDays,0)',
        StopKind.NOTHING: "IF(ISNUMBER(Readiness),0,1)",
    }


def condition_formulas(table: TaskTable, tracks: "TrackRanges") -> dict[ConditionKind, str]:
    """How many of each kind of condition there are."""
    return {
        ConditionKind.SCORE: "IF(ISNUMBER(Readiness),IF(AND(Readiness>=ConditionalAt,Readiness<GoAt),1,0),0)",
        ConditionKind.CORE_TRACK: tracks.count("core", below="CoreGoAt", least="CoreConditionalAt"),
        ConditionKind.TRACK: tracks.count("", below="CoreConditionalAt"),
        ConditionKind.MUST_WAIVED: f"COUNTIF({table.column('stop')},5)",
        ConditionKind.SIGNOFF_MISSING: 'COUNTIFS(SignoffGates,AskedGate,SignoffCounts,"missing")',
        ConditionKind.RISK: 'SUMPRODUCT(--(RiskStates="Open"),--(RiskScores>=SevereFrom),--(RiskPlans<>""))',
        ConditionKind.CONFIDENCE: "IF(ISNUMBER(Confidence),IF(Confidence<ConfidenceAt,1,0),0)",
        ConditionKind.EMPTY_TRACK: f"SUM({tracks.empty})",
        ConditionKind.BLACKOUT: (
            'SUMPRODUCT(--(BlackoutKinds="Soft"),--(BlackoutDecided=0),--(BlackoutDays<=CloseDays))'
        ),
        ConditionKind.RIVAL: "SUMPRODUCT(--ISNUMBER(RivalDays),--(RivalDecided=0),--(RivalDays<=CloseDays))",
    }


@dataclass(frozen=True, slots=True)
class TrackRanges:
    """Where the rows of the tracks are on the summary."""

    scores: str
    core: str
    empty: str

    def count(self, core: str, *, below: str, least: str = "") -> str:
        """How many core (or other) tracks have a score below one limit and, if given, not below another."""
        parts = [f'--({self.core}="{core}")', f"--ISNUMBER({self.scores})", f"--({self.scores}<{below})"]
        if least:
            parts.append(f"--({self.scores}>={least})")
        return f"SUMPRODUCT({','.join(parts)})"


FROM_REGISTERS = frozenset(
    {
        StopKind.SIGNOFF_REFUSED,
        StopKind.SIGNOFF_MISSING,
        StopKind.RISK_WITHOUT_PLAN,
        StopKind.ISSUE,
        StopKind.BLACKOUT,
        ConditionKind.SIGNOFF_MISSING,
        ConditionKind.RISK,
        ConditionKind.BLACKOUT,
        ConditionKind.RIVAL,
    }
)
"""Counts that rest on sheets only the full workbook has; elsewhere they are values."""
