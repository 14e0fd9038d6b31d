"""What a process asked of the disk, in order: its system calls on the files of one folder, as strace saw them."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.tools import miss, needed_tool

ROOT = Path(__file__).parent.parent.parent
ACKNOWLEDGED = "acknowledged"
"""The file into which a recorded process writes what it calls done: its lines are marks in the record."""
CALLS = (
    "openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,unlink,unlinkat,rmdir,mkdir,"
    "mkdirat,rename,renameat,renameat2,link,linkat,fsync,fdatasync,sync_file_range,copy_file_range,sendfile,symlink"
)
HARMLESS = frozenset({"mkdir", "rmdir", "mkdirat"})
"""Folders come and go; what lies in them is named by its whole path."""

_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)(?:<(.*)>)?(?: .*)?$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_HANDLE = re.compile(r"^(?:AT_FDCWD|\d+)<((?:\\x[0-9a-f]{2})*)>")
_RESUMED = re.compile(r"^<\.\.\. (\w+) resumed>")


@dataclass(frozen=True, slots=True)
class Call:
    """One request. `name` is create, write, truncate, sync, link, rename, unlink or say; `path` is below the folder."""

    name: str
    path: str
    content: bytes = b""
    at: int = 0
    other: str = ""


def record(folder: Path, module: str, *arguments: str) -> list[Call]:
    """Run `python -m MODULE FOLDER ARGUMENT…` and return what it asked of the disk about files in the folder."""
    strace = needed_tool("strace", "strace")
    log = folder.with_suffix(".strace")
    options = ["-f", "-y", "-xx", "-s", str(2**26), "-e", f"trace={CALLS}", "-o", str(log)]
    command = [strace, *options, sys.executable, "-m", module, str(folder), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if "ptrace" in done.stderr and "not permitted" in done.stderr:
        miss("this system lets nobody watch a process (ptrace)")
    assert done.returncode == 0, done.stderr
    with log.open(encoding="ascii") as lines:
        return [each for line in _whole(lines) for each in _calls(line, folder)]


def _whole(lines: Iterator[str]) -> Iterator[str]:
    """Lines of strace with calls that were interrupted by another thread's put together again."""
    begun: dict[str, str] = {}
    for line in lines:
        pid, _, text = line.rstrip("\n").partition(" ")
        text = text.lstrip()
        if text.endswith("<unfinished ...>"):
            begun[pid] = text.removesuffix("<unfinished ...>")
        elif resumed := _RESUMED.match(text):
            yield f"{pid} {begun.pop(pid)}{text[resumed.end() :]}"
        else:
            yield f"{pid} {text}"


def _calls(line: str, folder: Path) -> Iterator[Call]:
    found = _CALL.match(line)
    if found is None or found[3].startswith("-"):
        return
    name, given, result = found[1], found[2], int(found[3])
    prefix = f"{folder}/"
    texts = [_unescaped(text) for text in _TEXT.findall(given)]
    handle = _HANDLE.match(given)
    held = "" if handle is None else _unescaped(handle[1]).decode()
    paths = [os.path.join(held, text.decode(errors="replace")) for text in texts] if "write" not in name else []
    about = [path for path in (held, *paths) if path == str(folder) or path.startswith(prefix)]
    if about and name not in HARMLESS:
        inside = [path.removeprefix(prefix) for path in paths]
        yield from _meaning(name, given, inside, held.removeprefix(prefix), texts[0][:result] if texts else b"")


def _meaning(name: str, given: str, paths: list[str], held: str, content: bytes) -> Iterator[Call]:
    numbers = [int(each) for each in re.findall(r", (-?\d+)(?=,|$)", given)]
    if name in ("openat", "open", "creat"):
        if "O_CREAT" in given or name == "creat":
            yield Call("create", paths[0])
        if "O_TRUNC" in given or name == "creat":
            yield Call("truncate", paths[0])
    elif name == "write":
        yield Call("say" if held == ACKNOWLEDGED else "append", held, content)
    elif name == "pwrite64":
        yield Call("write", held, content, numbers[-1])
    elif name == "ftruncate":
        yield Call("truncate", held, at=numbers[-1])
    elif name in ("fsync", "fdatasync"):
        yield Call("sync", "" if held.startswith("/") else held)
    elif name in ("rename", "renameat", "renameat2", "link", "linkat"):
        yield Call("link" if name.startswith("link") else "rename", paths[0], other=paths[1])
    elif name in ("unlink", "unlinkat"):
        if "AT_REMOVEDIR" not in given:
            yield Call("unlink", paths[0])
    else:
        raise AssertionError(f"the recorder does not know {name}({given[:200]})")


def _unescaped(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
