"""A promise typed in one line is read as people mean it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from launchpad.app.promise_line import read_promise
from launchpad.domain.errors import PlanError
from tests.builders import a_launch, a_person, a_plan, a_task

TODAY = date(2026, 10, 12)  # a Monday
PLAN = a_plan(
    a_launch(as_of=TODAY), a_person("june", name="June Park"), a_person("otis", name="Otis Reed"), a_task("brief")
)


@pytest.mark.parametrize(
    ("typed", "text", "owner", "due"),
    [
        ("Book a second slot @june fri", "Book a second slot", "person:june", date(2026, 10, 16)),
        (
            "Ask finance, legal and sales @otis, 18 Oct",
            "Ask finance, legal and sales",
            "person:otis",
            date(2026, 10, 18),
        ),
        (
            "@june certify 12 account executives by 27 Oct 2026.",
            "certify 12 account executives",
            "person:june",
            date(2026, 10, 27),
        ),
        ("Print the kit T-3", "Print the kit", None, date(2026, 11, 5)),
        ("Print 12 posters", "Print 12 posters", None, None),
        ("Do something else for support", "Do something else for support", None, None),
    ],
)
def test_an_action_is_read(typed, text, owner, due):
    read = read_promise(PLAN, typed, TODAY)

    assert (read.text, read.owner, read.due, read.fallback) == (text, owner, due, "")


def test_what_follows_else_is_the_fallback_of_a_condition():
    read = read_promise(PLAN, "All are trained @otis 20 oct, else sell in January @june", TODAY, has_fallback=True)

    assert (read.text, read.owner, read.due) == ("All are trained", "person:otis", date(2026, 10, 20))
    assert read.fallback == "sell in January @june"


@pytest.mark.parametrize("typed", ["@june fri", "   ", "by fri", "else nothing"])
def test_a_promise_without_words_is_refused(typed):
    with pytest.raises(PlanError, match="promised"):
        read_promise(PLAN, typed, TODAY, has_fallback=True)


def test_a_name_that_is_not_in_the_plan_is_refused():
    with pytest.raises(PlanError, match="nobody"):
        read_promise(PLAN, "Call the printer @nobody", TODAY)


@given(st.text(max_size=60), st.booleans())
def test_any_text_is_read_or_refused_in_a_sentence(typed, has_fallback):
    try:
        read = read_promise(PLAN, typed, TODAY, has_fallback=has_fallback)
    except PlanError:
        return
    assert read.text
    assert read.text == read.text.strip()
