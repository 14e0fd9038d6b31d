"""Which files may be opened: one that is there, on this computer, and no program. Plans come from other people."""

import unicodedata
from pathlib import Path

from launchpad.domain.errors import PlanError
from launchpad.interchange.web_link import HIDING

PROGRAMS = frozenset(
    "app appimage apk bat bin chm cmd com command cpl desktop dll dmg exe gadget hta inf jar js jse lnk msc msi msp"
    " ps1 py pyw reg run scf scr sh sys terminal url vb vbe vbs webloc workflow ws wsf wsh".split()
)
"""Endings of files that do something when they are opened."""


def checked_file(ref: str, folder: Path) -> Path:
    """The file a reference names, seen from the plan's folder; raise PlanError saying why it may not be opened."""
    text = ref.strip()
    if text.startswith(("\\\\", "//")) or any(unicodedata.category(sign) in HIDING for sign in text):
        raise PlanError("This file was not opened: it lies on another computer or hides its name.")
    try:
        path = (folder / text).resolve()
        is_there = path.is_file()
    except (OSError, ValueError, RuntimeError):
        is_there = False
    if not is_there:
        raise PlanError(f"There is no file “{text[:120]}” on this computer.")
    if path.suffix.casefold().lstrip(".") in PROGRAMS:
        raise PlanError(f"“{path.name}” was not opened: it is a program.")
    return path
