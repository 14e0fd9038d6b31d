"""The cards of launches, read from their files without opening them to work. Free of Qt."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from launchpad.app.launch_card import BrokenCard, Busy, Card, Chip, Event, LaunchCard
from launchpad.app.today import resolve_today
from launchpad.domain.document import Document
from launchpad.domain.enums import LaunchStatus, RivalConfidence
from launchpad.domain.errors import PlanError
from launchpad.domain.register import Blackout, RivalEvent
from launchpad.engines.calendar import calendar_of
from launchpad.engines.confidence import confidence
from launchpad.engines.load import load
from launchpad.engines.readiness import Readiness, readiness
from launchpad.engines.readiness.clashes import is_decided
from launchpad.engines.readiness.gap import GapClass
from launchpad.engines.readiness.gate_forecast import Outlook
from launchpad.engines.readiness.reasons import Verdict
from launchpad.engines.schedule import Schedule, schedule
from launchpad.storage.errors import StorageError
from launchpad.storage.launch_file import read_document

OVER = frozenset({LaunchStatus.CLOSED, LaunchStatus.CANCELLED, LaunchStatus.MEASURING, LaunchStatus.HYPERCARE})
"""Launches that nobody prepares any more."""


def read_card(path: Path, real_today: date) -> tuple[Card, Document | None]:
    """Read a file; return its card without confidence and the plan, or why it cannot be read."""
    if not path.exists():
        return BrokenCard(path, "The file is not there any more. It was moved, renamed or deleted.", True), None
    try:
        document = read_document(path)
        return card_of(path, document, resolve_today(document, None) if document.launch.as_of else real_today), document
    except (StorageError, PlanError) as error:
        return BrokenCard(path, str(error)), None


def card_of(path: Path, document: Document, today: date) -> LaunchCard:
    """The card of a plan on a day, without its confidence; raise PlanError if the plan has no schedule."""
    dates, ready, launch = schedule(document, today), readiness(document, today), document.launch
    return LaunchCard(
        path=path,
        name=launch.name,
        tier=launch.tier,
        launch_date=launch.launch_date,
        is_over=launch.status in OVER,
        today=today,
        days_left=calendar_of(document).workdays_between(today, launch.launch_date),
        start=dates.start,
        finish=dates.finish,
        score=ready.score,
        work=ready.work,
        expected=ready.expected,
        chip=chip_of(ready),
        sentence=ready.sentence,
        has_own_day=launch.as_of is not None,
        events=events_of(document),
        busy=_busy(document, dates),
    )


def with_confidence(card: LaunchCard, document: Document) -> LaunchCard:
    """The card with the chance of launch day; without it when the plan does not say."""
    try:
        return replace(card, on_time=confidence(document, card.today).on_time)
    except PlanError:
        return card


def chip_of(ready: Readiness) -> Chip:
    """Where the next gate is heading; once all are decided, what the last came to; without gates, work against plan."""
    if ready.document.launch.status is LaunchStatus.CANCELLED:
        return Chip("Canceled", "neutral")
    forecast = ready.forecast
    if forecast is not None:
        return _OUTLOOKS[forecast.outlook]
    decided = [gate.verdict for gate in ready.gates if gate.verdict is not None]
    if decided:
        return _VERDICTS[decided[-1]]
    gap = ready.gap_class
    return Chip("No data", "neutral") if gap is None else _GAPS[gap]


_OUTLOOKS = {
    Outlook.ON_COURSE: Chip("On course", "ok"),
    Outlook.AT_RISK: Chip("At risk", "warn"),
    Outlook.OFF_COURSE: Chip("Off course", "bad"),
}
_VERDICTS = {
    Verdict.GO: Chip("Go", "ok"),
    Verdict.CONDITIONAL: Chip("Go with conditions", "warn"),
    Verdict.NO_GO: Chip("No-go", "bad"),
}
_GAPS = {
    GapClass.AHEAD: Chip("Ahead of plan", "ok"),
    GapClass.ON_PLAN: Chip("On plan", "ok"),
    GapClass.BEHIND: Chip("Behind plan", "warn"),
    GapClass.FAR_BEHIND: Chip("Far behind plan", "bad"),
}


def events_of(document: Document) -> tuple[Event, ...]:
    """Blackouts and rivals' events of a plan in the order of days; those called off are left out."""
    blackouts = [
        Event(row.name, row.first, row.last, False, is_decided(document, row.decision))
        for row in document.rows(Blackout)
    ]
    rivals = [
        Event(f"{row.rival}: {row.event}" if row.rival else row.event, row.first, row.last, True, settled)
        for row in document.rows(RivalEvent)
        if row.confidence is not RivalConfidence.GONE
        for settled in [is_decided(document, row.decision)]
    ]
    return tuple(sorted(blackouts + rivals, key=lambda event: (event.first, event.name)))


def _busy(document: Document, dates: Schedule) -> tuple[Busy, ...]:
    """What people carry; a role nobody was named for yet is nobody."""
    named = [each for each in load(document, dates) if each.days and each.person.name != each.person.role]
    return tuple(Busy(each.person.name.strip(), each.person.capacity, dict(each.days)) for each in named)
