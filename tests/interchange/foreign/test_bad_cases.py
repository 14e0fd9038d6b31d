"""Files from elsewhere that are damaged, odd or mean harm: each is read as listed or refused in a sentence, soon."""

import json
import time
from pathlib import Path

import pytest

from launchpad.app.foreign_plan import ForeignPlan, foreign_plan
from launchpad.domain.errors import PlanError
from tests.builders import LAUNCH_DAY
from tests.trust.gestures import TODAY

BAD = Path(__file__).parents[2] / "cases" / "bad"
SECONDS = 10
"""Of one core; twice what is promised, for a busy one."""
NAMES = [
    f"{kind}/{name}"
    for kind in ("csv", "xlsx", "xlsx_quirks")
    for name in json.loads((BAD / kind / "manifest.json").read_text())
]


def read(name: str) -> ForeignPlan | str:
    """A plan, or the sentence that refuses the file."""
    begun = time.process_time()
    try:
        return foreign_plan(BAD / name, TODAY, launch_date=LAUNCH_DAY)
    except PlanError as error:
        return str(error)
    finally:
        assert time.process_time() - begun < SECONDS


def titles(name: str) -> list[str]:
    answer = read(name)
    assert isinstance(answer, ForeignPlan), answer
    return [task.title for task in answer.document.tasks]


@pytest.mark.parametrize("name", NAMES)
def test_it_ends_in_a_plan_or_in_one_sentence(name: str) -> None:
    before = (BAD / name).read_bytes()
    answer = read(name)

    if isinstance(answer, str):
        assert answer.startswith(f"“{Path(name).name}” cannot be imported: ")
        assert answer.endswith(("Nothing was made.", "Nothing was changed."))
        assert "\n" not in answer
    else:
        assert answer.document.tasks
    assert (BAD / name).read_bytes() == before


@pytest.mark.parametrize("name", ["ok_reference", "mixed_newlines", "tabs"])
def test_tables_written_in_an_unusual_manner_are_read(name: str) -> None:
    assert titles(f"csv/{name}.csv") == ["Draft", "Review"]


@pytest.mark.parametrize("name", ["encoding_utf-16", "encoding_utf-32"])
def test_wide_encodings_are_known_by_themselves(name: str) -> None:
    assert titles(f"csv/{name}.csv") == ["Prüfung 発売", "Review"]


def test_an_encoding_that_is_guessed_is_told() -> None:
    answer = read("csv/encoding_mac_roman.csv")

    assert isinstance(answer, ForeignPlan)
    assert any("does not say how it is written" in notice for notice in answer.notices)


def test_what_a_table_says_wrong_is_told_and_the_rest_is_taken() -> None:
    circle = read("csv/jira_links_loop.csv")
    assert isinstance(circle, ForeignPlan)
    told = " ".join(circle.notices)
    assert "P-3 → P-1 → P-2 → P-3 wait for each other in a circle" in told
    assert "“P-99”, which is not there" in told
    assert "is not a date" in told

    assert titles("csv/ragged.csv") == ["Review"]
    assert titles("csv/many_columns.csv") == ["Draft"]
    assert titles("csv/field_300kb.csv")[1:] == ["Review"]


@pytest.mark.parametrize("name", ["csv/binary_noise.csv", "csv/no_header.csv"])
def test_what_is_no_table_is_refused(name: str) -> None:
    assert isinstance(read(name), str)


@pytest.mark.parametrize("name", ["all_columns_formatted", "missing_docprops_core_xml", "missing_xl_styles_xml"])
def test_workbooks_that_lack_what_does_not_matter_are_read(name: str) -> None:
    assert len(titles(f"xlsx/{name}.xlsx")) == 3
