"""Is there a screen to open a window on? Qt ends the whole process when there is none, so it is looked up first."""

import os
import re
import sys
from pathlib import Path

UNSEEN = ("offscreen", "minimal")
"""Platforms of Qt that show nothing to anybody."""

PATIENCE = 1.0
"""Seconds a screen on another machine may take to answer."""


def has_display() -> bool:
    """Whether a window can be seen; on Linux that needs a display that answers."""
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in UNSEEN:
        return False
    if not sys.platform.startswith("linux"):
        return True
    return _wayland_answers(os.environ.get("WAYLAND_DISPLAY", "")) or _x_answers(os.environ.get("DISPLAY", ""))


def _wayland_answers(name: str) -> bool:
    return bool(name) and _connects(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name)))


def _x_answers(name: str) -> bool:
    """Whether the X server of a DISPLAY (``:0``, ``localhost:10.0``) takes connections."""
    found = re.fullmatch(r"(?:unix)?([^:/]*):(\d{1,5})(?:\.\d+)?", name)
    if found is None:
        return bool(name)  # a form we do not know: Qt may
    host, number = found[1], int(found[2])
    if host:
        return _connects((host, 6000 + number))
    path = f"/tmp/.X11-unix/X{number}"
    return _connects(path) or _connects(f"\0{path}")


def _connects(address: str | tuple[str, int]) -> bool:
    """Whether somebody listens at a path, or at a host and port."""
    import socket  # commands that open no window look for no screen

    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as line:
        line.settimeout(PATIENCE)
        try:
            line.connect(address)
        except OSError:
            return False
    return True
