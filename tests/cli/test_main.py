"""The door of the command line."""

import sys
from pathlib import Path

import pytest

from launchpad.cli import main


def test_help_lists_the_commands(launchpad):
    text = launchpad.done("--help").out

    for command in ("new", "open-sample", "show", "schedule", "score", "confidence", "export", "set", "demo"):
        assert command in text


def test_without_arguments_the_help_is_shown(launchpad):
    assert "Usage: launchpad" in launchpad.done().out


@pytest.mark.parametrize(
    "arguments", [["schedule"], ["score", "x.launch", "--colour"], ["confidence", "x.launch", "--samples", "many"]]
)
def test_a_usage_error_is_one_sentence_and_exit_code_2(launchpad, arguments):
    result = launchpad(*arguments)

    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert "launchpad --help" in result.err


def test_a_first_argument_that_is_no_command_is_a_file(launchpad, sample_file):
    assert "Loomtrack 4" in launchpad.done(sample_file).out
    assert "missing.launch" in launchpad.refused("missing.launch")


def test_a_mistyped_command_is_told_as_such(launchpad):
    result = launchpad("scroe", "x.launch")

    assert (result.code, result.err.startswith("There is no command and no file “scroe”")) == (2, True)


@pytest.mark.parametrize("command", ["show", "schedule", "score", "confidence", "log", "check"])
def test_every_reading_command_says_in_a_sentence_that_the_file_is_missing(launchpad, tmp_path, command):
    assert "nothing.launch" in launchpad.refused(command, tmp_path / "nothing.launch")


@pytest.mark.parametrize("command", ["show", "score", "log", "check"])
def test_a_text_file_renamed_launch_is_refused(launchpad, tmp_path, command):
    impostor = tmp_path / "notes.launch"
    impostor.write_text("Shopping list\n" * 100)

    sentence = launchpad.refused(command, impostor)

    assert "notes.launch" in sentence
    assert impostor.read_text() == "Shopping list\n" * 100


def test_an_error_of_our_own_is_told_in_a_sentence_with_a_report(launchpad, sample_file, monkeypatch):
    def break_down(*_arguments: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("launchpad.cli.answers.schedule_of", break_down)

    sentence = launchpad.refused("schedule", sample_file)

    assert "mistake of its own" in sentence
    report = sentence.rpartition(" is in ")[2].rstrip(".")
    assert "RuntimeError: a bug" in Path(report).read_text(encoding="utf-8")


def test_a_reader_that_goes_away_is_no_error(monkeypatch):
    class Gone:
        def reconfigure(self, **_options: object) -> None: ...

        def write(self, _text: str) -> int:
            raise BrokenPipeError

        def flush(self) -> None: ...

        def close(self) -> None: ...

    monkeypatch.setattr(sys, "stdout", Gone())
    monkeypatch.setattr(sys, "stderr", Gone())

    assert main(["templates"]) == 0
