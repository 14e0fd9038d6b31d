"""Lets a workbook in only after looking at it: sizes, kind, and what its parts would cost a reader.

Nothing here trusts the file: zips are measured before they are unpacked, and every part of XML is looked at before a
parser sees it.
"""

import hashlib
import os
import stat
import zlib
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from launchpad.domain.errors import PlanError
from launchpad.domain.watching import Watch, unwatched
from launchpad.interchange.homecoming.limits import PartGuard, Refusal

LARGEST_FILE = 64 << 20
LARGEST_PART = 384 << 20
LARGEST_TOTAL = 768 << 20
"""Bytes on disk, and unpacked, that are read at most."""
MOST_PARTS = 2_000
_CHUNK = 1 << 18
LOOKED_AT = 0.15
"""The share of all reading that is done when every part has been looked at."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTENT = "application/vnd.openxmlformats-officedocument."
_KINDS = {
    _CONTENT + "wordprocessingml": "a text document",
    _CONTENT + "presentationml": "a presentation",
    "application/vnd.ms-word": "a text document",
    "application/vnd.ms-powerpoint": "a presentation",
    "application/vnd.ms-excel.sheet.binary": "a binary workbook",
}
_WORKBOOK = _CONTENT + "spreadsheetml.sheet.main+xml"
_TEMPLATE = _CONTENT + "spreadsheetml.template.main+xml"


class WorkbookRefused(PlanError):
    """A file that is no workbook to merge. The text names the file and the reason, for the user."""


def admit(path: Path, watch: Watch = unwatched, act: str = "merged") -> str:
    """Check the file at `path` and return its SHA-256; raise WorkbookRefused for whatever is not to be read.

    `act` is what was to be done with it, for the sentence.
    """
    try:
        _require_file(path)
        digest = _digest(path)
        with ZipFile(path) as parts:
            _check_parts(parts, watch)
        return digest
    except Refusal as reason:
        raise refused(path, str(reason), act) from None
    except (BadZipFile, EOFError, LZMAError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error):
        raise refused(path, "it is damaged or was cut short", act) from None


def refused(path: Path, reason: str, act: str = "merged") -> WorkbookRefused:
    """The refusal of a file, in a sentence."""
    return WorkbookRefused(f"“{path.name[:120]}” cannot be {act}: {reason}. Nothing was changed.")


def _require_file(path: Path) -> None:
    try:
        found = os.stat(path)
    except FileNotFoundError:
        raise Refusal("there is no such file") from None
    if not stat.S_ISREG(found.st_mode):
        raise Refusal("it is not a file")
    if found.st_size == 0:
        raise Refusal("it is empty")
    if found.st_size > LARGEST_FILE:
        raise Refusal(f"it is larger than {LARGEST_FILE >> 20} MB")
    with path.open("rb") as file:
        _require_zip(file.read(512))


def _require_zip(start: bytes) -> None:
    if start.startswith(_OLE):
        raise Refusal("it is protected by a password, or an old .xls; save it as .xlsx without a password")
    if start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise Refusal("it is a web page or XML under another name; save it as .xlsx")
    if not start.startswith(b"PK"):
        raise Refusal("it is not a workbook; save it as .xlsx")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check_parts(parts: ZipFile, watch: Watch) -> None:
    infos = parts.infolist()
    names = [info.filename for info in infos]
    if len(infos) > MOST_PARTS or len({name.casefold() for name in names}) < len(names):
        raise Refusal("its parts are not those of a workbook")
    if all(info.flag_bits & 1 for info in infos):
        raise Refusal("it is protected by a password")
    sizes = [info.file_size for info in infos]
    if max(sizes) > LARGEST_PART or sum(sizes) > LARGEST_TOTAL:
        raise Refusal("unpacked, it would be far larger than any plan")
    _require_workbook(parts, set(names))
    seen, total = 0, max(1, sum(sizes))
    for info in infos:
        _check_part(parts, info)
        seen += info.file_size
        watch(LOOKED_AT * seen / total)


def _require_workbook(parts: ZipFile, names: set[str]) -> None:
    if "mimetype" in names:
        raise Refusal("it is an OpenDocument file; save it as .xlsx")
    if "[Content_Types].xml" not in names:
        raise Refusal("it is not a workbook; save it as .xlsx")
    types = _beginning(parts, "[Content_Types].xml")
    if "macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in names):
        raise Refusal("it holds macros; save it as .xlsx without them")
    for mark, kind in _KINDS.items():
        if mark in types:
            raise Refusal(f"it is {kind}, not a workbook")
    if _WORKBOOK not in types and _TEMPLATE not in types:
        raise Refusal("it is not a workbook; save it as .xlsx")


def _beginning(parts: ZipFile, name: str) -> str:
    with parts.open(name) as part:
        return part.read(1 << 20).decode("utf-8", errors="replace")


def _check_part(parts: ZipFile, info: ZipInfo) -> None:
    """Look at one part that a reader would parse."""
    if PurePosixPath(info.filename).suffix.lower() not in (".xml", ".rels"):
        return
    guard = PartGuard()
    read = 0
    with parts.open(info) as part:
        while chunk := part.read(_CHUNK):
            read += len(chunk)
            if read > info.file_size:
                raise Refusal("a part of it is larger than it says")
            guard.feed(chunk)
    guard.close()
