"""How far work is from what the plan promised, in words."""

from launchpad.domain.enums import Word


class GapClass(Word):
    """Where work stands against plan; so far ahead that the baseline may be stale is worth a look, too."""

    AHEAD = "ahead"
    ON_PLAN = "on_plan"
    BEHIND = "behind"
    FAR_BEHIND = "far_behind"


def gap_class(gap: float | None) -> GapClass | None:
    """The class of a gap in points, as shown; None without data."""
    if gap is None:
        return None
    if gap < -3:
        return GapClass.FAR_BEHIND if gap < -10 else GapClass.BEHIND
    return GapClass.AHEAD if gap > 5 else GapClass.ON_PLAN
