"""What every chart widget has in common: it lays its scene out anew at every size, tells tips and takes clicks."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from launchpad.scenes.shapes import Scene, Spot
from launchpad.ui.charts.face import Pictured
from launchpad.ui.charts.paint import paint_scene, tone_color
from launchpad.ui.parts.plain_tip import plain_tip

EMPTY = Scene(0, 0, ())
STEPS: dict[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Chart(Pictured):
    """A painted scene. Arrow keys walk over what can be clicked, Enter and Space click it."""

    picked = Signal(str)
    """The key of the spot that was clicked."""

    def __init__(self, name: str, least: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._scene: Scene | None = None
        self._at: str | None = None
        self.setMinimumSize(least)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        self.setMouseTracking(True)

    def lay_out(self, width: float, height: float) -> Scene:
        """The scene at a size in pixels."""
        raise NotImplementedError

    @property
    def scene(self) -> Scene:
        """The scene as it is painted now."""
        if self._scene is None or (self._scene.width, self._scene.height) != (self.width(), self.height()):
            self._scene = self.lay_out(self.width(), self.height())
        return self._scene

    def shows(self) -> str:
        """What the scene says of itself."""
        return self.scene.summary

    def lay_out_again(self) -> None:
        """Forget the scene: what it shows has changed."""
        self._scene = None
        scene = self.scene
        is_named = scene.summary.startswith(self._name)
        self.setAccessibleName(scene.summary if is_named else f"{self._name}: {scene.summary}".rstrip(": "))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scene.keys else Qt.FocusPolicy.NoFocus)
        if self._at not in scene.keys:
            self._at = None
        self.update()

    def sizeHint(self) -> QSize:
        """As small as it can be read."""
        return self.minimumSize()

    # --- painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene and, with the keyboard on it, a frame around the spot in question."""
        with QPainter(self) as painter:
            paint_scene(painter, self.scene)
            if self.hasFocus():
                self._paint_focus(painter)

    def _paint_focus(self, painter: QPainter) -> None:
        spot = self._current()
        box = spot.box if spot else None
        rect = QRectF(box.x, box.y, box.width, box.height) if box else QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tone_color("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 4, 4)

    # --- the hand ----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Tell the tip of the spot under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self._spot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(spot.tip), self) if spot else QToolTip.hideText()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        spot = self._spot_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if spot and spot.key else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks the spot under it."""
        spot = self._spot_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and spot and spot.key:
            self._at = spot.key
            self.picked.emit(spot.key)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the spots, and pick one."""
        keys = self.scene.keys
        key = event.key()
        if key in STEPS and keys:
            self._walk(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and keys:
            self.picked.emit(self._at or keys[0])
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        keys = self.scene.keys
        at = keys.index(self._at) + step if self._at in keys else 0
        self._at = keys[at % len(keys)]
        spot = self._current()
        if spot:
            self.setAccessibleDescription(spot.tip)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        if self._at is None and self.scene.keys:
            self._at = self.scene.keys[0]
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard has left."""
        super().focusOutEvent(event)
        self.update()

    def _spot_at(self, position: QPointF) -> Spot | None:
        return self.scene.spot_at(position.x(), position.y())

    def _current(self) -> Spot | None:
        return next((spot for spot in self.scene.spots if self._at and spot.key == self._at), None)
