"""Where the built-in templates and the sample lie, and small templates written on the spot."""

from pathlib import Path

from launchpad.templates.reader import load_template, read_template
from launchpad.templates.template import Template

RESOURCES = Path(__file__).parents[2] / "resources"
TEMPLATES = RESOURCES / "templates"
SAMPLE = RESOURCES / "sample" / "loomtrack-4.yaml"
IDS = (
    "beta-early-access",
    "hardware-product-launch",
    "pricing-change",
    "product-sunset",
    "regional-expansion",
    "tier1-major-launch",
    "tier2-feature-launch",
    "tier3-minor-release",
)

HEAD = "schema: launchpad.template/1\nid: mine\nname: Mine\n"
"""The three lines every template begins with."""


def built_in(template_id: str) -> Template:
    """Read one of the templates that come with Launchpad."""
    return load_template(TEMPLATES / f"{template_id}.yaml")


def a_task_line(key: str, more: str = "", duration: int = 1) -> str:
    """One task on one line; `more` holds further fields."""
    return f"  - {{key: {key}, title: Do {key}, duration: {duration}{', ' if more else ''}{more}}}\n"


def a_template(*task_lines: str, top: str = "") -> Template:
    """Read a template made of task lines, with more fields on top."""
    return read_template(text_of(*task_lines, top=top).encode(), "mine.yaml")


def text_of(*task_lines: str, top: str = "") -> str:
    """The text of a template; the first line of `top` is line 4, that of the tasks follows it."""
    return HEAD + top + "tasks:\n" + "".join(task_lines or (a_task_line("a"),))
