"""LibreOffice as a second opinion on our workbooks: opens them without a window and saves what it computed."""

import json
import os
import signal
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from tests.tools import miss

XLSX = "xlsx:Calc MS Excel 2007 XML"
ODS = "ods:calc8"
PDF = "pdf:calc_pdf_Export"

# By itself LibreOffice trusts the values stored in a workbook. 0 means: always compute them anew.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
</oor:items>
"""


@dataclass
class LibreOffice:
    program: str
    folder: Path  # the profile and all results lie here
    timeout: int = 300  # seconds for one call, whatever the number of files
    _numbers: "count[int]" = field(default_factory=count)

    def __post_init__(self) -> None:
        self._profile = self.folder / "profile"
        (self._profile / "user").mkdir(parents=True)
        (self._profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")

    def recalculate(self, paths: Iterable[Path]) -> Path:
        """Return a folder with every workbook under its own name, all formulas computed anew."""
        return self._convert(XLSX, ".xlsx", paths)

    def to_ods(self, paths: Iterable[Path]) -> Path:
        """Return a folder with every file as NAME.ods."""
        return self._convert(ODS, ".ods", paths)

    def to_pdf(self, paths: Iterable[Path]) -> Path:
        """Return a folder with every file as NAME.pdf."""
        return self._convert(PDF, ".pdf", paths)

    def run_script(self, script: Path, asked: Mapping[str, object]) -> None:
        """Start LibreOffice and a script that works in it through its Python bridge, and ends it when it is done.

        The script gets `asked`, and the name of the pipe that leads to LibreOffice, as JSON. Its last word is "done";
        how its process ends is no measure, since the bridge may crash when LibreOffice goes first.
        """
        pipe = f"launchpad-{os.getpid()}-{next(self._numbers)}"
        told = self.folder / f"{pipe}.json"
        told.write_text(json.dumps({**asked, "pipe": pipe}), encoding="utf-8")
        with told.open("rb") as asking:
            bridge = subprocess.Popen(
                [python_with_uno(), str(script)],
                stdin=asking,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
        with bridge:
            self._call("--invisible", f"--accept=pipe,name={pipe};urp;")
            said, _ = bridge.communicate(timeout=60)
        assert said.endswith("done"), f"the script ended with {bridge.returncode}:\n{said}"

    def _convert(self, to: str, suffix: str, paths: Iterable[Path]) -> Path:
        sources = [path.resolve() for path in paths]
        results = self.folder / f"results-{next(self._numbers)}"
        wanted = {results / f"{source.stem}{suffix}" for source in sources}
        assert len(wanted) == len(sources) > 0, "every file needs a name of its own"
        said = self._call("--convert-to", to, "--outdir", str(results), *map(str, sources))
        missing = sorted(path.name for path in wanted if not path.is_file())
        assert not missing, f"LibreOffice made no {missing}:\n{said}"  # it exits 0 even then
        return results

    def _call(self, *arguments: str) -> str:
        command = [
            self.program,
            f"-env:UserInstallation={self._profile.as_uri()}",
            "--headless",
            "--norestore",
            *arguments,
        ]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
        )
        try:
            said, _ = process.communicate(timeout=self.timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # soffice starts the real program as a child
            said, _ = process.communicate()
            raise AssertionError(f"LibreOffice took more than {self.timeout} s:\n{said}") from None
        assert process.returncode == 0, f"LibreOffice ended with {process.returncode}:\n{said}"
        return said


def python_with_uno() -> str:
    """The system's Python, which has LibreOffice's bridge, or the end of the test."""
    python = "/usr/bin/python3"
    if subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode:
        miss("Python's bridge to LibreOffice is not installed (Debian: python3-uno)")
    return python
