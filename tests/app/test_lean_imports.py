"""Modules are imported without their source being read, and the toolkit works as before."""

import subprocess
import sys

LOOK = """
import linecache, sys
from launchpad.app.lean_imports import import_lean
import_lean()
from PySide6.QtCore import QObject, Signal
import launchpad.domain.document

class Teller(QObject):
    told = Signal(str)

heard = []
teller = Teller(objectName="someone")
teller.told.connect(heard.append)
teller.told.emit("a word")
print(heard, teller.objectName(), [name for name in linecache.cache if "domain" in name])
"""


def test_no_source_is_read_and_signals_still_arrive():
    said = subprocess.run([sys.executable, "-c", LOOK], check=True, capture_output=True, text=True)

    assert said.stdout.strip() == "['a word'] someone []"
