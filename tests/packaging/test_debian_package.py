"""The Debian package, made of a stand-in for the built program."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.tools import needed_tool

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
VERSION = "9.8.7"
INSTALLED = """
    usr/bin/launchpad
    usr/lib/launchpad/_internal/data.txt
    usr/lib/launchpad/launchpad
    usr/share/applications/launchpad.desktop
    usr/share/doc/launchpad/copyright
    usr/share/icons/hicolor/scalable/apps/launchpad.svg
    usr/share/mime/packages/launchpad.xml
""".split()


def output(*command: object) -> str:
    """What a command prints; one that fails is shown with what it said."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What PyInstaller would have made."""
    folder = tmp_path_factory.mktemp("program") / "launchpad"
    (folder / "_internal").mkdir(parents=True)
    (folder / "launchpad").write_text("#!/bin/sh\n", encoding="utf-8")
    (folder / "launchpad").chmod(0o700)
    (folder / "_internal" / "data.txt").write_text("data", encoding="utf-8")
    (folder / "_internal" / "data.txt").chmod(0o600)
    return folder


@pytest.fixture(scope="module")
def package(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    needed_tool("dpkg-deb", "dpkg")
    out = tmp_path_factory.mktemp("out")
    return Path(output("sh", LINUX / "build_deb.sh", program, VERSION, out).strip())


def field(package: Path, name: str) -> str:
    return output("dpkg-deb", "--field", package, name).strip()


def test_it_installs_what_it_should_and_nothing_else(package: Path):
    listed = [line.split() for line in output("dpkg-deb", "--contents", package).splitlines()]
    files = sorted(words[5].removeprefix("./") for words in listed if not words[0].startswith("d"))

    assert files == INSTALLED


def test_everybody_may_read_it_and_root_owns_it(package: Path):
    modes = {
        words[5]: (words[0], words[1])
        for words in (line.split() for line in output("dpkg-deb", "--contents", package).splitlines())
    }

    assert modes["./usr/lib/launchpad/launchpad"] == ("-rwxr-xr-x", "root/root")
    assert modes["./usr/lib/launchpad/_internal/data.txt"] == ("-rw-r--r--", "root/root")


def test_its_name_says_the_version_and_the_machine(package: Path):
    machine = output("dpkg", "--print-architecture").strip()

    assert package.name == f"launchpad_{VERSION}_{machine}.deb"
    assert (field(package, "Package"), field(package, "Version")) == ("launchpad", VERSION)
    assert field(package, "Architecture") == machine


def test_it_wants_the_libraries_that_the_sources_want(package: Path):
    script = (ROOT / "packaging" / "debian_packages.sh").read_text(encoding="utf-8")
    found = re.search(r'for_qt="([^"]*)"', script)
    assert found is not None
    wanted = {choice.split("|")[0].split("(")[0].strip() for choice in field(package, "Depends").split(",")}

    assert set(found[1].split()) == wanted - {"libc6", "libstdc++6"}


def test_the_same_program_gives_the_same_package(package: Path, program: Path, tmp_path: Path):
    again = Path(output("sh", LINUX / "build_deb.sh", program, VERSION, tmp_path).strip())

    assert again.read_bytes() == package.read_bytes()


def test_the_license_travels_with_it(package: Path, tmp_path: Path):
    output("dpkg-deb", "--extract", package, tmp_path)
    told = (tmp_path / "usr/share/doc/launchpad/copyright").read_text(encoding="utf-8")

    assert "Permission is hereby granted, free of charge" in told
    assert "THE SOFTWARE IS PROVIDED" in told
