"""Changing how readiness is judged: thresholds and weights."""

from dataclasses import replace

from launchpad.app.commands.launch import change_launch
from launchpad.app.commands.rows import change_row, existing
from launchpad.domain.document import Document
from launchpad.domain.edit import Edit
from launchpad.domain.people import Track
from launchpad.domain.values import TIER_THRESHOLDS


def set_threshold(document: Document, name: str, value: float) -> Edit:
    """Set one threshold, 0 to 100."""
    return change_launch(document, {"thresholds": replace(document.launch.thresholds, **{name: value})})


def usual_thresholds(document: Document) -> Edit:
    """Go back to the thresholds of the launch's tier."""
    return change_launch(document, {"thresholds": TIER_THRESHOLDS[document.launch.tier]})


def set_criticality_weight(document: Document, name: str, value: float) -> Edit:
    """Set what a must, a should or a could counts."""
    return change_launch(document, {"weights": replace(document.launch.weights, **{name: value})})


def change_track(document: Document, track_id: str, fields: dict[str, object]) -> Edit:
    """Set fields of a track."""
    return change_row(document, existing(document, Track, track_id), fields)
