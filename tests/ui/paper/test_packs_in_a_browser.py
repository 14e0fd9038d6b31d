"""Packs as a browser shows them: nothing leaves, nothing is complained about, and they print on the expected pages."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from launchpad.interchange.audience import Audience
from launchpad.interchange.export import export
from launchpad.scenes.tokens import DARK, LIGHT
from tests.browser import Browser
from tests.interchange.pack.test_html import named
from tests.interchange.plans import a_request, from_template, in_flight, the_sample
from tests.tools import needed_tool

REACHING = "<img src='http://example.org/x.png'><script src='//example.org/x.js'></script>"
PAGES = {Audience.FULL: range(8, 12), Audience.SALES: range(3, 6), Audience.SUPPORT: range(3, 6),
         Audience.EXECUTIVE: range(1, 2)}  # fmt: skip


def pages_in(pdf: Path) -> int:
    said = subprocess.run(
        [needed_tool("pdfinfo", "poppler-utils"), str(pdf)], capture_output=True, text=True, check=True
    )
    return int(said.stdout.split("Pages:")[1].split()[0])


@pytest.mark.parametrize("audience", list(Audience))
def test_a_pack_prints_on_the_expected_pages_and_asks_nobody_for_anything(browser: Browser, tmp_path, audience):
    export(the_sample(), tmp_path / "pack.html", a_request(audience))
    visit = browser.print(tmp_path / "pack.html", tmp_path / "pack.pdf")

    assert visit.complaints == []
    assert not visit.asked_the_network
    assert pages_in(tmp_path / "pack.pdf") in PAGES[audience]


def test_the_page_for_executives_is_one_page_for_other_plans_too(browser: Browser, tmp_path):
    plan = in_flight(from_template("hardware-product-launch"), 7)
    export(plan, tmp_path / "pack.html", a_request(Audience.EXECUTIVE))
    browser.print(tmp_path / "pack.html", tmp_path / "pack.pdf")

    assert pages_in(tmp_path / "pack.pdf") == 1


def test_names_that_reach_for_the_network_do_not_get_there(browser: Browser, tmp_path):
    export(named(the_sample(), REACHING), tmp_path / "pack.html", a_request(Audience.SALES))
    visit = browser.look(tmp_path / "pack.html", tmp_path / "pack.png")

    assert visit.complaints == []
    assert not visit.asked_the_network


def test_a_page_that_does_reach_out_would_be_found(browser: Browser, tmp_path):
    page = tmp_path / "careless.html"
    page.write_text("<!doctype html><img src='http://example.org/x.png'><script>console.error('oh')</script>")
    visit = browser.look(page, tmp_path / "careless.png")

    assert visit.asked_the_network
    assert any("oh" in complaint for complaint in visit.complaints)


@pytest.mark.parametrize(("dark", "theme"), [(False, LIGHT), (True, DARK)])
def test_a_pack_follows_the_theme_of_the_reader(browser: Browser, tmp_path, qapp, dark, theme):
    export(the_sample(), tmp_path / "pack.html", a_request(Audience.FULL))
    browser.look(tmp_path / "pack.html", tmp_path / "pack.png", dark=dark)

    picture = QImage(str(tmp_path / "pack.png"))
    assert picture.pixelColor(500, 4).name().upper() == theme.surface
