"""The sample's workbooks as lines of text, read and agreed on."""

from pathlib import Path

import pytest

from launchpad.interchange.audience import Audience
from launchpad.interchange.export import export
from tests.goldens import Goldens
from tests.interchange.plans import a_request, the_sample
from tests.interchange.reading import as_text


@pytest.mark.parametrize("audience", list(Audience))
def test_the_sample_reads_as_agreed(golden: Goldens, tmp_path: Path, audience: Audience) -> None:
    path = tmp_path / "sample.xlsx"

    export(the_sample(), path, a_request(audience))

    golden(f"workbook/sample-{audience.value}.txt", as_text(path, the_sample()))
