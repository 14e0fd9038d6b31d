"""What does not fit scrolls up and down, on the ground of what is around it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ClearArea(QScrollArea):
    """As wide as there is room; nothing is painted under the widget in it, and no frame around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground = QWidget()  # Qt's own, when it is asked for, makes PySide load every kind of widget there is
        ground.setObjectName("qt_scrollarea_viewport")
        self.setViewport(ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def setWidget(self, widget: QWidget) -> None:
        """Scroll this; Qt would give it a ground of its own."""
        super().setWidget(widget)
        widget.setAutoFillBackground(False)
