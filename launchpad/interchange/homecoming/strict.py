"""The strict kind of workbook, whose parts are the same under other names: read by giving them the usual ones."""

import tempfile
from pathlib import Path
from typing import IO
from zipfile import ZIP_STORED, ZipFile

from launchpad.interchange.homecoming.limits import Refusal

_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMES = {
    _STRICT + b"spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    _STRICT + b"officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    _STRICT + b"drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
}
LARGEST = 96 << 20
"""Bytes, unpacked, of a strict workbook that is read at most."""
IN_MEMORY = 16 << 20


def is_strict(path: Path) -> bool:
    """Whether a workbook is of the strict kind."""
    with ZipFile(path) as parts, parts.open("_rels/.rels") as relations:
        return _STRICT in relations.read(1 << 16)


def as_usual(path: Path) -> IO[bytes]:
    """A copy of a strict workbook with the usual names, in a file of its own that is gone when it is closed."""
    copy = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # whoever asked closes it
    with ZipFile(path) as old, ZipFile(copy, "w", ZIP_STORED) as new:
        if sum(info.file_size for info in old.infolist()) > LARGEST:
            raise Refusal("it is a strict workbook, and too large; save it as an ordinary .xlsx")
        for info in old.infolist():
            content = old.read(info)
            for name, usual in _NAMES.items():
                content = content.replace(name, usual)
            new.writestr(info, content)
    copy.seek(0)
    return copy
