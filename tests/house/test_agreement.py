"""What is written down in two places says the same in both."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import launchpad

ROOT = Path(__file__).parents[2]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def project() -> dict[str, Any]:
    return tomllib.loads(text("pyproject.toml"))


def runtime() -> list[Requirement]:
    return [Requirement(line) for line in project()["project"]["dependencies"]]


def development() -> list[Requirement]:
    return [Requirement(line) for line in project()["dependency-groups"]["dev"]]


def locked() -> dict[str, set[str]]:
    """Package to the versions that the lock allows; two where they depend on the Python."""
    found: dict[str, set[str]] = {}
    for name, number in re.findall(r"^([\w.-]+)==([^ ]+) ", text("requirements.lock"), re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(number)
    return found


def targets() -> set[str]:
    return set(re.findall(r"^([a-z][\w-]*):", text("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("requirement", [*runtime(), *development()], ids=lambda requirement: requirement.name)
def test_the_lock_holds_what_the_project_asks_for(requirement: Requirement) -> None:
    versions = locked().get(canonicalize_name(requirement.name), set())

    assert versions
    assert all(requirement.specifier.contains(number) for number in versions)


def test_every_line_of_the_lock_has_a_hash_and_none_names_a_server() -> None:
    entries = re.split(r"^(?=\w)", text("requirements.lock"), flags=re.MULTILINE)[1:]

    assert len(entries) > 40
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text("requirements.lock")


def test_qt_stays_below_the_release_that_ends_python_3_11() -> None:
    qt = next(requirement for requirement in runtime() if requirement.name == "PySide6-Essentials")

    assert "6.11.3" in qt.specifier
    assert "6.12.0" not in qt.specifier
    assert version("PySide6-Essentials") in locked()["pyside6-essentials"]


def test_the_oldest_python_is_the_same_everywhere() -> None:
    oldest = project()["project"]["requires-python"].removeprefix(">=")

    assert f"sys.version_info < ({oldest.replace('.', ', ')})" in text("Makefile")
    assert project()["tool"]["ruff"]["target-version"] == f"py{oldest.replace('.', '')}"
    assert f"--python-version {oldest}" in text("requirements.lock")
    assert f"Python {oldest}" in text("README.md")


def test_the_version_that_is_installed_is_the_one_of_the_source() -> None:
    assert version("launchpad") == launchpad.__version__


@pytest.mark.parametrize("requirement", runtime(), ids=lambda requirement: requirement.name)
def test_contributing_says_what_a_dependency_is_for(requirement: Requirement) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(requirement.name)}(?![\w-])", text("CONTRIBUTING.md"), re.IGNORECASE)


def test_the_readme_tells_how_to_run_and_how_to_test() -> None:
    assert "make run" in text("README.md")
    assert "make test" in text("README.md")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_make_command_on_a_page_exists(page: str) -> None:
    named = set(re.findall(r"(?:`|^ *(?:\$ )?)make ([a-z][\w-]*)", text(page), re.MULTILINE))

    assert named - targets() == set()


def test_every_target_of_the_makefile_is_called_by_its_name_only() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", text("Makefile").replace("\\\n", " "), re.MULTILINE)

    assert phony
    assert set(phony[1].split()) == targets()


def test_the_build_server_only_calls_make() -> None:
    lines = [line for line in text(".ci/run").splitlines() if line and not line.startswith("#")]

    assert lines[-2:] == ["export CI=true", "exec make test"]
