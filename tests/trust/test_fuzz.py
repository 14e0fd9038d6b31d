"""Whatever a file from outside holds, reading it ends in a plan or in one sentence, soon and in little memory.

`make fuzz` tries 50,000 files with each reader, guided by the code they reach; LAUNCHPAD_FUZZ says another number.
"""

import importlib.util
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools import miss
from tests.trust.readers import READERS, try_one

FEW = 25
MANY = int(os.environ.get("LAUNCHPAD_FUZZ", "300"))
ROOT = Path(__file__).parent.parent.parent


def bytes_changed(chance: random.Random) -> Callable[[bytes], bytes]:
    """A few bytes other than they were, doubled or gone."""

    def mutate(content: bytes) -> bytes:
        changed = bytearray(content)
        for _ in range(chance.choice([1, 2, 8])):
            at = chance.randrange(len(changed) + 1)
            changed[at : at + chance.choice([0, 1, 4])] = chance.choice(
                [b"", chance.randbytes(2), changed[at : at + 9]]
            )
        return bytes(changed)

    return mutate


@pytest.mark.parametrize("name", READERS)
def test_a_spoiled_file_is_read_or_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    reader, chance = READERS[name], random.Random(name)
    seeds = list(reader.seeds(tmp_path))
    assert seeds, "there is no good file to spoil"
    tried = tmp_path / f"tried{reader.suffix}"
    refused = 0
    for number in range(FEW):
        content = reader.spoil(chance.choice(seeds), chance, bytes_changed(chance)) if number else seeds[0]
        refused += bool(try_one(reader, tried, content))
    assert refused < FEW, "not even the good file was read"


@pytest.mark.slow
@pytest.mark.parametrize("name", READERS)
def test_a_fuzzer_finds_no_file_that_does_harm(name: str, tmp_path: Path, figures: Callable[[str], None]) -> None:
    if importlib.util.find_spec("atheris") is None:
        miss("there is no atheris for this system")
    command = [sys.executable, "-m", "tests.trust.fuzzing", name, str(MANY), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-6000:]}"
    figures(f"fuzz, {name}: {done.stdout.splitlines()[-1]}")
