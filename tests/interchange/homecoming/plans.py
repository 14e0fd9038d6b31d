"""The small plan that workbooks are filled in for."""

from launchpad.app.commands.task_fields import set_fields
from launchpad.domain.document import Document
from launchpad.domain.values import Evidence
from tests.builders import a_person, a_plan, a_task, a_track
from tests.interchange.homecoming.returning import TODAY, Desk

PROOF = (Evidence("Report", "proof/report.pdf"),)


def a_small_plan() -> Document:
    return a_plan(
        a_person("ada"),
        a_person("ben"),
        a_track("sales", lead="ada"),
        a_track("support"),
        a_task("cards", title="Battlecards", track="sales", owner="ada", duration=4),
        a_task("demo", title="Demo", track="sales", owner="ben", duration=3, note="Ask the lab"),
        a_task("kb", title="Articles", track="support", owner="ben", duration=5, evidence=PROOF),
    )


def change(desk: Desk, key: str, **fields: object) -> None:
    desk.session.run(set_fields, [desk.task(key).id], fields, TODAY)
