"""Files that mean harm, or nothing: refused in one sentence, in bounded time; whatever they hold, no other error."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from launchpad.app.foreign_plan import foreign_plan
from launchpad.domain.enums import LinkType
from launchpad.domain.errors import PlanError
from launchpad.domain.task import Task
from launchpad.engines.schedule import schedule
from launchpad.interchange.foreign.circles import without_circles
from launchpad.interchange.foreign.outline import Link, Notices
from tests.interchange.foreign.samples import GAN, TABLE, a_link, a_project, a_task

TODAY = date(2026, 3, 3)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<Project><Tasks><Task><UID>1</UID><Name>&b;</Name></Task></Tasks></Project>"
)
OUTSIDE = '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project><Tasks><Task><Name>&x;</Name></Task></Tasks></Project>'
HOSTILE = {
    "laughs.xml": (LAUGHS.encode(), "XML entities"),
    "laughs in utf-16.xml": (LAUGHS.replace("?>", ' encoding="utf-16"?>').encode("utf-16"), "XML entities"),
    "outside.gan": (OUTSIDE.encode(), "XML entities"),
    "deep.xml": (b"<a>" * 5_000, "nested more than"),
    "wide tag.xml": (b"<Project " + b"".join(b'a%d=""' % n for n in range(100_000)) + b"/>", "a tag longer"),
    "long text.xml": (b"<Project><Tasks>" + b"x" * 3_000_000 + b"</Tasks></Project>", "a text longer"),
    "cut.xml": (a_project(a_task(1, "Draft"))[:-40], "damaged in line"),
    "strange.xml": (b'<?xml version="1.0" encoding="utf-7"?><Project/>', "written in utf-7"),
    "wrong.xml": ('<?xml version="1.0" encoding="utf-8"?><Project>é</Project>'.encode("cp1252"), "not written in"),
    "empty.csv": (b"", "empty"),
    "noise.csv": (bytes(range(256)) * 80, "not text"),
    "plan.docx": (b"PK", "kind is not known"),
    "no workbook.xlsx": (b"Task,Due", "not a workbook"),
    "outside dates.csv": (b"Task,Due\nA,9999-12-31\n", "names no days"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(tmp_path: Path, name: str):
    data, says = HOSTILE[name]
    (tmp_path / name).write_bytes(data)

    with pytest.raises(PlanError, match=says) as refusal:
        foreign_plan(tmp_path / name, TODAY)
    assert "\n" not in str(refusal.value)


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path):
    (tmp_path / "folder.xml").mkdir()
    for name in ("folder.xml", "absent.csv"):
        with pytest.raises(PlanError, match=r"not a file|no such file"):
            foreign_plan(tmp_path / name, TODAY)


@pytest.mark.parametrize("uid", ["1", "-1", "", "999999999999"])
def test_no_task_is_lost_to_a_number_that_is_doubled_or_senseless(tmp_path: Path, uid: str):
    data = a_project(a_task(1, "A", Finish="2026-03-02T17:00:00"), a_task(2, "B", 1, a_link(1), a_link(2)))
    (tmp_path / "odd.xml").write_bytes(data.replace(b"<UID>2</UID><ID>2</ID>", f"<UID>{uid}</UID><ID/>".encode()))
    made = foreign_plan(tmp_path / "odd.xml", TODAY)

    assert [task.title for task in made.document.tasks] == ["A", "B"]
    assert len(schedule(made.document, TODAY).tasks) == 2


VALID = {
    ".xml": a_project(
        a_task(1, "Work", 1, Summary=1),
        a_task(2, "Draft", 2, Start="2026-03-02T08:00:00", Finish="2026-03-04T17:00:00", PercentComplete=50),
        a_task(3, "Launch", 1, a_link(1), a_link(2, 3, 4800), days=0, Finish="2026-03-17T17:00:00"),
        assigned={2: 7},
    ),
    ".gan": GAN.encode(),
    ".csv": TABLE.encode(),
}
PIECES = st.sampled_from(
    [
        b"",
        b"<",
        b">",
        b"&",
        b'"',
        b",",
        b"\n",
        b"\0",
        b"-",
        b"99999999999",
        b"<Task>",
        b"</Task>",
        b"1",
        b"\xff",
        b"2026",
        b"%",
        b"3",
    ]
)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of another program with a few bytes changed, taken out or put in."""
    kind = draw(st.sampled_from(sorted(VALID)))
    data = VALID[kind]
    for _ in range(draw(st.integers(1, 4))):
        first = draw(st.integers(0, len(data)))
        last = min(len(data), first + draw(st.integers(0, 12)))
        data = data[:first] + draw(PIECES) + data[last:]
    return kind, data


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=damaged())
def test_a_damaged_file_makes_a_plan_that_can_be_scheduled_or_a_sentence(tmp_path: Path, file: tuple[str, bytes]):
    path = tmp_path / f"plan{file[0]}"
    path.write_bytes(file[1])
    with suppress(PlanError):  # any other error fails
        made = foreign_plan(path, TODAY)
        assert len(schedule(made.document, TODAY).tasks) == len(made.document.table(Task))


def reaches(links: list[Link], first: str, last: str) -> bool:
    seen, front = {first}, [first]
    while front:
        node = front.pop()
        for link in links:
            if link.predecessor == node and link.successor not in seen:
                seen.add(link.successor)
                front.append(link.successor)
    return last in seen - {first} or any(link.predecessor == link.successor == first for link in links)


NODES = st.sampled_from("abcdefg")
LINKS = st.lists(st.tuples(NODES, NODES), max_size=20, unique=True)


@given(pairs=LINKS)
def test_only_links_that_close_circles_are_left_out(pairs: list[tuple[str, str]]):
    links = [Link(before, after, LinkType.FS) for before, after in pairs if before != after]
    notices = Notices()
    kept = without_circles(links, str, notices)

    assert not any(reaches(kept, link.successor, link.predecessor) for link in kept)
    gone = [link for link in links if link not in kept]
    assert all(reaches(links, link.successor, link.predecessor) for link in gone)
    assert len(list(notices)) == min(len(gone), 21)


def long_circle() -> Iterator[Link]:
    for number in range(100_000):
        yield Link(str(number), str((number + 1) % 100_000))


def test_a_circle_of_any_length_is_opened():
    notices = Notices()

    assert len(without_circles(list(long_circle()), str, notices)) == 99_999
    assert "99989 more" in next(iter(notices))
