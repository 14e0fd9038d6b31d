"""What one XML part of a workbook may hold: no document type, and no more than a plan could need.

Parts are looked at as bytes, tag by tag but without a parser, so that nothing in them can cost more than reading them.
Bytes are enough because only UTF-8 is let in, where `<` is always the sign itself.
"""

import re
from collections import Counter

LONGEST_TAG = 1 << 20
"""Bytes of a tag with the text after it; a cell holds at most 32,767 characters."""
MOST: dict[bytes, int] = {
    b"c": 1_500_000,
    b"v": 1_500_000,
    b"f": 1_500_000,
    b"is": 1_500_000,
    b"t": 3_000_000,
    b"row": 1_048_576,
    b"si": 1_000_000,
    b"mergeCell": 50_000,
    b"xf": 65_536,
    b"font": 65_536,
    b"fill": 65_536,
    b"border": 65_536,
    b"numFmt": 65_536,
    b"sheet": 500,
    b"definedName": 50_000,
    b"Relationship": 5_000,
    b"col": 16_384,
}
"""Elements of one name that a part has at most."""
MOST_OTHERS = 2_000_000
"""Elements of all other names together."""

_ENCODING = re.compile(rb"""<\?xml[^>]*encoding=["']([^"']*)["']""")
_KNOWN = re.compile(rb"<(?:[\w.\-]+:)?(" + b"|".join(MOST) + rb")[\s/>]")
_FORMAT = re.compile(rb"""formatCode\s*=\s*(?:"[^"]{256,}|'[^']{256,})""")
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)")


class Refusal(Exception):
    """Why a file is not read, as the middle of a sentence."""


class PartGuard:
    """Looks at a part as it is unpacked; `feed` raises Refusal for what no honest workbook holds."""

    def __init__(self) -> None:
        self._counts: Counter[bytes] = Counter()
        self._tags = 0
        self._rest: bytes | None = None  # the last tag, which may go on

    def feed(self, chunk: bytes) -> None:
        """Look at the next bytes, and at the tags that end in them."""
        if self._rest is None:
            _require_utf8(chunk)
        data = (self._rest or b"") + chunk
        cut = max(data.rfind(b"<"), 0)
        self._look(data[:cut])
        self._rest = data[cut:]
        if len(self._rest) > LONGEST_TAG:
            raise Refusal("it holds a text longer than any cell")

    def close(self) -> None:
        """Look at the last tag."""
        self._look(self._rest or b"")

    def _look(self, tags: bytes) -> None:
        if b"<!" in tags and _DOCTYPE.search(tags):
            raise Refusal("it declares XML entities, which no workbook needs")
        if b"formatCode" in tags and _FORMAT.search(tags):
            raise Refusal("it holds a number format that is no number format")
        self._counts.update(_KNOWN.findall(tags))
        self._tags += tags.count(b"<") - tags.count(b"</")
        if any(count > MOST[name] for name, count in self._counts.items()):
            raise Refusal("it holds more than any plan")
        if self._tags - self._counts.total() > MOST_OTHERS:
            raise Refusal("it holds more than any plan")


def _require_utf8(start: bytes) -> None:
    said = _ENCODING.match(start.removeprefix(b"\xef\xbb\xbf").lstrip())
    is_wide = b"\0" in start[:4] or start[:2] in (b"\xff\xfe", b"\xfe\xff")
    if is_wide or (said is not None and said[1].lower() not in (b"utf-8", b"us-ascii")):
        raise Refusal("it is written in an encoding that workbooks do not use")
