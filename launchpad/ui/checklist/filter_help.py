"""The popup that says what the typed filter understands."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from launchpad.app.task_filter import HELP
from launchpad.ui.parts.label import Label


class FilterHelp(QFrame):
    """Examples beside their meaning; a click on one types it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("filter_help")
        self.setAccessibleName("What the filter understands")
        layout = QGridLayout(self)
        layout.setContentsMargins(14, 12, 16, 12)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(1)
        layout.addWidget(Label("All that is typed has to hold.", tone="text2", px=12), 0, 0, 1, 2)
        for row, (example, meaning) in enumerate(HELP, 1):
            button = QPushButton(example)
            button.setProperty("kind", "link")
            button.setAccessibleName(f"Type {example}: {meaning}")
            button.clicked.connect(partial(self._on_clicked, example))
            layout.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeft)
            layout.addWidget(Label(meaning, tone="text2", px=12), row, 1)

    def _on_clicked(self, example: str, checked: bool = False) -> None:
        self.chosen.emit(example.split("   ")[0].replace("…", ""))
        self.close()
