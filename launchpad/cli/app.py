"""The Typer application every command registers with, and the arguments they share."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="launchpad",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
)


@app.callback()  # also keeps the command's name in front while only one command is registered
def _launchpad() -> None:
    """Plans a product launch, keeps the plan honest, and says whether you are ready to go."""


LaunchPath = Annotated[Path, typer.Argument(metavar="FILE", help="A .launch file.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help="The day to answer for (default: the file's own, else now)."),
]
