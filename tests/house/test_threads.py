"""Threads are started in rooms that know what may not die on them."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
STARTED = re.compile(
    r"\b(Thread\(|QThread\(|QRunnable\b|ThreadPoolExecutor\b|QThreadPool\.globalInstance\(\)\.start\b)"
)
ROOMS = {"launchpad/app/errands.py", "launchpad/app/aside.py"}


def test_threads_are_started_where_nobody_looks_for_garbage_meanwhile() -> None:
    """Python looks for it on any thread at hand, and a widget that it finds on a worker ends the program."""
    texts = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in (ROOT / "launchpad").rglob("*.py")}

    assert {name for name, text in texts.items() if STARTED.search(text)} == ROOMS
    assert all("put_off()" in texts[name] and "singleShot(NEXT_TURN, resume)" in texts[name] for name in ROOMS)
