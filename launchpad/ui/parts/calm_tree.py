"""A tree of many rows that is not laid out again for every breath of the style."""

from PySide6.QtWidgets import QTreeView, QWidget

from launchpad.ui.theme.manager import theme_signals


class CalmTree(QTreeView):
    """Another theme comes as a dozen changes of style, and Qt would lay every row out again for each of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waits = False
        theme_signals().changing.connect(self._wait)
        theme_signals().settled.connect(self._lay_out_once)

    def _wait(self) -> None:
        self._waits = True

    def _lay_out_once(self) -> None:
        self._waits = False
        self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Lay the rows out, unless the theme is being changed: they are the same, and nothing is painted meanwhile."""
        if not self._waits:
            super().doItemsLayout()
