"""The door of the command line: routes the arguments and turns every refusal into one sentence and an exit code."""

import os
import sys
from collections.abc import Callable, Container, Mapping, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

from launchpad.cli.display import has_display
from launchpad.cli.window import open_window
from launchpad.domain.errors import PlanError

WRONG_REQUEST = 2
WORLD_FAILED = 1

HOW_BACK = "“launchpad versions FILE” lists them; “launchpad check FILE --repair OUT” saves what can be read."
"""What else is said about a file that is no whole plan."""

MODULES = {
    "create": ("new", "open-sample", "templates"),
    "answers": ("show", "schedule", "score", "confidence", "open"),
    "edits": ("set", "add", "remove", "link", "undo", "redo"),
    "history": ("log", "diff"),
    "check": ("check",),
    "versions": ("versions",),
    "export": ("export",),
    "merge": ("merge",),
    "foreign": ("import",),
    "reviews": ("review", "ballot"),
    "lessons": ("lessons",),
    "demo": ("demo",),
    "screens": ("screens", "photograph-screens"),
    "self_check": ("self-check",),
}
"""The module that brings each command: only the one asked for is imported, for a script runs hundreds."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 2 a wrong request, 1 a failure of the world."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    modules = {command: module for module, commands in MODULES.items() for command in commands}
    if _are_files(given, modules) and has_display():
        return open_window([Path(name) for name in given])  # before the commands and all they need are loaded
    return _command(given, modules)


def _are_files(given: Sequence[str], commands: Container[str]) -> bool:
    """Whether launches are named, or nothing, and no command is meant."""
    if not given:
        return True
    return given[0] not in commands and not any(word.startswith("-") or _is_mistyped(word) for word in given)


def _is_mistyped(word: str) -> bool:
    """Whether a word that is no command cannot be meant as a file either."""
    return not Path(word).suffix and not os.path.lexists(word)


def _command(given: list[str], modules: Mapping[str, str]) -> int:
    import typer

    from launchpad.cli.app import app

    if not given:
        given = ["--help"]
    elif given[0] not in modules and not given[0].startswith("-"):
        if _is_mistyped(given[0]):
            _complain(_plain(f"There is no command and no file “{given[0][:80]}”"))
            return WRONG_REQUEST
        given = ["open", *given]
    for module in [modules[given[0]]] if given[0] in modules else MODULES:
        import_module(f"launchpad.cli.{module}")
    return _run(typer.main.get_command(app).main, given)


def _run(command: Callable[..., object], given: list[str]) -> int:
    from typer import Abort
    from typer.exceptions import TyperException

    from launchpad.interchange.errors import ExportError
    from launchpad.storage.errors import WAY_BACK, StorageError

    try:
        result = command(given, prog_name="launchpad", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except TyperException as error:
        _complain(_plain(error.format_message()))
        return WRONG_REQUEST
    except PlanError as error:
        _complain(str(error))
        return WRONG_REQUEST
    except (StorageError, ExportError) as error:
        _complain(f"{error} {HOW_BACK}" if WAY_BACK in str(error) else str(error))
        return WORLD_FAILED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has gone; nothing is left to say
        return 0
    except OSError as error:
        _complain(f"{error.filename or 'The system'}: {error.strerror or error}. Nothing was changed.")
        return WORLD_FAILED
    except (KeyboardInterrupt, Abort):
        _complain("Stopped. What was already confirmed is on disk.")
        return 130
    except Exception as error:  # an error of our own: the plan is on disk, the person gets one sentence
        return _own_error(error, given[0])


def _own_error(error: Exception, asked: str) -> int:
    from launchpad.app.crash_report import write_crash_report

    report = write_crash_report(error, asked)
    where = f"; a report for its makers is in {report}" if report else ""
    _complain(f"Launchpad made a mistake of its own ({type(error).__name__}); your file is as it was{where}.")
    return WORLD_FAILED


def _complain(sentence: str) -> None:
    from launchpad.cli.output import complain  # a window needs none of it

    complain(sentence)


def _plain(message: str) -> str:
    """A usage error as one sentence that says where help is."""
    text = message.strip().rstrip(".")
    return f"{text}. “launchpad --help” lists the commands."
