"""Which paper lies in the printers where this person is."""

from PySide6.QtCore import QLocale

from launchpad.scenes.paper import Paper

System = QLocale.MeasurementSystem


def usual_paper() -> Paper:
    """Letter where lengths are inches, else A4."""
    return Paper.LETTER if QLocale().measurementSystem() is System.ImperialUSSystem else Paper.A4
