"""What is kept of an error of our own: one file with the traceback and what was asked."""

import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

import launchpad
from launchpad.storage.lock import state_folder


def write_crash_report(error: BaseException, asked: str) -> Path | None:
    """Write a report and return its path, or None when even that failed. It holds no text of any plan."""
    moment = datetime.now(UTC)
    lines = [
        f"Launchpad {launchpad.__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"{moment:%Y-%m-%d %H:%M:%S} UTC, asked: {asked}",
        "",
        "".join(traceback.format_exception(error)),
    ]
    try:
        folder = state_folder() / "crashes"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"crash-{moment:%Y%m%d-%H%M%S-%f}.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
    except OSError:
        return None
    return path
