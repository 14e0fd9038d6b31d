"""A browser without a window: what a page loads, complains about, looks like and prints."""

import re
import select
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.tools import miss

PROGRAMS = ("chromium-headless-shell", "chromium")
ALWAYS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr", "--timeout=5000",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
)  # fmt: skip
"""Without a window, and without what a browser asks the network for by itself."""


def browser_program() -> str:
    """The browser that is installed, or the end of the test."""
    found = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    if found is None:
        miss("no Chromium is installed (Debian: chromium-headless-shell)")
    return found


@dataclass
class Visit:
    """What came of opening a page."""

    complaints: list[str]
    asked_the_network: bool


@dataclass
class Browser:
    """Opens files; whatever it asks of any network arrives at a door of ours, where nobody answers."""

    program: str
    profile: Path
    timeout: int = 90  # seconds

    def look(self, page: Path, picture: Path, size: tuple[int, int] = (1000, 1400), *, dark: bool = False) -> Visit:
        """Photograph a page."""
        theme = ["--blink-settings=preferredColorScheme=0"] if dark else []
        return self._open(page, f"--screenshot={picture}", f"--window-size={size[0]},{size[1]}", *theme)

    def print(self, page: Path, pdf: Path) -> Visit:
        """Print a page on the paper that the browser takes by itself, which is Letter."""
        return self._open(page, f"--print-to-pdf={pdf}", "--no-pdf-header-footer")

    def _open(self, page: Path, *wanted: str) -> Visit:
        with socket.create_server(("127.0.0.1", 0)) as door:
            proxy = [f"--proxy-server=127.0.0.1:{door.getsockname()[1]}", "--proxy-bypass-list=<-loopback>"]
            profile = f"--user-data-dir={self.profile}"
            command = [self.program, *ALWAYS, profile, *proxy, *wanted, page.as_uri()]
            done = subprocess.run(command, capture_output=True, text=True, timeout=self.timeout, check=True)
            knocked = bool(select.select([door], [], [], 0)[0])
        return Visit(re.findall(r"CONSOLE.*", done.stderr), knocked)
