"""What is dropped onto a window."""

from pathlib import Path

from PySide6.QtCore import QMimeData

SUFFIX = ".launch"


def launch_files(data: QMimeData) -> list[Path]:
    """The launch files among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() == SUFFIX]
