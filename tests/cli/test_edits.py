"""Commands that change a plan."""

import pytest

from launchpad.app.session import Session
from launchpad.domain.enums import TaskStatus
from launchpad.storage.check import problems


def test_set_prints_the_number_of_its_edit(launchpad, sample_file):
    first = launchpad.done("set", sample_file, "sal.battlecards", "status=done", "evidence=cards.pdf")
    second = launchpad.done("set", sample_file, "sal.battlecards", "note=Sent to all regions")

    assert (first.out, second.out) == ("2\n", "3\n")
    task = shown(sample_file, "sal.battlecards")
    assert (task.status, task.note, str(task.updated)) == (TaskStatus.DONE, "Sent to all regions", "2026-10-12")


def test_set_without_a_change_says_so_and_records_nothing(launchpad, sample_file):
    launchpad.done("set", sample_file, "sal.pitch", "note=x")
    again = launchpad.done("set", sample_file, "sal.pitch", "note=x")

    assert (again.out, again.err) == ("2\n", "Nothing changed: the plan was so already.\n")


def test_set_as_json_tells_number_and_label(launchpad, sample_file):
    assert launchpad.done("set", sample_file, "@launch", "tier=2", "--json").json == {
        "edit": 2,
        "label": "Set tier and thresholds of Loomtrack 4",
        "changed": True,
    }


@pytest.mark.parametrize(("key", "sentence"), [("@launch", "cannot be a task's key"), ("G3", "already the key")])
def test_no_task_has_the_name_of_something_else(launchpad, sample_file, key, sentence):
    assert sentence in launchpad.refused("add", sample_file, key, "--title", "Launch", "--track", "sales")
    assert sentence in launchpad.refused("set", sample_file, "sal.pitch", f"key={key}")


def test_a_field_that_is_not_there_is_told_with_where_it_is_not(launchpad, sample_file):
    for target, where in (("sal.pitch", "tasks"), ("@launch", "launch"), ("@person:Gil", "people")):
        said = launchpad.refused("set", sample_file, target, "colour=red")
        assert said == f"There is no field “colour” in {where}."


def test_add_link_and_remove(launchpad, sample_file):
    launchpad.done("add", sample_file, "sal.press", "--title", "Brief resellers", "--track", "sales", "duration=3")
    launchpad.done("link", sample_file, "sal.kit-publish", "sal.press", "--type", "SS", "--lag", "2e")
    with Session.open(sample_file, read_only=True) as session:
        made = session.document.task("sal.press")
        links = [link for link in session.document.dependencies if link.successor == made.id]
    assert [(link.type.value, link.lag, link.elapsed) for link in links] == [("SS", 2, True)]

    launchpad.done("link", sample_file, "sal.kit-publish", "sal.press", "--remove")
    launchpad.done("remove", sample_file, "sal.press")

    assert "no task “sal.press”" in launchpad.refused("remove", sample_file, "sal.press")


def test_a_lead_is_a_negative_lag(launchpad, sample_file):
    launchpad.done("link", sample_file, "sal.pitch", "sal.train", "--lag", "-2")

    with Session.open(sample_file, read_only=True) as session:
        assert [link.lag for link in session.document.dependencies if link.lag == -2]


def test_undo_and_redo_from_one_process_to_the_next(launchpad, sample_file):
    launchpad.done("set", sample_file, "sal.pitch", "title=New pitch")
    launchpad.done("undo", sample_file)
    assert shown(sample_file, "sal.pitch").title == "Build the pitch deck and talk track"

    launchpad.done("redo", sample_file)

    assert shown(sample_file, "sal.pitch").title == "New pitch"
    assert problems(sample_file) == ()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["set", "FILE", "sal.nothing", "status=done"], "no task “sal.nothing”"),
        (["set", "FILE", "sal.pich", "status=done"], "did you mean sal.pitch?"),
        (["set", "FILE", "sal.pitch", "status=finished"], "not one of"),
        (["set", "FILE", "sal.pitch", "deadline=2026-02-30"], "not a date"),
        (["set", "FILE", "sal.pitch", "progress=101"], "0 to 100"),
        (["set", "FILE", "sal.pitch", "owner=Nobody"], "nobody called"),
        (["set", "FILE", "sal.pitch"], "field=value"),
        (["set", "FILE", "@launch", "date=2026-11-08"], "not a working day"),
        (["set", "FILE", "sal.pitch", "note=x", "--today", "soon"], "--today"),
        (["add", "FILE", "sal.pitch", "--title", "Again", "--track", "sales"], "already the key"),
        (["add", "FILE", "x", "--title", "X", "--track", "nowhere"], "no track “nowhere”"),
        (["link", "FILE", "sal.certify", "sal.pitch"], "circle"),
        (["link", "FILE", "sal.certify", "sal.pitch", "--lag", "two"], "not a lag"),
        (["link", "FILE", "sal.certify", "sal.pitch", "--type", "XX"], "not one of"),
        (["undo", "FILE"], "nothing to undo"),
    ],
)
def test_a_wrong_request_gets_one_sentence_and_changes_nothing(launchpad, sample_file, arguments, sentence):
    before = sample_file.read_bytes()
    asked = [sample_file if argument == "FILE" else argument for argument in arguments]

    assert sentence in launchpad.refused(*asked)
    assert sample_file.read_bytes() == before


def test_the_second_writer_is_told_who_holds_the_file(launchpad, sample_file):
    with Session.open(sample_file):
        assert "being edited by" in launchpad.refused("set", sample_file, "sal.pitch", "note=x")
        launchpad.done("show", sample_file)  # looking does not need the lock


def shown(path, key):
    with Session.open(path, read_only=True) as session:
        return session.document.task(key)
