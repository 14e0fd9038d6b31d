"""Make the bundled font: a subset of Inter (OFL) under a name of its own, so that no other Inter can mix in.

    python packaging/make_font.py "Inter[opsz,wght].ttf" resources/fonts/LaunchpadSans.ttf

Needs fontTools. The same source gives the same bytes.
"""

import sys

from fontTools.subset import Options, Subsetter  # type: ignore[import-not-found, unused-ignore]
from fontTools.ttLib import TTFont  # type: ignore[import-not-found, unused-ignore]

FAMILY = "Launchpad Sans"
FEATURES = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "tnum", "zero", "case", "frac"]
BLOCKS = (
    (0x20, 0x250),  # Latin
    (0x300, 0x530),  # combining marks, Greek, Cyrillic
    (0x1E00, 0x1F00),  # more Latin
    (0x2000, 0x2070),  # dashes, quotes, spaces
    (0x20A0, 0x20C1),  # currencies
    (0x2100, 0x2300),  # letterlike, arrows, mathematics
    (0x25A0, 0x2700),  # geometric shapes, signs
)
NAMES = {1: FAMILY, 3: "4.1;LaunchpadSans", 4: f"{FAMILY} Regular", 6: "LaunchpadSans-Regular", 16: FAMILY}
NAMES[25] = "LaunchpadSans"


def make_font(source: str, target: str) -> None:
    """Read the variable font at `source`, keep what Launchpad writes with, and save it renamed at `target`."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, end in BLOCKS for code in range(first, end)])
    subsetter.subset(font)
    for record in font["name"].names:
        record.string = NAMES.get(record.nameID, record.string)
    font["head"].modified = font["head"].created
    font.save(target)


if __name__ == "__main__":
    make_font(sys.argv[1], sys.argv[2])
