"""Names and keys for what had others before."""

import re
import unicodedata

from launchpad.interchange.foreign.outline import Item

LONGEST_NAME = 200
LONGEST_KEY = 40
WORDS = 4
"""Of a title, that make its key."""


def short(text: str) -> str:
    """A text as one line that is no longer than a name may be."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1]}…"


def free_key(item: Item, taken: dict[str, int]) -> str:
    """A key that nothing has yet: the one people said in the other program, or words of the title."""
    own = re.sub(r"[^\w.\-]+", "-", item.key).strip("-")[:LONGEST_KEY]
    return unique(own or "-".join(slug(item.title).split("-")[:WORDS]) or "task", taken)


def slug(text: str) -> str:
    """The letters and digits of a text, small and plain, with hyphens between words."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST_KEY].strip("-")


def unique(stem: str, taken: dict[str, int]) -> str:
    """The stem, numbered where it is taken already. `taken` holds each key in small letters and its next number."""
    key, number = stem, taken.get(stem.casefold(), 1)
    while key.casefold() in taken:
        number += 1
        key = f"{stem}-{number}"
    taken[stem.casefold()] = number
    taken.setdefault(key.casefold(), 1)
    return key
