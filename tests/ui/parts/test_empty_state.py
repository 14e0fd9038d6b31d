"""What a screen shows when there is nothing yet."""

from launchpad.ui.parts.empty_state import EmptyState
from launchpad.ui.parts.label import Label

LONG = "Readiness counts what is done and proven. Add the first tasks to the checklist, and the answer stands here."


def test_a_sentence_of_several_lines_is_shown_whole(qtbot):
    state = EmptyState("list-checks", "Nothing to assess yet", LONG)
    state.add_button("Open the checklist", lambda: None)
    qtbot.addWidget(state)
    state.resize(900, 500)
    state.show()

    paragraph = next(label for label in state.findChildren(Label) if label.text() == LONG)

    assert paragraph.height() >= paragraph.heightForWidth(paragraph.width())
    assert paragraph.heightForWidth(paragraph.width()) > 1.5 * paragraph.fontMetrics().height()
