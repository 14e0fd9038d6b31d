"""Commands that make a launch file: new, open-sample; and templates, which lists what to make it from."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from launchpad.app.field_text import read_boolean
from launchpad.app.new_launch import built_in_templates, new_plan, sample
from launchpad.app.session import Session
from launchpad.cli.app import AsJson, app
from launchpad.cli.dates import chosen_day
from launchpad.cli.output import columns, print_json, print_text
from launchpad.domain.document import Document
from launchpad.domain.errors import PlanError
from launchpad.domain.wording import counted

NewPath = Annotated[
    Path, typer.Argument(metavar="OUT.launch", help="The file to make; it must not exist yet.", show_default=False)
]


@app.command()
def new(
    out: NewPath,
    template: Annotated[str, typer.Option(metavar="ID|FILE.yaml", help="A template's id or your own YAML file.")],
    date: Annotated[str, typer.Option(metavar="DATE", help="Launch day, as 2026-11-10.")],
    name: Annotated[str | None, typer.Option(help="The launch's name (default: the file's).")] = None,
    holidays: Annotated[
        str | None, typer.Option(metavar="US[-CA]", help="Put the public holidays of a country or region in.")
    ] = None,
    answer: Annotated[
        list[str] | None, typer.Option(metavar="QUESTION=yes|no", help="Answer one of the template's questions.")
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option(metavar="TRACK", help="Leave one of the template's tracks out, with its tasks.")
    ] = None,
) -> None:
    """Make a launch from a template."""
    day = chosen_day(date, "--date")
    assert day is not None, "--date is required"
    plan = new_plan(template, name or out.stem, day, holidays or "", read_answers(answer or ()), without or ())
    _create(out, plan, f"New launch {plan.launch.name}")


@app.command("open-sample")
def open_sample(out: NewPath) -> None:
    """Make the sample launch, mid-flight on its own “today”."""
    _create(out, sample(), "The sample launch")


@app.command()
def templates(as_json: AsJson = False) -> None:
    """List the templates there are."""
    known = built_in_templates()
    if as_json:
        listed = [
            {
                "id": template.id,
                "name": template.name,
                "tier": template.tier,
                "launch_type": template.launch_type.value,
                "summary": template.summary,
                "tasks": template.task_count,
                "window": list(template.window),
                "questions": [{"id": q.id, "ask": q.ask, "default": q.default} for q in template.questions],
            }
            for template in known
        ]
        print_json({"templates": listed})
        return
    rows = [(t.id, t.name, t.task_count, f"T{t.window[0]:+d} to T{t.window[1]:+d}") for t in known]
    print_text(columns([("Template", "Name", "Tasks", "Working days"), *rows], "<<>"))


def read_answers(texts: Iterable[str]) -> dict[str, bool]:
    """Read ``has_ai=no`` texts; raise PlanError for any other."""
    answers: dict[str, bool] = {}
    for text in texts:
        question, equals, yes = text.partition("=")
        if not equals:
            raise PlanError(f"--answer: “{text[:60]}” should read question=yes or question=no.")
        try:
            answers[question.strip()] = read_boolean(yes.strip())
        except PlanError as error:
            raise PlanError(f"--answer {question}: {error}") from None
    return answers


def _create(out: Path, plan: Document, label: str) -> None:
    with Session.create(out, plan, label, source="cli"):
        tasks = counted(len(plan.tasks), "task")
        print_text(f"{out}: {plan.launch.name}, {tasks}, launch day {plan.launch.launch_date.isoformat()}")
