"""`make soak`: a plan lived with for SOAK_MINUTES; all that may happen to a file happens again and again."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.trust.mortals import mortals
from tests.trust.soak import Soak

MINUTES = float(os.environ.get("SOAK_MINUTES", "0.2"))
PACE = float(os.environ.get("SOAK_PACE", "1"))
"""The share of the time that is worked; below 1 leaves the machine to others."""


@pytest.mark.slow
@pytest.mark.timeout(0)
def test_a_plan_outlives_everything_and_costs_no_more(tmp_path: Path, figures: Callable[[str], None]) -> None:
    with mortals(tmp_path) as lives:
        soak = Soak(tmp_path, lives, random.Random(os.environ.get("SOAK_SEED", "1")))
        soak.run(MINUTES * 60, PACE)

    assert soak.done["edits"]
    figures(soak.figures(MINUTES))
    if len(soak.samples) >= 40:
        soak.require_flat()
