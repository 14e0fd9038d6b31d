"""One truth: LibreOffice computes every formula anew and finds what the app says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl.utils import get_column_letter

from launchpad.domain.document import Document
from launchpad.domain.edit import Change, Edit
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.task import Task
from launchpad.domain.values import Evidence
from launchpad.engines.readiness import readiness
from launchpad.interchange.audience import Audience
from launchpad.interchange.export import export
from launchpad.interchange.workbook.material import STATUS_LABELS
from tests.interchange.plans import (
    SAMPLE_DAY,
    TEMPLATES,
    a_random_plan,
    a_request,
    from_template,
    in_flight,
    the_sample,
)
from tests.interchange.reading import differs, formulas, opened, values_in
from tests.libreoffice import LibreOffice

RANDOM_PLANS = 20


@dataclass(frozen=True)
class Case:
    """A plan, the day to look at it, and for whom."""

    name: str
    plan: Document
    today: date
    audience: Audience = Audience.FULL
    tracks: tuple[str, ...] = ()


def all_cases() -> Iterator[Case]:
    for audience in Audience:
        yield Case(f"sample-{audience.value}", the_sample(), SAMPLE_DAY, audience)
    yield Case("sample-tracks", the_sample(), SAMPLE_DAY, tracks=("sales", "support"))
    for number, name in enumerate(TEMPLATES):
        fresh = from_template(name)
        yield Case(f"{name}-fresh", fresh, date(2026, 12, 1), list(Audience)[number % 3])
        yield Case(f"{name}-flying", in_flight(fresh, number), date(2027, 2, 15), list(Audience)[(number + 1) % 3])
    for seed in range(RANDOM_PLANS):
        plan, today = a_random_plan(seed)
        yield Case(f"random-{seed}", plan, today, list(Audience)[seed % 3])


CASES = list(all_cases())


@dataclass(frozen=True)
class Recalculated:
    """Where the files are as we wrote them, and as LibreOffice did."""

    ours: Path
    theirs: Path


@pytest.fixture(scope="module")
def files(soffice: LibreOffice, tmp_path_factory: pytest.TempPathFactory) -> Recalculated:
    """All cases in one go, with the edited copies and the witness; each program start costs seconds."""
    folder = tmp_path_factory.mktemp("ours")
    for case in CASES:
        export(case.plan, folder / f"{case.name}.xlsx", a_request(case.audience, case.today, tracks=case.tracks))
    write_witness(folder / "witness.xlsx")
    for number in range(len(EDITS)):
        write_edited(folder / "sample-full.xlsx", folder / f"edited-{number}.xlsx", number)
    return Recalculated(folder, soffice.recalculate(sorted(folder.glob("*.xlsx"))))


def write_witness(path: Path) -> None:
    """A workbook whose one formula carries a wrong value on purpose."""
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Witness").write_formula("A1", "=6*7", None, 41)


def test_libreoffice_computes_and_does_not_repeat_what_the_file_says(files: Recalculated) -> None:
    assert formulas(files.ours / "witness.xlsx")["Witness!A1"].value == 41
    assert formulas(files.theirs / "witness.xlsx")["Witness!A1"].value == 42


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_formula_comes_back_with_the_value_it_was_given(files: Recalculated, case: Case) -> None:
    name = f"{case.name}.xlsx"
    written = formulas(files.ours / name)
    values = values_in(files.theirs / name)

    wrong = []
    for place, live in written.items():
        found = values.get(place, "")
        if differs(live.value, found) or str(found).startswith("#"):
            wrong.append(f"{place}: {live.value!r}, LibreOffice {found!r}: {live.formula}")

    assert not wrong, "\n".join(wrong[:20])
    assert len(written) > (0 if case.audience is Audience.EXECUTIVE else 100)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_cell_shows_an_error(files: Recalculated, case: Case) -> None:
    values = values_in(files.theirs / f"{case.name}.xlsx")

    assert [place for place, value in values.items() if str(value).startswith("#")] == []


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.audience is not Audience.EXECUTIVE], ids=lambda case: case.name
)
def test_the_summary_says_what_the_score_says(files: Recalculated, case: Case) -> None:
    assert summary_of(files.theirs / f"{case.name}.xlsx") == expected_summary(case.plan, case.today)


def summary_of(path: Path) -> dict[str, object]:
    """The numbers at the top of a summary, and each track's."""
    values = values_in(path)
    cards = dict(zip(("Verdict", "Readiness", "WorkDone", "ExpectedNow", "Confidence"), "BCDEF", strict=True))
    said: dict[str, object] = {name: values[f"Summary!{letter}6"] for name, letter in cards.items()}
    row = next(row for row in range(1, 30) if values.get(f"Summary!B{row}") == "Track") + 1
    tracks = []
    while values[f"Summary!B{row}"] != "Risk points of the launch as a whole":
        tracks.append(tuple(values[f"Summary!{letter}{row}"] for letter in "DFGHIJKL"))
        row += 1
    return said | {"tracks": tracks}


def expected_summary(plan: Document, today: date) -> dict[str, object]:
    """The same from the engine."""
    answer = readiness(plan, today)

    def shown(value: float | None) -> float | str:
        return "no data" if value is None else round(value + 1e-9, 1)

    return {
        "Verdict": answer.verdict.label,
        "Readiness": shown(answer.score),
        "WorkDone": shown(answer.work),
        "ExpectedNow": shown(answer.expected),
        "Confidence": shown(answer.confidence),
        "tracks": [
            (
                *(shown(value) for value in (each.score, each.expected, each.raw)),
                *(each.deduction, each.done, each.total, each.overdue, each.blocked),
            )
            for each in answer.tracks
        ],
    }


# --- the sheet keeps answering when people type into it ---------------------------------------------------------------

Typed = dict[str, str | float | None]


def by_status(task: Task, number: int) -> tuple[Task, Typed]:
    status = list(TaskStatus)[number % 7]
    return replace(task, status=status), {"status": STATUS_LABELS[status]}


def by_progress(task: Task, number: int) -> tuple[Task, Typed]:
    return replace(task, progress=number % 101), {"progress": (number % 101) / 100}


def by_evidence(task: Task, number: int) -> tuple[Task, Typed]:
    if number % 2:
        return replace(task, evidence=()), {"evidence": None}
    return replace(task, evidence=(Evidence("", "https://example.com/proof"),)), {
        "evidence": "https://example.com/proof"
    }


EDITS = (
    (by_status, SAMPLE_DAY),
    (by_progress, SAMPLE_DAY),
    (by_evidence, date(2026, 10, 20)),
    (None, date(2026, 11, 2)),
    (None, date(2026, 12, 3)),
)
"""What is typed into every third row of the plan, and the day typed into As of."""


def write_edited(source: Path, target: Path, number: int) -> None:
    """Type into a copy of the sample's workbook, as people do."""
    change, today = EDITS[number]
    book = opened(source)
    plan, page = book["Plan"], book["Summary"]
    letters = {str(cell.value): get_column_letter(place) for place, cell in enumerate(plan[4], 1)}
    rows = {str(plan[f"{letters['key']}{row}"].value): row for row in range(6, plan.max_row + 1)}
    for place, task in enumerate(the_sample().tasks[::3]):
        for key, value in (change(task, place)[1] if change else {}).items():
            plan[f"{letters[key]}{rows[task.key]}"] = value
    page[str(book.defined_names["AsOf"].attr_text).partition("!")[2].replace("$", "")] = today
    book.save(target)


def edited_plan(number: int) -> Document:
    """The sample with the same edits made in the app."""
    change, _ = EDITS[number]
    if change is None:
        return the_sample()
    changes = [Change(task, change(task, place)[0]) for place, task in enumerate(the_sample().tasks[::3])]
    return the_sample().apply(Edit("Typed", tuple(each for each in changes if each.before != each.after)))


@pytest.mark.parametrize("number", range(len(EDITS)))
def test_typing_into_the_sheet_changes_the_score_as_it_would_in_the_app(files: Recalculated, number: int) -> None:
    said = summary_of(files.theirs / f"edited-{number}.xlsx")

    assert said == expected_summary(edited_plan(number), EDITS[number][1])


def test_the_edits_of_these_tests_change_the_score() -> None:
    scores = {readiness(edited_plan(number), EDITS[number][1]).score for number in range(len(EDITS))}
    assert len(scores) == len(EDITS)
    assert any(task.criticality is Criticality.MUST for task in the_sample().tasks[::3])
