"""Processes that work on a launch file and do not live long: forked from one that has everything imported.

    python -m tests.trust.mortals FOLDER [next-version] [PRAGMA]...

Each line “ACT SEED SECONDS” on standard input is a life: an act is played in FOLDER and killed that long after it said
that it is ready. The answer is one line of JSON, what was said. “next-version” makes them a Launchpad that writes one
version more. The pragmas weaken SQLite on purpose, to show that the tests that use them would see damage.
"""

import importlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NEXT_VERSION = "next-version"
ROOT = Path(__file__).parent.parent.parent
LOADED = (
    *("launchpad.cli.edits", "launchpad.interchange.workbook.workbook", "launchpad.storage.migrations"),
    "launchpad.storage.statements",
    *("launchpad.interchange.homecoming.compare", "tests.trust.acts", "tests.trust.at_the_window"),
)


class Mortals:
    """The lives of processes that do not end well, one after the other."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.kills = 0

    def live(self, act: str, seed: int, seconds: float) -> list[str]:
        """Let a process play an act, kill it, and return what it said it had done before."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(act, seed, seconds, file=self._process.stdin, flush=True)
        answer = json.loads(self._process.stdout.readline())
        assert answer["was_ready"], f"{act} {seed} ended before it began"
        assert answer["code"] in (0, -signal.SIGKILL), f"{act} {seed} failed by itself"
        self.kills += answer["code"] == -signal.SIGKILL
        return list(answer["said"])


@contextmanager
def mortals(folder: Path, *how: str) -> Iterator[Mortals]:
    """Processes that work in a folder, `how` as above; also their settings, locks and versions are in it."""
    home = {f"XDG_{name}_HOME": str(folder / "home" / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    command = [sys.executable, "-m", "tests.trust.mortals", str(folder), *how]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT, env=os.environ | home) as process:
        yield Mortals(process)


def _live(act: str, folder: Path, seed: int, seconds: float) -> dict[str, object]:
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        _play(act, folder, seed, write)
    os.close(write)
    heard = bytearray()
    while b"ready\n" not in heard and (some := os.read(read, 4096)):
        heard += some
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    while some := os.read(read, 4096):
        heard += some
    os.close(read)
    _, status = os.waitpid(pid, 0)
    _, ready, said = heard.decode().partition("ready\n")
    whole = said[: said.rfind("\n") + 1].splitlines()
    return {"was_ready": bool(ready), "said": whole, "code": os.waitstatus_to_exitcode(status)}


def _play(act: str, folder: Path, seed: int, write: int) -> None:
    from tests.trust.acts import play

    code = 1
    try:
        os.dup2(write, 1)
        random.seed(seed)
        play(act, folder, seed, write)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _load(how: list[str]) -> None:
    """Import all that an act needs, and change it as wanted."""
    for name in LOADED:
        importlib.import_module(name)
    from launchpad.storage import migrations, schemas, sqlite
    from tests.storage.next_version import NEXT, add_mood, objects_with_mood

    if NEXT_VERSION in how:
        schemas.ALLOWED[NEXT] = objects_with_mood()
        migrations.STEPS[NEXT] = add_mood
    sqlite.PRAGMAS += tuple(each for each in how if each != NEXT_VERSION)


def _warm_up() -> None:
    """Do a little of everything, so that no life is spent on importing."""
    from launchpad.app.export import export_session
    from launchpad.app.session import Session
    from launchpad.cli import main
    from launchpad.storage.copies import send_a_copy
    from tests.trust.acts import EXPORTS, PLAN
    from tests.trust.gestures import TODAY, a_busy_plan

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / PLAN
        with Session.create(path, a_busy_plan(), "New plan") as session:
            for name in EXPORTS:
                export_session(session, Path(folder) / name, TODAY)
            send_a_copy(session.file, Path(folder) / "copy.launch")
        main(["set", str(path), "task.1", "title=Other"])


def _serve(folder: Path) -> None:
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    _warm_up()
    for line in sys.stdin:
        act, seed, seconds = line.split()
        answers.write(json.dumps(_live(act, folder, int(seed), float(seconds))) + "\n")
        answers.flush()


if __name__ == "__main__":
    _load(sys.argv[2:])
    _serve(Path(sys.argv[1]))
