"""Commands that answer questions about a plan: show, schedule, score, confidence."""

from pathlib import Path
from typing import Annotated, Any

import typer

from launchpad.app.session import Session
from launchpad.app.today import resolve_today
from launchpad.cli.app import AsJson, LaunchPath, Today, app
from launchpad.cli.dates import chosen_day
from launchpad.cli.display import has_display
from launchpad.cli.output import columns, print_json, print_text
from launchpad.cli.plan_text import plan_text, schedule_text
from launchpad.cli.score_text import brief_score_text, score_text
from launchpad.cli.window import open_window
from launchpad.domain.document import Document
from launchpad.domain.gate import Gate
from launchpad.domain.task import Task
from launchpad.engines.confidence import SAMPLES
from launchpad.engines.confidence import confidence as confidence_of
from launchpad.engines.readiness import gate_called, readiness
from launchpad.engines.readiness.score_report import score_json
from launchpad.engines.schedule import Driver, Schedule
from launchpad.engines.schedule import schedule as schedule_of
from launchpad.interchange.json import plan_values


@app.command()
def show(file: LaunchPath, as_json: AsJson = False) -> None:
    """Show the plan."""
    with Session.open(file, read_only=True) as session:
        if as_json:
            print_json(plan_values(session.document))
        else:
            print_text(plan_text(session.document))


@app.command()
def schedule(file: LaunchPath, today: Today = None, as_json: AsJson = False) -> None:
    """Show when everything happens, how far it can slip, and what each date follows from."""
    with Session.open(file, read_only=True) as session:
        plan = session.document
        answer = schedule_of(plan, resolve_today(plan, chosen_day(today)))
        if as_json:
            print_json(schedule_values(plan, answer))
        else:
            print_text(schedule_text(plan, answer))


def schedule_values(plan: Document, schedule: Schedule) -> dict[str, Any]:
    """The schedule as `schedule --json` prints it: dates include the finish, offsets are half open."""
    tracks = {track.id: track.key for track in plan.tracks}
    return {
        "launch_date": schedule.launch_date.isoformat(),
        "today": schedule.today.isoformat(),
        "finish": schedule.finish.isoformat(),
        "forecast_launch": schedule.forecast_launch.isoformat(),
        "tasks": [
            {"key": task.key, "title": task.title, "track": tracks[task.track], **_dates(plan, schedule, task)}
            for task in plan.tasks
        ],
    }


def _dates(plan: Document, schedule: Schedule, task: Task) -> dict[str, Any]:
    dates = schedule.tasks[task.id]
    shown = ("start", "finish", "start_by", "forecast_start", "forecast_finish")
    counted = ("early_start", "early_finish", "late_start", "late_finish", "slack", "free_slack", "critical")
    return {
        **{name: getattr(dates, name).isoformat() for name in shown},
        **{name: getattr(dates, name) for name in counted},
        "driver": _driver(plan, dates.driver),
    }


def _driver(plan: Document, driver: Driver) -> dict[str, str]:
    source = plan.find(Task, driver.source) or plan.find(Gate, driver.source)
    return {"kind": driver.kind, **({"from": source.key} if source else {})}


@app.command()
def score(
    file: LaunchPath,
    today: Today = None,
    gate: Annotated[str | None, typer.Option(metavar="KEY", help="Judge for this gate.")] = None,
    as_json: AsJson = False,
) -> None:
    """Say how ready the launch is, why, and what would raise the score most."""
    with Session.open(file, read_only=True) as session:
        plan = session.document
        day, judged = resolve_today(plan, chosen_day(today)), chosen_gate(plan, gate)
        if as_json:
            print_json(score_json(plan, day, gate))
        else:
            print_text(score_text(readiness(plan, day, judged)))


def chosen_gate(plan: Document, key: str | None) -> Gate | None:
    """The gate with that key; None when no key was given."""
    return None if key is None else gate_called(plan, key)


@app.command()
def confidence(
    file: LaunchPath,
    today: Today = None,
    samples: Annotated[int, typer.Option(help="How many futures to draw.")] = SAMPLES,
    seed: Annotated[int | None, typer.Option(help="The same seed gives the same answer.")] = None,
    as_json: AsJson = False,
) -> None:
    """Say how likely launch day is."""
    with Session.open(file, read_only=True) as session:
        plan = session.document
        day = resolve_today(plan, chosen_day(today))
        answer = confidence_of(plan, day, samples=samples, seed=seed)
        drivers = [(plan.table(Task)[driver.task], driver.share) for driver in answer.drivers]
        if as_json:
            listed = [{"key": task.key, "title": task.title, "share": round(share, 3)} for task, share in drivers]
            dates = {"p50": answer.p50.isoformat(), "p80": answer.p80.isoformat(), "on_time": answer.on_time}
            print_json({**dates, "drivers": listed})
        else:
            print_text(f"{answer.on_time:.0%} of {samples} futures launch by {plan.launch.launch_date.isoformat()}.")
            print_text(f"Half of them by {answer.p50.isoformat()}, four in five by {answer.p80.isoformat()}.")
            rows = [(f"{share:.0%}", task.key, task.title) for task, share in drivers[:10]]
            print_text(
                "Most often decided by:\n" + columns(rows, ">") if rows else "No must-have is left that could delay it."
            )


@app.command("open", hidden=True)
def open_(files: Annotated[list[Path], typer.Argument(metavar="FILE...")], today: Today = None) -> None:
    """Show launches in the window; without a screen say in a few lines how each stands."""
    if has_display():
        raise typer.Exit(open_window(files, chosen_day(today)))
    for file in files:
        with Session.open(file, read_only=True) as session:
            plan = session.document
            answer = readiness(plan, resolve_today(plan, chosen_day(today)))
            print_text(f"{plan.launch.name}, launch day {plan.launch.launch_date.isoformat()} ({file})")
            print_text(brief_score_text(answer) + "\n")
