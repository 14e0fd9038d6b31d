"""Reads a stranger's file as bytes, and bytes as text: nothing larger than a plan, nothing that is no file."""

import os
import stat
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, lookup
from pathlib import Path

from launchpad.interchange.foreign.outline import refused

LARGEST = 64 << 20
"""Bytes of a file that are read at most."""
_MARKS = (
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)
"""How a file begins that says how it is written; UTF-32 begins like UTF-16."""
_PATTERNS = {"x000": "utf-32-le", "000x": "utf-32-be", "x0x0": "utf-16-le", "0x0x": "utf-16-be"}
"""Which of the first four bytes are not zero, where nothing says how a text is written."""
WESTERN = "cp1252"
LONGEST_CONTROL = 0.001
"""The share of control signs above which something is no text."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file of bearable size; raise ForeignRefused for anything else."""
    try:
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            raise refused(path.name, "it is not a file")
        if found.st_size == 0:
            raise refused(path.name, "it is empty")
        if found.st_size > LARGEST:
            raise refused(path.name, f"it is larger than {LARGEST >> 20} MB")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise refused(path.name, "there is no such file") from None
    except OSError as error:
        raise refused(path.name, f"it cannot be read ({error.strerror or 'unknown'})") from None


def known_encoding(data: bytes) -> str | None:
    """How bytes are written, as far as they show it: a mark, zeros in a pattern, or valid UTF-8."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if found := _PATTERNS.get("".join("x" if byte else "0" for byte in data[:4])):
        return found
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def decoded(data: bytes, encoding: str, file_name: str) -> str:
    """Bytes as text; raise ForeignRefused when they are not written that way, or are no text at all."""
    try:
        text = data.decode(lookup(encoding).name)
    except LookupError:
        raise refused(file_name, f"there is no encoding “{encoding[:40]}”; try utf-8 or cp1252") from None
    except UnicodeError:
        raise refused(file_name, f"it is not written in {encoding[:40]}; try another --encoding") from None
    signs = sum(text.count(chr(code)) for code in range(32) if code not in (9, 10, 11, 12, 13, 0x1C, 0x1D, 0x1E))
    if signs - text.count("\0") > len(text) * LONGEST_CONTROL or text.count("\0") > len(text) / 4:
        raise refused(file_name, "it is not text")
    return text
