"""What planning back would do, before it is done."""

from datetime import date

from launchpad.app.plan_back_preview import fit_sentence, plan_back_preview, unstarted
from launchpad.domain.enums import TaskStatus
from tests.builders import a_launch, a_person, a_plan, a_task, a_track, link

TODAY = date(2026, 9, 1)


def test_a_preview_says_what_moves_and_whether_the_plan_fits_before_and_after():
    plan = a_plan(a_task("a", duration=4), a_task("b", duration=2), link("a", "b"), launch=a_launch(start=-20))
    preview = plan_back_preview(plan, TODAY, 3)

    assert {move.task: move.start_days for move in preview.back.moved.moves} == {"task:a": 11, "task:b": 11}
    assert (preview.fit_before.fits, preview.fit_after.fits) == (True, True)
    assert preview.crowded == ()


def test_people_who_would_carry_too_much_are_named():
    plan = a_plan(
        a_person("ada", capacity=1),
        a_task("early", owner="ada", duration=5, anchor="SNET:T-20"),
        a_task("late", owner="ada", duration=5, anchor="SNET:T-10"),
        launch=a_launch(start=-20),
    )
    preview = plan_back_preview(plan, TODAY, 0)

    assert [(person.key, days) for person, days in preview.crowded] == [("ada", 5)]


def test_the_work_to_plan_is_what_nobody_has_begun():
    plan = a_plan(
        a_track("one"),
        a_track("two"),
        a_task("a", track="one"),
        a_task("begun", track="one", status=TaskStatus.IN_PROGRESS),
        a_task("done", track="one", status=TaskStatus.DONE),
        a_task("c", track="two"),
    )

    assert unstarted(plan) == ("task:a", "task:c")
    assert unstarted(plan, "track:two") == ("task:c",)


def test_a_plan_that_does_not_fit_says_by_how_much():
    plan = a_plan(a_task("a", duration=4), launch=a_launch(start=-20))

    preview = plan_back_preview(plan, date(2026, 11, 6), 0)
    assert fit_sentence(preview.fit_after) == "does not fit by 2 working days"
    assert preview.back.in_the_past == ("task:a",)
