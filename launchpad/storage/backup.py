"""Versions of a plan kept outside its folder: made through SQLite's backup API, verified, thinned out with age.

Their folder is the caller's choice: one that no sync program touches. Each plan has a folder of its own in it.
"""

import os
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from launchpad.storage.facts import Facts
from launchpad.storage.launch_file import LaunchFile, read_document
from launchpad.storage.places import publish_over, workshop
from launchpad.storage.sentences import of_system, told

RECENT = 10
"""Versions kept whatever their age."""
DAILY = timedelta(days=14)
"""The last version of each day is kept this long."""
WEEKLY = timedelta(days=90)
"""The last version of each week is kept this long."""

_FORM = "%Y-%m-%d %H%M%S"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d{6}) edit (\d{1,9}) ([0-9a-f]{8})\.launch")


class Version(NamedTuple):
    """A backup: where it is, the moment it was made (UTC), the last edit in it and that edit's stamp."""

    path: Path
    made: datetime
    number: int
    stamp: str


def back_up(file: LaunchFile, folder: Path, now: datetime | None = None) -> Version:
    """Keep the open document as it stands and return the version; if nothing changed since the last, that one.

    Raise StorageError if it could not be kept or does not read back; what was kept before is still there then.
    """
    latest = next(iter(versions(folder, file.facts.plan)), None)
    if latest is not None and latest.stamp == file.facts.stamp[:8]:
        return latest
    moment = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    place = _folder(folder, file.facts.plan) / _name(file.facts, moment)
    with told(file.path, "could not be backed up"):
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with workshop(place) as made:
            file.copy_into(made)
            read_document(made, state=made.parent)
            publish_over(made, place)
        _thin_out(folder, file.facts.plan, moment)
    return Version(place, moment, file.facts.rev, file.facts.stamp[:8])


def versions(folder: Path, plan: str) -> list[Version]:
    """Return the kept versions of a plan, the latest first; open one with `LaunchFile.open(…, read_only=True)`."""
    try:
        names = os.listdir(_folder(folder, plan))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise of_system(folder, "could not be listed", error) from error
    found = [_version(_folder(folder, plan), match) for name in names if (match := _NAME.fullmatch(name))]
    return sorted(found, key=lambda version: (version.made, version.number), reverse=True)


def kept(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which of the moments at which versions were made are worth keeping."""
    moments = sorted(made, reverse=True)
    days = _last_of_each(moments, "%Y-%m-%d", now - DAILY)
    weeks = _last_of_each(moments, "%G-%V", now - WEEKLY)
    return {*moments[:RECENT], *days, *weeks}


def _last_of_each(moments: list[datetime], period: str, since: datetime) -> Iterable[datetime]:
    last: dict[str, datetime] = {}
    for moment in moments:
        if moment >= since:
            last.setdefault(moment.strftime(period), moment)
    return last.values()


def _thin_out(folder: Path, plan: str, now: datetime) -> None:
    found = versions(folder, plan)
    worth = kept((version.made for version in found), now)
    for version in found:
        if version.made not in worth:
            version.path.unlink(missing_ok=True)


def _folder(folder: Path, plan: str) -> Path:
    return folder / re.sub(r"[^0-9A-Za-z-]", "_", plan)[:80]


def _name(facts: Facts, moment: datetime) -> str:
    return f"{moment.strftime(_FORM)} edit {facts.rev} {facts.stamp[:8]}.launch"


def _version(folder: Path, match: re.Match[str]) -> Version:
    made = datetime.strptime(match[1], _FORM).replace(tzinfo=UTC)
    return Version(folder / match[0], made, int(match[2]), match[3])
