"""The few things a person sets once, the name that stands in the journal, and where what is theirs is kept."""

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import platformdirs

APP = "launchpad"


class Settings(NamedTuple):
    """What holds for this person on this machine. `name` is the display name the journal records."""

    name: str


def settings_file() -> Path:
    """Return where the settings are kept."""
    return platformdirs.user_config_path(APP, appauthor=False) / "settings.json"


def backups_folder() -> Path:
    """Return where backups are kept, outside any folder that a sync client watches."""
    return platformdirs.user_data_path(APP, appauthor=False) / "backups"


def load_settings() -> Settings:
    """Read the settings; anything missing or unreadable falls back to what the system knows."""
    try:
        stored = json.loads(settings_file().read_text(encoding="utf-8"))
        name = str(stored["name"]).strip()
    except (OSError, ValueError, KeyError, TypeError):
        name = ""
    return Settings(name=name[:200] or _login_name())


def save_settings(settings: Settings) -> None:
    """Keep the settings, all of them or none; raise OSError when the disk refuses."""
    replace_text(settings_file(), json.dumps(settings._asdict(), ensure_ascii=False, indent=1))


def replace_text(path: Path, text: str) -> None:
    """Write a small file of the user's in one step, folder and all; raise OSError when the disk refuses."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, made = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(made, path)
    except OSError:
        with suppress(OSError):
            os.unlink(made)
        raise


def _login_name() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
