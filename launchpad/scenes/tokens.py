"""The colors of the two themes, by what they are for."""

from typing import NamedTuple


class Theme(NamedTuple):
    """Colors as ``#rrggbb``. Every text color can be read (4.5:1) on window, surface, sunken and its own tint.

    Text on a filled accent is `on_accent`; `disabled` is for what cannot be used now and so need not be read.
    """

    name: str
    window: str
    surface: str
    sunken: str
    line: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    on_accent: str
    accent_tint: str
    ok: str
    ok_tint: str
    warn: str
    warn_tint: str
    bad: str
    bad_tint: str
    info: str
    info_tint: str
    tracks: tuple[str, ...]

    def track(self, place: int) -> str:
        """The color of the track at a place in the plan's order, counted from 0."""
        return self.tracks[place % len(self.tracks)]


LIGHT = Theme(
    name="light",
    window="#F6F7F9",
    surface="#FFFFFF",
    sunken="#EEF0F3",
    line="#E1E4EA",
    text="#1B2130",
    text2="#5B6475",
    text3="#636D80",
    disabled="#A9B0BE",
    accent="#4353D6",
    on_accent="#FFFFFF",
    accent_tint="#ECEEFC",
    ok="#1A7A4D",
    ok_tint="#E3F4EB",
    warn="#945D09",
    warn_tint="#FBF0DB",
    bad="#C03131",
    bad_tint="#FBE7E6",
    info="#2364D8",
    info_tint="#E6EFFC",
    tracks=("#D9662B", "#2F6FDE", "#0F9488", "#7C4DDB", "#9A6B16", "#C2417F", "#5B6475"),
)

DARK = Theme(
    name="dark",
    window="#14171D",
    surface="#1B1F27",
    sunken="#12151A",
    line="#2C323E",
    text="#E7EAF0",
    text2="#A3ACBC",
    text3="#808A9B",
    disabled="#565F6E",
    accent="#8B97FF",
    on_accent="#14171D",
    accent_tint="#2A2F52",
    ok="#4CC38A",
    ok_tint="#173528",
    warn="#E5A93B",
    warn_tint="#3A2C10",
    bad="#F07070",
    bad_tint="#3F1D1F",
    info="#6BA2F7",
    info_tint="#18294A",
    tracks=("#F08A50", "#6BA2F7", "#3CC4B4", "#A98BF2", "#D3A245", "#EA7DB0", "#A3ACBC"),
)
