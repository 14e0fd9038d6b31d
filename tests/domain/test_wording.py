"""Pieces that many sentences are made of."""

from datetime import date

from launchpad.domain.wording import counted, listed, number_text, short_day


def test_counts_come_with_their_noun():
    assert counted(1, "task") == "1 task"
    assert counted(12_000, "task") == "12,000 tasks"
    assert counted(0, "person", "people") == "0 people"


def test_names_are_listed_as_people_do():
    assert listed(["Legal"]) == "Legal"
    assert listed(["Legal", "Sales"]) == "Legal and Sales"
    assert listed(["Legal", "Sales", "Support"]) == "Legal, Sales and Support"


def test_days_and_thresholds():
    assert short_day(date(2026, 10, 23)) == "23 Oct"
    assert (number_text(85.0), number_text(62.5)) == ("85", "62.5")
