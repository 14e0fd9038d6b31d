"""Opening what a plan points to: the only place that hands a link or a file to the system."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from launchpad.app.links import checked_file
from launchpad.domain.errors import PlanError
from launchpad.interchange.web_link import checked_link, is_link


def open_ref(ref: str, folder: Path) -> None:
    """Open a link or a file, seen from `folder`; raise PlanError, one sentence, when that is not safe or possible."""
    if is_link(ref):
        url = QUrl(checked_link(ref), QUrl.ParsingMode.StrictMode)
    else:
        url = QUrl.fromLocalFile(str(checked_file(ref, folder)))
    if not url.isValid() or not QDesktopServices.openUrl(url):
        raise PlanError("The system found nothing to open it with.")
