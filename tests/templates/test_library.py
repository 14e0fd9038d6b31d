"""The shelf of built-in templates."""

from pathlib import Path

import pytest

from launchpad.templates.errors import TemplateError
from launchpad.templates.library import find_template, list_templates
from tests.templates.shelf import TEMPLATES, text_of


def test_templates_are_listed_from_new_products_to_sunsets() -> None:
    shelf = list_templates(TEMPLATES)
    assert [summary.id for summary in shelf] == [
        "tier1-major-launch",
        "tier2-feature-launch",
        "tier3-minor-release",
        "hardware-product-launch",
        "pricing-change",
        "beta-early-access",
        "regional-expansion",
        "product-sunset",
    ]
    first = shelf[0]
    assert (first.name, first.tier, first.task_count) == ("Tier 1: major product launch", 1, 120)
    assert first.window == (-80, 64)
    assert first.day_zero == "General availability"
    assert [question.id for question in first.questions][:2] == ["has_ai", "personal_data"]
    assert all(summary.summary and summary.use_when and summary.avoid_when for summary in shelf)


def test_a_template_is_found_by_its_id_or_its_file(tmp_path: Path) -> None:
    assert find_template(TEMPLATES, "pricing-change").id == "pricing-change"
    for name in ("own.yaml", "own.txt"):
        (tmp_path / name).write_text(text_of(), encoding="utf-8")
        assert find_template(TEMPLATES, str(tmp_path / name)).id == "mine"


def test_an_unknown_template_is_refused_naming_the_known_ones() -> None:
    with pytest.raises(TemplateError, match=r"^There is no template “tier9”; there are tier1-major-launch, "):
        find_template(TEMPLATES, "tier9")
    with pytest.raises(TemplateError, match=r"^gone\.yaml cannot be read: No such file or directory\.$"):
        find_template(TEMPLATES, "/nowhere/gone.yaml")
