"""Reads the sample launch into a plan."""

from collections.abc import Iterator
from pathlib import Path

from launchpad.domain.document import Document
from launchpad.domain.row import Row
from launchpad.templates.fields import Fields
from launchpad.templates.sample.about import people_rows, read_launch
from launchpad.templates.sample.gates import decision_rows, gate_rows
from launchpad.templates.sample.ids import give_ids
from launchpad.templates.sample.market import market_rows
from launchpad.templates.sample.registers import register_rows
from launchpad.templates.sample.reviews import review_rows
from launchpad.templates.sample.tasks import baseline_row, task_rows
from launchpad.templates.template import Template
from launchpad.templates.yaml_tree import parse_yaml, read_file

SCHEMA = "launchpad.launch/1"
_FIELDS = frozenset(
    "schema as_of launch people tracks gates goals reviews baseline readiness_history signoffs risks issues decisions"
    " blackouts competitor_events assets sales_feedback activity portfolio tasks".split()
)


def sample_plan(path: Path, template: Template) -> Document:
    """Return the launch in a file; its tasks take acceptance, deliverable and help from `template`, by key.

    Raise TemplateError naming file, line and field when the file is not a launch.
    """
    fields = Fields(path.name, parse_yaml(read_file(path), path.name), "", _FIELDS)
    if fields.required_text("schema") != SCHEMA:
        fields.wrong("schema", f"should be {SCHEMA}.")
    return fields.built(Document, rows=tuple(_rows(fields, template)))


def _rows(fields: Fields, template: Template) -> Iterator[Row]:
    ids = give_ids(fields)
    launch, around_it = read_launch(fields, ids, template)
    yield launch
    yield from around_it
    yield from people_rows(fields, ids)
    yield from gate_rows(fields, ids)
    tasks = list(task_rows(fields, ids, template))
    yield from tasks
    yield from baseline_row(fields, tasks, launch.launch_date)
    yield from decision_rows(fields, ids)
    yield from review_rows(fields, ids)
    yield from register_rows(fields, ids)
    yield from market_rows(fields, ids)
