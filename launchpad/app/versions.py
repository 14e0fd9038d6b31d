"""The versions kept of a plan: found also when its file is damaged or gone, and taken out as files of their own."""

import os
from pathlib import Path

from launchpad.app.settings import backups_folder
from launchpad.domain.errors import PlanError
from launchpad.storage.backup import Version, plans_from, versions
from launchpad.storage.copies import send_a_copy
from launchpad.storage.errors import StorageError
from launchpad.storage.launch_file import LaunchFile


def versions_of(path: Path) -> list[Version]:
    """Return the versions kept of the plan at `path`, the latest first; raise StorageError when none can be found.

    A file that is damaged, moved or deleted is known by where it lay.
    """
    try:
        with LaunchFile.open(path, read_only=True) as file:
            return versions(backups_folder(), file.facts.plan)
    except StorageError:
        found = versions_from(path)
        if not found:
            raise
        return found


def versions_from(path: Path) -> list[Version]:
    """Return the versions that were kept of whatever plan lay at `path`, the latest first."""
    plans = plans_from(backups_folder(), Path(os.path.realpath(path)))
    found = [version for plan in plans for version in versions(backups_folder(), plan)]
    return sorted(found, key=lambda version: (version.made, version.number), reverse=True)


def take_out(path: Path, number: int, target: Path) -> Version:
    """Write version `number` (1 is the latest) of the plan at `path`, journal and all, to a new file; return it."""
    found = versions_of(path)
    if not 1 <= number <= len(found):
        raise PlanError(f"There is no version {number}: {len(found)} {'is' if len(found) == 1 else 'are'} kept.")
    version = found[number - 1]
    with LaunchFile.open(version.path, read_only=True) as file:
        send_a_copy(file, target, with_history=True)
    return version
