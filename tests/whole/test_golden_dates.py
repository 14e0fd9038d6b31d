"""The dates of every template and of the sample, agreed on as text: a change shows in the diff."""

from collections.abc import Iterator
from datetime import date

import pytest

from launchpad.app.new_launch import built_in_templates, new_plan, sample
from launchpad.cli.output import columns
from launchpad.cli.plan_text import driver_text
from launchpad.domain.document import Document
from launchpad.domain.values import format_when
from launchpad.engines.schedule import schedule

LAUNCH_DAY = date(2027, 3, 9)
FAR_BEFORE = date(2026, 1, 5)


def dates_text(plan: Document, today: date) -> str:
    return columns(list(lines(plan, today)), "<<<<<>>") + "\n"


def lines(plan: Document, today: date) -> Iterator[tuple[object, ...]]:
    answer = schedule(plan, today)
    yield ("task", "start", "finish", "start by", "forecast", "slack", "free", "", "set by")
    for task in sorted(plan.tasks, key=lambda task: (answer.tasks[task.id].early_start, task.key)):
        dates = answer.tasks[task.id]
        critical = "critical" if dates.critical else ""
        shown = (dates.start, dates.finish, dates.start_by, dates.forecast_finish, dates.slack, dates.free_slack)
        yield (task.key, *shown, critical, driver_text(plan, dates.driver))
    for gate in plan.gates:
        yield (
            gate.key,
            answer.gates[gate.id].day,
            format_when(gate.when),
            "",
            answer.gates[gate.id].ready,
            "",
            "",
            "",
            "",
        )
    yield ("plan", answer.start, answer.finish, "", answer.forecast_launch, "", "", "", "")


@pytest.mark.parametrize("template", [template.id for template in built_in_templates()])
def test_a_template_is_dated_as_agreed(golden, template):
    plan = new_plan(template, "Golden", LAUNCH_DAY, "US")

    golden(f"dates/{template}.txt", dates_text(plan, FAR_BEFORE))


def test_the_sample_is_dated_as_agreed(golden):
    golden("dates/sample.txt", dates_text(sample(), date(2026, 10, 12)))
