"""What one XML part of a workbook may hold: no document type, and no more than a plan could need."""

import re
from collections import Counter
from xml.parsers import expat

DEEPEST = 64
MOST_ELEMENTS = 12_000_000
LONGEST_TAG = 1 << 20
LONGEST_FORMAT = 255
MOST: dict[str, int] = {
    "c": 1_500_000,
    "row": 1_048_576,
    "filled row": 200_000,
    "si": 1_000_000,
    "mergeCell": 50_000,
    "xf": 65_536,
    "font": 65_536,
    "fill": 65_536,
    "border": 65_536,
    "numFmt": 65_536,
    "sheet": 500,
    "definedName": 50_000,
    "Relationship": 5_000,
    "col": 16_384,
}
"""Elements of one name that a part has at most."""
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_WATCHED = frozenset(MOST)
_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


class Refusal(Exception):
    """Why a file is not read, as the middle of a sentence."""


class PartGuard:
    """Walks a part as it is unpacked; `feed` and `close` raise Refusal for what no honest workbook holds."""

    def __init__(self, name: str) -> None:
        self._counts: Counter[str] = Counter()
        self._elements = self._depth = self._since_tag = 0
        self._is_sheet = "worksheets/" in name
        self._row_is_filled = False
        parser = self._parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.XmlDeclHandler = self._declared
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def feed(self, chunk: bytes) -> None:
        """Walk the next bytes."""
        before = self._parser.CurrentByteIndex
        self._parse(chunk, False)
        moved = self._parser.CurrentByteIndex > before
        self._since_tag = 0 if moved else self._since_tag + len(chunk)
        if self._since_tag > LONGEST_TAG:
            raise Refusal("it holds a tag that never ends")

    def close(self) -> None:
        """The part is at its end."""
        self._parse(b"", True)

    def _parse(self, chunk: bytes, last: bool) -> None:
        try:
            self._parser.Parse(chunk, last)
        except expat.ExpatError:
            raise Refusal("a part of it is damaged") from None

    def _doctype(self, *_: object) -> None:
        raise Refusal("it declares XML entities, which no workbook needs")

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        if (encoding or "utf-8").casefold() not in ("utf-8", "utf8", "utf-16", "us-ascii"):
            raise Refusal("it is written in an encoding that workbooks do not use")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > DEEPEST or self._elements > MOST_ELEMENTS:
            raise Refusal("it holds more than any plan")
        name = tag.rpartition(":")[2]
        if name in _WATCHED:
            self._watch(name, attributes)

    def _end(self, _tag: str) -> None:
        self._depth -= 1

    def _watch(self, name: str, attributes: dict[str, str]) -> None:
        self._count(name)
        if name == "c":
            if not self._row_is_filled:
                self._count("filled row")
            self._row_is_filled = True
            if "r" in attributes:
                _require_place(attributes["r"])
        elif name == "row":
            self._row_is_filled = False
            if "r" in attributes and self._is_sheet:
                _require_number(attributes["r"])
        elif name == "numFmt" and len(attributes.get("formatCode", "")) > LONGEST_FORMAT:
            raise Refusal("it holds a number format that is no number format")

    def _count(self, name: str) -> None:
        self._counts[name] += 1
        if self._counts[name] > MOST[name]:
            raise Refusal("it holds more than any plan")


def _require_place(place: str) -> None:
    match = _CELL.fullmatch(place)
    if match is None or int(match[2]) > LAST_ROW or _column(match[1]) > LAST_COLUMN:
        raise Refusal("it has a cell outside any sheet")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _require_number(text: str) -> None:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= LAST_ROW:
        raise Refusal("it has a row outside any sheet")
