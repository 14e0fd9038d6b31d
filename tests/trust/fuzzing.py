"""A coverage-guided fuzzer over one reader: files that reach new code are kept and spoiled further.

    python -m tests.trust.fuzzing READER RUNS FOLDER

The last line says how many files were tried, the most memory that was held and the longest that one file took.
"""

import importlib
import os
import random
import sys
import time
from pathlib import Path
from typing import Any

import atheris

SECONDS, MEGABYTES = 10, 350
WORDS = (
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]> ]]> <![CDATA[ &#0; &#xD800; xsi:nil NA 9999-12-31"
    " 0000-00-00 1e308 -1 99999999999 T-21 2026-11-10 =1+1 &a *a !!python/object <<: ~ | > { [ \\ud800 PT8H0M0S %"
)


def main() -> None:
    name, runs, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    with atheris.instrument_imports(include=["launchpad"], enable_loader_override=False):
        readers = importlib.import_module("tests.trust.readers")
    reader = readers.READERS[name]
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(reader.seeds(folder)):
        (corpus / str(number)).write_bytes(seed)
    words = folder / "words"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in WORDS.split()))
    options = [
        f"-timeout={SECONDS}",
        "-rss_limit_mb=0",
        "-max_len=1000000",
        f"-dict={words}",
        "-seed=1",
        "-verbosity=0",
    ]
    trial = Trial(readers.try_one, reader, folder, runs)
    atheris.Setup(
        [sys.argv[0], str(corpus), *options, f"-artifact_prefix={folder}/"],
        trial.one,
        custom_mutator=trial.mutate,
    )
    atheris.Fuzz()


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


class Trial:
    """Counts files and ends the process after the last."""

    def __init__(self, try_one: Any, reader: Any, folder: Path, runs: int) -> None:
        self._try_one, self._reader, self._runs = try_one, reader, runs
        self._path = folder / f"tried{reader.suffix}"
        self._done = self._refused = 0
        self._longest = 0.0

    def mutate(self, content: bytes, most: int, seed: int) -> bytes:
        spoiled = self._reader.spoil(content, random.Random(seed), lambda piece: atheris.Mutate(piece, len(piece) + 64))
        return bytes(spoiled[:most])

    def one(self, content: bytes) -> None:
        begun = time.monotonic()
        self._refused += bool(self._try_one(self._reader, self._path, content))
        self._longest = max(self._longest, time.monotonic() - begun)
        self._done += 1
        if self._done >= self._runs:
            self._end()

    def _end(self) -> None:
        status = Path("/proc/self/status").read_text()
        megabytes = int(status.partition("VmHWM:")[2].split()[0]) >> 10
        told = f"{self._done:,} files, {self._refused:,} refused in a sentence"
        sys.stdout.write(f"{told}, {megabytes} MB, longest {self._longest:.1f} s\n")
        sys.stdout.flush()
        os._exit(0 if megabytes < MEGABYTES else 1)


if __name__ == "__main__":
    main()
