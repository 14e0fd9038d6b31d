"""What has to be said about a workbook as a whole before anybody decides about its cells."""

from collections.abc import Iterator

from launchpad.app.homecoming.arrival import Arrival
from launchpad.interchange.homecoming.base import Origin
from launchpad.interchange.homecoming.compare import Comparison
from launchpad.interchange.workbook.base_sheet import FIELDS


def notices_of(arrival: Arrival, comparison: Comparison) -> Iterator[str]:
    """Yield one sentence for each thing that is out of the ordinary."""
    for name in arrival.returned.doubled:
        yield f"The file has more than one column for {name.replace('_', ' ')}; only the first was read."
    origin = arrival.returned.origin
    if origin is None:
        yield (
            "The file no longer says what it held when it was exported, so every difference is shown as a conflict: "
            "nobody can tell which side changed it."
        )
        return
    yield from _origin_notices(arrival, origin)
    if comparison.base_version is not None:
        earlier = arrival.earlier[comparison.base_version]
        yield f"Compared with an earlier version of the file, merged as edit {earlier.number} ({earlier.file})."
    missing = [name.replace("_", " ") for name in FIELDS if name not in arrival.returned.columns]
    if origin.sheet and missing:
        yield f"The file has no column for {', '.join(sorted(missing))}."


def _origin_notices(arrival: Arrival, origin: Origin) -> Iterator[str]:
    if not origin.sheet:
        yield "There is nothing to fill in in this file."
    if not origin.is_whole:
        yield "What the file says about its export was changed; " + (
            "it is compared with the plan as it was then."
            if arrival.exported is not None
            else "every difference is shown as a conflict."
        )
    if origin.edit > arrival.last_number:
        yield "The file is newer than this plan: edits made before the export are missing here."
