"""Signs that cannot be seen, made visible: those that turn the order of reading, and those that hide in a word."""

import re

MARK = "\N{REPLACEMENT CHARACTER}"

_KEPT = "(\U0001f3f4[\U000e0020-\U000e007f]+)"  # a flag of a region, in which these signs are its letters
_TURNING = "\u202a-\u202e\u2066-\u2069"
_EMPTY = "\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0001-\U000e007f"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_JOINING = "(?<=[ -~])[\u061c\u200c-\u200f](?=[ -~])"  # of use in other scripts and in emoji, not between ASCII letters
_HIDDEN = re.compile(f"{_KEPT}|[{_TURNING}{_EMPTY}{_CONTROL}]|{_JOINING}")


def visible(text: str) -> str:
    """`text` as it may be shown: what would reorder or hide what is read is a mark instead."""
    return text if text.isascii() and text.isprintable() else _HIDDEN.sub(_shown, text)


def _shown(match: "re.Match[str]") -> str:
    return match[1] or MARK
