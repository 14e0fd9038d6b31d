"""The plan that the checklist's tests work on."""

from datetime import date

from launchpad.domain.document import Document
from launchpad.domain.enums import Criticality, TaskStatus
from launchpad.domain.values import Evidence
from tests.builders import a_gate, a_launch, a_person, a_plan, a_task, a_track, link

TODAY = date(2026, 10, 12)  # a Monday, four weeks and a day before launch day
PROOF = (Evidence("Brief", "https://example.org/brief"),)


def a_checklist() -> Document:
    """Two tracks, three people, two gates, six tasks and one link."""
    return a_plan(
        a_launch(as_of=TODAY),
        a_person("mara", name="Mara Lind"),
        a_person("otis", name="Otis Reed"),
        a_person("june", name="June Park"),
        a_track("marketing", lead="mara"),
        a_track("sales", lead="otis"),
        a_gate("G1", -12, decider="mara"),
        a_gate("G2", -4),
        a_task(
            "brief",
            track="marketing",
            title="Write the brief",
            owner="mara",
            gate="G1",
            status=TaskStatus.DONE,
            evidence=PROOF,
            anchor="SNET:T-30",
        ),
        a_task(
            "page", track="marketing", title="Build the page", owner="otis", gate="G1", duration=5, anchor="SNET:T-15"
        ),
        a_task("video", track="marketing", title="Cut the video", duration=3, anchor="SNET:T-30"),
        a_task("deck", track="sales", title="Pitch deck", owner="june", gate="G2", anchor="SNET:T-18"),
        a_task("train", track="sales", title="Train sellers", owner="otis", gate="G2", anchor="SNET:T-10"),
        a_task("quiz", track="sales", title="Seller quiz", criticality=Criticality.COULD, anchor="SNET:T-8"),
        link("deck", "train"),
    )
