"""Records in the pages of a damaged SQLite file, read without SQLite: page by page, cell by cell.

What the bytes mean is said in “SQLite Database File Format” (sqlite.org/fileformat2.html).

Of a page that is damaged, the cells that still make sense are read. Nothing here trusts a number in the file.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

Value = None | int | float | str | bytes

USUAL_SIZE = 4096
"""Bytes of a page where the header does not say."""
HEADER = 100
"""Bytes of the file's header, at the beginning of the first page."""
SCHEMA_ROOT = 1
_LEAF, _INTERIOR = 0x0D, 0x05
_WHOLE_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Serial type → bytes of the number."""


class Nonsense(Exception):
    """What was read cannot be what SQLite wrote."""


class Record(NamedTuple):
    """A line of a table: its row number and its values by column."""

    rowid: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A tree of pages: the leaves that were reached, and whether all of it could be followed."""

    leaves: tuple[int, ...]
    is_whole: bool


class Pages:
    """The content of a file as pages, numbered from 1."""

    def __init__(self, content: bytes) -> None:
        size = int.from_bytes(content[16:18], "big")
        size = 65536 if size == 1 else size
        self.size = size if size in {2**power for power in range(9, 17)} else USUAL_SIZE
        self.count = len(content) // self.size
        self._content = content

    def _page(self, number: int) -> bytes:
        if not 1 <= number <= self.count:
            raise Nonsense
        return self._content[(number - 1) * self.size : number * self.size]

    def leaves(self) -> Iterator[int]:
        """Every page that looks like a leaf of a table."""
        for number in range(1, self.count + 1):
            if self._kind(number) == _LEAF:
                yield number

    def _kind(self, number: int) -> int:
        return self._page(number)[HEADER if number == 1 else 0]

    def branch(self, root: int) -> Branch:
        """Follow the tree of a table from its root."""
        leaves: dict[int, None] = {}
        seen: set[int] = set()
        wanted, is_whole = [root], True
        while wanted:
            number = wanted.pop()
            is_new = number not in seen
            seen.add(number)
            try:
                kind = self._kind(number) if is_new else 0
                if kind == _LEAF:
                    leaves[number] = None
                elif kind == _INTERIOR:
                    wanted += self._children(number)
                else:
                    is_whole = False
            except Nonsense:
                is_whole = False
        return Branch(tuple(leaves), is_whole)

    def _children(self, number: int) -> list[int]:
        page = self._page(number)
        head = HEADER if number == 1 else 0
        children = [int.from_bytes(page[place : place + 4], "big") for place in self._places(page, head, 12)]
        return [*children, int.from_bytes(page[head + 8 : head + 12], "big")]

    def _places(self, page: bytes, head: int, length: int) -> list[int]:
        """Where the cells of a page begin; `length` is that of the page's own head."""
        count = int.from_bytes(page[head + 3 : head + 5], "big")
        end = head + length + 2 * count
        if end > self.size:
            raise Nonsense
        return [int.from_bytes(page[at : at + 2], "big") for at in range(head + length, end, 2)]

    def records(self, number: int) -> tuple[list[Record], int]:
        """Return the records of a leaf, and how many of its cells make no sense (at least one if the page does not)."""
        page, found, lost = self._page(number), [], 0
        try:
            places = self._places(page, HEADER if number == 1 else 0, 8)
        except Nonsense:
            return [], 1
        for place in places:
            try:
                found.append(self._record(page, place))
            except (Nonsense, UnicodeDecodeError):
                lost += 1
        return found, lost

    def _record(self, page: bytes, place: int) -> Record:
        length, place = _varint(page, place)
        rowid, place = _varint(page, place)
        return Record(_signed(rowid), tuple(_values(self._payload(page, place, length))))

    def _payload(self, page: bytes, place: int, length: int) -> bytes:
        """The bytes of a record: those in its cell, and those that flowed over into pages of their own."""
        if length > len(self._content):
            raise Nonsense
        # how much of a record stays in its cell: “SQLite Database File Format”, 1.6
        most, least = self.size - 35, (self.size - 12) * 32 // 255 - 23
        here = length
        if length > most:
            here = least + (length - least) % (self.size - 4)
            here = here if here <= most else least
        content = page[place : place + here]
        if here == length:
            return _exactly(content, length)
        follows = int.from_bytes(page[place + here : place + here + 4], "big")
        return _exactly(content + self._overflow(follows, length - here), length)

    def _overflow(self, number: int, length: int) -> bytes:
        pieces = []
        while length > 0:
            page = self._page(number)
            piece = page[4 : 4 + min(length, self.size - 4)]
            pieces.append(piece)
            length -= len(piece)
            number = int.from_bytes(page[:4], "big")
        return b"".join(pieces)


def _exactly(content: bytes, length: int) -> bytes:
    if len(content) != length:
        raise Nonsense
    return content


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """Read a number of one to nine bytes; return it and where it ends."""
    value = 0
    for number, byte in enumerate(content[at : at + 9]):
        if number == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + number + 1
    raise Nonsense


def _signed(number: int) -> int:
    return number - 2**64 if number >= 2**63 else number


def _values(payload: bytes) -> Iterator[Value]:
    """The values of a record. Its head says how long each is; together they fill the record to its last byte."""
    end, at = _varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if at != end or end + sum(map(_length, kinds)) != len(payload):
        raise Nonsense
    for kind in kinds:
        yield _value(kind, payload[at : at + _length(kind)])
        at += _length(kind)


def _length(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return 8 if kind == 7 else _WHOLE_NUMBERS.get(kind, 0)


def _value(kind: int, content: bytes) -> Value:
    if kind >= 12:
        return content.decode("utf-8") if kind % 2 else content
    if kind in _WHOLE_NUMBERS:
        return int.from_bytes(content, "big", signed=True)
    if kind == 7:
        return float(struct.unpack(">d", content)[0])
    if kind in (10, 11):
        raise Nonsense
    return {0: None, 8: 0, 9: 1}[kind]
