"""Tables that people paste: from spreadsheets, from mails, and our own that came back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.app.new_launch import sample
from launchpad.app.pasted_tasks import MOST_ROWS, read_table
from launchpad.app.task_facts import TaskFacts
from launchpad.app.task_table import cell_text, table_text
from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.errors import PlanError
from launchpad.interchange.homecoming.days import DayOrder
from tests.builders import a_person, a_plan, a_task, a_track

TODAY = date(2026, 10, 12)
COLUMNS = ("title", "owner", "status", "start", "due", "", "criticality")
PLAN = a_plan(a_track("mkt", name="Marketing"), a_person("mara", name="Mara Lind"), a_task("page", track="mkt"))
FIELDS = ("key", "title", "track", "owner", "status", "progress", "start", "due", "duration", "criticality", "weight")


def rows(text: str, document: Document = PLAN, order: DayOrder = DayOrder.MONTH_FIRST) -> dict[str, dict[str, object]]:
    pasted = read_table(document, text, COLUMNS, TODAY, order)
    assert pasted.unread == ()
    return {draft.title: dict(draft.fields) for draft in pasted.new}


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-10-23", date(2026, 10, 23)),
        ("10/23/2026", date(2026, 10, 23)),
        ("23.10.2026", date(2026, 10, 23)),
        ("23-Oct-26", date(2026, 10, 23)),
        ("Friday, October 23, 2026", date(2026, 10, 23)),
        ("10/23/2026 0:00", date(2026, 10, 23)),
        ("23 Oct", date(2026, 10, 23)),
        ("T-12", -12),
    ],
)
def test_a_day_is_read_as_spreadsheets_show_it(cell, day):
    assert rows(f"Task\tDue\nWrite it\t{cell}\n") == {"Write it": {"deadline": day}}


def test_one_day_that_leaves_no_choice_says_how_the_others_are_written():
    text = "Task\tDue\nWrite it\t3/11/2026\nSend it\t13/11/2026\n"

    assert [fields["deadline"] for fields in rows(text).values()] == [date(2026, 11, 3), date(2026, 11, 13)]


def test_where_all_could_be_either_they_are_read_as_this_computer_writes_days():
    text = "Task\tDue\nWrite it\t3/11/2026\n"

    assert rows(text) == {"Write it": {"deadline": date(2026, 3, 11)}}
    assert rows(text, order=DayOrder.DAY_FIRST) == {"Write it": {"deadline": date(2026, 11, 3)}}


def test_quoted_cells_hold_tabs_quotes_and_line_ends():
    assert rows('Task\tNote\r\n"Write\n""it"""\t"a\tb"\r\n') == {'Write\n"it"': {"note": "a\tb"}}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ('"Press kit for partners\nCall analysts\n', ['"Press kit for partners', "Call analysts"]),
        ('"Press kit" for partners\nCall analysts\n', ['"Press kit" for partners', "Call analysts"]),
        ('5" screen\nCall analysts', ['5" screen', "Call analysts"]),
        ("Press kit\rCall analysts\r", ["Press kit", "Call analysts"]),
        ("Press kit\n \t \n\nCall analysts", ["Press kit", "Call analysts"]),
        (
            "- Press kit\n• Call analysts\n[x] Go\n3. Home\n-5 °C test",
            ["Press kit", "Call analysts", "Go", "Home", "-5 °C test"],
        ),
    ],
)
def test_a_list_of_lines_is_a_task_a_line(text, titles):
    assert [*rows(text)] == titles


def test_the_headings_of_other_programs_are_understood():
    text = "Task name\tAssigned to\tDue date\tState\tDuration\t% complete\tImportance\n"
    found = rows(f"{text}Write it\tMara Lind\t10/23\tWork in progress\t2 weeks\t0.4\tHigh\n")["Write it"]

    assert found == {
        "owner": PLAN.person("mara").id,
        "deadline": date(2026, 10, 23),
        "status": TaskStatus.IN_PROGRESS,
        "duration": 10,
        "progress": 40,
        "criticality": Criticality.MUST,
    }


def test_what_cannot_be_read_is_named_and_the_rest_is_taken():
    text = "Task\tOwner\tProgress\tDue\tColor\nWrite it\tBob\t150\tsoon\tred\n\tMara\t\t\t\n"
    pasted = read_table(PLAN, text, COLUMNS, TODAY)

    assert [(draft.title, dict(draft.fields)) for draft in pasted.new] == [("Write it", {})]
    assert pasted.unread == (
        "the column “Color”",
        "“Bob” in row 2 is no owner",
        "“150” in row 2 is no progress",
        "“soon” in row 2 is no day",
        "“Mara” in row 3 is no owner",
        "row 3 has no task",
    )


def test_rows_that_were_copied_and_come_back_untouched_change_nothing():
    plan = sample()
    facts = TaskFacts(plan, TODAY)
    copied = table_text([FIELDS, *([cell_text(task, name, facts) for name in FIELDS] for task in plan.tasks)])
    pasted = read_table(plan, copied.replace("duration", "days").replace("criticality", "priority"), (), TODAY)

    assert pasted.edit(plan, None, None, TODAY).changes == ()
    assert (pasted.new, pasted.unread, len(pasted.known)) == ((), (), len(plan.tasks))


def test_of_a_copied_row_only_what_was_typed_over_is_set():
    facts = TaskFacts(PLAN, TODAY)
    start = cell_text(PLAN.task("page"), "start", facts)
    pasted = read_table(PLAN, f"Key\tTask\tStart\tDays\npage\tWrite the page\t{start}\t4\n", (), TODAY)

    assert pasted.known == (("page", {"title": "Write the page", "duration": 4}),)


def test_a_cell_of_any_length_is_looked_at():
    assert [len(title) for title in rows(f"{'x' * 200_000}\n")] == [100_000]


def test_too_many_rows_are_refused_whole():
    with pytest.raises(PlanError, match="too many"):
        read_table(PLAN, "a\n" * (MOST_ROWS + 1), COLUMNS, TODAY)


@given(st.text(max_size=200) | st.lists(st.sampled_from('"\t\n\r,aT-1/'), max_size=60).map("".join))
def test_whatever_is_on_the_clipboard_is_read(text):
    assert read_table(PLAN, text, COLUMNS, TODAY) is not None
