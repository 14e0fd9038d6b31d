"""A template written to a file reads back as the same template."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.domain.enums import AnchorKind, Criticality, EvidenceKind, LaunchType, LinkType, RiskResponse
from launchpad.domain.values import LONGEST, Anchor, Cadence, CriticalityWeights, Thresholds
from launchpad.templates.reader import read_template
from launchpad.templates.template import (
    DayZero,
    Link,
    Question,
    Template,
    TemplateCriterion,
    TemplateGate,
    TemplateGoal,
    TemplateRisk,
    TemplateTask,
    TemplateTrack,
    WorkingWeek,
)
from launchpad.templates.writer import template_yaml
from tests.templates.shelf import IDS, built_in

LETTERS = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t")
TEXTS = st.text(LETTERS, max_size=9)
TITLES = TEXTS.map(lambda text: f"T{text}")
ODD = st.sampled_from(["NO", "on", "null", "~", "1.10", "12:30", "2026-11-10", "=1+1", "- x", "#", "a: b", "&a", "!!x"])
KEYS = (st.text(max_size=12) | ODD).filter(lambda key: key.isprintable() and key == key.strip() and len(key) > 0)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
WHENS = st.integers(-LONGEST, LONGEST) | DAYS


def read_back(template: Template) -> Template:
    return read_template(template_yaml(template).encode(), "back.yaml")


@pytest.mark.parametrize("name", IDS)
def test_a_template_of_ours_reads_back_as_it_was(name: str) -> None:
    template = built_in(name)

    assert read_back(template) == template


@st.composite
def tasks_of(draw: st.DrawFn, keys: list[str], tracks: list[str], roles: list[str]) -> tuple[TemplateTask, ...]:
    tasks: list[TemplateTask] = []
    for key in keys:
        before = [task.key for task in tasks]
        pairs = st.tuples(st.sampled_from(before), st.sampled_from(list(LinkType))) if before else st.nothing()
        links = draw(st.lists(pairs, max_size=3, unique=True)) if before else []
        kind = draw(st.sampled_from([None, *AnchorKind]))
        is_free = kind in (AnchorKind.ASAP, AnchorKind.ALAP)
        tasks.append(
            TemplateTask(
                key=key,
                title=draw(TITLES | ODD),
                duration=draw(st.integers(0, 99)),
                track=draw(st.sampled_from(tracks)),
                owner=draw(st.sampled_from([None, *roles])),
                anchor=None if kind is None else Anchor(kind, None if is_free else draw(WHENS)),
                deadline=draw(st.none() | WHENS),
                criticality=draw(st.sampled_from(list(Criticality))),
                links=tuple(Link(pred, type_, draw(st.integers(-9, 9)), draw(st.booleans())) for pred, type_ in links),
                deliverable=draw(TEXTS),
                evidence=draw(st.sampled_from([None, *EvidenceKind])),
                acceptance=draw(TEXTS),
                help=draw(TEXTS | ODD),
            )
        )
    return tuple(tasks)


@st.composite
def templates(draw: st.DrawFn) -> Template:
    roles = draw(st.lists(KEYS, min_size=1, max_size=2, unique=True))
    tracks = draw(st.lists(KEYS, min_size=1, max_size=2, unique=True))
    keys = draw(st.lists(KEYS, min_size=1, max_size=4, unique=True))
    return Template(
        id=draw(KEYS),
        name=draw(TITLES),
        version=draw(st.integers(1, 99)),
        launch_type=draw(st.sampled_from(list(LaunchType))),
        tier=draw(st.integers(1, 3)),
        summary=draw(TEXTS),
        use_when=tuple(draw(st.lists(TITLES, max_size=2))),
        day_zero=DayZero(label=draw(TITLES), meaning=draw(TEXTS)),
        horizon=draw(st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99))),
        start=draw(st.none() | WHENS),
        week=WorkingWeek(workdays=(1, 2, 4), holidays=tuple(draw(st.lists(DAYS, max_size=2)))),
        weights=CriticalityWeights(must=draw(st.integers(1, 9)), should=2.5, could=1),
        thresholds=draw(st.none() | st.just(Thresholds(80, 65.5, 70, 55))),
        review_cadence=(Cadence(-20, draw(st.integers(-9, 9)), 3),),
        questions=(Question(id="press", ask=draw(TITLES), default=draw(st.booleans())),),
        roles=tuple((role, draw(TITLES)) for role in roles),
        tracks=tuple(TemplateTrack(key=key, name=draw(TITLES), core=draw(st.booleans()), weight=2.5) for key in tracks),
        gates=(
            TemplateGate(
                key="the gate",
                name=draw(TITLES),
                when=draw(WHENS),
                required_signoffs=(tracks[0],),
                criteria=(TemplateCriterion(id="c", text=draw(TITLES), proven_by=(keys[0],)),),
            ),
        ),
        goals=(TemplateGoal(key="goal", name=draw(TITLES), checkpoints=(5, 20), hint=draw(TEXTS)),),
        risks=(TemplateRisk(title=draw(TITLES), response=RiskResponse.AVOID, plan=draw(TEXTS)),),
        tasks=draw(tasks_of([key for key in keys if key != "the gate"] or ["only"], tracks, roles)),
    )


@given(templates())
def test_any_template_reads_back_as_it_was(template: Template) -> None:
    assert read_back(template) == template
