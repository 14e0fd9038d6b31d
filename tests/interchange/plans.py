"""Plans to export: the sample, the templates in flight, and random ones in which the rules meet."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import (
    Answer,
    AssetStatus,
    BlackoutKind,
    Criticality,
    GateStatus,
    IssueStatus,
    RiskStatus,
    TaskStatus,
)
from launchpad.domain.gate import SignOff
from launchpad.domain.ids import (
    AssetId,
    BlackoutId,
    GateId,
    IssueId,
    PersonId,
    RiskId,
    RivalEventId,
    SignOffId,
    TaskId,
    TrackId,
)
from launchpad.domain.register import Asset, Blackout, Issue, Risk, RivalEvent
from launchpad.domain.row import Row
from launchpad.domain.task import Task
from launchpad.domain.values import Evidence
from launchpad.interchange.audience import Audience
from launchpad.interchange.export import Request, Stamp
from launchpad.templates.library import find_template
from launchpad.templates.planning import plan_from_template
from launchpad.templates.sample.plan import sample_plan
from tests.builders import (
    LAUNCH_DAY,
    a_calendar,
    a_gate,
    a_holiday,
    a_launch,
    a_person,
    a_plan,
    a_task,
    a_track,
    link,
)

RESOURCES = Path(__file__).parents[2] / "resources"
TEMPLATES = sorted(path.stem for path in (RESOURCES / "templates").glob("*.yaml"))
EXPORTED = datetime(2026, 10, 12, 9, 30)
SAMPLE_DAY = date(2026, 10, 12)
PROOF = (Evidence("Report", "evidence/report.pdf"),)


def a_stamp(**fields: Any) -> Stamp:
    """A stamp that is the same in every run."""
    values = {"plan_id": "plan-1", "export_id": "export-1", "edit_number": 7, "schema_version": 1, "who": "Mara"}
    return Stamp(**{**values, "exported_at": EXPORTED, **fields})


def a_request(audience: Audience = Audience.FULL, today: date = SAMPLE_DAY, **fields: Any) -> Request:
    """A request that is the same in every run."""
    return Request(**{"audience": audience, "today": today, "stamp": a_stamp(), **fields})


@cache
def the_sample() -> Document:
    """The sample launch, mid-flight; its today is SAMPLE_DAY."""
    template = find_template(RESOURCES / "templates", "tier1-major-launch")
    return sample_plan(RESOURCES / "sample" / "loomtrack-4.yaml", template)


@cache
def from_template(name: str) -> Document:
    """A fresh plan from one of the built-in templates."""
    template = find_template(RESOURCES / "templates", name)
    return plan_from_template(template, name=f"A {name}", launch_date=date(2027, 3, 16))


def in_flight(plan: Document, seed: int) -> Document:
    """The plan with work in random states."""
    chance = Random(seed)
    people = [person.id for person in plan.people]
    launch = plan.launch.launch_date
    changes = [Change(task, _at_work(task, chance, people, launch)) for task in plan.tasks if chance.random() < 0.8]
    return plan.apply(Edit("Work", tuple(change for change in changes if change.before != change.after)))


def _at_work(task: Task, chance: Random, people: list[PersonId], launch: date) -> Task:
    day = launch - timedelta(days=chance.randrange(5, 90))
    return replace(
        task,
        status=chance.choice(list(TaskStatus)),
        progress=chance.choice([None, chance.randrange(101)]),
        updated=chance.choice([None, day]),
        evidence=chance.choice([(), PROOF]),
        approved_by=task.approver if chance.random() < 0.6 else None,
        na_approved_by=chance.choice([None, *people[:1]]),
        weight=chance.choice([None, None, 2.5, 10]),
        expected_finish=chance.choice([None, day + timedelta(days=9)]),
        baseline_start=chance.choice([None, day - timedelta(days=12)]),
        baseline_finish=chance.choice([None, day]),
        actual_start=chance.choice([None, None, day - timedelta(days=7)]),
    )


HOSTILE_NAMES = ("Sales*", "sales?", "SALES*", "O'Neil & Sons", '"Quoted"', "=1+1", "no data", "Whole launch", "~tilde")


def a_random_plan(seed: int) -> tuple[Document, date]:
    """A small, crowded plan and a day to look at it: odd weeks, odd names, gates and tasks on both sides of launch."""
    chance = Random(seed)
    rows: list[Row] = [*_people(chance), *_tracks(chance), *_gates(chance), *_holidays(chance)]
    keys = [f"t{number}" for number in range(chance.randrange(3, 26))]
    rows += [_task(key, chance) for key in keys]
    pairs = (sorted(chance.sample(range(len(keys)), 2)) for _ in range(len(keys) // 3))
    rows += [link(keys[before], keys[after]) for before, after in pairs]
    rows += [*_signoffs(chance), *_registers(chance), *_market(chance, keys)]
    week = chance.choice([(1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6), (2, 4), (1, 2, 3, 4, 7)])
    extra = tuple(sorted({_day(chance) for _ in range(chance.choice([0, 0, 4]))}))
    calendar = a_calendar(workdays=week, extra_workdays=extra)
    plan = a_plan(*_unique(rows), launch=a_launch(name=chance.choice(HOSTILE_NAMES)), calendar=calendar)
    return in_flight(plan, seed) if chance.random() < 0.8 else plan, _day(chance)


def _unique(rows: list[Row]) -> list[Row]:
    return list({row.id: row for row in rows}.values())


def _day(chance: Random) -> date:
    return LAUNCH_DAY + timedelta(days=chance.randrange(-50, 30))


def _people(chance: Random) -> list[Row]:
    days = sorted(_day(chance) for _ in range(2))
    names = chance.sample(HOSTILE_NAMES, 3)
    return [
        a_person("ada", (days[0], days[1]), name=names[0], role="Sales lead"),
        a_person("ben", name=names[1], role="Sales lead"),
        a_person("cy", name=names[0], role=""),
    ]


def _tracks(chance: Random) -> list[Row]:
    names = chance.sample(HOSTILE_NAMES, 4)
    keys = ("sales", "support", "marketing", "empty")
    return [
        a_track(
            key,
            name=name,
            weight=chance.choice([0, 3, 12.5, 30]),
            core=chance.random() < 0.5,
            strict_signoff=chance.random() < 0.4,
            lead=chance.choice([None, "ada"]),
        )
        for key, name in zip(keys, names, strict=True)
    ]


def _gates(chance: Random) -> list[Row]:
    whens = sorted(chance.sample(range(-30, 20), 4))
    statuses = [GateStatus.PASSED, *(GateStatus.NEXT, GateStatus.UPCOMING, GateStatus.FAILED)]
    gates: list[Row] = [
        a_gate(f"G{number}", when, status=chance.choice(statuses), signoffs=chance.sample(["sales", "support"], 1))
        for number, when in enumerate(whens)
    ]
    return [*gates, a_gate("g*", _day(chance), signoffs=["marketing"])]


def _holidays(chance: Random) -> list[Row]:
    days = {_day(chance) for _ in range(chance.choice([0, 5]))} - {LAUNCH_DAY}
    return [a_holiday(day, "Day off") for day in sorted(days)]


def _task(key: str, chance: Random) -> Task:
    return a_task(
        key,
        title=chance.choice([f"Do {key}", "=HYPERLINK(1)", "- a dash", "'quoted"]),
        track=chance.choice(["sales", "support", "marketing"]),
        owner=chance.choice([None, "ada", "ben", "cy"]),
        approver=chance.choice([None, None, "ada", "cy"]),
        gate=chance.choice([None, "G0", "G1", "G2", "G3", "g*"]),
        criticality=chance.choice(list(Criticality)),
        duration=chance.randrange(0, 9),
        anchor=chance.choice([None, f"SNET:T{chance.randrange(-30, 20):+d}", f"MSO:{_day(chance)}"]),
    )


def _signoffs(chance: Random) -> list[Row]:
    return [
        SignOff(
            id=SignOffId(f"signoff:{gate}:{track}"),
            gate=GateId(f"gate:{gate}"),
            track=TrackId(f"track:{track}"),
            answer=chance.choice(list(Answer)),
        )
        for gate in ("G1", "G2", "G3")
        for track in ("sales", "support", "empty")
        if chance.random() < 0.5
    ]


def _registers(chance: Random) -> list[Row]:
    risks = [
        Risk(
            id=RiskId(f"risk:{number}"),
            key=f"R-{number}",
            title=f"Risk {number}",
            track=_track(chance),
            probability=chance.randrange(1, 6),
            impact=chance.randrange(1, 6),
            plan=chance.choice(["", " ", "A plan"]),
            owner=chance.choice([None, PersonId("person:ada")]),
            review=chance.choice([None, _day(chance)]),
            status=chance.choice(list(RiskStatus)),
        )
        for number in range(chance.randrange(6))
    ]
    issues = [
        Issue(
            id=IssueId(f"issue:{number}"),
            key=f"I-{number}",
            title=f"Issue {number}",
            track=_track(chance),
            severity=chance.randrange(1, 4),
            status=chance.choice(list(IssueStatus)),
        )
        for number in range(chance.randrange(4))
    ]
    return [*risks, *issues]


def _track(chance: Random) -> TrackId | None:
    return chance.choice([None, TrackId("track:sales"), TrackId("track:support")])


def _market(chance: Random, keys: list[str]) -> list[Row]:
    first = _day(chance)
    blackout = Blackout(
        id=BlackoutId("blackout"),
        key="B-1",
        name="Freeze",
        first=first,
        last=first + timedelta(days=9),
        kind=chance.choice(list(BlackoutKind)),
    )
    rival = RivalEvent(
        id=RivalEventId("rival"), key="C-1", rival="They", event="Launch", first=first, last=first + timedelta(days=2)
    )
    asset = Asset(
        id=AssetId("asset"),
        key="A-1",
        name="Deck",
        task=TaskId(f"task:{keys[0]}"),
        expires=chance.choice([None, _day(chance)]),
        status=chance.choice(list(AssetStatus)),
    )
    return [row for row in (blackout, rival, asset) if chance.random() < 0.7]
