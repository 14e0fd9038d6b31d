"""The figures a review keeps."""

from launchpad.app.commands.reviews.planning import plan_review
from launchpad.app.commands.reviews.snapshots import snapshot_of
from launchpad.domain.gate import Review
from tests.app.review_steps import TODAY, small_plan
from tests.builders import a_plan, a_track


def test_tracks_with_nothing_to_assess_have_no_score_in_a_record():
    plan = a_plan(*small_plan(), a_track("legal"))
    plan = plan.apply(plan_review(plan, "Go or not", TODAY, gate="gate:G1"))

    assert [each.track for each in snapshot_of(plan, TODAY, plan.rows(Review)[0]).tracks] == ["sales"]
