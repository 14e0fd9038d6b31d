"""The command that brings a workbook home."""

from pathlib import Path
from typing import Annotated

import typer

from launchpad.app.field_text import read_word
from launchpad.app.homecoming.decisions import Choice, Decisions
from launchpad.app.homecoming.log import write_log
from launchpad.app.merge import Homecoming, bring_home, read_home
from launchpad.app.session import Session
from launchpad.app.today import resolve_today
from launchpad.cli.app import AsJson, LaunchPath, Today, app
from launchpad.cli.dates import chosen_day
from launchpad.cli.merge_text import merge_json, merge_text, other_plan_json
from launchpad.cli.output import complain, print_json, print_text
from launchpad.domain.enums import Word
from launchpad.domain.wording import counted
from launchpad.interchange.homecoming.days import DayOrder
from launchpad.interchange.homecoming.identity import OtherPlan


class Prefer(Word):
    """Who wins where both sides changed the same cell."""

    MINE = "mine"
    THEIRS = "theirs"


@app.command()
def merge(
    file: LaunchPath,
    edited: Annotated[Path, typer.Argument(metavar="EDITED", help="A workbook of this plan.", show_default=False)],
    apply: Annotated[bool, typer.Option("--apply", help="Take the changes over; else they are only listed.")] = False,
    prefer: Annotated[str | None, typer.Option(help="mine or theirs, where both changed the same.")] = None,
    dates: Annotated[
        str | None, typer.Option(help="day or month: which comes first in dates typed as 10/11/2026.")
    ] = None,
    confirm: Annotated[
        bool, typer.Option("--confirm", help="Count accounts toward the pipeline’s goal, and add what is there twice.")
    ] = False,
    log: Annotated[
        Path | None, typer.Option(metavar="OUT", help="Write what was accepted, refused and in conflict; .csv or text.")
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Merge a workbook that somebody filled in: what they changed, what you changed, and what needs a decision."""
    wins = None if prefer is None else read_word(Prefer, prefer)
    order = DayOrder.UNKNOWN if dates is None else read_word(DayOrder, dates)
    with Session.open(file, source="cli", read_only=not apply) as session:
        day = resolve_today(session.document, chosen_day(today))
        try:
            home = read_home(session, edited, day, order)
        except OtherPlan:
            if as_json:
                print_json(other_plan_json(edited))
            raise
        decisions = Decisions(home, None if wins is None else _CHOICES[wins])
        if confirm:
            decisions.confirm()
        applied = _merge(session, home, decisions, apply, as_json)
        if log is not None:
            write_log(log, home, decisions, applied)
        if apply and decisions.undecided:
            _complain_of(len(decisions.undecided))


_CHOICES = {Prefer.MINE: Choice.MINE, Prefer.THEIRS: Choice.THEIRS}


def _merge(session: Session, home: Homecoming, decisions: Decisions, apply: bool, as_json: bool) -> int | None:
    """Tell what would be done, and do it if that is wanted and decided; return the number of the edit."""
    effect = home.effect(home.edit(decisions.taken))
    done = bring_home(session, home, decisions.taken) if apply and not decisions.undecided else None
    if done is not None and session.backup_problem:
        complain(session.backup_problem)
    applied = done.number if done is not None and done.number > home.arrival.last_number else None
    if as_json:
        told = merge_json(home, effect)
        print_json({**told, "applied": applied} if apply else told)
    else:
        print_text(merge_text(home, effect, applied))
    if done is not None and applied is None:
        complain("Nothing changed: there was nothing to take.")
    return applied


def _complain_of(count: int) -> None:
    complain(
        f"{counted(count, 'cell was', 'cells were')} changed on both sides or need an answer; "
        "say --prefer mine or --prefer theirs. Nothing was changed."
    )
    raise typer.Exit(1)
