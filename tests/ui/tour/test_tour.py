"""The pictures of the screens: all of them, of the right size, with something on them."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from launchpad.ui.shell.registry import SCREENS
from launchpad.ui.theme.manager import ThemeChoice
from launchpad.ui.tour import tour

PLACES = ["home", *(entry.name for entry in SCREENS)]
SIZE = (1000, 700)


@pytest.fixture(scope="module")
def pictures(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tour, "SIZES", (SIZE,))
        tour.photograph(folder, [ThemeChoice.DARK])
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("state", ["", "-empty"])
def test_every_screen_is_photographed_full_and_empty(pictures: Path, place: str, state: str):
    picture = QImage(str(pictures / f"{place}{state}-dark-1x.png"))

    assert (picture.width(), picture.height()) == SIZE
    assert len(_colors(picture)) > 20


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_a_full_screen_does_not_look_like_an_empty_one(pictures: Path, place: str):
    full, empty = (QImage(str(pictures / f"{place}{state}-dark-1x.png")) for state in ("", "-empty"))

    assert full != empty


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "palette",
        "new-launch",
        "homecoming",
        "review-prepare",
        "review-record",
        "timeline-moved",
        "fit-missed",
        *tour.DIALOGS,
    ],
)
def test_what_lies_over_the_screens_is_photographed_too(pictures: Path, name: str):
    assert len(_colors(QImage(str(pictures / f"{name}-dark-1x.png")))) > 20


@pytest.mark.slow
@pytest.mark.parametrize("part", [part.partition(":")[2] or part for part in tour.ROOM_PARTS])
@pytest.mark.parametrize("size", tour.ROOM_SIZES)
def test_the_review_room_is_photographed_in_each_size(pictures: Path, part: str, size: tuple[int, int]):
    picture = QImage(str(pictures / f"room-{part}-{size[0]}x{size[1]}-dark-1x.png"))

    assert (picture.width(), picture.height()) == size
    assert len(_colors(picture)) > 20


def _colors(picture: QImage) -> set[int]:
    return {
        picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(picture.height()) if (x + y) % 5 == 0
    }
