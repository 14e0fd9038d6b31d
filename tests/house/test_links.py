"""Every link is opened by one function, after one check."""

import re
from pathlib import Path

LAUNCHPAD = Path(__file__).parents[2] / "launchpad"
DOOR = Path("ui/parts/open_link.py")
OPENERS = re.compile(r"openUrl|setOpenExternalLinks|setOpenLinks|webbrowser|os\.startfile|xdg-open|QDesktopServices")


def test_only_one_module_opens_links_and_files() -> None:
    found = {path.relative_to(LAUNCHPAD) for path in LAUNCHPAD.rglob("*.py") if OPENERS.search(path.read_text())}

    assert found == {DOOR}


def test_it_asks_the_one_check_first() -> None:
    text = (LAUNCHPAD / DOOR).read_text()

    assert "checked_link" in text
    assert "checked_file" in text
