"""The numbers by which Microsoft Project's XML names links and constraints."""

from launchpad.domain.enums import AnchorKind, LinkType

NAMESPACE = "http://schemas.microsoft.com/project"
LINK_TYPES = {0: LinkType.FF, 1: LinkType.FS, 2: LinkType.SF, 3: LinkType.SS}
ANCHORS = {
    1: AnchorKind.ALAP,
    2: AnchorKind.MSO,
    3: AnchorKind.MFO,
    4: AnchorKind.SNET,
    5: AnchorKind.SNLT,
    6: AnchorKind.FNET,
    7: AnchorKind.FNLT,
}
WHOLE_DAY = 1440
"""Minutes of a day of the calendar."""
IMPORTANT, MINOR = 700, 300
"""Priorities, of 0 to 1000 with 500 the usual one, from which a task is a must and down to which it is a could."""
