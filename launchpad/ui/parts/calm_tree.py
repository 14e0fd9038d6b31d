"""A tree of many rows that is not laid out again for another style."""

from PySide6.QtWidgets import QTreeView, QWidget

from launchpad.ui.theme.manager import theme_signals


class CalmTree(QTreeView):
    """Another theme comes as several changes of style, and Qt would lay every row out again for each of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waits = False
        theme_signals().changing.connect(self._wait)
        theme_signals().dressed.connect(self._go_on)

    def _wait(self) -> None:
        self._waits = True

    def _go_on(self) -> None:
        self._waits = False
        self.updateGeometries()
        self.viewport().update()

    def doItemsLayout(self) -> None:
        """Lay the rows out, unless the theme is being changed: they are as high in any, and nothing is painted yet."""
        if not self._waits:
            super().doItemsLayout()
