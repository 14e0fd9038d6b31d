"""The launch itself: name, product, day, tier, status."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from launchpad.app.commands.launch import change_launch
from launchpad.app.plan_session import PlanSession
from launchpad.domain.enums import LaunchStatus
from launchpad.ui.parts.card import Card
from launchpad.ui.parts.choice import name_choice
from launchpad.ui.parts.still_wheel import keep_still
from launchpad.ui.settings.fields import DayField, FieldGrid, TextField

TIERS = {1: "Tier 1, major", 2: "Tier 2, feature", 3: "Tier 3, minor"}


class LaunchCard(Card):
    """Each field is an edit of its own."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        super().__init__("Launch", parent=parent)
        self._session = session
        self.name = TextField("Name of the launch", lambda text: self._set("name", text.strip()))
        self.product = TextField("Product", lambda text: self._set("product", text.strip()))
        self.day = DayField("Launch day", lambda day: self._set("launch_date", day))
        self.tier = QComboBox()
        self.status = QComboBox()
        for tier, text in TIERS.items():
            self.tier.addItem(text, tier)
        for status in LaunchStatus:
            self.status.addItem(status.label, status)
        for box in (self.tier, self.status):
            keep_still(box)
        name_choice(self.tier, "Tier")
        name_choice(self.status, "Status of the launch")
        self.tier.activated.connect(lambda _place: self._set("tier", self.tier.currentData()))
        self.status.activated.connect(lambda _place: self._set("status", LaunchStatus(self.status.currentData())))
        self._lay_out()

    def _lay_out(self) -> None:
        grid = FieldGrid()
        grid.add_field("Name", self.name)
        grid.add_field("Product", self.product)
        grid.add_field("Launch day", self.day, "What hangs on launch day moves with it; done work and dated pins stay.")
        grid.add_field("Tier", self.tier, "A new tier brings its thresholds, unless you changed them.")
        grid.add_field("Status", self.status)
        self.body.addLayout(grid)

    def refresh(self) -> None:
        """Show what the plan says."""
        launch = self._session.document.launch
        self.name.show_text(launch.name)
        self.product.show_text(launch.product)
        self.day.show_day(launch.launch_date)
        for box, value in ((self.tier, launch.tier), (self.status, launch.status)):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))

    def _set(self, field: str, value: object) -> None:
        if not self._session.run(change_launch, {field: value}):
            self.name.setText(self._session.document.launch.name)
            self.refresh()
