"""What this program is, and whose work is in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

import launchpad
from launchpad.ui.parts.dialog_foot import DialogFoot
from launchpad.ui.parts.label import Label
from launchpad.ui.parts.sign import Sign

PARTS = "Launchpad Sans is Inter, under the SIL Open Font License. The icons are Lucide's, under the ISC License."


class AboutDialog(QDialog):
    """Name, version and thanks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("About Launchpad")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 18)
        layout.setSpacing(8)
        layout.addWidget(Sign("launchpad", "accent", 48))
        layout.addWidget(Label(f"Launchpad {launchpad.__version__}", px=17, weight=600))
        layout.addWidget(Label("Plans a product launch, keeps the plan honest, and says whether you are ready to go."))
        layout.addWidget(Label(PARTS, tone="text2", px=12))
        layout.addSpacing(8)
        foot = DialogFoot(self, back="Close")
        foot.back.clicked.connect(self.reject)
        layout.addLayout(foot)
