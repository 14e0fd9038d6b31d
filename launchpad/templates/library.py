"""The templates that come with Launchpad: what a picker shows, and one by its name."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from launchpad.domain.enums import LaunchType
from launchpad.templates.errors import TemplateError
from launchpad.templates.reader import load_template
from launchpad.templates.template import Question, Template


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSummary:
    """A template as a picker shows it; `window` is the first and last working day from day 0."""

    id: str
    name: str
    tier: int
    launch_type: LaunchType
    summary: str
    task_count: int
    window: tuple[int, int]
    day_zero: str
    use_when: tuple[str, ...]
    avoid_when: tuple[str, ...]
    questions: tuple[Question, ...]


def list_templates(folder: Path) -> tuple[TemplateSummary, ...]:
    """Return the templates in a folder: new products first, sunsets last."""
    return tuple(summarize(template) for template in _templates(folder))


def find_template(folder: Path, name: str) -> Template:
    """Return the template of the folder with that id, or else the one in the file `name`; raise TemplateError."""
    path = Path(name)
    if path.suffix.lower() in (".yaml", ".yml"):
        return load_template(path)
    templates = _templates(folder)
    for template in templates:
        if template.id == name:
            return template
    if path.exists():
        return load_template(path)
    known = ", ".join(template.id for template in templates)
    raise TemplateError(f"There is no template “{name[:80]}”; there are {known}, or name a YAML file.")


def summarize(template: Template) -> TemplateSummary:
    """Return what a picker shows of a template."""
    return TemplateSummary(
        id=template.id,
        name=template.name,
        tier=template.tier,
        launch_type=template.launch_type,
        summary=template.summary,
        task_count=len(template.tasks),
        window=template.window,
        day_zero=template.day_zero.label,
        use_when=template.use_when,
        avoid_when=template.avoid_when,
        questions=template.questions,
    )


@cache
def _templates(folder: Path) -> tuple[Template, ...]:
    types = list(LaunchType)
    templates = [load_template(path) for path in folder.glob("*.yaml")]
    return tuple(sorted(templates, key=lambda template: (types.index(template.launch_type), template.id)))
