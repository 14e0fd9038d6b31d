"""Where launches get into each other's way."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from launchpad.app.collisions import CollisionKind, collisions, weekdays_between
from launchpad.app.launch_card import Busy, Chip, Event, LaunchCard

MONDAY = date(2026, 11, 2)


def a_card(name: str, launch_date: date, **fields: Any) -> LaunchCard:
    values: dict[str, Any] = {
        "path": Path(f"/{name}.launch"),
        "name": name,
        "tier": 1,
        "launch_date": launch_date,
        "is_over": False,
        "today": MONDAY,
        "days_left": 10,
        "start": MONDAY,
        "finish": launch_date,
        "score": 10.0,
        "work": 10.0,
        "expected": 10.0,
        "chip": Chip("On course", "ok"),
        "sentence": "",
    }
    return LaunchCard(**values | fields)


def texts(*cards: LaunchCard) -> list[str]:
    return [each.text for each in collisions(cards)]


def busy(name: str, tasks: int, days: int, capacity: float = 5) -> Busy:
    return Busy(name, capacity, {MONDAY + timedelta(days=number): tasks for number in range(days)})


def test_launches_ten_working_days_apart_collide_and_eleven_do_not():
    aria, later = a_card("Aria", date(2026, 11, 10)), a_card("Pricing", date(2026, 11, 24))

    assert texts(aria, later) == ["Aria and Pricing launch 10 working days apart"]
    assert texts(aria, a_card("Pricing", date(2026, 11, 25))) == []


def test_people_that_close_launches_share_are_named():
    people = tuple(busy(name, 1, 1) for name in ("Mara", "Otis", "June", "Pim"))
    aria, same = a_card("Aria", date(2026, 11, 10), busy=people), a_card("Stage", date(2026, 11, 10), busy=people)

    assert texts(aria, same)[0] == "Aria and Stage launch on the same day and share Mara, Otis and 2 more"


def test_somebody_two_launches_book_too_much_is_told_with_the_spell():
    aria = a_card("Aria", date(2026, 11, 10), busy=(busy("Mara", 4, 5),))
    pricing = a_card("Pricing", date(2027, 1, 12), busy=(busy("mara", 4, 3),))

    assert texts(aria, pricing) == ["Mara is booked 160 % from 2 Nov to 4 Nov across Aria and Pricing"]


def test_somebody_one_launch_alone_books_too_much_is_not_a_collision():
    aria = a_card("Aria", date(2026, 11, 10), busy=(busy("Mara", 9, 5),))
    pricing = a_card("Pricing", date(2027, 1, 12), busy=(Busy("Mara", 5, {date(2026, 12, 1): 1}),))

    assert texts(aria, pricing) == []


def test_events_near_a_launch_are_told_unless_they_were_decided_about():
    expo = Event("Expo", date(2026, 11, 2), date(2026, 11, 3), False, False)
    settled = Event("Rival: Release", date(2026, 11, 9), date(2026, 11, 9), True, True)
    freeze = Event("Freeze", date(2026, 11, 9), date(2026, 11, 12), False, False)
    found = collisions([a_card("Aria", date(2026, 11, 10), events=(expo, settled, freeze))])

    assert [each.text for each in found] == [
        "Aria launches 5 working days after “Expo”",
        "Aria launches during “Freeze”",
    ]
    assert {each.kind for each in found} == {CollisionKind.EVENT}


def test_what_is_launched_or_canceled_collides_with_nothing():
    over = a_card("Old", date(2026, 11, 10), is_over=True)

    assert texts(over, a_card("Aria", date(2026, 11, 10))) == []


def test_weekends_do_not_count_between_launches():
    assert weekdays_between(date(2026, 11, 6), date(2026, 11, 9)) == 1
    assert weekdays_between(date(2026, 11, 9), date(2026, 11, 6)) == 0
