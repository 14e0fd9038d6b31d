"""What is dropped onto a window."""

from pathlib import Path

from PySide6.QtCore import QMimeData

SUFFIX = ".launch"
WORKBOOK = ".xlsx"


def launch_files(data: QMimeData) -> list[Path]:
    """The launch files among what is dragged."""
    return _files(data, SUFFIX)


def workbook(data: QMimeData) -> Path | None:
    """The workbook that is dragged; None when it is none, or several."""
    files = _files(data, WORKBOOK)
    return files[0] if len(files) == 1 else None


def _files(data: QMimeData, suffix: str) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() == suffix]
