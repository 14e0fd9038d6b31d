"""The workbooks of the sample, made once."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from launchpad.interchange.audience import Audience
from launchpad.interchange.export import export
from tests.interchange.plans import a_request, the_sample
from tests.interchange.reading import opened


@pytest.fixture(scope="session")
def paths(tmp_path_factory: pytest.TempPathFactory) -> dict[Audience, Path]:
    """The sample's workbook for every audience."""
    folder = tmp_path_factory.mktemp("workbooks")
    for audience in Audience:
        export(the_sample(), folder / f"{audience.value}.xlsx", a_request(audience))
    return {audience: folder / f"{audience.value}.xlsx" for audience in Audience}


@pytest.fixture(scope="session")
def books(paths: dict[Audience, Path]) -> dict[Audience, Workbook]:
    return {audience: opened(path) for audience, path in paths.items()}
