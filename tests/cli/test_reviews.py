"""Reviews on the command line: records with their seals, what the next one needs, and what is broken."""

import sqlite3
from contextlib import closing

import pytest

from launchpad.app.review_room import add_addendum
from launchpad.app.session import Session
from tests.app.review_steps import TODAY, hold, make


@pytest.fixture
def sealed_file(tmp_path):
    """A launch with a sealed review, an addendum to it, and another gate ahead."""
    path = make(tmp_path / "loom.launch")
    with Session.open(path) as session:
        review = hold(session)
        add_addendum(session, review, "person:gil", "The room was booked before.", TODAY)
    return path


def tamper(path, statement="UPDATE reviews SET verdict = 'go'"):
    with closing(sqlite3.connect(path, isolation_level=None)) as driver:
        driver.execute(statement)


def test_the_records_of_the_sample_are_told_as_what_they_are(launchpad, sample_file):
    out = launchpad.done("review", sample_file).out
    answer = launchpad.done("review", sample_file, "--json").json

    assert "R2  2026-09-29  Recorded  Go with conditions  Story and product checkpoint" in out
    assert "Review R1 “Plan locked” was recorded before it came to Launchpad; it has no seal." in out
    assert [(each["key"], each["state"], each["verdict"]) for each in answer["reviews"]] == [
        ("R1", "unsealed", "conditional"),
        ("R2", "unsealed", "conditional"),
    ]
    first = answer["reviews"][0]
    assert (first["gate"], first["decider"], first["conditions"][0]["key"]) == ("G1", "mara", "R1-C1")
    assert answer["next"][:2] == [
        {"date": "2026-10-13", "kind": "status", "gate": None, "planned": None},
        {"date": "2026-10-23", "kind": "gate", "gate": "G3", "planned": None},
    ]


def test_a_sealed_record_says_so_and_says_all_it_holds(launchpad, sealed_file):
    out = launchpad.done("review", sealed_file).out
    (record,) = launchpad.done("review", sealed_file, "--json").json["reviews"]

    assert "Review R1 “Go or not” is as it was sealed." in out
    assert "The addendum of 2026-11-02 to review R1 “Go or not” is as it was sealed." in out
    assert (record["state"], record["verdict"], record["recommended"]) == ("sealed", "conditional", "no_go")
    assert len(record["seal"]["digest"]) == 64
    assert record["seal"]["edit"] > record["edit"] == 2
    assert [each["text"] for each in record["addenda"]] == ["The room was booked before."]
    assert record["signoffs"][0]["person"] == "gil"
    assert record["closing"]["readiness"] is not None


def test_notes_of_the_facilitator_are_for_nobody_else(launchpad, sealed_file):
    assert "private_note" not in launchpad.done("review", sealed_file, "--json").out


@pytest.mark.parametrize("command", ["review", "check"])
def test_a_broken_seal_is_told_by_name_and_by_the_exit_code(launchpad, sealed_file, command):
    tamper(sealed_file)
    result = launchpad(command, sealed_file)

    assert result.code == 1
    assert "The seal of review R1 “Go or not” is broken: what it says is not what was sealed." in result.err
    assert result.err.count("\n") == 1


def test_check_tells_seals_to_scripts(launchpad, sealed_file):
    whole = launchpad.done("check", sealed_file, "--json").json
    tamper(sealed_file, "UPDATE journal SET who = 'Mallory' WHERE permanent AND number > 2")
    result = launchpad("check", sealed_file, "--json")

    assert [(each["review"], each["kind"], each["state"]) for each in whole["seals"]] == [
        ("R1", "review", "sealed"),
        ("R1", "addendum", "sealed"),
    ]
    assert whole["broken_seals"] == []
    assert result.code == 1
    assert (result.json["whole"], len(result.json["broken_seals"])) == (True, 2)
    assert {each["state"] for each in result.json["seals"]} == {"broken"}


def test_a_file_that_is_not_whole_names_its_broken_seals_too(launchpad, sealed_file):
    tamper(sealed_file)
    said = launchpad.refused("check", sealed_file)

    assert "The journal does not lead to the plan in the file." in said
    assert "The seal of review R1 “Go or not” is broken" in said


def test_what_a_gate_still_needs_is_told_person_by_person(launchpad, sample_file, golden):
    golden("reviews/sample-g3.txt", launchpad.done("review", sample_file, "--prepare", "G3").out)

    assert "there is no gate" in launchpad.refused("review", sample_file, "--prepare", "G9").lower()
    assert len(launchpad.done("log", sample_file, "--json").json["entries"]) == 1


def test_a_ballot_needs_a_review_to_answer_in(launchpad, sample_file, tmp_path):
    said = launchpad.refused("ballot", sample_file, tmp_path / "out.xlsx")

    assert said == "No review of a gate is planned; plan one first."
    assert not (tmp_path / "out.xlsx").exists()
