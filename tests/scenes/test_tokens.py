"""What is written can be read."""

import pytest

from launchpad.scenes.tokens import DARK, LIGHT, Theme

TEXTS = ("text", "text2", "text3", "accent", "ok", "warn", "bad", "info")
GROUNDS = ("window", "surface", "sunken")


def contrast(ink: str, ground: str) -> float:
    lighter, darker = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", TEXTS)
def test_text_can_be_read_on_every_ground(theme: Theme, ink: str) -> None:
    for ground in GROUNDS:
        assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5, ground


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("tone", ["accent", "ok", "warn", "bad", "info"])
def test_a_pill_can_be_read(theme: Theme, tone: str) -> None:
    assert contrast(getattr(theme, tone), getattr(theme, f"{tone}_tint")) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_text_on_a_filled_button_and_a_selected_row_can_be_read(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.text, theme.accent_tint) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_dot_of_a_track_can_be_seen(theme: Theme) -> None:
    assert len(set(theme.tracks)) == 7
    for dot in theme.tracks:
        assert contrast(dot, theme.sunken) >= 3, dot
