"""Signing while away: ballots go out as a workbook and come home through the merge."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from launchpad.app.ballots import write_ballots, writing_ballots
from launchpad.app.commands.people import change_person
from launchpad.app.commands.reviews import planning, signoffs
from launchpad.app.commands.rows import change_row
from launchpad.app.merge import Homecoming, bring_home, read_home
from launchpad.app.review_room import seal_review
from launchpad.app.session import Session
from launchpad.cli import main
from launchpad.domain.enums import Answer, PersonStatus
from launchpad.domain.errors import PlanError
from launchpad.domain.gate import SignOff
from launchpad.domain.ids import PersonId
from launchpad.interchange.homecoming.proposals import Kind
from launchpad.storage.check import problems
from tests.app.review_steps import AT, LATER, TODAY, begin, decide, discuss, make, only_review


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "loom.launch")


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    return tmp_path / "ballots.xlsx"


def plan_and_send(session: Session, sent: Path) -> str:
    session.run(planning.plan_review, "Go or not", TODAY, gate="gate:G1")
    review = only_review(session).id
    write_ballots(session, sent, review, TODAY)
    return review


def fill(sent: Path, answer: str | int, comment: str | None = None, sheet: str = "Sales") -> None:
    """Fill in a ballot as Excel would."""
    book = load_workbook(sent)
    book[sheet]["B7"], book[sheet]["B8"] = answer, comment
    book.save(sent)


def home(session: Session, sent: Path) -> Homecoming:
    return read_home(session, sent, TODAY)


def answers(session: Session) -> list[tuple[Answer, str, str | None]]:
    return [(row.answer, row.comment, row.person) for row in session.document.rows(SignOff)]


def test_a_ballot_is_of_the_plan_it_was_asked_for_whatever_is_edited_meanwhile(path, sent):
    with Session.open(path) as session:
        session.run(planning.plan_review, "Go or not", TODAY, gate="gate:G1")
        review = only_review(session).id
        work = writing_ballots(session, sent, review, TODAY)
        session.run(change_row, session.document.task("pitch"), {"title": "Another title"})
        work()

        assert session.document.task("pitch").title == "Another title"
    text = [str(cell.value) for row in load_workbook(sent)["Sales"].iter_rows() for cell in row if cell.value]
    assert "Do pitch (Gil)" in text


def test_an_answer_comes_home_as_a_proposal_and_is_taken_by_the_merge(path, sent):
    with Session.open(path) as session:
        plan_and_send(session, sent)
        fill(sent, "Approve", "If the deck is ready")
        came = home(session, sent)

        (vote,) = came.proposals
        assert (vote.kind, vote.table, vote.key, vote.title) == (Kind.TAKE, "signoffs", "sales", "G1: Sales")
        assert (vote.mine, vote.theirs) == (None, "Approve: If the deck is ready")
        bring_home(session, came, came.usual())
        assert answers(session) == [(Answer.APPROVE, "If the deck is ready", "person:gil")]
        assert session.file.entry(session.last_number).source == "workbook:ballots.xlsx"
        assert home(session, sent).proposals == ()
        session.undo()
        assert answers(session) == []
    assert problems(path) == ()


@pytest.mark.parametrize(
    ("text", "answer"),
    [("refuse", Answer.REFUSE), (" No-Go. ", Answer.REFUSE), ("Yes", Answer.APPROVE), ("abstained", Answer.ABSTAIN)],
)
def test_answers_are_read_as_people_type_them(path, sent, text, answer):
    with Session.open(path) as session:
        plan_and_send(session, sent)
        fill(sent, text)
        came = home(session, sent)
        bring_home(session, came, came.usual())

        assert [row.answer for row in session.document.rows(SignOff)] == [answer]


@pytest.mark.parametrize(("cell", "why"), [("Perhaps", "none of approve, refuse and abstain"), (7, "none of approve")])
def test_an_answer_nobody_can_read_is_left_alone_and_told(path, sent, cell, why):
    with Session.open(path) as session:
        plan_and_send(session, sent)
        fill(sent, cell)
        came = home(session, sent)

        assert came.proposals == ()
        (unreadable,) = came.comparison.unreadable
        assert unreadable.cell == "Sales!B7"
        assert why in unreadable.reason


def test_a_blank_ballot_changes_nothing_and_says_so(path, sent):
    with Session.open(path) as session:
        plan_and_send(session, sent)
        came = home(session, sent)

        assert came.proposals == ()
        assert came.notices == ("Sales!B7: Sales has not answered.",)


def test_an_answer_given_in_the_room_meanwhile_is_a_conflict(path, sent):
    with Session.open(path) as session:
        review = plan_and_send(session, sent)
        session.run(signoffs.sign, review, "track:sales", Answer.REFUSE, "Not yet", "person:gil", AT)
        fill(sent, "Approve")
        came = home(session, sent)

        assert [(each.kind, each.mine, each.theirs) for each in came.proposals] == [
            (Kind.CONFLICT, "Refuse: Not yet", "Approve")
        ]
        assert came.usual() == ()


def test_a_recorded_review_takes_no_more_answers(path, sent):
    with Session.open(path) as session:
        review = begin(session)
        write_ballots(session, sent, review, TODAY)
        fill(sent, "Refuse")
        discuss(session, review)
        decide(session, review)
        early = home(session, sent)
        seal_review(session, review, "person:mara", LATER, TODAY)
        number = session.last_number

        with pytest.raises(PlanError, match="R1 is recorded, so answers that come after it are not taken"):
            home(session, sent)
        with pytest.raises(PlanError, match="changed meanwhile"):
            bring_home(session, early, early.usual(take_conflicts=True))
        assert session.last_number == number


def test_a_cancelled_review_takes_no_answers(path, sent):
    with Session.open(path) as session:
        review = plan_and_send(session, sent)
        session.run(planning.cancel_review, review)

        with pytest.raises(PlanError, match="was cancelled"):
            home(session, sent)


def test_somebody_who_cannot_sign_any_more_is_told_and_left_out(path, sent):
    with Session.open(path) as session:
        plan_and_send(session, sent)
        fill(sent, "Approve")
        session.run(lambda plan: change_row(plan, plan.tracks[0], {"lead": PersonId("person:mara")}))
        came = home(session, sent)

        assert came.proposals == ()
        assert came.notices == ("Sales!B7: Gil cannot sign for Sales; Mara can.",)


def test_a_ballot_of_another_plan_is_refused(path, sent, tmp_path):
    with Session.open(path) as session:
        plan_and_send(session, sent)
    make(tmp_path / "other.launch")
    with Session.open(tmp_path / "other.launch") as other, pytest.raises(PlanError, match="belongs to another plan"):
        home(other, sent)


def test_what_a_ballot_says_of_itself_cannot_be_changed_unseen(path, sent):
    with Session.open(path) as session:
        plan_and_send(session, sent)
        book = load_workbook(sent)
        hidden = book["_ballot"]
        (row,) = (row for row in hidden.iter_rows() if row[0].value == "Sales")
        row[3].value = "approve"
        book.save(sent)
        fill(sent, "Refuse")
        came = home(session, sent)

        assert [each.kind for each in came.proposals] == [Kind.CONFLICT]
        assert "was changed" in came.notices[0]


def test_a_ballot_shows_the_question_the_criteria_and_the_own_track_and_no_note(path, sent):
    with Session.open(path) as session:
        plan_and_send(session, sent)
    book = load_workbook(sent)
    texts = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]

    assert book.sheetnames == ["Sales", "_ballot"]
    assert book["_ballot"].sheet_state == "veryHidden"
    assert book["Sales"].protection.sheet
    assert not book["Sales"]["B7"].protection.locked
    assert [text for text in texts if "Gil, please choose an answer" in text]
    assert "G1.1 holds" in texts
    assert "Do pitch (Gil)" in texts
    assert not [text for text in texts if "may leave" in text]


def test_a_deputy_gets_the_ballot_while_the_lead_is_away(path, sent):
    with Session.open(path) as session:
        session.run(change_person, "person:gil", {"deputy": PersonId("person:mara"), "status": PersonStatus.AWAY})
        plan_and_send(session, sent)
        fill(sent, "Abstain")
        came = home(session, sent)
        bring_home(session, came, came.usual())

        assert answers(session) == [(Answer.ABSTAIN, "", "person:mara")]


def test_text_that_looks_like_a_formula_stays_text_on_its_way(path, sent):
    with Session.open(path) as session:
        plan_and_send(session, sent)
        fill(sent, "Refuse", None)
        book = load_workbook(sent)
        book["Sales"]["B8"].value = "=1+1"
        book["Sales"]["B8"].data_type = "s"
        book.save(sent)
        came = home(session, sent)
        bring_home(session, came, came.usual())
        write_ballots(session, sent, only_review(session).id, TODAY, ("sales",))

    assert load_workbook(sent)["Sales"]["B8"].data_type == "s"
    assert load_workbook(sent)["Sales"]["B8"].value == "=1+1"


def test_there_is_no_ballot_where_nobody_is_asked(path, sent):
    with Session.open(path) as session:
        review = plan_and_send(session, sent)
        session.run(signoffs.sign, review, "track:sales", Answer.APPROVE, "", None, datetime(2026, 11, 2, 8))

        with pytest.raises(PlanError, match="has answered"):
            write_ballots(session, sent, review, date(2026, 11, 2))
        with pytest.raises(PlanError, match="no track “moon”"):
            write_ballots(session, sent, review, TODAY, ("moon",))
        with pytest.raises(PlanError, match=r"ends in \.xlsx"):
            write_ballots(session, sent.with_suffix(".pdf"), review, TODAY)


def test_the_command_line_sends_ballots_and_merges_them(path, sent, capsys):
    with Session.open(path) as session:
        session.run(planning.plan_review, "Go or not", TODAY, gate="gate:G1")

    assert main(["ballot", str(path), str(sent), "--today", "2026-11-02"]) == 0
    fill(sent, "Approve", "Fine")
    assert main(["merge", str(path), str(sent), "--apply"]) == 0

    assert "Approve: Fine" in capsys.readouterr().out
    with Session.open(path) as session:
        assert answers(session) == [(Answer.APPROVE, "Fine", "person:gil")]
