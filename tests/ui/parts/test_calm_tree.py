"""Trees of many rows through a change of theme."""

from functools import partial

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication

from launchpad.ui.parts.calm_tree import CalmTree
from launchpad.ui.theme.manager import ThemeChoice, theme_manager

ROWS = 200


class Asked(QStringListModel):
    """Counts how often the rows are laid out: each is asked once or twice a time whether something may be below it."""

    def __init__(self) -> None:
        super().__init__([f"Task {number}" for number in range(ROWS)])
        self.count = 0

    def flags(self, index):
        self.count += 1
        return super().flags(index)


def test_another_theme_lays_no_row_out_again(qtbot):
    model, view = Asked(), CalmTree()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setUniformRowHeights(True)
    view.show()
    qtbot.waitExposed(view)
    qtbot.wait(50)
    place, model.count = view.visualRect(model.index(ROWS - 1)), 0

    for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT):
        theme_manager().choose(choice)
        qtbot.wait(50)

    assert model.count < ROWS
    assert view.visualRect(model.index(ROWS - 1)) == place
    assert view.viewport().grab().toImage().pixelColor(2, 2) == QApplication.palette().base().color()


def test_what_comes_with_the_theme_is_seen(qtbot):
    model, view = QStringListModel(["a"]), CalmTree()
    qtbot.addWidget(view)
    view.setModel(model)
    view.show()
    qtbot.waitExposed(view)
    more = partial(model.setStringList, ["a", "b", "c"])
    theme_manager().changed.connect(more)

    theme_manager().choose(ThemeChoice.DARK)
    theme_manager().changed.disconnect(more)

    qtbot.waitUntil(lambda: view.visualRect(model.index(2)).isValid())
    assert view.indexAt(view.visualRect(model.index(2)).center()).row() == 2
