"""Versions of a plan kept outside its folder: made through SQLite's backup API, verified, thinned out with age.

Their folder is the caller's choice: one that no sync program touches. Each plan has a folder of its own in it.
"""

import os
import re
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from launchpad.storage import sqlite
from launchpad.storage.facts import Facts, read_facts
from launchpad.storage.launch_file import LaunchFile
from launchpad.storage.places import publish_over, workshop
from launchpad.storage.sentences import damage_told, of_system, told

RECENT = 10
"""Versions kept whatever their age."""
DAILY = timedelta(days=14)
"""The last version of each day is kept this long."""
WEEKLY = timedelta(days=90)
"""The last version of each week is kept this long."""

_PLACE = "lies at.txt"
_FORM = "%Y-%m-%d %H%M%S"
_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d{6}) edit (\d{1,9}) ([0-9a-f]{8})\.launch")


class Version(NamedTuple):
    """A backup: where it is, the moment it was made (UTC), the last edit in it and that edit's stamp."""

    path: Path
    made: datetime
    number: int
    stamp: str


def back_up(file: LaunchFile, folder: Path, now: datetime | None = None) -> Version:
    """Keep the open document as it stands and return the version; if it is kept already, that one.

    Raise StorageError if it could not be kept or does not read back; what was kept before is still there then.
    """
    version = _kept_already(file.facts, folder) or _keep(file.copy_into, file.path, file.facts.plan, folder, now)
    return _remembering(version, file.path)


def back_up_apart(path: Path, folder: Path, now: datetime | None = None) -> Version:
    """The same for a document that another thread holds open and may be changing meanwhile."""
    with told(path, "could not be backed up"), damage_told(path), closing(sqlite.connect(path, read_only=True)) as mine:
        with sqlite.reading(mine):
            facts = read_facts(mine)
        copy = partial(sqlite.copy_into, mine)
        version = _kept_already(facts, folder) or _keep(copy, path, facts.plan, folder, now)
    return _remembering(version, path)


def _kept_already(facts: Facts, folder: Path) -> Version | None:
    now = facts.rev, facts.stamp[:8]
    return next((version for version in versions(folder, facts.plan) if (version.number, version.stamp) == now), None)


def _keep(copy: Callable[[Path], None], path: Path, plan: str, folder: Path, now: datetime | None) -> Version:
    """Keep what `copy` writes, named after what it turns out to hold."""
    moment = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    home = _folder(folder, plan)
    with told(path, "could not be backed up"):
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        with workshop(home / path.name) as made:
            copy(made)
            with LaunchFile.open(made, read_only=True, state=made.parent) as whole:
                facts = whole.facts
            place = home / _name(facts, moment)
            publish_over(made, place)
        _thin_out(folder, plan, moment)
    return Version(place, moment, facts.rev, facts.stamp[:8])


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


def plans_from(folder: Path, path: Path) -> list[str]:
    """Return the plans of which versions were kept while they lay at `path`: for a file that can no longer say."""
    return [place.parent.name for place in sorted(folder.glob(f"*/{_PLACE}")) if _remembered(place) == str(path)]


def _remembering(version: Version, path: Path) -> Version:
    """Note where the plan of a version lies."""
    place = version.path.with_name(_PLACE)
    if _remembered(place) != str(path):
        with told(path, "could not be backed up"), workshop(place) as made:
            made.write_text(str(path), encoding="utf-8", errors="surrogateescape")
            publish_over(made, place)
    return version


def _remembered(place: Path) -> str:
    try:
        return place.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


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
    newest = sorted(found, key=attrgetter("number"))[-RECENT:]  # a clock set back may date them earlier
    for version in found:
        if version.made not in worth and version.made != now and version not in newest:
            version.path.unlink(missing_ok=True)


def _folder(folder: Path, plan: str) -> Path:
    return folder / re.sub(r"[^0-9A-Za-z-]", "_", plan)[:80]


def _name(facts: Facts, moment: datetime) -> str:
    return f"{moment.strftime(_FORM)} edit {facts.rev} {facts.stamp[:8]}.launch"


def _version(folder: Path, match: re.Match[str]) -> Version:
    made = datetime.strptime(match[1], _FORM).replace(tzinfo=UTC)
    return Version(folder / match[0], made, int(match[2]), match[3])
