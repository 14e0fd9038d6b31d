"""A test that leaves something behind, or complains on the way, fails."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

SLOPPY = """
import logging, threading, time, warnings
import pytest
from PySide6.QtCore import qWarning

def test_that_says_nothing(): pass
def test_that_logs(): logging.getLogger("launchpad").warning("disk is slow")
def test_that_expects_the_log(caplog): logging.getLogger("launchpad").warning("disk is slow")
def test_that_logs_what_nobody_minds(): logging.getLogger("launchpad").info("opened")
def test_that_warns(): warnings.warn("old ways", DeprecationWarning)
def test_that_makes_qt_warn(): qWarning("no such slot")
def test_that_leaves_a_thread(): threading.Thread(target=time.sleep, args=(6,), name="straggler").start()
def test_whose_thread_ends_by_itself(): threading.Thread(target=time.sleep, args=(0.1,)).start()
@pytest.mark.mystery
def test_of_no_known_kind(): pass
"""


def outcomes(tests: str, folder: Path) -> str:
    path = folder / "test_sloppy.py"
    path.write_text(tests, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:xvfb", "-p", "no:cacheprovider"]
    options = ["-c", str(ROOT / "pyproject.toml"), "-rA", "--tb=no", str(path)]
    done = subprocess.run([*command, *options], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    return done.stdout


@pytest.mark.slow
def test_complaints_and_leftovers_fail_the_test_that_made_them(tmp_path: Path) -> None:
    tests = SLOPPY.replace("@pytest.mark.mystery\n", "")

    said = re.findall(r"^(PASSED|FAILED|ERROR) .*::test_(\w+)", outcomes(tests, tmp_path), re.MULTILINE)

    assert {name for outcome, name in said if outcome != "PASSED"} == {
        "that_logs",
        "that_warns",
        "that_makes_qt_warn",
        "that_leaves_a_thread",
    }
    assert {"that_says_nothing", "that_expects_the_log", "that_logs_what_nobody_minds"} <= {name for _, name in said}


def test_a_marker_nobody_declared_stops_the_run(tmp_path: Path) -> None:
    assert "'mystery' not found in `markers`" in outcomes(SLOPPY, tmp_path)
