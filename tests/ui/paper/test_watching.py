"""Pages and pictures tell how far they are, and can be stopped midway."""

import pytest
from PySide6.QtWidgets import QApplication

from launchpad.app.export import watched
from launchpad.app.timeline_picture import timeline_picture
from launchpad.domain.watching import Stopped
from launchpad.scenes.gantt.paper import PrintOptions
from launchpad.scenes.gantt.plan import Look
from launchpad.ui.paper.pack import writing as writing_pack
from launchpad.ui.paper.timeline import TimelinePrint, writing
from tests.builders import a_plan, a_task
from tests.interchange.plans import SAMPLE_DAY, a_request, the_sample

MANY = 450
"""Tasks, so that every kind of file is told of more than once."""


@pytest.fixture
def wanted(qapp: QApplication) -> TimelinePrint:
    plan = a_plan(*(a_task(f"t{number}") for number in range(MANY)))
    return TimelinePrint(timeline_picture(plan, SAMPLE_DAY, Look(), "week"), PrintOptions(one_page=True))


@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png"])
def test_a_timeline_tells_how_far_it_is(wanted, tmp_path, suffix):
    shares: list[float] = []

    watched(shares.append, writing(tmp_path / f"t{suffix}", wanted))()

    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len({round(share, 2) for share in shares}) >= 5


@pytest.mark.parametrize("share", [0.01, 0.5])
@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png"])
def test_a_timeline_that_is_stopped_leaves_what_was_there(wanted, tmp_path, suffix, share):
    target, told = tmp_path / f"t{suffix}", []
    target.write_text("last week")

    def stop(at: float) -> None:
        told.append(at)
        if at >= share:
            raise Stopped

    with pytest.raises(Stopped):
        watched(stop, writing(target, wanted))()

    assert max(told) < 1  # midway, not when it should have taken its place
    assert target.read_text() == "last week"
    assert [each.name for each in tmp_path.iterdir()] == [target.name]


def test_a_pack_on_paper_tells_of_every_page(qapp, tmp_path):
    shares: list[float] = []

    watched(shares.append, writing_pack(the_sample(), tmp_path / "pack.pdf", a_request()))()

    assert shares == sorted(shares)
    assert len({round(share, 2) for share in shares}) >= 5
