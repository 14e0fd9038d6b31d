"""Workbooks changed below the level at which programs see them: their parts, as bytes."""

from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

PLAN = "xl/worksheets/sheet2.xml"
STRINGS = "xl/sharedStrings.xml"
Rewrite = Callable[[bytes], bytes]


def with_parts(source: Path, rewrites: Mapping[str, Rewrite], name: str = "changed.xlsx") -> Path:
    """The workbook with some parts rewritten; the name ``*`` stands for every part."""
    target = source.with_name(name)
    same: Rewrite = bytes
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            rewrite = rewrites.get(info.filename, rewrites.get("*", same))
            new.writestr(info.filename, rewrite(old.read(info)))
    return target


def with_part(source: Path, name: str, change: Rewrite) -> Path:
    """The workbook with one part changed."""
    return with_parts(source, {name: change})


def without(source: Path, *names: str) -> Path:
    """The workbook without parts whose names begin so."""
    target = source.with_name("without.xlsx")
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            if not info.filename.startswith(names):
                new.writestr(info.filename, old.read(info))
    return target
