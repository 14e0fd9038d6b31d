"""Reading files in a process of its own, which the system ends when it takes more than it may."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

PROCESSOR, MEGABYTES = 40, 350
"""Seconds of processor time, however busy the machine is, and memory at its highest."""
_CODE = """
import pathlib, resource, sys
from launchpad.domain.errors import PlanError
from launchpad.interchange.homecoming.reading import read_workbook
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[1]), int(sys.argv[1]) + 1))
for name in sys.argv[2:]:
    try:
        read_workbook(pathlib.Path(name))
        print("read")
    except PlanError as refusal:
        print(refusal)
# the kernel's own mark: the one of getrusage begins with what the process was forked from
print(int(pathlib.Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) // 1024)
"""


def read_in_bounds(paths: Iterable[Path]) -> list[str]:
    """What reading each file ends in: ``read`` or the refusal; fail when it took too long or too much memory."""
    command = [sys.executable, "-c", _CODE, str(PROCESSOR), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr or f"ended by signal {-done.returncode}"
    *outcomes, highest = done.stdout.splitlines()
    assert int(highest) < MEGABYTES
    return outcomes
