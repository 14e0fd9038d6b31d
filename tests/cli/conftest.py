"""Running commands as a shell would, without its startup time."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from launchpad.app.new_launch import sample
from launchpad.app.session import Session
from launchpad.cli import main


@dataclass
class Result:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class CommandLine:
    """Runs commands of the command line and keeps what they print."""

    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: object) -> Result:
        self.capture.readouterr()
        code = main([str(argument) for argument in arguments])
        printed = self.capture.readouterr()
        return Result(code, printed.out, printed.err)

    def done(self, *arguments: object) -> Result:
        """Run a command that must succeed."""
        result = self(*arguments)
        assert result.code == 0, result.err
        return result

    def refused(self, *arguments: object) -> str:
        """Run a command that must fail; return its one sentence."""
        result = self(*arguments)
        assert result.code in (1, 2), f"exit {result.code}: {result.out}"
        assert result.out == ""
        assert result.err.count("\n") == 1, result.err
        assert "Traceback" not in result.err
        return result.err.strip()


@pytest.fixture
def launchpad(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(capsys)


@pytest.fixture(scope="session")
def sample_made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.launch"
    Session.create(path, sample(), "The sample launch").close()
    return path


@pytest.fixture
def sample_file(sample_made_once: Path, tmp_path: Path) -> Path:
    """A sample launch of the test's own."""
    return Path(shutil.copy(sample_made_once, tmp_path / "sample.launch"))
