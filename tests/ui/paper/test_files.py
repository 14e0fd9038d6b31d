"""Pages as PDF and PNG: what other programs find in them."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from launchpad.app.timeline_picture import timeline_picture
from launchpad.domain.errors import PlanError
from launchpad.interchange.errors import ExportError
from launchpad.scenes.gantt.paper import PrintOptions, lay_out, whole_page
from launchpad.scenes.gantt.plan import Look
from launchpad.scenes.paper import Page, Paper, plain_pane
from launchpad.scenes.shapes import Bar, Box
from launchpad.scenes.tokens import LIGHT
from launchpad.scenes.widths import is_sure, text_width
from launchpad.ui.charts.paint import text_width as painted_width
from launchpad.ui.paper.files import picture_of, write_pdf, write_png
from launchpad.ui.theme.manager import ThemeChoice, theme_manager
from tests.builders import a_plan, a_task
from tests.interchange.plans import SAMPLE_DAY, the_sample
from tests.interchange.test_svg import HOSTILE
from tests.tools import needed_tool

POPPLER = "poppler-utils"


def sample_picture():
    return timeline_picture(the_sample(), SAMPLE_DAY, Look(), "week")


def told(path: Path) -> dict[str, str]:
    """What `pdfinfo` says of a file."""
    said = subprocess.run(
        [needed_tool("pdfinfo", POPPLER), str(path)], capture_output=True, text=True, check=True
    ).stdout
    return {key: value.strip() for key, _, value in (line.partition(":") for line in said.splitlines())}


def text_of(path: Path) -> str:
    command = [needed_tool("pdftotext", POPPLER), "-layout", str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def rastered(path: Path, page: int = 1) -> QImage:
    """A page as `pdftoppm` sees it, at 72 dots to an inch."""
    stem = path.with_suffix("")
    command = [needed_tool("pdftoppm", POPPLER), "-png", "-r", "72", "-f", str(page), "-l", str(page), "-singlefile"]
    subprocess.run([*command, str(path), str(stem)], check=True)
    return QImage(str(stem.with_suffix(".png")))


@pytest.mark.parametrize(
    ("options", "size", "pages"),
    [
        (PrintOptions(), "842 x 595", 5),
        (PrintOptions(one_page=True), "842 x 595", 1),
        (PrintOptions(Paper.A3), "1191 x 842", 3),
        (PrintOptions(Paper.LETTER, landscape=False), "612 x 792", 4),
        (PrintOptions(scale="day"), "842 x 595", 45),
    ],
)
def test_the_sample_is_on_as_many_pages_of_the_size_that_was_asked_for(tmp_path, qapp, options, size, pages):
    layout = lay_out(sample_picture(), options)
    write_pdf(tmp_path / "t.pdf", layout.pages(), "Sample")

    found = told(tmp_path / "t.pdf")
    width, height = (float(part) for part in found["Page size"].split(" pts")[0].split(" x "))
    assert f"{width:.0f} x {height:.0f}" == size
    assert int(found["Pages"]) == len(layout) == pages


def test_all_names_can_be_searched_for_in_the_pdf(tmp_path, qapp):
    write_pdf(tmp_path / "t.pdf", lay_out(sample_picture(), PrintOptions(Paper.A3)).pages(), "Sample")

    text = " ".join(text_of(tmp_path / "t.pdf").split())
    missing = [task.title for task in the_sample().tasks if task.title not in text]
    assert missing == []


def test_the_pages_are_full_of_ink_to_their_margins(tmp_path, qapp):
    write_pdf(tmp_path / "t.pdf", lay_out(sample_picture(), PrintOptions()).pages(), "Sample")
    page = rastered(tmp_path / "t.pdf", 2)

    def has_ink(x: int, y: int, wide: int, high: int) -> bool:
        white = QImage(wide, high, page.format())
        white.fill("white")
        return page.copy(x, y, wide, high) != white

    assert has_ink(28, 100, 40, 300)
    assert has_ink(760, 100, 54, 300)
    assert has_ink(300, 500, 300, 70)
    assert not has_ink(0, 0, 26, 595), "nothing is printed where printers cannot print"
    assert not has_ink(817, 0, 25, 595)


def test_paper_is_white_when_the_window_is_dark(tmp_path, qapp):
    page = lay_out(sample_picture(), PrintOptions()).page(0)
    light = picture_of(page, 1)
    theme_manager().choose(ThemeChoice.DARK)

    dark = picture_of(page, 1)
    assert dark == light
    assert dark.pixelColor(5, 5).name().upper() == LIGHT.surface


def test_hostile_names_are_ink_and_nothing_else(tmp_path, qapp):
    plan = a_plan(*(a_task(f"t{number}", title=name) for number, name in enumerate(HOSTILE)))
    picture = timeline_picture(plan, date(2026, 10, 12), Look(), "week")
    write_pdf(tmp_path / "t.pdf", lay_out(picture, PrintOptions()).pages(), HOSTILE[0])

    content = (tmp_path / "t.pdf").read_bytes()
    assert "<script>alert(1)</script>" in text_of(tmp_path / "t.pdf"), text_of(tmp_path / "t.pdf")
    assert told(tmp_path / "t.pdf")["JavaScript"] == "no"
    for sign in (b"/URI", b"/Subtype /Link", b"/JavaScript", b"/Action", b"/EmbeddedFile"):
        assert sign not in content


def test_a_picture_is_as_sharp_as_there_is_room_for(tmp_path, qapp):
    page = whole_page(sample_picture(), PrintOptions())
    write_png(tmp_path / "t.png", page)

    image = QImage(str(tmp_path / "t.png"))
    assert image.width() == round(page.width * 2)
    assert image.height() == round(page.height * 2)


@pytest.mark.parametrize("size", [(9_000, 9_000), (60_000, 100)])
def test_a_picture_no_program_could_show_is_refused(tmp_path, qapp, size):
    dot = Box(0, 0, 9, 9)

    with pytest.raises(PlanError, match="too large"):
        write_png(tmp_path / "t.png", Page(size[0], size[1], (plain_pane(Box(0, 0, 9, 9), [Bar(dot, "ok")]),)))

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path, qapp):
    with pytest.raises(ExportError, match="folder does not exist"):
        write_pdf(tmp_path / "no" / "t.pdf", lay_out(sample_picture(), PrintOptions()).pages(), "x")


@pytest.mark.parametrize("weight", [400, 600])
def test_files_are_measured_as_the_window_paints(qapp, weight):
    names = [task.title for task in the_sample().tasks] + ["5 Jan 2027", "Größe für “alle” – ça va…"]

    for name in names:
        assert is_sure(name)
        assert text_width(name, 13, weight) == pytest.approx(painted_width(name, 13, weight), rel=0.06), name
