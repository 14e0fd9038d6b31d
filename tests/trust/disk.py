"""A disk that loses power: which bytes and names may be there afterwards, given what was asked of it before.

What was synced stays. Of the rest any part may be there: writes are dropped, torn into sectors and done in another
order; names given and taken are kept or not until their folder is synced.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.trust.recorder import Call

SECTOR = 512


@dataclass
class Inode:
    """A file's content: what is surely on the platter, and what was asked since."""

    safe: bytearray = field(default_factory=bytearray)
    pending: list[Call] = field(default_factory=list)
    length: int = 0
    """Bytes, as the process sees them."""

    def sync(self) -> None:
        for call in self.pending:
            _apply(self.safe, call)
        self.pending.clear()

    def remains(self, chance: random.Random) -> bytes:
        """What may be found of it after the power failed."""
        left = bytearray(self.safe)
        for call in _survivors(self.pending, chance):
            _apply(left, call, chance)
        return bytes(left)


def _survivors(pending: list[Call], chance: random.Random) -> list[Call]:
    kept = [call for call in pending if chance.random() < 0.5]
    what = chance.random()
    if what < 0.2:
        return []
    if what < 0.4:
        return pending
    if what < 0.6:
        return pending[: chance.randrange(len(pending) + 1)]
    if what < 0.8:
        chance.shuffle(kept)
    return kept


def _apply(content: bytearray, call: Call, chance: random.Random | None = None) -> None:
    if call.name == "truncate":
        del content[call.at :]
        content.extend(bytes(call.at - len(content)))
        return
    end = call.at + len(call.content)
    gap = max(0, end - len(content))
    content.extend(bytes(gap) if chance is None or chance.random() < 0.5 else chance.randbytes(gap))
    is_torn = chance is not None and chance.random() < 0.25
    for begin in range(0, len(call.content), SECTOR):
        if not is_torn or (chance is not None and chance.random() < 0.5):
            piece = call.content[begin : begin + SECTOR]
            content[call.at + begin : call.at + begin + len(piece)] = piece


class Disk:
    """One folder on a disk. Names are changed at once for the process and later for the platter."""

    def __init__(self, found: dict[str, bytes]) -> None:
        """Begin with files that are safely there."""
        self.names = {name: Inode(bytearray(content), length=len(content)) for name, content in found.items()}
        self._safe_names = dict(self.names)
        self._renamed: list[tuple[tuple[str, Inode | None], ...]] = []
        self.said: list[str] = []

    def do(self, calls: Iterable[Call]) -> None:
        """Do what was asked."""
        for call in calls:
            self._do(call)

    def _do(self, call: Call) -> None:
        if call.name == "say":
            self.said += call.content.decode().split("\n")[:-1]
        elif call.name == "create":
            if call.path not in self.names:
                self._name((call.path, Inode()))
        elif call.name == "unlink":
            self._name((call.path, None))
        elif call.name == "link":
            self._name((call.other, self.names[call.path]))
        elif call.name == "rename":
            self._name((call.other, self.names[call.path]), (call.path, None))
        elif call.name == "sync" and call.path not in self.names:
            self._sync_names(call.path)
        elif call.name == "sync":
            self.names[call.path].sync()
        else:
            self._ask(self.names[call.path], call)

    def _ask(self, inode: Inode, call: Call) -> None:
        if call.name == "append":
            call = Call("write", call.path, call.content, inode.length)
        inode.length = call.at if call.name == "truncate" else max(inode.length, call.at + len(call.content))
        inode.pending.append(call)

    def _name(self, *changes: tuple[str, Inode | None]) -> None:
        """Change names in one step, which happens whole or not at all."""
        self._renamed.append(changes)
        _rename(self.names, changes)

    def _sync_names(self, folder: str) -> None:
        """Names of files in this folder are safe now; a step that also changes another folder's is a step still."""
        left = []
        for changes in self._renamed:
            if any(name.rpartition("/")[0] == folder for name, _ in changes):
                _rename(self._safe_names, changes)
            else:
                left.append(changes)
        self._renamed = left

    def remains(self, chance: random.Random) -> dict[str, bytes]:
        """Files that may be found after the power failed now."""
        names = dict(self._safe_names)
        steps = [step for step in self._renamed if chance.random() < 0.5]
        if chance.random() < 0.5:
            steps = self._renamed[: chance.randrange(len(self._renamed) + 1)]
        for step in steps:
            _rename(names, step)
        return {name: inode.remains(chance) for name, inode in names.items()}


def _rename(names: dict[str, Inode], changes: Iterable[tuple[str, Inode | None]]) -> None:
    for name, inode in changes:
        if inode is None:
            names.pop(name, None)
        else:
            names[name] = inode


def read_folder(folder: Path) -> dict[str, bytes]:
    """The files in a folder and below, by their path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write_folder(folder: Path, files: dict[str, bytes]) -> None:
    """Put files into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
