"""Whatever a file holds, reading it ends in a plan or in one sentence."""

from datetime import date

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from launchpad.domain.errors import PlanError
from launchpad.templates.planning import plan_from_template
from launchpad.templates.reader import read_template
from launchpad.templates.template import SCHEMA
from tests.templates.shelf import TEMPLATES

BOOK = (TEMPLATES / "tier3-minor-release.yaml").read_bytes()
LINES = BOOK.splitlines(keepends=True)
ODD = st.sampled_from(
    "~ null NO yes true 1.10 12:30:45 2026-11-10 T-21 -1 99999999999999999999 .inf .nan 0x1F 1e400 '' [] {} [[]] &a *a"
    " !!int !t | > - ? : , # % @ ` \" ' \\0 \\ud800 \u202e \ufeff T 2e FS must G4 prd.scope leg.check eng.rc <<".split()
)
KEYS = "schema id name tasks key title duration offset anchor kind at deadline depends_on pred type lag gates roles"


def reads_or_says_why(data: bytes) -> None:
    """Read bytes as a template and plan it; fail on any other error, and on a refusal that is not one line."""
    sentence = "None."
    try:
        template = read_template(data, "mine.yaml")
        plan_from_template(template, name="Loom", launch_date=date(2026, 11, 10))
    except PlanError as error:
        sentence = str(error)
    assert sentence.endswith(".")
    assert sentence.isprintable()


@given(st.binary(max_size=300))
def test_random_bytes(data: bytes) -> None:
    reads_or_says_why(data)


@given(
    st.lists(st.one_of(ODD, st.sampled_from(KEYS.split()), st.sampled_from(["\n", "\n  ", ": ", " - "])), max_size=40)
)
def test_random_yaml_pieces(pieces: list[str]) -> None:
    reads_or_says_why(f"schema: {SCHEMA}\nid: a\nname: b\n{' '.join(pieces)}".encode("utf-8", "surrogatepass"))


@given(st.integers(0, len(BOOK) - 1), st.integers(0, 60), st.binary(max_size=8))
def test_a_template_with_some_bytes_replaced(place: int, length: int, instead: bytes) -> None:
    reads_or_says_why(BOOK[:place] + instead + BOOK[place + length :])


@given(st.integers(0, len(LINES) - 1), st.integers(0, len(LINES) - 1), ODD)
def test_a_template_with_lines_swapped_and_a_value_replaced(one: int, other: int, value: str) -> None:
    lines = list(LINES)
    lines[one], lines[other] = lines[other], lines[one]
    name, colon, _ = lines[other].partition(b": ")
    lines[other] = name + colon + value.encode("utf-8", "surrogatepass") + b"\n"
    reads_or_says_why(b"".join(lines))


PLAIN = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(), st.dates(), st.text(max_size=8), ODD
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS.split()) | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)
TASK_FIELDS = st.sampled_from(
    "key title duration offset anchor deadline criticality gate depends_on track owner approver kind applies_if".split()
)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from("version tier anchor start calendar gates roles tracks goals risks questions".split()),
        VALUES,
        max_size=3,
    ),
    st.lists(st.dictionaries(TASK_FIELDS, VALUES, max_size=3), max_size=4),
)
def test_templates_with_any_kind_of_value_anywhere(top: dict[str, object], extras: list[dict[str, object]]) -> None:
    tasks = [{"key": f"t{n}", "title": "T", "duration": n} | extra for n, extra in enumerate(extras)]
    whole = {"schema": SCHEMA, "id": "a", "name": "b", "tasks": tasks, **top}
    reads_or_says_why(yaml.safe_dump(whole, allow_unicode=True).encode("utf-8", "surrogatepass"))
