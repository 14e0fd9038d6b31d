"""The script that looks for Debian packages, on systems made of stand-ins."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "debian_packages.sh"
SHELL = shutil.which("sh") or "sh"
TOOLS = ("sh", "awk", "cat", "grep", "mktemp", "rm", "tr")
ALL = """libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0 libxcb-icccm4
    libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 xvfb xauth libreoffice-calc-nogui python3-uno
    poppler-utils fonts-crosextra-carlito fonts-liberation strace chromium-headless-shell""".split()
QT = ALL[:12]
PACKAGING = "binutils desktop-file-utils shared-mime-info xvfb xauth x11-apps x11-utils".split()


@dataclass
class System:
    """A machine whose programs are stand-ins in one folder."""

    programs: Path

    def program(self, name: str, script: str) -> None:
        path = self.programs / name
        path.write_text(f"#!{SHELL}\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def installed(self, *lines: str) -> None:
        quoted = "\n".join(f"installed {line}" for line in lines)
        self.program("dpkg-query", f"cat <<'END'\n{quoted}\nEND")

    def look(self, what: str, **more: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.programs), "PYTHON": "python3", "VENV": str(self.programs / "no-venv"), **more}
        return subprocess.run(
            [SHELL, str(SCRIPT), what], env=environment, capture_output=True, text=True, timeout=30, check=False
        )

    def calls(self) -> list[str]:
        told = self.programs / "apt-get.calls"
        return told.read_text(encoding="utf-8").splitlines() if told.exists() else []


@pytest.fixture
def debian(tmp_path: Path) -> System:
    """A Debian where the person is not root and only Python is there."""
    system = System(tmp_path)
    for name in TOOLS:
        os.symlink(shutil.which(name) or name, tmp_path / name)
    system.program("python3", "exit 0")
    system.program("id", "echo 1000")
    system.program("apt-get", 'echo "$@" >> "${0%/*}/apt-get.calls"')
    system.installed("libc6, ")
    return system


def test_nothing_is_said_or_done_where_all_is_there(debian: System) -> None:
    debian.installed(*(f"{name}, " for name in ALL))

    done = debian.look("test")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert debian.calls() == []


def test_running_needs_the_window_s_libraries_and_nothing_of_the_tests(debian: System) -> None:
    debian.installed(*(f"{name}, " for name in QT))

    assert debian.look("run").returncode == 0


def test_packaging_needs_no_office(debian: System) -> None:
    debian.installed(*(f"{name}, " for name in (*QT, *PACKAGING)))

    assert debian.look("package").returncode == 0


def test_packaging_wants_python_s_own_library(debian: System) -> None:
    debian.installed(*(f"{name}, " for name in (*QT, *PACKAGING)))
    debian.program("python3", 'case "$2" in *CDLL*) exit 1 ;; *print*) echo python3.11 ;; esac')

    assert debian.look("package").stderr.endswith(" libpython3.11\n")


def test_a_person_who_is_not_root_is_told_one_line(debian: System) -> None:
    debian.installed(*(f"{name}, " for name in ALL if name not in ("xvfb", "libegl1")))

    done = debian.look("test")

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.endswith("sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 xvfb\n")
    assert debian.calls() == []


def test_root_gets_only_what_is_missing_and_waits_for_the_lock(debian: System) -> None:
    debian.program("id", "echo 0")
    debian.installed(*(f"{name}, " for name in ALL if name not in ("xvfb", "libegl1")))

    assert debian.look("test").returncode == 0

    update, install = debian.calls()
    assert update.endswith(" update")
    assert "DPkg::Lock::Timeout=500" in install
    assert install.endswith(" install -y --no-install-recommends libegl1 xvfb")


def test_ubuntu_has_no_browser_as_a_package(debian: System) -> None:
    debian.installed(*(f"{name}, " for name in ALL if name != "chromium-headless-shell"))
    release = debian.programs / "os-release"

    for name, code in (("ubuntu", 0), ("debian", 1)):
        release.write_text(f"ID={name}\n", encoding="utf-8")
        assert debian.look("test", OS_RELEASE=str(release)).returncode == code


def test_root_reads_what_apt_said_when_it_fails(debian: System) -> None:
    debian.program("id", "echo 0")
    debian.program("apt-get", 'case "$*" in *install*) echo "no such package"; exit 100 ;; esac')

    done = debian.look("test")

    assert done.returncode == 1
    assert "no such package" in done.stderr


def test_a_python_without_venv_is_missing_a_package_even_to_run(debian: System) -> None:
    debian.installed(*(f"{name}, " for name in QT))
    debian.program("python3", "exit 1")

    done = debian.look("run")

    assert done.stderr.endswith(" python3-venv\n")


def test_the_larger_libreoffice_will_do(debian: System) -> None:
    debian.installed(*(f"{name}, " for name in ALL if name != "libreoffice-calc-nogui"), "libreoffice-calc, ")

    assert debian.look("test").returncode == 0


def test_a_package_that_provides_the_name_will_do(debian: System) -> None:
    others = (f"{name}, " for name in ALL if name != "libglib2.0-0")
    debian.installed(*others, "libglib2.0-0t64, libglib2.0-0 (= 2.80.0-6), libglib2.0-0-any")

    assert debian.look("test").returncode == 0


def test_another_system_is_told_in_a_sentence_what_the_tests_want(debian: System) -> None:
    (debian.programs / "apt-get").unlink()

    done = debian.look("test")

    assert done.returncode == 0
    assert len(done.stderr.splitlines()) == 1
    assert "LibreOffice" in done.stderr
