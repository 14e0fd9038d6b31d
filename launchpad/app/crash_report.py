"""What is kept of an error of our own: one file with the traceback and what was asked."""

import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

import launchpad
from launchpad.app.settings import APP


def write_crash_report(error: BaseException, asked: str, before: Sequence[str] = ()) -> Path | None:
    """Write a report and return its path, or None when even that failed. It holds no text of any plan.

    `asked` is the command or the window, `before` what the toolkit complained about until then.
    """
    import platform  # not at every start

    moment = datetime.now(UTC)
    lines = [
        f"Launchpad {launchpad.__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"{moment:%Y-%m-%d %H:%M:%S} UTC, asked: {asked}",
        "",
        "".join(traceback.format_exception(error)),
        *before,
    ]
    try:
        folder = platformdirs.user_state_path(APP, appauthor=False) / "crashes"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"crash-{moment:%Y%m%d-%H%M%S-%f}.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
    except OSError:
        return None
    return path
