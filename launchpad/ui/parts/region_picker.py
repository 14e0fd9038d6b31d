"""Chooses whose public holidays count: a country, and a region where they differ."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QWidget

from launchpad.app.errands import send_off
from launchpad.templates.public_holidays import holiday_countries, holiday_regions
from launchpad.ui.parts.choice import name_choice
from launchpad.ui.parts.still_wheel import keep_still

NONE = "No holidays"
WHOLE = "Whole country"


class RegionPicker(QWidget):
    """Two lists side by side; both can be typed into. The lists are read off the window's thread."""

    changed = Signal(str)
    """The ISO 3166 code chosen (``US``, ``DE-BY``); empty for none."""

    def __init__(self, region: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._region = region
        self.countries = _list("Country of the holidays")
        self.regions = _list("Region of the holidays")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.countries, 1)
        layout.addWidget(self.regions, 1)
        self.regions.hide()
        self.countries.addItem(country_name(region.partition("-")[0]) if region else NONE, region.partition("-")[0])
        self.countries.currentIndexChanged.connect(self._on_country_chosen)
        self.regions.currentIndexChanged.connect(self._on_region_chosen)
        send_off(self, holiday_countries, self._fill)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the countries; a focus proxy would spoil the order of Tab around it."""
        self.countries.setFocus(reason)

    @property
    def region(self) -> str:
        """What is chosen."""
        return self._region

    def show_region(self, region: str) -> None:
        """Show another choice without telling."""
        self._region = region
        country = region.partition("-")[0]
        self.countries.blockSignals(True)
        if self.countries.findData(country) < 0:
            self.countries.addItem(country_name(country), country)
        self.countries.setCurrentIndex(self.countries.findData(country))
        self.countries.blockSignals(False)
        self._show_regions(country)

    def _fill(self, countries: dict[str, bool]) -> None:
        self.countries.blockSignals(True)
        self.countries.clear()
        self.countries.addItem(NONE, "")
        for name, code in sorted((country_name(code), code) for code in countries):
            self.countries.addItem(name, code)
        self.countries.blockSignals(False)
        self.show_region(self._region)

    def _show_regions(self, country: str) -> None:
        found = holiday_regions(country) if country and self.countries.count() > 2 else ()
        self.regions.blockSignals(True)
        self.regions.clear()
        self.regions.addItem(WHOLE, country)
        for code, name in found:
            self.regions.addItem(name, code)
        self.regions.setCurrentIndex(max(0, self.regions.findData(self._region)))
        self.regions.blockSignals(False)
        self.regions.setVisible(bool(found))

    def _on_country_chosen(self, place: int) -> None:
        self._region = self.countries.itemData(place) or ""
        self._show_regions(self._region)
        self.changed.emit(self._region)

    def _on_region_chosen(self, place: int) -> None:
        self._region = self.regions.itemData(place) or self.countries.currentData() or ""
        self.changed.emit(self._region)


def country_name(code: str) -> str:
    """A country as people call it; its code when Qt does not know it."""
    if not code:
        return NONE
    territory = QLocale.codeToTerritory(code)
    return code if territory is QLocale.Country.AnyTerritory else QLocale.territoryToString(territory)


def region_here() -> str:
    """The country the system is set to."""
    return QLocale.territoryToCode(QLocale.system().territory())


def _list(name: str) -> QComboBox:
    box = QComboBox()
    keep_still(box)
    box.setEditable(True)
    name_choice(box, name)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setMinimumContentsLength(8)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    completer = box.completer()
    assert completer is not None, "an editable box completes"
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return box
