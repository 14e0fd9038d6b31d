"""Which way round a file's dates are, where one of them gives it away."""

from launchpad.interchange.homecoming.days import DayOrder, order_shown
from launchpad.interchange.homecoming.reading import Returned


def order_of(returned: Returned) -> DayOrder:
    """The order of day and month in dates typed as text; unknown when none tells or two disagree."""
    shown = {order_shown(row.text("expected_finish")) for row in returned.rows} - {None}
    return next(order for order in shown if order) if len(shown) == 1 else DayOrder.UNKNOWN
