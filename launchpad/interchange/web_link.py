"""Which links may be opened or written down as links: the one place that decides it.

Plans come from other people. A link counts only when it shows where it leads: http, https or mailto, without a user
before the host, without signs that hide or turn text.
"""

import re
import unicodedata
from urllib.parse import urlsplit

from launchpad.domain.errors import PlanError

WEB = frozenset({"http", "https"})
MAIL = "mailto"
HIDING = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
"""Kinds of signs, as Unicode calls them, that hide text or turn it."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")


def is_link(ref: str) -> bool:
    """Whether a reference is meant as a link rather than a file."""
    return _SCHEME.match(ref.strip()) is not None and not re.match(r"[A-Za-z]:[\\/]", ref.strip())


def checked_link(ref: str) -> str:
    """The link as it may be opened; raise PlanError saying why it may not."""
    link = ref.strip()
    if any(unicodedata.category(sign) in HIDING or sign in ' \\"<>' for sign in link):
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


def host_of(ref: str) -> str:
    """Where a link leads, for a person to see; empty for a file."""
    try:
        return urlsplit(ref.strip()).hostname or "" if is_link(ref) else ""
    except ValueError:
        return ""


def link_or_nothing(ref: str) -> str:
    """The link if it may be opened, else empty."""
    try:
        return checked_link(ref)
    except PlanError:
        return ""
