"""File names from launch names."""

import re
from pathlib import Path

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
LONGEST = 80
SUFFIX = ".launch"


def free_path(folder: Path, name: str) -> Path:
    """A path in `folder` for a launch called `name` at which there is no file yet."""
    stem = FORBIDDEN.sub(" ", name).strip(" .")[:LONGEST].strip() or "New launch"
    stem = re.sub(r"\s+", " ", stem)
    path, number = folder / f"{stem}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{stem} {number}{SUFFIX}", number + 1
    return path
