"""Do calls into Qt leave the reference counts of None, True and False alone? Prints the calls that take some, as JSON.

Run as a program of its own: where a call does take references, the process that counts them may die of it.
PySide6 6.12.0 is such a one on Python 3.11. From Python 3.12 on these objects are immortal and nothing can be taken.
"""

import ctypes
import json
import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QDate, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QWidget

CALLS = 400
SAVINGS = 1 << 20  # references in hand, so that a thief is counted instead of killing the process
WATCHED: dict[str, object] = {"None": None, "True": True, "False": False, "()": (), "''": ""}

Index = QModelIndex | QPersistentModelIndex


class Bell(QObject):
    rung = Signal()
    said = Signal(object)


class Rows(QAbstractListModel):
    """Qt asks, Python answers: the road back."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802
        return 2

    def data(self, index: Index, role: int = 0) -> object:
        return None


class Canvas(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRect(event.rect())


def taken(call: Callable[[], object]) -> dict[str, float]:
    """References lost for each call, where it is about one or more."""
    before = {name: sys.getrefcount(value) for name, value in WATCHED.items()}
    for _ in range(CALLS):
        call()
    lost = {name: (before[name] - sys.getrefcount(value)) / CALLS for name, value in WATCHED.items()}
    return {name: round(each, 2) for name, each in lost.items() if each > 0.5}


def main() -> None:
    if sys.version_info < (3, 12):
        for value in WATCHED.values():
            ctypes.c_ssize_t.from_address(id(value)).value += SAVINGS
    app = QApplication(["steady-singletons"])
    image = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    widget, label, canvas = QWidget(), QLabel("text"), Canvas()
    items, rows, bell = QStandardItemModel(2, 2), Rows(), Bell()
    bell.rung.connect(lambda: None)
    bell.said.connect(lambda value: None)
    probes: dict[str, Callable[[], object]] = {
        "a painter's setter": lambda: painter.setPen(Qt.PenStyle.NoPen),
        "fillRect": lambda: painter.fillRect(QRectF(0, 0, 2, 2), Qt.GlobalColor.red),
        "drawText": lambda: painter.drawText(2, 2, "x"),
        "update": lambda: widget.update(),
        "an absent parent": lambda: widget.parentWidget(),
        "isVisible": lambda: widget.isVisible(),
        "isEnabled": lambda: widget.isEnabled(),
        "blockSignals": lambda: widget.blockSignals(False),
        "an unknown property": lambda: widget.property("unknown"),
        "setProperty": lambda: widget.setProperty("known", 1),
        "text": lambda: label.text(),
        "setText": lambda: label.setText("more"),
        "rectangles compared": lambda: QRectF() == QRectF(),
        "dates compared": lambda: QDate(2026, 1, 1) < QDate(2026, 1, 2),
        "contains": lambda: QRectF(0, 0, 1, 1).contains(QRectF(0, 0, 1, 1)),
        "an empty cell": lambda: items.data(items.index(0, 0)),
        "a cell filled": lambda: items.setData(items.index(0, 0), 1),
        "an index asked": lambda: items.index(0, 0).isValid(),
        "flags": lambda: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
        "emit": lambda: bell.rung.emit(),
        "emit None": lambda: bell.said.emit(None),
        "connect and disconnect": lambda: bell.rung.disconnect(bell.rung.connect(lambda: None)),
        "Qt asking a model": lambda: rows.match(rows.index(0), 0, "x"),
        "Qt asking to paint": lambda: canvas.grab(),
        "events": lambda: app.processEvents(),
    }
    thieves = {name: lost for name, probe in probes.items() if (lost := taken(probe))}
    print(json.dumps({"probes": len(probes), "thieves": thieves}), flush=True)  # noqa: T201
    painter.end()
    os._exit(0)  # tearing Qt down is not what is asked


if __name__ == "__main__":
    main()
