"""Which links and files may be opened, and how: the one place that decides it.

Plans come from other people. A link is opened only when it shows where it leads: http, https or mailto, without a
user before the host, without signs that hide or turn text. A file is opened only when it is there and no program.
"""

import re
import unicodedata
from pathlib import Path
from urllib.parse import urlsplit

from launchpad.domain.errors import PlanError

WEB = frozenset({"http", "https"})
MAIL = "mailto"
PROGRAMS = frozenset(
    "app appimage apk bat bin chm cmd com command cpl desktop dll dmg exe gadget hta inf jar js jse lnk msc msi msp"
    " ps1 py pyw reg run scf scr sh sys terminal url vb vbe vbs webloc workflow ws wsf wsh".split()
)
"""Endings of files that do something when they are opened."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_HIDING = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})


def is_link(ref: str) -> bool:
    """Whether a reference is meant as a link rather than a file."""
    return _SCHEME.match(ref.strip()) is not None and not re.match(r"[A-Za-z]:[\\/]", ref.strip())


def checked_link(ref: str) -> str:
    """The link as it may be opened; raise PlanError saying why it may not."""
    link = ref.strip()
    if any(unicodedata.category(sign) in _HIDING or sign in ' \\"<>' for sign in link):
        raise PlanError("This link was not opened: it holds signs that hide where it leads.")
    try:
        parts = urlsplit(link)
        host = parts.hostname
    except ValueError:
        raise PlanError("This link was not opened: it cannot be read.") from None
    scheme = parts.scheme.casefold()
    if scheme == MAIL and not parts.netloc and "attach" not in parts.query.casefold():
        return link
    if scheme not in WEB or not host:
        raise PlanError("This link was not opened: only web and mail addresses are.")
    if "@" in parts.netloc:
        raise PlanError("This link was not opened: it names a user before the address it leads to.")
    return link


def checked_file(ref: str, folder: Path) -> Path:
    """The file a reference names, seen from the plan's folder; raise PlanError saying why it may not be opened."""
    text = ref.strip()
    if text.startswith(("\\\\", "//")) or any(unicodedata.category(sign) in _HIDING for sign in text):
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


def host_of(ref: str) -> str:
    """Where a link leads, for a person to see; empty for a file."""
    try:
        return urlsplit(ref.strip()).hostname or "" if is_link(ref) else ""
    except ValueError:
        return ""
